"""What every exercise can do: show its task, check an answer, give a hint, show a solution."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from teaching import progress
from teaching.checks import Arguments, Outcome, check_function, check_value
from teaching.own_builtins import own_builtins
from teaching.sameness import same
from teaching.task import Task
from teaching.time_limit import TIME_LIMIT

SEED: Final = 53
"""Of the small cases, if nobody asks for others."""


@dataclass(repr=False)
class Exercise(Task):
    """A task with a reference, small cases to try it on, and graded hints.

    Args:
        task: what to do, in Markdown.
        minutes: how long it takes most learners.
        reference: the function that gives the right answer; its source is the solution.
        make_case: makes one small case from a random generator: the reference's arguments by name.
        hints: a nudge, a method, almost the line.
        name: the lesson and the exercise, such as ``"suppression/write-the-rule"``: what happens is recorded under it.
        own_data: where the answer is a value in the learner's own world, the reference's arguments there; None where
            the answer is a function.
        time_limit: how many seconds an answer may take on all small cases together.

    Examples:
        >>> def double(x): return 2 * x
        >>> exercise = Exercise("Double it.", 1, double, lambda rng: {"x": int(rng.integers(1, 9))}, ["Add.", "x + x"],
        ...                     name="example/double")
        >>> exercise.check(lambda x: x + x).verdict.name, exercise.check(...).verdict.name
        ('RIGHT', 'NOT_ATTEMPTED')
        >>> exercise.hint()
        **Hint 1 of 2.** Add.
    """

    task: str
    minutes: int
    reference: Callable[..., Any]
    make_case: Callable[[np.random.Generator], Arguments]
    hints: Sequence[str]
    name: str = field(kw_only=True)
    own_data: Arguments | None = None
    time_limit: float = field(default=TIME_LIMIT, kw_only=True)
    hints_given: int = field(default=0, init=False)
    last_answer: Any = field(default=..., init=False)

    def __post_init__(self) -> None:
        """Keep data of the exercise's own: what a learner changes in hers afterwards does not change the answer."""
        self.own_data = deepcopy(self.own_data)

    def check(self, answer: Any = ..., *, seed: int = SEED) -> Outcome:
        """Say whether the answer is right, not yet right, or not attempted. The answer itself is never shown.

        Args:
            answer: a function, or where the exercise has data of its own, a value; ``...`` where nothing is done yet.
            seed: of the small cases; another seed tries the answer on others.

        Whatever is handed in, no error follows, but for an interrupt (`KeyboardInterrupt`). The outcome's ``.score``
        says in how many small cases of how many the answer is right.
        """
        self.last_answer = answer
        with own_builtins():
            outcome = self._compared(answer, seed)
            progress.record("attempt", self.name, outcome.verdict.name)
        return outcome

    def _compared(self, answer: Any, seed: int) -> Outcome:
        """The outcome for an answer, on the small cases of a seed."""
        limit = self.time_limit
        if self.own_data is None:
            cases = self.small_cases(seed=seed)
            return check_function(answer, reference=self.reference, cases=cases, time_limit=limit)
        expected = self.reference(**self.own_data)
        case = self._case_unlike(expected, seed)
        worked = self.reference(**case)
        return check_value(answer, expected=expected, worked_case=case, worked_answer=worked, time_limit=limit)

    @property
    def one_way_to_do_it(self) -> Callable[..., Any]:
        """The function whose source is the solution."""
        return self.reference

    def small_cases(self, n: int = 60, *, seed: int = SEED) -> list[Arguments]:
        """Make small random cases, the same on every run with the same seed."""
        rng = np.random.default_rng(seed)
        return [self.make_case(rng) for _ in range(n)]

    def _case_unlike(self, expected: Any, seed: int) -> Arguments:
        """Choose a small case whose answer is not the learner's."""
        cases = self.small_cases(seed=seed)
        return next((case for case in cases if not same(self.reference(**case), expected)), cases[0])
