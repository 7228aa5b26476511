"""Equivalence classes: the rows of an extract that look the same in some columns, and the ranges that they stand for.

Every value of an extract is text, and text has an order: days as 1961-03-04, places as "Texas, 73301". A coarser value
stands for a range of finer ones. It is written in one of three ways: by its beginning, such as "1961" or "Texas"; as
two ends, such as "1960 to 1969", both of which belong to it; or as "any".
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

from disclosure.records.columns import QUASI_IDENTIFIERS

ANY: Final = "any"
"""The label that stands for every value of its column."""

TO: Final = " to "
"""Stands between the two ends of a range."""

AFTER_PARTS: Final = "."
"""Comes after the signs that part a value ("-" and ","), so "1961." comes after every day of 1961."""


def range_label(low: str, high: str) -> str:
    """Write a range in the words of an extract.

    Examples:
        >>> range_label("1960", "1969"), range_label("Texas, 73301", "Texas, 73301")
        ('1960 to 1969', 'Texas, 73301')
    """
    return low if low == high else f"{low}{TO}{high}"


def positions(values: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    """Return the values that occur in a column, as text, in order; and the place of each row's value among them.

    Raises:
        ValueError: numbers whose order as text is another one.

    Examples:
        >>> domain, place = positions(pd.Series(["1962-01-01", "1961-03-04", "1962-01-01"]))
        >>> domain.tolist(), place.tolist()
        (['1961-03-04', '1962-01-01'], [1, 0, 1])
    """
    codes, words = pd.factorize(values.astype("string").fillna(""))
    text = words.to_numpy(dtype=object).astype(str)
    order = np.argsort(text, kind="stable")
    if pd.api.types.is_numeric_dtype(values) and not pd.to_numeric(pd.Series(text[order])).is_monotonic_increasing:
        raise ValueError(
            f"column {values.name!r} holds numbers, which as text have another order (10 before 9): "
            "write them as text of one length, such as .astype(str).str.zfill(3)."
        )
    index = np.empty(len(order), dtype=np.int64)
    index[order] = np.arange(len(order))
    return text[order], index[codes]


def span(labels: pd.Series, domain: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Say which values of a domain each label stands for: those from place ``first`` up to, not with, ``stop``.

    Args:
        labels: values or ranges, as text.
        domain: the fine values, in order (see `positions`).

    Returns:
        Two arrays of places, one for each label. Where ``first`` is ``stop``, no value of the domain fits.

    Examples:
        >>> days = np.array(["1959-12-31", "1960-01-01", "1961-03-04", "1961-05-06"])
        >>> [places.tolist() for places in span(pd.Series(["1961", "1960 to 1969", "any", "1962"]), days)]
        [[2, 1, 0, 4], [4, 4, 4, 4]]
    """
    codes, words = pd.factorize(labels.astype("string").fillna(""))
    ends = [(word, word) if TO not in word else tuple(word.split(TO, 1)) for word in words]
    lows = np.array([low for low, _ in ends], dtype=str)
    highs = np.array([high + AFTER_PARTS for _, high in ends], dtype=str)
    everything = np.array([word == ANY for word in words], dtype=bool)
    first = np.where(everything, 0, np.searchsorted(domain, lows, side="left"))
    stop = np.where(everything, len(domain), np.searchsorted(domain, highs, side="right"))
    return first[codes], np.maximum(first, stop)[codes]


def require_columns(rows: pd.DataFrame, by: Sequence[str], fact: str | None = None) -> None:
    """Refuse rows that lack a column, and say by which argument yours is named.

    Args:
        rows: one row per person.
        by: the columns that an onlooker knows.
        fact: the sensitive column; None where none is needed.

    Raises:
        ValueError: ``rows`` lacks one of them, or has it twice.
    """
    for argument, columns in (("by", by), ("fact", [] if fact is None else [fact])):
        for column in columns:
            if (found := list(rows.columns).count(column)) > 1:
                raise ValueError(f"the rows have {found} columns called {column!r}: rename all but one.")
            if not found:
                has = ", ".join(map(str, rows.columns))
                raise ValueError(
                    f"the rows have no column {column!r}; they have: {has}. Name yours with {argument}=..."
                )


