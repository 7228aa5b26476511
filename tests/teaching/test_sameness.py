"""The same is the same in whatever type it comes; what only claims to be the same is not."""

from decimal import Decimal
from fractions import Fraction
from unittest.mock import ANY, MagicMock

import numpy as np
import pandas as pd
import pytest

from teaching.sameness import kind, kinds, same, scalar


class Liar(str):
    """Text that is equal to everything, has every hash, and pretends to be a number."""

    __class__ = int

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


class Any13(int):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash(13)


class AnyList(list):
    def __eq__(self, other):
        return True

    def __len__(self):
        return 2

    def __iter__(self):
        return iter([1, 2])


class AnyDictionary(dict):
    """It is equal to everything, and says what is hoped for when it is asked."""

    def __eq__(self, other):
        return True

    def items(self):
        return {"a": 1, "b": [2, 3]}.items()

    def __getitem__(self, label):
        return {"a": 1, "b": [2, 3]}[label]


class AnySeries(pd.Series):
    def equals(self, other):
        return True


@pytest.mark.parametrize(
    "answer", [13, np.int8(13), np.array(13), 13.0, np.float32(13), Decimal(13), Fraction(13), Any13(13)]
)
def test_a_number_in_whatever_type(answer):
    assert same(answer, 13) and kind(answer) == "a number"


@pytest.mark.parametrize(
    ("answer", "sort"),
    [
        ("13", "text"),
        (True, "True or False"),
        (float("nan"), "a missing value"),
        (Decimal("sNaN"), "a missing value"),
        (pd.NaT, "a missing value"),
        ([13], "a list, a set or an array"),
        (np.array([13]), "a list, a set or an array"),
        (pd.Series([13]), "a column (a pandas Series, with its labels)"),
        (pd.DataFrame([[13]]), "a table"),
        (13 + 0j, "a value of the type complex"),
        (b"13", "a value of the type bytes"),
        (iter([13]), "a value of the type list_iterator"),
        (pd.Timestamp(13), "a date"),
        (Liar("13"), "text"),
        (lambda: 13, "a function"),
    ],
)
def test_what_is_no_number_is_named(answer, sort):
    assert not same(answer, 13) and kind(answer) == sort


@pytest.mark.parametrize(
    "answer", [10**400, -(10**400), Decimal("1e999"), Fraction(10**400, 3), Any13(5), float("inf")]
)
def test_other_numbers_are_not_the_same(answer):
    assert not same(answer, 13) and not same(answer, 13.5)


def test_whole_numbers_are_equal_to_the_last_digit_and_others_to_nine():
    assert not same(10**12 + 1, 10**12)
    assert same(0.1 + 0.2, 0.3) and not same(0.1 + 0.2, 0.31)
    assert same(10**400, 10**400) and same(Decimal("0.3"), 0.1 + 0.2)


LISTED = [{1, 2}, [2, 1], (1, 2), frozenset({1, 2}), np.array([2, 1]), pd.Index([1.0, 2.0]), {1: "a", 2: "b"}.keys()]


@pytest.mark.parametrize("answer", [*LISTED, pd.array([1, 2], dtype="Int64")])
def test_a_set_in_whatever_listing(answer):
    assert same(answer, {1, 2})


@pytest.mark.parametrize(
    "answer",
    [
        {"1", "2"}, {1, 2, 3}, {1}, set(), [1, 2, 2], [[1], [2]], [1, [2]], [True, 2], {1, "b"}, [ANY, ANY],
        [Liar("1"), Liar("2")], AnyList([3]), ANY, MagicMock(), [MagicMock(), 1], pd.Series([1, 2]),
        np.array([[1], [2]]), {1: 2, 2: 1}, "12", [pd.NA, 1], (n for n in (1, 2)),
    ],
)  # fmt: skip
def test_what_is_not_that_set(answer):
    assert not same(answer, {1, 2})


