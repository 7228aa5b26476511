"""An answer that has come back in its plain form, and whether it says the same as the right one."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from teaching.sameness import same


class NoAnswer:
    """What stands where nothing was handed in that could be right: it is the same as nothing."""

    def __init__(self, sort: str = "") -> None:
        """Keep what was there in its place, for whoever reads the marks."""
        self.sort = sort

    def __repr__(self) -> str:
        """Say what was there."""
        return f"no answer ({self.sort})" if self.sort else "no answer"


def read_answer(form: Any) -> Any:
    """Build an answer from its plain form; whatever is no such form is no answer.

    Examples:
        >>> read_answer({"set": [3, 5]}), read_answer({"dictionary": [["north"], [{"list": [1, 4]}]]})
        ({3, 5}, {'north': [1, 4]})
        >>> read_answer({"other": "Everything"})
        no answer (Everything)
    """
    if not isinstance(form, dict):
        return form if isinstance(form, int | float | str) else NoAnswer()
    try:
        [(sort, held)] = form.items()
        return READERS[sort](held)
    except (ValueError, KeyError, TypeError, RecursionError):
        return NoAnswer(str(form.get("other", ""))[:50])


def _all(forms: list[Any]) -> list[Any]:
    """All things of a listing."""
    return [read_answer(form) for form in forms]


def _hashable(forms: list[Any]) -> list[Any]:
    """Labels: listings among them become tuples."""
    return [tuple(thing) if isinstance(thing, list) else thing for thing in _all(forms)]


def _column(held: list[Any]) -> pd.Series:
    labels, values = held
    return pd.Series(_all(values), index=_index(labels), dtype=object)


def _table(held: list[Any]) -> pd.DataFrame:
    columns, rows, values = held
    table = pd.DataFrame({place: _all(each) for place, each in enumerate(values)}, index=_index(rows), dtype=object)
    table.columns = _index(columns)
    return table


def _index(forms: list[Any]) -> pd.Index:
    return pd.Index(_hashable(forms), dtype=object, tupleize_cols=False)


READERS = {
    "missing": lambda held: pd.NA,
    "nothing": lambda held: NoAnswer("nothing"),
    "set": lambda held: set(_hashable(held)),
    "list": _all,
    "dictionary": lambda held: dict(zip(_hashable(held[0]), _all(held[1]), strict=True)),
    "column": _column,
    "table": _table,
}
"""How each plain form is read."""


def agrees(answer: Any, expected: Any) -> bool:
    """Whether an answer says the same as the right one, whatever container or number type it came in.

    Args:
        answer: as `read_answer` gives it.
        expected: a number, text, truth value, set, listing, column or table; or a dictionary of them, which a column
            with the same labels equals, in any order.

    Examples:
        >>> agrees([1, 3], (1, 3)), agrees({"b": 2, "a": 1}, {"a": 1, "b": 2}), agrees({"a": 1}, {"a": 1, "b": 2})
        (True, True, False)
    """
    if not isinstance(expected, Mapping):
        return not isinstance(answer, NoAnswer) and same(answer, expected)
    if isinstance(answer, pd.Series) and answer.index.is_unique:
        answer = answer.to_dict()
    if not isinstance(answer, dict) or set(answer) != set(expected):
        return False
    return all(agrees(answer[name], value) for name, value in expected.items())
