"""A threshold on the people behind events: held against every world of events and people of two by two cells."""

from collections import Counter
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Contributor, Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.hiding import must_hide
from disclosure.repair.protection import UnreachableError, Width
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.distinct_persons import DistinctPersons

MOST = 6
PAIRS = [(0, 0), *((events, people) for events in range(1, MOST + 1) for people in range(1, events + 1))]
"""Events of one cell, and the people behind them, of whom each has one or more."""
WORLDS = np.array(list(product(PAIRS, repeat=4)))
"""Shape (worlds, 4, 2)."""
INSIDE = [[0], [1], [0, 1], [2], [3], [2, 3], [0, 2], [1, 3], [0, 1, 2, 3]]
CELLS = list(product(("A", "B", TOTAL), ("x", "y", TOTAL)))
SUMS = np.stack([WORLDS[:, inside].sum(axis=1) for inside in INSIDE], axis=1)
"""Events and people of all nine cells: a person stands in one cell; shape (worlds, 9, 2)."""

FEW = SUMS[(WORLDS[:, :, 0] <= MOST // 2).all(axis=1)]
"""Worlds of which no row has more events than are listed for a cell."""


def table_of(sums: np.ndarray) -> CountTable:
    """A table of visits, with the people behind each cell, for the office; shape of ``sums``: (9, 2)."""
    cells = pd.DataFrame(CELLS, columns=["ward", "hour"]).assign(count=sums[:, 0], contributors=sums[:, 1])
    return CountTable(cells, ("ward", "hour"), unit="visits", persons=DistinctPersons())


def some_defence(rng: np.random.Generator, method: str) -> SuppressComplementary:
    """Any of the promises that there are for events."""
    return SuppressComplementary(
        int(rng.integers(2, 5)),
        ["exact", Width(2)][rng.integers(2)],  # type: ignore[arg-type]
        method,  # type: ignore[arg-type]
        zeros=str(rng.choice(["printed", "hidden", "may be hidden"])),  # type: ignore[arg-type]
        primary_known=bool(rng.random() < 0.5),
    )


def seen_alike(table: CountTable, release: CountTable, defence: SuppressComplementary) -> np.ndarray:
    """The events of all worlds that would be printed like a release; shape (worlds, 9)."""
    rule, fits = defence.rule, np.ones(len(SUMS), dtype=bool)
    small = must_hide(table, rule)
    for cell, count in enumerate(release.cells["count"]):
        events, people = SUMS[:, cell, 0], SUMS[:, cell, 1]
        hides = (people >= rule.smallest_hidden) & (people < defence.threshold)  # type: ignore[union-attr, operator]
        if pd.notna(count):
            fits &= (events == count) & ~hides
        elif not defence.primary_known:
            fits &= hides | (events > 0) | (rule.zeros == "may be hidden")
        else:
            fits &= hides if small[cell] else ~hides & ((events > 0) | (rule.zeros == "may be hidden"))
    return SUMS[fits][:, :, 0]


def run(_kind: str, cases: int, rng: np.random.Generator, method: str) -> Counter[str]:
    """Hold so many repairs against enumeration; returns how they went."""
    seen = Counter[str]()
    while seen["kept"] < cases:
        table, defence = table_of(FEW[rng.integers(len(FEW))]), some_defence(rng, method)
        try:
            release = defence(table)
        except UnreachableError:
            seen["refused"] += 1
            continue
        assert isinstance(release, CountTable)
        assert "contributors" not in release.cells
        events, width = seen_alike(table, release, defence), getattr(defence.protect, "people", 1)
        for cell in np.flatnonzero(must_hide(table, defence.rule)):
            reach = events[:, cell].max() - events[:, cell].min()
            assert reach >= width, f"{CELLS[cell]} {defence}\n{table.grid()}\n{release.grid()}"
        seen["kept"] += 1
    return seen


@pytest.mark.parametrize("method", ["greedy", "optimal"])
def test_no_cell_with_few_people_behind_it_can_be_worked_out_by_enumeration(method: str) -> None:
    assert run("visits", 4, np.random.default_rng(53), method)["kept"] == 4


def test_people_who_may_give_several_answers_are_left_to_the_audit() -> None:
    """Of 14 readers 9 read A, 8 read B, and 4 neither: cells cover their total, and no repair knows that."""
    labels = list(product(("A", "B", "none", TOTAL), ("N", "S", TOTAL)))
    counts = [5, 4, 9, 5, 3, 8, 3, 1, 4, 9, 5, 14]
    cells = pd.DataFrame(labels, columns=["paper", "region"]).assign(count=counts)
    table = CountTable(cells, ("paper", "region"), persons=DistinctPersons("paper", no_answer={"paper": "none"}))
    with pytest.raises(ValueError, match="one person may stand at several labels of 'paper'"):
        SuppressComplementary(3)(table)


def test_it_is_the_people_that_a_threshold_looks_at() -> None:
    """Nine visits of one person are hidden, and covered; three of three people would not be."""
    sums = np.array([[9, 1], [8, 8], [17, 9], [7, 7], [3, 3], [10, 10], [16, 8], [11, 11], [27, 19]])
    release = SuppressComplementary(3)(table_of(sums))
    assert isinstance(release, CountTable)
    assert set(release.cell_names[release.is_hidden]) == {"A | x", "A | y", "B | x", "B | y"}


def test_what_is_asked_of_such_a_table() -> None:
    table = table_of(SUMS[-1])
    with pytest.raises(ValueError, match="say how many people are behind each cell"):
        SuppressComplementary(3)(replace(table, persons=None))
    with pytest.raises(ValueError, match=r"A \| x has 9 contributors and 6 visits: mend it"):
        SuppressComplementary(3)(replace(table, cells=table.cells.assign(contributors=9)))
    few = table_of(np.array([[9, 1], [8, 8], [17, 9], [7, 7], [3, 3], [10, 10], [16, 8], [11, 11], [27, 19]]))
    with pytest.raises(ValueError, match="a cell with few people behind it must be printed"):
        SuppressComplementary(3, must_print=(("A", "x"),))(few)
    both = replace(few, persons=DistinctPersons(("ward", "hour")))
    with pytest.raises(ValueError, match="nothing can be promised, for the audit does not use"):
        SuppressComplementary(3)(both)


def test_a_move_that_serves_an_outsider_need_not_serve_who_has_events_of_her_own() -> None:
    """She has 2 of the 3 events of (B, y) and knows that somebody else has one: these cannot be fewer."""
    rows = [[(1, 1), (1, 1), (2, 2)], [(3, 2), (3, 2), (6, 4)], [(1, 1), (0, 0), (1, 1)], [(5, 4), (4, 3), (9, 7)]]
    labels = pd.DataFrame(list(product(("A", "B", "C", TOTAL), ("x", "y", TOTAL))), columns=["ward", "hour"])
    counts = np.array(rows).reshape(-1, 2)
    cells = labels.assign(count=counts[:, 0], contributors=counts[:, 1])
    table = CountTable(cells, ("ward", "hour"), unit="visits", persons=DistinctPersons())
    known = Contributor(("B", "y"), amount=2)
    defence = SuppressComplementary(
        2, zeros="hidden", against=(Outsider(), known), complementary_mark="x", must_print=(("B", "x"),)
    )
    found = audit(defence(table), known)
    assert not found.loc[found["role"].eq("primary"), "verdict"].eq("exact").any()


def test_a_threshold_on_people_says_no_whole_range_of_events() -> None:
    with pytest.raises(ValueError, match="a threshold on people says no range of visits: choose 'exact'"):
        SuppressComplementary(3, protect="whole range").repair(table_of(SUMS[-1]))
