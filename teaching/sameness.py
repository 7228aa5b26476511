"""Whether an answer and its reference say the same, and what sort of thing each of them is.

What a learner hands in may be equal to everything, lie about its class, or fail when it is asked. So it is judged by
its true type, taken apart into plain values (a canonical form), and only these are compared.
"""

import datetime
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import islice
from math import inf, isclose, isfinite, isnan, nan
from typing import Any, Final

import numpy as np
import pandas as pd

from teaching.strings import checks as strings

Scalar = tuple[str, Any]
"""One plain value: its kind in words, and itself as Python's own number, text, truth value or date."""

MISSING: Final[Scalar] = (strings.A_MISSING_VALUE, None)
BUILT_IN: Final[tuple[type, ...]] = (set, frozenset, list, tuple)
OTHER_LISTINGS: Final[tuple[type, ...]] = (np.ndarray, pd.Index, pd.api.extensions.ExtensionArray, type({}.keys()))


def same(answer: Any, expected: Any) -> bool:
    """Whether two answers say the same, whatever container or number type they came in.

    A set of labels equals any listing of the same labels without repetition; columns are equal by labels and values,
    in order, missing values equal to each other; tables by their rows, in any order, with columns in any order;
    dictionaries by labels and values, in any order. Whole numbers must be equal, others to nine digits.

    Examples:
        >>> same(np.int64(3), 3), same([2, 1], {1, 2}), same([1, 1, 2], {1, 2}), same(True, 1), same("3", 3)
        (True, True, False, False, False)
        >>> same({"b": 2, "a": 1.0}, {"a": 1, "b": 2}), same({"a": 1, "b": 3}, {"a": 1, "b": 2})
        (True, False)
    """
    if (plain := scalar(expected)) is not None:
        given = scalar(answer)
        return given is not None and _equal(given, plain)
    if kind(answer) != kind(expected):
        return False
    if isinstance(expected, pd.DataFrame):
        names = set(expected.columns) if expected.columns.is_unique else expected.columns
        return _same_listing(answer.columns, names) and not any(rows_apart(answer, expected))
    if isinstance(expected, pd.Series):
        return _same_listing(answer.index, expected.index) and _same_listing(answer, expected)
    if isinstance(expected, dict):
        return _same_dictionary(answer, expected)
    return _same_listing(answer, expected)


def kind(value: Any) -> str:
    """Name the sort of thing that a value is, in words.

    Examples:
        >>> kind(np.array(13)), kind("13"), kind([1, 2]), kind(x for x in "a")
        ('a number', 'text', 'a list, a set or an array', 'a value of the type generator')
    """
    if (plain := scalar(value)) is not None:
        return plain[0]
    true_type = type(value)
    if true_type is pd.Series:
        return strings.A_COLUMN
    if true_type is pd.DataFrame:
        return strings.A_TABLE
    if issubclass(true_type, dict):
        return strings.A_DICTIONARY
    if issubclass(true_type, BUILT_IN + OTHER_LISTINGS):
        return strings.A_SET
    return strings.A_FUNCTION if callable(value) else strings.OF_TYPE.format(type=type_name(value))


def kinds(values: Iterable[Any]) -> list[str]:
    """Name the sorts of things in a listing, each once, in alphabetical order; missing values are none."""
    return sorted({kind(value) for value in values} - {strings.A_MISSING_VALUE})


def type_name(value: Any) -> str:
    """Return the name of a value's true type, whatever its class pretends; long ones are cut.

    Examples:
        >>> type_name(Decimal(1))
        'Decimal'
    """
    return str(type.__dict__["__name__"].__get__(type(value)))[:50]


def scalar(value: Any) -> Scalar | None:
    """Take one number, text, truth value or date as a plain value; None for everything else.

    Examples:
        >>> scalar(Decimal(13)), scalar(np.array(13)), scalar(pd.NA), scalar([13])
        (('a number', 13.0), ('a number', 13), ('a missing value', None), None)
    """
    true_type = type(value)
    if true_type is np.ndarray and value.ndim == 0:
        return scalar(value[()])
    if value is None or value is pd.NA or value is pd.NaT:
        return MISSING
    if true_type in (bool, np.bool_):
        return strings.A_TRUTH_VALUE, bool(value)
    if issubclass(true_type, str):
        return strings.A_TEXT, str.__str__(value)
    if true_type in (datetime.date, datetime.datetime, pd.Timestamp, np.datetime64):
        return MISSING if pd.isna(value) else (strings.A_DATE, pd.Timestamp(value))
    return _number(value)


