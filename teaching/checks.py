"""Compares a learner's answer with its reference: right, not yet, or not attempted. No answer leads to an error."""

import sys
from collections.abc import Callable, Iterable
from copy import deepcopy
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from html import escape
from typing import Any, Final, NamedTuple

import pandas as pd

from teaching.differences import difference
from teaching.in_words import error_in_words, in_words
from teaching.own_builtins import kept_builtins
from teaching.sameness import kind, same, type_name
from teaching.strings import checks as strings
from teaching.time_limit import TIME_LIMIT, TimeIsUp, ended_in_time

Arguments = dict[str, Any]
"""One small case: the arguments of the function that the learner writes, by name."""


class Verdict(Enum):
    """The three things that a check can say."""

    RIGHT = strings.RIGHT
    NOT_YET = strings.NOT_YET
    NOT_ATTEMPTED = strings.NOT_ATTEMPTED


class Score(NamedTuple):
    """In how many cases an answer is right, of how many."""

    right: int
    cases: int

    def __repr__(self) -> str:
        """Return the score in words."""
        return strings.SCORE.format(right=self.right, cases=self.cases)


NONE_TRIED: Final = Score(0, 0)


@dataclass(frozen=True)
class Outcome:
    """What a check found, to be read by the learner.

    Attributes:
        verdict: right, not yet, or not attempted.
        explanation: one sentence more.
        case: a small case in which the answer and the reference differ, by argument name; None where there is none.
        side_by_side: on that case, the reference and the answer next to each other, where both are columns.
        score: in how many cases the answer is right, of how many.
    """

    verdict: Verdict
    explanation: str = ""
    case: Arguments | None = None
    side_by_side: pd.DataFrame | None = None
    score: Score = NONE_TRIED

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


