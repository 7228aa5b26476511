"""Rows that a table leaves out hold nobody: what is certain of groups is the same as beside printed zeros."""

import numpy as np
import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.disclosure import group_disclosure
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.left_out import rows_left_out
from disclosure.audit.reading.rows_without import cells_left_out
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable, count_table
from disclosure.tables.linked_tables import LinkedTables, Release

FILMS = CountTable(
    pd.DataFrame(
        [("A", "S", 4), ("A", TOTAL, 4), ("B", "N", 5), ("B", "S", 3), ("B", TOTAL, 8), (TOTAL, "N", 5),
         (TOTAL, "S", 7), (TOTAL, TOTAL, 12)],
        columns=["film", "region", "count"],
    ).astype({"count": "Int64"}),
    ("film", "region"),
    Rule(3),
)  # fmt: skip
NEST = {"b": {"x": "W", "y": "W"}}


def facts(release: Release) -> set[str]:
    return set(group_disclosure(release, Outsider())["sentence"])


def test_a_row_that_is_left_out_is_a_zero() -> None:
    assert facts(FILMS) == {
        "N: all 5 people are in B.",
        "N: none of 5 people is in A.",
        "A: all 4 people are in S.",
        "A: none of 4 people is in N.",
    }
    left_out = cells_left_out(system_of(FILMS, Outsider()))
    assert not left_out.inside.any() and sum(map(len, left_out.parts.values())) == 2


def test_a_cell_that_another_table_hides_is_known_where_one_leaves_it_out() -> None:
    zero = pd.DataFrame({"film": ["A"], "region": ["N"], "count": [None], "mark": ["c"]})
    cells = pd.concat([zero, FILMS.cells], ignore_index=True)
    other = CountTable(cells, ("film", "region"), Rule(3, zeros="hidden", mark="c"))
    assert cells_left_out(system_of(LinkedTables((FILMS, other)), Outsider())).inside.sum() == 1
    assert facts(LinkedTables((FILMS, other))) == facts(FILMS)


@pytest.mark.parametrize("seed", range(40))
def test_leaving_zeros_out_changes_no_fact(seed: int) -> None:
    """Tables of two and three dimensions, one of which may nest, with few people; some zeros have no row."""
    rng = np.random.default_rng(seed)
    number = int(rng.integers(4, 9))
    people = pd.DataFrame({"a": rng.choice(list("pqr"), number), "b": rng.choice(list("xyz"), number)})
    people["c"] = rng.choice(list("uv"), number)
    by = ("a", "b", "c") if seed % 2 else ("a", "b")
    for name, labels in {"a": "pqr", "b": "xyz", "c": "uv"}.items():
        people[name] = pd.Categorical(people[name], list(labels))
    full = count_table(people, by=by, hierarchies=NEST if seed % 3 == 0 else None)
    narrow = ~full.cells[list(by)].isin([TOTAL, "W"]).any(axis=1)
    drop = full.cells["count"].eq(0) & narrow & (rng.random(len(full.cells)) < 0.6)
    some = CountTable(full.cells[~drop].reset_index(drop=True), by, Rule(2), hierarchies=full.hierarchies)
    sets = system_of(full, Outsider()).sets
    if len(rows_left_out(some, sets)) == drop.sum():
        every = CountTable(full.cells, by, Rule(2), hierarchies=full.hierarchies)
        assert facts(some) == facts(every)
