"""Compares a learner's answer with its reference: right, not yet, or not attempted."""

from collections.abc import Callable, Iterable, Sized
from dataclasses import dataclass
from enum import Enum
from html import escape
from numbers import Real
from typing import Any

import numpy as np
import pandas as pd

from teaching.strings import checks as strings

Arguments = dict[str, Any]
"""One small case: the arguments of the function that the learner writes, by name."""


class Verdict(Enum):
    """The three things that a check can say."""

    RIGHT = strings.RIGHT
    NOT_YET = strings.NOT_YET
    NOT_ATTEMPTED = strings.NOT_ATTEMPTED


@dataclass(frozen=True)
class Outcome:
    """What a check found, to be read by the learner.

    Attributes:
        verdict: right, not yet, or not attempted.
        explanation: one sentence more.
        case: a small case in which the answer and the reference differ, by argument name; None where there is none.
        side_by_side: on that case, the reference and the answer next to each other, where both are columns.
    """

    verdict: Verdict
    explanation: str = ""
    case: Arguments | None = None
    side_by_side: pd.DataFrame | None = None

    def __repr__(self) -> str:
        """Return the outcome as plain text."""
        shown = [f"{name} =\n{value}" for name, value in (self.case or {}).items()]
        lead = [strings.SMALL_CASE] if shown else []
        columns = [] if self.side_by_side is None else [str(self.side_by_side)]
        return "\n".join([self.verdict.value, *lead, *shown, self.explanation, *columns]).rstrip()

    def _repr_html_(self) -> str:
        """Return the outcome for a notebook; colour is never the only sign."""
        shown = "".join(
            f"<p><code>{escape(name)}</code></p>{_as_html(value)}" for name, value in (self.case or {}).items()
        )
        lead = f"<p>{escape(strings.SMALL_CASE)}</p>" if shown else ""
        sign, colour = {"RIGHT": ("✓", "#00694b"), "NOT_YET": ("✗", "#a3370b")}.get(self.verdict.name, ("…", "#5c5c5c"))
        head = f'<p role="status"><strong style="color: {colour}">{sign} {escape(self.verdict.value)}</strong></p>'
        style = f"border-left: 4px solid {colour}; padding: 0.2em 1em; background: #fff; color: #1a1a1a"
        columns = "" if self.side_by_side is None else _as_html(self.side_by_side)
        return f'<div style="{style}">{head}{lead}{shown}<p>{escape(self.explanation)}</p>{columns}</div>'


def check_value(answer: Any, *, expected: Any, worked_case: Arguments, worked_answer: Any) -> Outcome:
    """Compare a value that the learner computed on her own world.

    Args:
        answer: what she computed; ``...`` or None where she has not begun.
        expected: the reference's value on the same data.
        worked_case: a small case, shown where her answer is not right.
        worked_answer: the reference's value on it.

    Examples:
        >>> check_value(3, expected=3, worked_case={}, worked_answer=1).verdict.name
        'RIGHT'
        >>> check_value(..., expected=3, worked_case={}, worked_answer=1).verdict.name
        'NOT_ATTEMPTED'
        >>> check_value(4, expected=3, worked_case={"countries": ["A", "A", "B"]}, worked_answer=1)
        Not yet.
        Try it on this small case:
        countries =
        ['A', 'A', 'B']
        There, the answer is 1. Count yours in the same way.
    """
    if is_untouched(answer):
        return Outcome(Verdict.NOT_ATTEMPTED, strings.NOT_ATTEMPTED_HELP)
    if same(answer, expected):
        return Outcome(Verdict.RIGHT)
    if _kind(answer) != _kind(expected):
        sentence = strings.WRONG_TYPE.format(expected=_kind(expected), answer=_kind(answer))
        return Outcome(Verdict.NOT_YET, sentence)
    return Outcome(Verdict.NOT_YET, strings.VALUE_CASE.format(expected=_in_words(worked_answer)), worked_case)


def check_function(answer: Any, *, reference: Callable[..., Any], cases: Iterable[Arguments]) -> Outcome:
    """Compare a function that the learner wrote with the reference, case by case.

    Args:
        answer: her function; ``...``, None, or a function that returns ``...``, where she has not begun.
        reference: the function to agree with.
        cases: small cases; each side gets its own copy of the arguments.

    Examples:
        >>> small = [{"counts": [5, 1], "k": 5}, {"counts": [2, 2], "k": 3}]
        >>> below = lambda counts, k: sum(c < k for c in counts)
        >>> check_function(lambda counts, k: sum(c <= k for c in counts), reference=below, cases=small)
        Not yet.
        Try it on this small case:
        counts =
        [5, 1]
        k =
        5
        There, the answer is 1; yours gives 2.
        >>> check_function(below, reference=below, cases=small)
        Right.
        It agrees with the reference on 2 random small cases.
    """
    if is_untouched(answer):
        return Outcome(Verdict.NOT_ATTEMPTED, strings.NOT_ATTEMPTED_HELP)
    if not callable(answer):
        return Outcome(Verdict.NOT_YET, strings.NOT_A_FUNCTION.format(answer=_kind(answer)))
    count = 0
    for case in cases:
        outcome = _try(answer, case, reference(**_copies(case)))
        if outcome is not None:
            return outcome
        count += 1
    return Outcome(Verdict.RIGHT, strings.FUNCTION_RIGHT.format(cases=count))


