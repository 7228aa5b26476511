"""The corner around a cell, and what three steps around it leave, on counts that can be worked out in the head."""

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit
from disclosure.defences.suppression import Suppress
from disclosure.tables.from_counts import table_from_counts
from lessons.complementary_suppression.corner import corner_around, known_after, smallest_alone, steps_around

TABLE = table_from_counts(
    pd.DataFrame([[2, 8, 9], [7, 6, 9], [9, 9, 3]], pd.Index(list("ABC"), name="film"), pd.Index(list("NSE"), name="r"))
)


def test_the_smallest_cell_that_is_alone_in_its_row():
    chosen = smallest_alone(audit(Suppress(4)(TABLE), Outsider()))
    assert (chosen["film"], chosen["r"], chosen["low"], chosen["target"]) == ("A", "N", 2, "A | N")


def test_the_corner_begins_with_the_cell():
    corner = corner_around(TABLE, ("C", "E"), size=2)
    assert corner.cells.loc[~corner.is_total, "count"].tolist() == [3, 9, 9, 2]


def test_only_the_closed_way_round_protects():
    steps = steps_around(TABLE)
    assert list(steps.values())[-1] == (("A", "S"), ("B", "N"), ("B", "S"))
    after = known_after(TABLE, steps, threshold=4, target="A | N")
    assert after["verdict"].tolist()[:2] == ["exact", "exact"] and after["verdict"].iloc[2] != "exact"
    assert after["low"].iloc[0] == 2
