"""The plain form of an answer: nothing but numbers, texts and lists, so that it can leave a process that nobody trusts.

What is equal to everything, lies about its class or fails when asked is taken by its true type, and is no answer.
"""

from itertools import islice
from typing import Any, Final

import numpy as np
import pandas as pd

LONGEST: Final = 10_000
"""Things in a listing that are looked at."""
DEEPEST: Final = 6
LONGEST_TEXT: Final = 10_000
LARGEST: Final = 2**63
MISSING: Final = {"missing": True}
NUMBERS: Final = (int, float)
LISTINGS: Final[dict[Any, str]] = {set: "set", frozenset: "set", list: "list", tuple: "list"}


def plain(value: Any, depth: int = 0) -> Any:
    """The plain form of a value.

    Returns:
        Numbers, texts and truth values as they are; else a dictionary with one entry that says what it is.

    Examples:
        >>> plain(np.int64(3)), plain({"b"}), plain(pd.Series([1, None], index=["x", "y"]))
        (3, {'set': ['b']}, {'column': [['x', 'y'], [1.0, {'missing': True}]]})
        >>> plain(object())
        {'other': 'object'}
    """
    sort = type(value)
    if value is None or value is pd.NA or value is pd.NaT:
        return MISSING if value is not None else {"nothing": True}
    if value is ...:
        return {"nothing": True}
    if sort in (bool, np.bool_):
        return bool(value)
    if sort in NUMBERS or issubclass(sort, np.integer | np.floating):
        return _number(value)
    if issubclass(sort, str):
        return str.__str__(value)[:LONGEST_TEXT]
    return _listing(value, depth) if depth < DEEPEST else {"other": "too deep"}


def _number(value: Any) -> Any:
    """A number as Python's own; what is not a number is missing."""
    number = value if type(value) in NUMBERS else np.generic.item(value)
    if number != number:
        return MISSING
    if abs(number) == float("inf") or (isinstance(number, int) and abs(number) >= LARGEST):
        return {"other": "too large a number"}
    return number


def _listing(value: Any, depth: int) -> Any:
    """A table, column, set, dictionary or list, with plain forms in it."""
    sort = type(value)

    def inner(things: Any) -> list[Any]:
        return [plain(thing, depth + 1) for thing in islice(things, LONGEST)]

    if sort is pd.DataFrame:
        columns = [inner(value.iloc[:, number]) for number in range(min(value.shape[1], 100))]
        return {"table": [inner(value.columns), inner(value.index), columns]}
    if sort is pd.Series:
        return {"column": [inner(value.index), inner(value)]}
    if issubclass(sort, dict):
        return {"dictionary": [inner(dict.keys(value)), inner(dict.values(value))]}
    for base, name in LISTINGS.items():
        if issubclass(sort, base):
            return {name: inner(base.__iter__(value))}
    if sort is np.ndarray and value.ndim == 0:
        return plain(value[()], depth + 1)
    if sort is np.ndarray or issubclass(sort, pd.Index | pd.api.extensions.ExtensionArray):
        return {"list": inner(value)}
    if sort is pd.Timestamp:
        return value.isoformat()
    return {"other": type.__dict__["__name__"].__get__(sort)[:50]}
