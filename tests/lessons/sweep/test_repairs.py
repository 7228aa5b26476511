"""Repairs are judged by what the audit finds, on a table of four cells."""

import pandas as pd
import pytest

from lessons.defences.by_hand import SuppressByHand
from lessons.defences.complementary_suppression import SuppressComplementary
from lessons.defences.protection import Width
from lessons.defences.suppression import Suppress
from lessons.releases.from_counts import table_from_counts
from lessons.sweep.repairs import hidden_cells, judged, repaired, repairs, with_two_marks

COUNTS = pd.DataFrame({"N": [5, 3], "S": [1, 4]}, pd.Index(["A", "B"], name="film")).rename_axis(columns="region")
TABLE = table_from_counts(COUNTS)
"""Counts 5 and 1, 3 and 4; totals 6, 7, 8, 5 and 13."""


def test_the_rule_alone_protects_nobody_here():
    found = judged(TABLE, Suppress(3)(TABLE))
    assert (found["primary"], found["known"], found["people_known"], found["people_protected"]) == (1, 1, 1, 0)
    assert (found["complementary"], found["people_complementary"], found["utility_lost"]) == (0, 0, 1 / 13)


def test_a_repair_of_the_square_hides_all_of_it():
    row, release = repaired(TABLE, SuppressComplementary(3, method="optimal"))
    assert release.is_hidden.tolist() == [True, True, False, True, True, False, False, False, False]
    assert (row["price"], row["least"], row["known"], row["people_protected"]) == (12, 12, 0, 1)
    assert (row["complementary"], row["people_complementary"], row["utility_lost"]) == (3, 12, 1)


def test_a_cover_in_one_line_only_is_not_enough():
    release = SuppressByHand(3, also=(("A", "N"),))(TABLE)
    assert judged(TABLE, release)["known"] == 1  # the column of S still gives it back


def test_a_promise_that_cannot_be_kept_is_told_and_the_rest_is_missing():
    tried = repairs(TABLE, [SuppressComplementary(3), SuppressComplementary(3, protect=Width(5))])
    assert tried["price"].isna().tolist() == [False, True]
    assert "A | S cannot be protected" in tried["sentence"].iloc[1]


def test_a_width_is_judged_as_a_width():
    release = repaired(TABLE, SuppressComplementary(3))[1]
    protected = {
        width: hidden_cells(TABLE, release, protect=Width(width)).query("role == 'primary'")["protected"].all()
        for width in (1, 2)
    }
    assert protected == {1: True, 2: False}  # it is 1 or 2: the rule says no more than 2


def test_two_marks_tell_which_cells_are_complementary():
    release = repaired(TABLE, SuppressComplementary(3))[1]
    marked = with_two_marks(release, TABLE, "x")
    assert marked.cells["mark"].tolist()[:2] == ["x", "c"]
    assert release.cells["mark"].tolist()[:2] == ["c", "c"]


def test_a_release_without_a_rule_gets_a_sentence():
    with pytest.raises(ValueError, match="hide small counts first"):
        hidden_cells(TABLE, TABLE)
    with pytest.raises(ValueError, match="tells no rule"):
        with_two_marks(TABLE, TABLE, "x")