def test_labels_of_text_and_of_two_parts():
    assert same(pd.Index(["b", "a"]), {"a", "b"}) and not same(["a", "B"], {"a", "b"})
    assert same([("a", 1)], {("a", 1)}) and not same([("a", "1")], {("a", 1)})


COUNTS = pd.Series([1, 0, pd.NA], index=["north", "east", "south"], dtype="Int64")


def test_columns_by_label_value_and_order():
    assert same(COUNTS.astype("Float64"), COUNTS) and same(COUNTS.astype(object), COUNTS) and same(COUNTS, COUNTS)
    others = [
        COUNTS[::-1],
        COUNTS + 1,
        COUNTS.fillna(0),
        COUNTS.reset_index(drop=True),
        COUNTS.astype("string"),
        [1, 0],
    ]
    others += [pd.Series([ANY] * 3, index=COUNTS.index), AnySeries(COUNTS), pd.Series([Liar(1)] * 3, COUNTS.index)]
    assert not any(same(other, COUNTS) for other in others)


def test_tables_also_where_a_column_has_a_name_twice():
    table = pd.DataFrame([[1, 2], [3, 4]], columns=["a", "a"])
    assert same(table.copy(), table) and same(table.astype(float), table) and same(table[::-1], table)
    others = [table.iloc[:, :1], table.iloc[:1], table + 1, table.set_axis(["a", "b"], axis="columns")]
    assert not any(same(other, table) for other in others)


def test_a_set_has_no_order_where_one_is_expected():
    assert same((1, 2), [1, 2]) and not same({1, 2}, [1, 2]) and not same([2, 1], [1, 2])


@pytest.mark.parametrize(
    "answer",
    [
        {"a": 1, "b": [2, 4]},
        {"a": 1, "b": [2, 3], "c": 5},
        {"a": 1},
        {"a": 1, "c": [2, 3]},
        {"a": True, "b": [2, 3]},
        {"a": 1, "b": ANY},
        AnyDictionary(a=1, b=[9, 9]),
        pd.Series({"a": 1, "b": [2, 3]}),
        [("a", 1), ("b", [2, 3])],
        {"a", "b"},
    ],
)
def test_a_dictionary_by_its_labels_and_its_values(answer):
    assert same({"b": (2, 3.0), "a": np.int64(1)}, {"a": 1, "b": [2, 3]})
    assert not same(answer, {"a": 1, "b": [2, 3]})


def test_labels_of_a_dictionary_are_told_apart_by_kind():
    assert same({1.0: "x"}, {1: "x"}) and same({}, {})
    assert not same({"1": "x"}, {1: "x"}) and not same({True: "x"}, {1: "x"}) and not same({}, {1: "x"})
    assert kind({}) == kind(AnyDictionary()) == "a dictionary"


def test_dates_truth_values_and_text():
    assert same(np.datetime64("2017-12-11"), pd.Timestamp("2017-12-11")) and same(np.True_, True)
    assert not same(1, True) and not same("True", True) and not same("2017-12-11", pd.Timestamp("2017-12-11"))
    assert same(Liar("a"), "a") and not same(Liar("b"), "a") and not same("a ", "a")


def test_kinds_in_a_listing_are_named_once():
    assert kinds([1, "a", np.int64(2), pd.NA]) == ["a number", "text"]
    assert scalar([]) is None


ROWS = pd.DataFrame({"who": [1, 1, 2], "what": [0.5, 0.5, None]})


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (ROWS.iloc[[2, 0, 1]], True),
        (ROWS.reset_index(drop=True)[["what", "who"]], True),
        (ROWS.set_index(pd.Index([5, 6, 7])).astype({"who": float}), True),
        (ROWS.drop_duplicates(), False),
        (pd.concat([ROWS, ROWS[:1]]), False),
        (ROWS.assign(what=[0.5, 0.4, None]), False),
        (ROWS[["who"]], False),
        (ROWS.assign(more=1), False),
        (ROWS.astype({"who": str}), False),
    ],
)
def test_tables_are_the_same_by_their_rows_in_any_order(given, right):
    assert same(given, ROWS) is right
