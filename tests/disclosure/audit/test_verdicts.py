from itertools import product

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Coalition, Contributor, Outsider
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.solving.equations import blocks, equations_of
from disclosure.audit.solving.models import fractions_of
from disclosure.audit.verdicts import audit, exact_cells, prepare
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit import fuzz
from tests.disclosure.audit.small_releases import printed

CASES = {"two-way": 1_000, **dict.fromkeys(fuzz.OTHERS, 400)}
"""Of eight faults put into the audit on purpose, the one that showed last did so within 500 two-way tables (three seeds
each); so twice as many are tried here. `make fuzz` tries 20,000."""


def verdict(frame: pd.DataFrame, target: str) -> tuple[int, int, str]:
    row = frame.set_index("target").loc[target]
    return row["low"], row["high"], row["verdict"]


@pytest.mark.parametrize("kind", CASES)
def test_agrees_with_brute_force(kind: str) -> None:
    assert fuzz.run({kind: CASES[kind]}, seed=53)[kind] >= CASES[kind]


def test_small_tables_one_at_a_time_agree_too() -> None:
    assert fuzz.run(dict.fromkeys(fuzz.KINDS, 8), seed=3, together=1).total() >= 48


def test_the_sentence_does_the_sum() -> None:
    release = printed(
        {
            "Harbour": [9, 8, 17],
            "Comet": [5, 6, 11],
            "Snow Day": [4, 7, 11],
            "The Lantern": ["c", 9, 12],
            TOTAL: [21, 30, 51],
        },
        ["North", "South", TOTAL],
        Rule(4, complementary_mark="c"),
    )
    frame = audit(release, Outsider())
    assert verdict(frame, "The Lantern | North") == (3, 3, "exact")
    assert frame["why"].item() in (
        "North's total is 21, of which the three printed cells hold 18: 3 are left for The Lantern.",
        "The Lantern's total is 12, of which the printed cell holds 9: 3 are left for North.",
    )


def test_totals_of_unsuppressed_cells_give_a_hidden_cell_back() -> None:
    """ACRO #198: the hidden cell is left out of the margins, and the margins tell so beside a plain table."""
    rule = Rule(10)
    hidden = printed(
        {"A": [20, 15, "c", 35], "B": [12, 30, 25, 67], "C": [18, 22, 40, 80], TOTAL: [50, 67, 65, 182]},
        ["x", "y", "z", TOTAL], rule, totals_of="printed cells",
    )  # fmt: skip
    plain = CountTable(
        pd.DataFrame({"film": ["A", "B", "C", TOTAL], "count": pd.array([38, 67, 80, 185], dtype="Int64"), "mark": ""}),
        ("film",),
    )
    assert verdict(audit(hidden, Outsider(), nothing_to_subtract=True), "A | z") == (1, 9, "open")
    assert verdict(audit(LinkedTables((hidden, plain)), Outsider()), "A | z") == (3, 3, "exact")


def test_three_singletons_undo_a_protected_table_for_each_other() -> None:
    """sdcTools UserSupport #135: nothing is exact for an outsider; a person who is alone in her cell reads the rest."""
    release = printed(
        {"A": ["c", "c", 9, 11], "B": ["c", "c", 8, 10], "C": [9, 8, 7, 24], TOTAL: [11, 10, 24, 45]},
        ["x", "y", "z", TOTAL], Rule(3, zeros="hidden"),
    )  # fmt: skip
    assert (audit(release, Outsider())["verdict"] != "exact").all()
    inside = audit(release, Contributor(("A", "x"), alone=True))
    assert inside["verdict"].eq("exact").all()
    assert inside["low"].tolist() == [1, 1, 1, 1]


def test_linked_tables_that_are_safe_alone_are_not_safe_together() -> None:
    """sdcTools UserSupport #136."""
    people = pd.DataFrame(
        [("A", "N", "old")] * 2 + [("A", "S", "young")] * 1 + [("B", "N", "old")] * 4 + [("B", "S", "young")] * 5,
        columns=["film", "region", "age"],
    )
    rule = Rule(4, complementary_mark="c")
    by_region, by_age = (count_table(people, by=("film", name)) for name in ("region", "age"))
    first = hide(by_region, rule, [("A", "N"), ("A", "S"), ("B", "N"), ("B", "S"), ("A", TOTAL), ("B", TOTAL)])
    second = hide(by_age, rule, [("A", "old"), ("A", "young"), ("B", "old"), ("B", "young")])
    alone = audit(first, Outsider()).set_index("target")["verdict"]
    together = audit(LinkedTables((first, second)), Outsider()).set_index("target")["verdict"]
    assert alone["A | total"] != "exact"
    assert together["A | total | total"] == "exact"