def _number(value: Any) -> Scalar | None:
    """One number of whatever type; what is not a number (NaN) is missing; None where it is something else."""
    true_type = type(value)
    if issubclass(true_type, int):
        return strings.A_NUMBER, int.__int__(value)
    if issubclass(true_type, np.integer):
        return strings.A_NUMBER, int(np.generic.item(value))
    if issubclass(true_type, float):
        number = float.__float__(value)
    elif true_type in (Decimal, Fraction) or issubclass(true_type, np.floating):
        number = _as_float(value)
    else:
        return None
    return MISSING if isnan(number) else (strings.A_NUMBER, number)


def _as_float(value: Any) -> float:
    """A whole or decimal number or a fraction as a float: infinite where it is too large for one."""
    try:
        return float(value)
    except ValueError:  # a signalling NaN
        return nan
    except OverflowError:
        return inf if value > 0 else -inf


def _equal(answer: Scalar, expected: Scalar) -> bool:
    """Whether two plain values are of one kind and equal; numbers that are not both whole, to nine digits."""
    given, other = answer[1], expected[1]
    if answer[0] != expected[0]:
        return False
    if answer[0] != strings.A_NUMBER or (isinstance(given, int) and isinstance(other, int)):
        return bool(given == other)
    return isclose(_as_float(given), _as_float(other), rel_tol=1e-9, abs_tol=1e-12)


def _same_listing(answer: Any, expected: Any) -> bool:
    """Whether two listings hold the same; in the same order, unless a set is expected."""
    given = listed(answer, len(expected) + 1)
    if len(given) != len(expected):
        return False
    if isinstance(expected, set | frozenset):
        return {_label(value) for value in given} == {_label(value) for value in expected}
    in_order = not issubclass(type(answer), set | frozenset)
    return in_order and all(same(mine, other) for mine, other in zip(given, expected, strict=True))


def rows_apart(answer: pd.DataFrame, expected: pd.DataFrame) -> tuple[Counter[Any], Counter[Any]]:
    """The rows of a table that an answer lacks, and those that it has besides, each with how often.

    Args:
        answer: a table with the columns of the other one, in any order; in the same, where a name stands twice.
        expected: the table; a row is a tuple of `scalar` of its values, in the order of its columns.
    """
    given, wanted = (
        Counter(
            tuple(_rounded(_label(value)) for value in row)
            for row in islice(table.itertuples(index=False, name=None), len(expected) + 1)
        )
        for table in (answer[list(expected)] if expected.columns.is_unique else answer, expected)
    )
    return wanted - given, given - wanted


def _rounded(label: Any) -> Any:
    """A plain value, with nine digits where it is no whole number."""
    if isinstance(label, tuple) and isinstance(label[1], float) and isfinite(label[1]):
        return label[0], float(f"{label[1]:.9g}")
    return label


def _same_dictionary(answer: Any, expected: dict[Any, Any]) -> bool:
    """Whether two dictionaries have the same labels, and the same at each; the answer's own methods are not asked."""
    if dict.__len__(answer) != len(expected):
        return False
    given = {_label(label): value for label, value in dict.items(answer)}
    wanted = {_label(label): value for label, value in expected.items()}
    return given.keys() == wanted.keys() and all(same(given[label], value) for label, value in wanted.items())


def listed(value: Any, most: int) -> list[Any]:
    """Return the first so many things of a listing, without asking the methods of a learner's own class."""
    base: Any = next((base for base in BUILT_IN if issubclass(type(value), base)), type(value))
    return list(islice(base.__iter__(value), most))


def _label(value: Any) -> Any:
    """A label of which equality can be trusted: what is no plain value is equal to nothing."""
    if type(value) is tuple:
        return tuple(_label(part) for part in value)
    return object() if (plain := scalar(value)) is None else plain
