"""What a label of a table may be, how it is written, and which labels look like another one or like a total.

A table prints text, so a label is text: what is equal as text is one label, and what looks alike is said.
"""

import datetime as dt
import warnings
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final
from unicodedata import category, normalize
from uuid import UUID

import numpy as np
import pandas as pd
from numpy.typing import NDArray

TOTAL: Final = "total"
"""The label that stands for "all of them" in a dimension of a table."""

LIKE_TOTAL: Final = frozenset({TOTAL, "totals", "grand total"})
"""Labels that nobody reads as anything but a sum, whatever their case."""

PERHAPS_TOTAL: Final = frozenset({"all", "sum", "overall", "subtotal", "everybody", "everyone"})
"""Labels that may be sums under another name, or may not."""

BETWEEN: Final = " | "
"""Stands between the labels in the name of a cell."""

KINDS: Final = "text, numbers, dates, periods, durations or True and False"


def written(label: Any) -> str:
    """Write a label as the table prints it.

    Numbers that are equal are written alike (1, 1.0 and Decimal("1.00")), midnights as days, other moments in full.

    Raises:
        ValueError: it is missing, or nothing that a table could print, such as a list.

    Examples:
        >>> [written(label) for label in ("1", 1, 1.0, Decimal("1.00"), True, 2.5)]
        ['1', '1', '1', '1', 'True', '2.5']
        >>> written(pd.Timestamp("2017-12-11")), written(dt.date(2017, 12, 11)), written(pd.Timedelta(minutes=10))
        ('2017-12-11', '2017-12-11', '0 days 00:10:00')
    """
    match label:
        case str():
            return str(label)
        case bool() | np.bool_() | dt.time() | pd.Period() | pd.Interval() | UUID():
            return str(label)
        case _ if not pd.api.types.is_scalar(label) or pd.isna(label):
            raise ValueError(f"{label!r} is no label: labels are {KINDS}.")
        case int() | np.integer() | float() | np.floating() | Decimal():
            return _number(label)
        case dt.datetime() | np.datetime64():
            moment = pd.Timestamp(label)
            return moment.date().isoformat() if moment == moment.normalize() else str(moment)
        case dt.date():
            return label.isoformat()
        case dt.timedelta() | np.timedelta64():
            return str(pd.Timedelta(label))
    raise ValueError(f"{label!r} is no label: labels are {KINDS}.")


def _number(number: Any) -> str:
    """A number, without the zeros that change nothing."""
    if np.isinf(float(number)):
        return str(number)
    if number == int(number):
        return str(int(number))
    return f"{number.normalize():f}" if isinstance(number, Decimal) else str(number)


def read_labels(column: pd.Series) -> tuple[NDArray[np.int64], list[str]]:
    """Return the place of each row's label, and the labels: categories in their order, else as they first appear.

    Args:
        column: labels of any type that `written` knows.

    Raises:
        ValueError: a label is missing or cannot be written; the sentence names the row.

    Examples:
        >>> places, labels = read_labels(pd.Series([1, "1", True, 2]))
        >>> places.tolist(), labels
        ([0, 0, 1, 2], ['1', 'True', '2'])
    """
    _refuse_missing(column)
    found: Sequence[Any] | pd.Index
    if isinstance(column.dtype, pd.CategoricalDtype):
        indices, found = column.cat.codes.to_numpy(), list(column.cat.categories)
    elif column.dtype == object and not _is_text(column):
        indices, found = np.arange(len(column)), list(column)  # as keys, 1 and True would be one
    else:
        indices, found = pd.factorize(column)
    texts = np.empty(len(found), dtype=object)
    texts[:] = [_written_in(column, label) for label in found]
    same, labels = pd.factorize(texts)
    return same[indices].astype(np.int64), labels.tolist()


def as_text(column: pd.Series) -> pd.Series:
    """The labels of a column as text; shape (rows,).

    Examples:
        >>> as_text(pd.Series(pd.to_datetime(["2017-12-11 00:00", "2017-12-12 09:30"]))).tolist()
        ['2017-12-11', '2017-12-12 09:30:00']
    """
    _refuse_missing(column)
    if _is_text(column):
        return column.astype(object)
    indices, labels = read_labels(column)
    return pd.Series(np.array(labels, dtype=object)[indices], column.index, dtype=object, name=column.name)


def _is_text(column: pd.Series) -> bool:
    """Whether every value is text already."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return False
    return pd.api.types.infer_dtype(column, skipna=False) in {"string", "empty"}


def _refuse_missing(column: pd.Series) -> None:
    """Say which row has no label."""
    missing = column.isna()
    if missing.any():
        row = column.index[missing][0]
        raise ValueError(f"column {column.name!r} has a missing value (row {row}): give it a label such as 'unknown'.")


def _written_in(column: pd.Series, label: Any) -> str:
    """A label as text; the sentence about one that is none says where it stands."""
    try:
        return written(label)
    except ValueError as error:
        raise ValueError(f"column {column.name!r}: {error}") from None


def refuse_like_total(dimension: str, labels: Iterable[str], *, totals: bool) -> None:
    """Refuse labels that stand for a sum, or look like it and would be counted as labels.

    Args:
        dimension: whose labels they are.
        labels: the labels.
        totals: whether `TOTAL` itself may be among them, as in a table that has its totals.
    """
    for label in labels:
        if as_seen(label) in LIKE_TOTAL and not (totals and label == TOTAL):
            raise ValueError(
                f"column {dimension!r} holds the label {label!r}, which stands for the sum: "
                f"rename it; a printed total is called {TOTAL!r}."
            )


def say_what_looks_alike(dimension: str, labels: Iterable[str]) -> None:
    """Warn of labels that differ only in case, spaces or accents' codes, and of such that may be a total.

    They stay labels of their own, for "us" and "US" may be two things.
    """
    alike: dict[str, list[str]] = {}
    for label in dict.fromkeys(labels):
        alike.setdefault(as_seen(label), []).append(label)
    for seen, names in alike.items():
        if len(names) > 1:
            _say(f"{dimension!r} has labels that look alike and count apart: {', '.join(map(repr, names))}.")
        if seen in PERHAPS_TOTAL:
            _say(f"{dimension!r} has the label {names[0]!r}, counted like any other; a total is called {TOTAL!r}.")


def _say(sentence: str) -> None:
    """Warn, once for each sentence."""
    warnings.warn(sentence, stacklevel=2)


def as_seen(label: str) -> str:
    """A label without what the eye misses: case, spaces around and doubled, signs of no width, codes of accents."""
    text = label
    if not label.isascii():
        text = "".join(sign for sign in normalize("NFKC", label) if category(sign) != "Cf")
    return " ".join(text.split()).casefold()


def cell_name(labels: Iterable[str]) -> str:
    """One name for a cell; two cells never share it, for labels that hold the sign between labels are quoted.

    Examples:
        >>> cell_name(("The Lantern", "North")), cell_name(("x | y", "z")), cell_name(("x", "y | z"))
        ('The Lantern | North', '"x | y" | z', 'x | "y | z"')
    """
    return BETWEEN.join(map(_quoted, labels))


def _quoted(label: str) -> str:
    """A label as it stands in a name."""
    if "|" in label or label.startswith('"'):
        return '"' + label.replace('"', '""') + '"'
    return label


def cell_names(cells: pd.DataFrame) -> pd.Series:
    """One name for each row of labels; shape (rows,)."""
    rows = zip(*(cells[name] for name in cells), strict=True)
    return pd.Series([cell_name(labels) for labels in rows], cells.index, dtype=object, name="target")