def hide(table: CountTable, rule: Rule, which: list[tuple[str, ...]]) -> CountTable:
    """Hide the named cells."""
    names = pd.Series(list(zip(*(table.cells[name] for name in table.by), strict=True)), index=table.cells.index)
    hidden = names.isin(which)
    cells = table.cells.assign(count=table.cells["count"].mask(hidden), mark=np.where(hidden, rule.mark, ""))
    return CountTable(cells, table.by, rule)


def test_intervals_are_as_wide_as_the_fillings_and_no_narrower() -> None:
    """sdcTools UserSupport #160: every count inside a reported interval's two ends is reached by some table."""
    release = printed({"A": ["c", "c", 5], "B": ["c", "c", 6], TOTAL: [4, 7, 11]}, ["x", "y", TOTAL], Rule(5))
    frame = audit(release, Outsider()).query("role == 'primary'")
    assert frame[["low", "high"]].to_numpy().tolist() == [[1, 2], [3, 4], [2, 3], [3, 4]]


ONES = ["000", "012", "021", "102", "120", "111", "201", "210"]
ZEROS = ["002", "011", "020", "101", "110", "112", "121", "200", "211"]


def test_cells_can_be_exact_although_fractions_leave_them_open() -> None:
    """Half of a move would fit this three-way table everywhere, but one cell moves by two and people come whole."""
    places = ["".join(labels) for labels in product("012", repeat=3)]
    counts = [1 if place in ONES else 0 if place in ZEROS else 2 for place in places]
    rows = [list(place) for place, count in zip(places, counts, strict=True) for _ in range(count)]
    table = count_table(pd.DataFrame(rows, columns=["film", "region", "age"]), by=("film", "region", "age"))
    release = hide(table, Rule(2, zeros="hidden"), [tuple(place) for place in ONES + ZEROS])
    frame = audit(release, Outsider()).query("role == 'primary'")
    assert len(frame) == len(ONES) + len(ZEROS)
    assert frame["verdict"].eq("exact").all()
    assert frame["low"].sum() == len(ONES)
    assert frame["why"].str.contains("counted twice|whole numbers").all()

    system = system_of(release, Outsider())
    block = next(blocks(system, system.low < system.high))
    solver = fractions_of(equations_of(system, block, system.low, system.high))
    solver.changeColsCost(1, np.array([0], dtype=np.int32), np.array([1.0]))
    solver.run()
    smallest = solver.getInfo().objective_function_value
    solver.changeColsCost(1, np.array([0], dtype=np.int32), np.array([-1.0]))
    solver.run()
    assert -solver.getInfo().objective_function_value - smallest == pytest.approx(0.5)


def test_two_marks_tell_more_than_one() -> None:
    rows = {"A": ["<5", "c", 10], "B": ["c", "c", 40], TOTAL: [20, 30, 50]}
    columns = ["x", "y", TOTAL]
    two = printed(rows, columns, Rule(5, mark="<5", complementary_mark="c"))
    one = printed(
        {name: ["c" if isinstance(it, str) else it for it in row] for name, row in rows.items()},
        columns, Rule(5, complementary_mark="c"),
    )  # fmt: skip
    assert verdict(audit(two, Outsider()), "A | x") == (1, 4, "open")
    assert verdict(audit(one, Outsider()), "A | x") == (1, 9, "open")
    assert verdict(audit(two, Outsider()), "A | y") == (6, 9, "narrowed")


def test_who_knows_which_cells_are_primary_is_never_told_less() -> None:
    """The worse verdict wins: ranges with the knowledge lie inside ranges without it."""
    rng = np.random.default_rng(5)
    for _ in range(10):
        batch = fuzz.two_marks(rng, 10)
        if batch.primary is None:
            continue
        knowing = audit(batch.release, batch.attacker, primary=batch.primary, why=False)
        not_knowing = audit(batch.release, batch.attacker, why=False)
        assert (knowing["low"] >= not_knowing["low"]).all()
        assert (knowing["high"].fillna(10**9) <= not_knowing["high"].fillna(10**9)).all()


