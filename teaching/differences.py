"""In what an answer differs from its reference, in a sentence, and for columns side by side."""

from typing import Any, Final

import pandas as pd

from teaching.in_words import LONGEST, in_words
from teaching.sameness import kind, kinds, listed, rows_apart, same, scalar
from teaching.strings import checks as strings

MOST_ROWS: Final = 30
"""Longer columns are not shown side by side."""

MOST_READ: Final = 1_000
"""Labels or values of an answer that are looked at to say what is wrong."""

MOST_LABELS: Final = 10
"""Labels that a sentence names."""


def difference(given: Any, expected: Any) -> tuple[str, pd.DataFrame | None]:
    """Say how an answer differs from the reference on one case.

    Args:
        given: what the learner's function returned; not the same as expected.
        expected: what the reference returned.

    Returns:
        A sentence; and where both are columns with labels of their own, the two beside each other.

    Examples:
        >>> difference(2, 1)[0], difference("1", 1)[0]
        ('There, the answer is 1; yours gives 2.', 'There, the answer is 1 (a number); yours gives 1 (text).')
        >>> difference({"1", "2"}, {1, 2})[0]
        'There, each label of the answer is a number; of yours, text.'
    """
    if kind(given) != kind(expected) and None not in (scalar(given), scalar(expected)):
        told = {"expected": in_words(expected), "answer": in_words(given)}
        return strings.OTHER_KIND.format(**told, kind=kind(expected), other=kind(given)), None
    if kind(given) != kind(expected):
        return strings.WRONG_TYPE.format(expected=kind(expected), answer=kind(given)), None
    if isinstance(expected, pd.Series):
        return _of_columns(given, expected), _side_by_side(given, expected)
    if isinstance(expected, pd.DataFrame):
        return _of_tables(given, expected), None
    if isinstance(expected, set | frozenset) and (sentence := _of_kinds(strings.LABELS_OF_KIND, given, expected)):
        return sentence, None
    if isinstance(expected, list | tuple) and (sentence := _of_long(given, expected)):
        return sentence, None
    shown = in_words(expected), in_words(given)
    if shown[0].split() == shown[1].split():  # they differ in spaces, which cannot be seen
        shown = ascii(shown[0]), ascii(shown[1])
    return strings.FUNCTION_CASE.format(expected=shown[0], answer=shown[1]), None


def _of_long(given: Any, expected: list[Any] | tuple[Any, ...]) -> str:
    """Say where a listing first differs that is too long to be read whole; nothing if it is short, or does not."""
    if len(repr(expected)) <= LONGEST:
        return ""
    mine, other = listed(given, MOST_READ), listed(expected, MOST_READ)
    for place in range(max(len(mine), len(other))):
        pair = other[place : place + 1], mine[place : place + 1]
        if not same(pair[1], pair[0]):
            told = [in_words(one[0]) if one else strings.NOTHING_MORE for one in pair]
            if told[0] == told[1]:  # a number and the same number as text
                told = [kind(one[0]) for one in pair]
            return strings.LONG_LISTING.format(place=place, expected=told[0], answer=told[1])
    return ""


def _of_tables(given: pd.DataFrame, expected: pd.DataFrame) -> str:
    """Say what is wrong with a table: its columns, or the first row that lacks, or that is one too many."""
    mine, other = ([in_words(label) for label in listed(table.columns, MOST_READ)] for table in (given, expected))
    if lacking := [label for label in other if label not in mine]:
        return strings.TABLE_LACKS.format(labels=_listed(lacking))
    if len(mine) > len(other):
        return strings.TABLE_HAS_MORE.format(labels=_listed(other))
    for sentence, rows in zip((strings.ROW_LACKS, strings.ROW_TOO_MANY), rows_apart(given, expected), strict=True):
        for row in rows:
            told = [f"{label} {in_words(value[1])}" for label, value in zip(other, row, strict=True)]
            return sentence.format(row=_listed(told))
    return strings.FUNCTION_CASE.format(expected=in_words(expected), answer=in_words(given))


def _of_columns(given: pd.Series, expected: pd.Series) -> str:
    """Say what is wrong with a column: its labels, the kind of its values, or the values."""
    mine, other = _labels(given), _labels(expected)
    if lacking := [label for label in other if label not in mine]:
        if sentence := _of_kinds(strings.LABELS_OF_KIND, given.index, expected.index):
            return sentence
        return strings.COLUMN_LACKS.format(labels=_listed(lacking))
    if repeated := [label for label in dict.fromkeys(mine) if mine.count(label) > other.count(label) > 0]:
        return strings.COLUMN_REPEATS.format(labels=_listed(repeated))
    if extra := [label for label in mine if label not in other]:
        return strings.COLUMN_HAS_MORE.format(labels=_listed(extra))
    if mine != other:
        return strings.OTHER_ORDER
    return _of_kinds(strings.VALUES_OF_KIND, given, expected) or strings.COLUMNS_DIFFER


def _of_kinds(sentence: str, given: Any, expected: Any) -> str:
    """Name the kinds of things in two listings, if no kind is in both; nothing otherwise, or where one is empty."""
    mine, other = kinds(listed(given, MOST_READ)), kinds(listed(expected, MOST_READ))
    if not mine or not other or set(mine) & set(other):
        return ""
    return sentence.format(expected=strings.OR.join(other), answer=strings.OR.join(mine))


def _labels(column: pd.Series) -> list[str]:
    """The labels of a column as text, of a long one the first."""
    return [in_words(label) for label in listed(column.index, MOST_READ)]


def _listed(labels: list[str]) -> str:
    """Some labels in a sentence."""
    return ", ".join(labels[:MOST_LABELS] + ([strings.MORE] if len(labels) > MOST_LABELS else []))


def _side_by_side(given: pd.Series, expected: pd.Series) -> pd.DataFrame | None:
    """Two columns beside each other, as plain values; None where a label occurs twice, or there are too many."""
    columns = {}
    for name, column in ((strings.THE_ANSWER, expected), (strings.YOURS, given)):
        labels = _labels(column)
        if len(set(labels)) < len(labels) or len(labels) > MOST_ROWS:
            return None
        columns[name] = dict(zip(labels, map(_shown, column), strict=True))
    return pd.DataFrame(
        columns, index=list(dict.fromkeys(label for column in columns.values() for label in column)), dtype=object
    )


def _shown(value: Any) -> Any:
    """One value of a column: a small number as it is, everything else in words."""
    return value if type(value) in (int, float) else in_words(value)