def classes_of(rows: pd.DataFrame, by: str | Sequence[str]) -> tuple[np.ndarray, pd.DataFrame]:
    """Put rows that look the same in some columns into one class.

    Args:
        rows: one row per person.
        by: the columns that an onlooker knows; with none, everybody is in one class.

    Returns:
        The number of each row's class, from 0; and one row per class with the columns ``by``, in the order of numbers.

    Raises:
        ValueError: ``rows`` lacks one of the columns.

    Examples:
        >>> rows = pd.DataFrame({"sex": ["female", "male", "female"], "born": ["1961", "1961", "1961"]})
        >>> numbers, classes = classes_of(rows, ["sex", "born"])
        >>> numbers.tolist(), classes["sex"].tolist()
        ([0, 1, 0], ['female', 'male'])
    """
    by = (by,) if isinstance(by, str) else tuple(by)
    require_columns(rows, by)
    numbers = np.zeros(len(rows), dtype=np.int64)
    for column in by:
        codes, words = pd.factorize(rows[column], use_na_sentinel=False)
        numbers, _ = pd.factorize(numbers * max(1, len(words)) + codes)
    first_seen = np.flatnonzero(np.diff(np.maximum.accumulate(numbers), prepend=-1))
    return numbers, rows[list(by)].iloc[first_seen].reset_index(drop=True)


def class_sizes(rows: pd.DataFrame, by: Sequence[str] = QUASI_IDENTIFIERS) -> pd.Series:
    """Count for each row how many rows look like it, itself included: the person's anonymity set.

    With no columns, everybody looks alike.

    Examples:
        >>> class_sizes(pd.DataFrame({"born": ["1961", "1961", "1970"]}), by=["born"]).tolist()
        [2, 2, 1]
    """
    class_number, _ = classes_of(rows, by)
    return pd.Series(np.bincount(class_number)[class_number], index=rows.index, name="class_size")


def class_of(people: pd.DataFrame, classes: pd.DataFrame) -> np.ndarray:
    """Find the class into which each person would fall, going by what its labels stand for.

    Args:
        people: one row per person, with fine values, as text.
        classes: one row per class; its columns are those that are compared (see `classes_of`).

    Returns:
        The number of each person's class, -1 where there is none.

    Raises:
        ValueError: a person fits two classes: then the labels do not tell which one is meant.

    Examples:
        >>> people = pd.DataFrame({"born": ["1961-03-04", "1969-12-31", "1970-01-01"]})
        >>> class_of(people, pd.DataFrame({"born": ["1962 to 1969", "1961"]})).tolist()
        [1, 0, -1]
    """
    indices = [_places(people[column], classes[column]) for column in classes]
    which, who = _pairs(indices) if indices else (np.zeros(len(people), dtype=np.int64), np.arange(len(people)))
    twice = np.flatnonzero(np.bincount(who, minlength=len(people)) > 1)
    if len(twice):
        raise ValueError(f"person {people.index[twice[0]]!r} fits two classes: the classes overlap.")
    number = np.full(len(people), -1)
    number[who] = which
    return number


Places = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Of one column: the place of each person's value among all, and where the range of each class begins and stops."""


def _places(values: pd.Series, labels: pd.Series) -> Places:
    domain, index = positions(values)
    return (np.where(values.isna(), -1, index), *span(labels, domain))


def _pairs(indices: list[Places]) -> tuple[np.ndarray, np.ndarray]:
    """All pairs of a class and a person that fit: those that fit in the column that tells most, less all others."""
    sizes = [_between(column)[1].sum() for column in indices]
    index, first, stop = indices[int(np.argmin(sizes))]
    start, count = _between((index, first, stop))
    which = np.repeat(np.arange(len(first)), count)
    within = np.arange(len(which)) - np.repeat(np.cumsum(count) - count, count)
    who = np.argsort(index, kind="stable")[np.repeat(start, count) + within]
    for index, first, stop in indices:
        fits = (index[who] >= first[which]) & (index[who] < stop[which])
        which, who = which[fits], who[fits]
    return which, who


def _between(column: Places) -> tuple[np.ndarray, np.ndarray]:
    """For each class, where its people begin when all are sorted by this column, and how many there are."""
    index, first, stop = column
    begin, end = (np.searchsorted(np.sort(index), ends) for ends in (first, stop))
    return begin, end - begin