def _try(answer: Callable[..., Any], case: Arguments, expected: Any) -> Outcome | None:
    """Call the learner's function on one case; None where it agrees. Arguments go by place: she may rename them."""
    try:
        given = answer(*_copies(case).values())
    except Exception as error:  # whatever a learner's code raises belongs into the sentence
        sentence = strings.FUNCTION_FAILS.format(error=type(error).__name__, message=error)
        return Outcome(Verdict.NOT_YET, sentence, case)
    if given is ...:
        return Outcome(Verdict.NOT_ATTEMPTED, strings.NOT_ATTEMPTED_HELP)
    if given is None:
        return Outcome(Verdict.NOT_YET, strings.RETURNS_NOTHING)
    return None if same(given, expected) else _difference(given, expected, case)


def _difference(given: Any, expected: Any, case: Arguments) -> Outcome:
    """Say how an answer differs from the reference on one case."""
    if isinstance(expected, pd.Series | set | frozenset) and _kind(given) != _kind(expected):
        return Outcome(Verdict.NOT_YET, strings.WRONG_TYPE.format(expected=_kind(expected), answer=_kind(given)), case)
    if isinstance(expected, pd.Series):
        columns = pd.concat({strings.THE_ANSWER: expected, strings.YOURS: given}, axis="columns", sort=False)
        return Outcome(Verdict.NOT_YET, _how_labels_differ(given.index, expected.index), case, columns)
    sentence = strings.FUNCTION_CASE.format(expected=_in_words(expected), answer=_in_words(given))
    return Outcome(Verdict.NOT_YET, sentence, case)


def _how_labels_differ(given: pd.Index, expected: pd.Index) -> str:
    """Say of two columns that are not the same what is wrong with the labels, if it is these."""
    missing = expected.difference(given, sort=False)
    if len(missing):
        return strings.COLUMN_LACKS.format(labels=", ".join(map(str, missing)))
    same_labels = len(given) == len(expected) and not given.equals(expected)
    return strings.OTHER_ORDER if same_labels else strings.COLUMNS_DIFFER


def is_untouched(answer: Any) -> bool:
    """Whether an answer is still the stub: three dots or nothing.

    Examples:
        >>> is_untouched(...), is_untouched(None), is_untouched(0)
        (True, True, False)
    """
    return answer is ... or answer is None


def same(answer: Any, expected: Any) -> bool:
    """Whether two answers say the same, whatever container or number type they came in.

    A set of labels equals any listing of the same labels without repetition; frames and series equal by values,
    order of rows included, missing values equal to each other.

    Examples:
        >>> same(np.int64(3), 3), same([2, 1], {1, 2}), same([1, 1, 2], {1, 2}), same(True, 1)
        (True, True, False, False)
    """
    if isinstance(expected, bool | np.bool_) or isinstance(answer, bool | np.bool_):
        return (
            isinstance(answer, bool | np.bool_) and isinstance(expected, bool | np.bool_) and bool(answer == expected)
        )
    if isinstance(expected, Real):
        return isinstance(answer, Real) and bool(np.isclose(float(answer), float(expected), rtol=1e-9, atol=1e-12))
    if isinstance(expected, set | frozenset):
        return _kind(answer) == strings.A_SET and len(list(answer)) == len(expected) and set(answer) == expected
    if isinstance(expected, pd.Series | pd.DataFrame):
        return type(answer) is type(expected) and _same_values(answer, expected)
    return bool(type(answer) is type(expected) and answer == expected)


def _same_values(answer: Any, expected: Any) -> bool:
    """Whether two frames or two series hold the same labels and values."""
    if answer.shape != expected.shape or not answer.index.equals(expected.index):
        return False
    if isinstance(expected, pd.DataFrame) and not answer.columns.equals(expected.columns):
        return False
    both_missing = answer.isna() & expected.isna()
    equal = (answer.astype(object) == expected.astype(object)).fillna(False) | both_missing
    return bool(equal.to_numpy().all())


def _kind(value: Any) -> str:
    """Name the sort of thing that a value is, in words."""
    if isinstance(value, bool | np.bool_):
        return "True or False"
    if isinstance(value, Real):
        return "a number"
    if isinstance(value, set | frozenset | list | tuple | pd.Index | np.ndarray):
        return strings.A_SET
    if callable(value):
        return "a function"
    return {"DataFrame": "a table", "Series": strings.A_COLUMN, "str": "text"}.get(
        type(value).__name__, type(value).__name__
    )


def _copies(case: Arguments) -> Arguments:
    """Copy what a learner's function might change in place."""
    return {name: value.copy() if hasattr(value, "copy") else value for name, value in case.items()}


def _in_words(value: Any) -> str:
    """Show a value in a sentence."""
    if isinstance(value, set | frozenset | pd.Index) and isinstance(value, Sized):
        return "{" + ", ".join(map(str, sorted(value))) + "}" if len(value) else "nobody"
    return str(value)


def _as_html(value: Any) -> str:
    """Show a value in a notebook, with its text escaped."""
    if isinstance(value, pd.Series):
        value = value.to_frame("" if value.name is None else value.name)
    return value.to_html(escape=True) if isinstance(value, pd.DataFrame) else f"<pre>{escape(str(value))}</pre>"