def test_not_exact_is_not_safe_and_zero_is_told() -> None:
    release = printed({"A": [0, "c", 3], "B": [5, "c", 8], TOTAL: [5, 6, 11]}, ["x", "y", TOTAL], Rule(4))
    frame = audit(release, Outsider()).query("role == 'primary'")
    assert frame["verdict"].tolist() == ["exact", "exact"]


def test_rounded_cells_are_listed_and_narrowed_by_their_totals() -> None:
    people = pd.DataFrame({"film": ["A"] * 7 + ["B"] * 3, "region": ["N"] * 5 + ["S"] * 5})
    frame = audit(RoundTo(5)(count_table(people, by=("film", "region"))), Outsider())
    assert set(frame["role"]) == {"rounded"}
    assert (frame["high"] - frame["low"]).between(0, 4).all()


def test_the_attacker_is_named_beside_every_verdict() -> None:
    release = Suppress(3)(
        count_table(pd.DataFrame({"film": list("AAB"), "region": list("NSS")}), by=("film", "region"))
    )
    pair = Coalition((Contributor(("A", "N")), Contributor(("A", "S"))))
    assert audit(release, pair)["attacker"].unique().tolist() == [repr(pair)]


def test_exact_cells_alone_are_the_exact_cells_of_the_audit() -> None:
    release = Suppress(4)(
        count_table(pd.DataFrame({"film": list("AAABBBBB"), "region": list("NNSSSSSS")}), by=("film", "region"))
    )
    cells, known = exact_cells(release, Outsider()), audit(release, Outsider())
    assert cells["exact"].tolist() == known["verdict"].eq("exact").tolist()
    assert cells["count"].equals(known["low"].where(known["verdict"] == "exact"))


def test_what_was_read_keeps_its_primary_cells() -> None:
    release = Suppress(4)(
        count_table(pd.DataFrame({"film": list("AAABBBBB"), "region": list("NNSSSSSS")}), by=("film", "region"))
    )
    for look in (exact_cells, audit):
        assert look(prepare(release), Outsider()).equals(look(release, Outsider()))
        with pytest.raises(ValueError, match="read already"):
            look(prepare(release), Outsider(), primary=release.is_hidden)


def test_where_nothing_is_limited_nothing_is_exact() -> None:
    """All cells hidden, all totals too: the smallest counts do not add up, and there is no largest."""
    release = printed(
        {"A": ["c", "c", "c"], "B": ["c", 0, "c"], TOTAL: ["c"] * 3}, ["x", "y", TOTAL], Rule(2, complementary_mark="c")
    )
    assert not exact_cells(release, Outsider())["exact"].any()
    assert audit(release, Outsider())["high"].isna().all()


def test_a_table_that_nothing_fits_is_refused_with_its_line() -> None:
    release = printed({"A": ["c", 3, 9], "B": [2, 2, 4], TOTAL: ["c", 5, 13]}, ["x", "y", TOTAL], Rule(4))
    with pytest.raises(ContradictionError, match="No whole numbers fit the grand total by region"):
        audit(release, Outsider())


def test_somebody_outside_the_release_is_refused() -> None:
    release = Suppress(3)(
        count_table(pd.DataFrame({"film": list("AAB"), "region": list("NSS")}), by=("film", "region"))
    )
    with pytest.raises(ValueError, match="the release has no film 'Z'"):
        audit(release, Contributor(("Z", "N")))
    with pytest.raises(ValueError, match="one label for each of: film, region"):
        audit(release, Contributor(("A",)))


def test_attackers_who_cannot_be_are_named_and_not_the_print() -> None:
    """One person stands in (B0, C0) and is alone in both totals: two who are each alone in one of them cannot be."""
    cells = pd.DataFrame({"g": ["B0", "B1", TOTAL] * 3, "h": np.repeat(["C0", "C1", TOTAL], 3)})
    cells["count"] = [1, 0, 1, 0, 1, 1, 1, 1, 2]
    two = Coalition((Contributor(("B0", TOTAL), alone=True), Contributor((TOTAL, "C0"), alone=True)))
    for look in (audit, exact_cells):
        with pytest.raises(ContradictionError, match=r"Coalition\(.* does not fit what is printed\."):
            look(CountTable(cells, ("g", "h")), two)
    with pytest.raises(ContradictionError, match="No whole numbers fit"):
        audit(CountTable(cells.assign(count=[2, 0, 1, 0, 1, 1, 1, 1, 2]), ("g", "h")), two)
