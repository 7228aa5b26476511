"""Percentages are hidden with their counts: whoever has all that is left, and how it was rounded, learns nothing more.

Held against every world of two by two cells: each is counted, its percentages are computed and rounded, and the worlds
are kept that would have been printed just like the release.
"""

from collections import Counter
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.hiding import must_hide
from disclosure.repair.percentages import hide_percentages, refuse_percentages
from disclosure.repair.protection import UnreachableError
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.percentages import Percentages
from tests.disclosure.repair.small_tables import table_of

BASES = ("region", "film", ("film", "region"))
MOST = 9
WORLDS = np.array(list(product(range(MOST + 1), repeat=4)))
"""The four inner cells, row by row; shape (worlds, 4)."""
INSIDE = [[0], [1], [0, 1], [2], [3], [2, 3], [0, 2], [1, 3], [0, 1, 2, 3]]
"""Which of them each of the nine cells counts."""
CELLS = list(product(("A", "B", TOTAL), ("N", "S", TOTAL)))


def counts_of(worlds: np.ndarray) -> np.ndarray:
    """All nine counts; shape (worlds, 9)."""
    return np.stack([worlds[:, inside].sum(axis=1) for inside in INSIDE], axis=1)


def percentages_of(counts: np.ndarray, of: str | tuple[str, ...], decimals: int, *, forced: bool) -> np.ndarray:
    """The percentages in units of the last place, -1 of a base of 0; shape (worlds, 9)."""
    over = {of} if isinstance(of, str) else {*of}
    base = [
        CELLS.index(tuple(TOTAL if n in over else c for n, c in zip(("film", "region"), cell, strict=True)))
        for cell in CELLS
    ]
    unit, bases = 100 * 10**decimals, counts[:, base]
    found = np.where(bases > 0, (2 * counts * unit + bases) // np.maximum(2 * bases, 1), -1)
    if forced:
        for total in set(base):
            parts = [
                cell
                for cell in range(9)
                if base[cell] == total and all(CELLS[cell][("film", "region").index(n)] != TOTAL for n in over)
            ]
            found[:, parts] = added_up(counts[:, parts], counts[:, total], unit)
    return found


def added_up(parts: np.ndarray, base: np.ndarray, unit: int) -> np.ndarray:
    """Parts of a base rounded down, and one unit more for those with the largest remainders, so that they add up."""
    exact = parts * unit
    down = exact // np.maximum(base, 1)[:, None]
    order = np.argsort(-(exact - down * base[:, None]), axis=1, kind="stable")
    missing = unit - down.sum(axis=1)
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.arange(parts.shape[1])[None], axis=1)
    return np.where(base[:, None] > 0, down + (ranks < missing[:, None]), -1)


def some_table(rng: np.random.Generator) -> CountTable:
    """Four cells with totals, and percentages beside them."""
    world = rng.integers(0, 8, size=(1, 4))
    of, decimals, forced = BASES[rng.integers(3)], int(rng.integers(0, 2)), bool(rng.random() < 0.4)
    counts = counts_of(world)
    shares = percentages_of(counts, of, decimals, forced=forced)[0]
    cells = pd.DataFrame(CELLS, columns=["film", "region"]).assign(
        count=counts[0], share=[None if share < 0 else share / 10**decimals for share in shares]
    )
    told = Percentages("share", of, decimals, "half up", sums_to_100=forced)
    return CountTable(cells, ("film", "region"), percentages=(told,))


def seen_alike(release: CountTable) -> np.ndarray:
    """The counts of all worlds that would be printed like a release; shape (worlds, 9)."""
    (told,) = release.percentages
    rule, counts = release.rule, counts_of(WORLDS)
    assert rule is not None
    fits = np.ones(len(counts), dtype=bool)
    shares = percentages_of(counts, told.of, told.decimals, forced=bool(told.sums_to_100))  # type: ignore[arg-type]
    for cell, (count, share) in enumerate(release.cells[["count", "share"]].itertuples(index=False)):
        fits &= counts[:, cell] == count if pd.notna(count) else counts[:, cell] > 0
        if pd.notna(share):
            fits &= shares[:, cell] == round(share * 10**told.decimals)
    return counts[fits]


def run(_kind: str, cases: int, rng: np.random.Generator, method: str) -> Counter[str]:
    """Hold so many repairs against enumeration; returns how they went."""
    seen = Counter[str]()
    while seen["repaired"] < cases:
        table = some_table(rng)
        defence = SuppressComplementary(int(rng.integers(2, 5)), method=method, primary_known=False)  # type: ignore[arg-type]
        try:
            release = defence(table)
        except UnreachableError:
            seen["refused"] += 1
            continue
        assert isinstance(release, CountTable)
        counts = seen_alike(release)
        for cell in np.flatnonzero(must_hide(table, defence.rule)):
            assert len(set(counts[:, cell])) > 1, f"{CELLS[cell]}\n{table.grid()}\n{release.grid()}"
        seen["repaired"] += 1
        seen["with something left"] += bool(release.cells["share"].notna().any() and release.is_hidden.any())
    return seen


@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_no_small_count_can_be_worked_out_from_what_is_left_by_enumeration(method: str) -> None:
    assert run("shares", 12, np.random.default_rng(53), method)["with something left"] > 3


