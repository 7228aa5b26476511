"""What is wrong is said by its first cause: the type, the labels, their order, the values."""

import pandas as pd
import pytest

from teaching.differences import difference

COUNTS = pd.Series([1, 0, 7], index=["north", "east", "south"])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (COUNTS[COUNTS > 0], "There, your column lacks: east."),
        (COUNTS[::-1], "There, your column has the labels in another order:"),
        (COUNTS + 1, "There, the two columns are not the same (labels count, too):"),
        (pd.concat([COUNTS, COUNTS[:1]]), "There, your column has more than once: north."),
        (pd.concat([COUNTS, COUNTS.add_prefix("x")]),
         "There, your column has labels that the answer has not: xnorth, xeast, xsouth."),
        (COUNTS.astype(str), "There, each value of the answer is a number; of yours, text."),
        (COUNTS > 0, "There, each value of the answer is a number; of yours, True or False."),
        (COUNTS.reset_index(drop=True), "There, each label of the answer is text; of yours, a number."),
        (COUNTS.to_list(),
         "The answer is a column (a pandas Series, with its labels); yours is a list, a set or an array."),
        (pd.Series([], dtype=object), "There, your column lacks: north, east, south."),
        (COUNTS.map(lambda count: [count]),
         "There, each value of the answer is a number; of yours, a list, a set or an array."),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_column_is_said(given, told):
    assert difference(given, COUNTS)[0] == told


def test_columns_stand_side_by_side_by_label():
    _, columns = difference(pd.Series([2, 1], index=["south", "<b>"]), COUNTS)
    assert columns.index.tolist() == ["north", "east", "south", "<b>"]
    assert columns["yours"].tolist()[2:] == [2, 1] and columns["the answer"].tolist()[:3] == [1, 0, 7]


@pytest.mark.parametrize("given", [pd.concat([COUNTS, COUNTS]), pd.Series(range(10**6)), COUNTS.to_list()])
def test_but_not_where_that_would_say_nothing(given):
    assert difference(given, COUNTS)[1] is None


@pytest.mark.parametrize("given", ["1960 to 1969 ", "1960\xa0to 1969", "1960  to 1969"])
def test_spaces_that_cannot_be_seen_are_shown(given):
    assert difference(given, "1960 to 1969")[0] == f"There, the answer is '1960 to 1969'; yours gives {given!a}."


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([*range(99), 0], "at place 99, counted from 0: the answer has 99; yours, 0."),
        (list(range(99)), "at place 99, counted from 0: the answer has 99; yours, nothing more."),
        (tuple(range(101)), "at place 100, counted from 0: the answer has nothing more; yours, 100."),
        (["0"] * 100, "at place 0, counted from 0: the answer has a number; yours, text."),
    ],
)
def test_of_long_listings_the_first_difference_is_said(given, told):
    assert difference(given, list(range(100)))[0] == f"There, the answers first differ {told}"


def test_a_long_set_in_place_of_a_list_is_shown_whole():
    assert "yours gives {0, 1" in difference(set(range(100)), list(range(100)))[0]


ROWS = pd.DataFrame({"who": [1, 1, 2], "what": [3, 4, 5]})


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (ROWS[:2], "There, your table lacks a row: who 2, what 5."),
        (pd.concat([ROWS, ROWS[:1]]), "There, your table has a row too many: who 1, what 3."),
        (ROWS[["what"]], "There, your table lacks the columns: who."),
        (ROWS.assign(more=1), "There, your table has more columns than the answer, which has: who, what."),
        (ROWS.set_axis([5, "a"], axis=1), "There, your table lacks the columns: who, what."),
    ],
)
def test_what_is_wrong_with_a_table_is_said_by_its_rows(given, told):
    assert difference(given, ROWS)[0] == told