def check_value(
    answer: Any, *, expected: Any, worked_case: Arguments, worked_answer: Any, time_limit: float = TIME_LIMIT
) -> Outcome:
    """Compare a value that the learner computed on her own world.

    Args:
        answer: what she computed; ``...`` or None where she has not begun.
        expected: the reference's value on the same data.
        worked_case: a small case, shown where her answer is not right.
        worked_answer: the reference's value on it.
        time_limit: how many seconds it may take to read her answer.

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
        return Outcome(Verdict.NOT_ATTEMPTED, strings.NOT_ATTEMPTED_HELP, score=Score(0, 1))
    counted = Outcome(Verdict.NOT_YET, strings.VALUE_CASE.format(expected=in_words(worked_answer)), worked_case)

    def judged() -> Outcome:
        if same(answer, expected):
            return Outcome(Verdict.RIGHT)
        sort, other = kind(answer), kind(expected)
        wrong_type = strings.WRONG_TYPE.format(expected=other, answer=sort)
        return counted if sort == other else Outcome(Verdict.NOT_YET, wrong_type)

    return _of_all([(lambda: _guarded(judged, answer, {}), {})], time_limit)


def check_function(
    answer: Any, *, reference: Callable[..., Any], cases: Iterable[Arguments], time_limit: float = TIME_LIMIT
) -> Outcome:
    """Compare a function that the learner wrote with the reference, case by case.

    Args:
        answer: her function; ``...``, None, or a function that returns ``...``, where she has not begun.
        reference: the function to agree with; it is asked first, before hers can change anything.
        cases: small cases, at least one; each side gets its own copy of the arguments.
        time_limit: how many seconds all cases may take together.

    Raises:
        ValueError: there is no case.

    Examples:
        >>> small = [{"counts": [5, 1], "k": 5}, {"counts": [2, 2], "k": 3}]
        >>> below = lambda counts, k: sum(c < k for c in counts)
        >>> outcome = check_function(lambda counts, k: sum(c <= k for c in counts), reference=below, cases=small)
        >>> outcome
        Not yet.
        Try it on this small case:
        counts =
        [5, 1]
        k =
        5
        There, the answer is 1; yours gives 2.
        >>> outcome.score
        Cases right: 1 of 2
        >>> check_function(below, reference=below, cases=small)
        Right.
        It agrees with the reference on 2 random small cases.
    """
    cases = list(cases)
    none_right = Score(0, len(cases))
    if not cases:
        raise ValueError("cases is empty: an answer that is compared with nothing would always be right.")
    if is_untouched(answer):
        return Outcome(Verdict.NOT_ATTEMPTED, strings.NOT_ATTEMPTED_HELP, score=none_right)
    if not callable(answer):
        return Outcome(Verdict.NOT_YET, strings.NOT_A_FUNCTION.format(answer=kind(answer)), score=none_right)
    solved = [(case, reference(**deepcopy(case))) for case in cases]
    outcome = _of_all([(partial(_try, answer, case, expected), case) for case, expected in solved], time_limit)
    right = strings.FUNCTION_RIGHT.format(cases=len(cases))
    return replace(outcome, explanation=right) if outcome.verdict is Verdict.RIGHT else outcome


def is_untouched(answer: Any) -> bool:
    """Whether an answer is still the stub: three dots or nothing.

    Examples:
        >>> is_untouched(...), is_untouched(None), is_untouched(0)
        (True, True, False)
    """
    return answer is ... or answer is None


def _of_all(trials: list[tuple[Callable[[], Outcome], Arguments]], time_limit: float) -> Outcome:
    """Try all cases within the time limit; return the first outcome that is not right, with the score of all."""
    outcomes: list[Outcome] = []
    in_time = ended_in_time(lambda: outcomes.extend(trial() for trial, _ in trials), time_limit, _say_how_to_interrupt)
    score = Score(sum(outcome.verdict is Verdict.RIGHT for outcome in outcomes), len(trials))
    if not in_time:
        case = trials[min(len(outcomes), len(trials) - 1)][1]
        return Outcome(Verdict.NOT_YET, strings.TIME_IS_UP.format(seconds=time_limit), case, score=score)
    return replace(next((one for one in outcomes if one.verdict is not Verdict.RIGHT), outcomes[0]), score=score)


def _try(answer: Callable[..., Any], case: Arguments, expected: Any) -> Outcome:
    """Call the learner's function on one case. Arguments go by place: she may rename them."""
    try:
        with kept_builtins():
            given = answer(*deepcopy(case).values())
    except (KeyboardInterrupt, TimeIsUp):
        raise
    except BaseException as error:  # whatever a learner's code raises belongs into the sentence, SystemExit too
        return Outcome(Verdict.NOT_YET, strings.FUNCTION_FAILS.format(error=error_in_words(error)), case)
    return _guarded(lambda: _judged(given, expected, case), given, case)


def _guarded(judge: Callable[[], Outcome], given: Any, case: Arguments) -> Outcome:
    """Judge what was given; where even that fails, because of what it is, say so."""
    try:
        return judge()
    except (KeyboardInterrupt, TimeIsUp):
        raise
    except BaseException:  # code of the learner's own class may have run, and may raise anything
        return Outcome(Verdict.NOT_YET, strings.NOT_COMPARED.format(type=type_name(given)), case)


def _judged(given: Any, expected: Any, case: Arguments) -> Outcome:
    """Compare what the learner's function returns on one case."""
    if given is ...:
        return Outcome(Verdict.NOT_ATTEMPTED, strings.NOT_ATTEMPTED_HELP)
    if given is None:
        return Outcome(Verdict.NOT_YET, strings.RETURNS_NOTHING)
    if same(given, expected):
        return Outcome(Verdict.RIGHT)
    sentence, side_by_side = difference(given, expected)
    return Outcome(Verdict.NOT_YET, sentence, case, side_by_side)


def _say_how_to_interrupt() -> None:
    """Tell somebody who waits what can be done."""
    sys.stdout.write(f"{strings.LONG_CALL}\n")
    sys.stdout.flush()


def _as_html(value: Any) -> str:
    """Show a value in a notebook, with its text escaped."""
    if isinstance(value, pd.Series):
        value = value.to_frame("" if value.name is None else value.name)
    return value.to_html(escape=True) if isinstance(value, pd.DataFrame) else f"<pre>{escape(str(value))}</pre>"