def test_the_audit_finds_no_more_with_the_percentages_that_are_left() -> None:
    shares = [6.2, 37.5, 56.2, 100, 22.9, 20.0, 57.1, 100, 13.0, 43.5, 43.5, 100, 15, 35.8, 49.2, 100]
    told = Percentages("share", "region", sums_to_100=False)
    release = SuppressComplementary(5)(replace(TABLE, cells=TABLE.cells.assign(share=shares), percentages=(told,)))
    assert isinstance(release, CountTable)
    assert release.cells["share"].isna().equals(release.is_hidden)
    without = audit(SuppressComplementary(5)(TABLE), Outsider(), why=False)
    assert audit(release, Outsider(), why=False).equals(without)


TABLE = table_of([1, 6, 9], [8, 7, 20], [9, 30, 30])


def test_of_a_hidden_base_no_percentage_is_left_and_of_forced_ones_none_of_the_set() -> None:
    cells = TABLE.cells.assign(
        share=50.0, count=TABLE.cells["count"].mask(TABLE.cell_names.isin(["A | total", "B | N"]))
    )
    plain, forced = (
        hide_percentages(replace(TABLE, cells=cells, percentages=(Percentages("share", "region", sums_to_100=forced),)))
        for forced in (False, True)
    )
    assert set(plain.cell_names[plain.cells["share"].isna()]) == {"A | N", "A | S", "A | W", "A | total", "B | N"}
    assert set(forced.cells.loc[forced.cells["share"].notna(), "film"]) == {"C", TOTAL}


def test_percentages_that_cannot_be_protected_get_a_sentence() -> None:
    def refuse(percentages: Percentages, **columns: object) -> None:
        refuse_percentages(
            replace(TABLE, cells=TABLE.cells.assign(**{"share": 1.0, **columns}), percentages=(percentages,))
        )

    for told in (Percentages("share", None), Percentages("share", "region", sums_to_100=False, weighted=True)):
        with pytest.raises(ValueError, match="percentages in 'share' cannot be protected"):
            refuse(told)
    with pytest.raises(ValueError, match="was a set of them made to add up to 100"):
        refuse(Percentages("share", "region"))
    bases = TABLE.cells["film"].map(TABLE.cells[TABLE.cells["region"] == TOTAL].set_index("film")["count"])
    wider = "column 'all' prints counts over wider groups of region again"
    for printed in (bases, bases.where(TABLE.cells["region"] != TOTAL)):  # also where no share of a total is printed
        with pytest.raises(ValueError, match=wider):
            refuse(
                Percentages("share", "all", sums_to_100=False), all=printed, share=printed.where(printed.isna(), 1.0)
            )
    with pytest.raises(ValueError, match="column 'all' prints counts of C again"):
        of_c = TABLE.cells["region"].map(TABLE.cells[TABLE.cells["film"] == "C"].set_index("region")["count"])
        refuse(Percentages("share", "all", sums_to_100=False), all=of_c)
    with pytest.raises(ValueError, match="were made to add up: take them out"):
        refuse(Percentages("share", "all", sums_to_100=True), all=1000)
    refuse(Percentages("share", "all", sums_to_100=False), all=1000)


def test_a_base_that_is_the_count_of_a_wider_label_is_printed_again() -> None:
    nest = {"a": "West", "b": "West", "c": "East", "d": "East"}
    people = pd.DataFrame({"place": [*"abbbbbbbccccccccddddddddd"]})
    table = count_table(people, by=("place",), hierarchies={"place": nest})
    numbers = dict(zip(table.cells["place"], table.cells["count"], strict=True))
    districts = table.cells["place"].map(lambda label: numbers[nest[label]] if label in nest else np.nan)
    cells = table.cells.assign(share=districts.where(districts.isna(), 50.0), region=districts)
    told = (Percentages("share", "region", sums_to_100=False),)
    with pytest.raises(ValueError, match="prints counts over wider groups of place again"):
        refuse_percentages(replace(table, cells=cells, percentages=told))


def test_bases_are_printed_again_where_rows_climb_by_different_steps_or_into_another_table() -> None:
    """The base of a district is its region, that of a region is itself; or the base stands in another table."""
    nest = {"Ash": "North", "Oak": "North", "Elm": "South", "Fir": "South"}
    people = pd.DataFrame({"place": [label for label, n in zip(nest, (1, 2, 9, 11), strict=True) for _ in range(n)]})
    table = count_table(people, by=("place",), hierarchies={"place": nest})
    numbers = dict(zip(table.cells["place"], table.cells["count"], strict=True))
    regions = table.cells["place"].map(lambda label: numbers[nest.get(label, label)])
    told = (Percentages("share", "all", sums_to_100=False),)
    with pytest.raises(ValueError, match="prints counts over wider groups of place again"):
        refuse_percentages(replace(table, cells=table.cells.assign(share=50.0, all=regions), percentages=told))
    inner = TABLE.cells[~TABLE.is_total]
    films = TABLE.cells[TABLE.cells["region"] == TOTAL].set_index("film")["count"]
    alone = replace(TABLE, cells=inner.assign(share=1.0, all=inner["film"].map(films)), percentages=told)
    refuse_percentages(alone)
    other = CountTable(films.reset_index().assign(mark=""), ("film",))
    with pytest.raises(ValueError, match="prints counts over wider groups of region again"):
        SuppressComplementary(5).repair(LinkedTables((replace(TABLE, percentages=()), alone, other)))
