"""A task that asks for a decision: many answers are right, and each is judged by what it does."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from teaching import progress
from teaching.checks import Outcome, Verdict, is_untouched
from teaching.exercise import Text
from teaching.strings import checks as strings


@dataclass
class Decision:
    """A case that the learner has not seen, and a judge in place of a reference.

    Args:
        task: the case and what to decide, in Markdown.
        minutes: how long it takes most learners.
        judge: takes an answer and tries it out; returns what is wrong with it in a sentence, or an empty text. It
            raises a ValueError with a sentence where the answer is no answer to this task.
        one_way: a function without arguments that returns one right answer; its source is the solution.
        hints: a nudge, a method, almost the answer.
        name: the lesson and the task, such as ``"amounts/hide-bonuses"``: what happens is recorded under it.

    Examples:
        >>> def judge(answer): return "" if answer % 2 == 0 else f"{answer} is odd."
        >>> def even(): return 4
        >>> task = Decision("Choose an even number.", 1, judge, even, ["Twice something."], name="example/even")
        >>> [task.check(answer).verdict.name for answer in (2, 8, 3, ...)]
        ['RIGHT', 'RIGHT', 'NOT_YET', 'NOT_ATTEMPTED']
        >>> task.check(3)
        Not yet.
        3 is odd.
    """

    task: str
    minutes: int
    judge: Callable[[Any], str]
    one_way: Callable[[], Any]
    hints: Sequence[str]
    name: str = field(kw_only=True)
    hints_given: int = field(default=0, init=False)

    def __repr__(self) -> str:
        """Return the task, and how to go on."""
        return f"{self.task}\n\n{strings.EXERCISE_FOOTER.format(minutes=self.minutes)}"

    def _repr_markdown_(self) -> str:
        return repr(self)

    def check(self, answer: Any) -> Outcome:
        """Try out what the learner decided: right, not yet right, or not attempted."""
        outcome = self._tried(answer)
        progress.record("attempt", self.name, outcome.verdict.name)
        return outcome

    def _tried(self, answer: Any) -> Outcome:
        """The outcome for an answer."""
        if is_untouched(answer):
            return Outcome(Verdict.NOT_ATTEMPTED, strings.NOT_ATTEMPTED_HELP)
        try:
            wrong = self.judge(answer)
        except ValueError as refused:
            wrong = str(refused)
        return Outcome(Verdict.NOT_YET, wrong) if wrong else Outcome(Verdict.RIGHT, strings.DECISION_RIGHT)

    def hint(self) -> Text:
        """Give the next hint."""
        if self.hints_given == len(self.hints):
            return Text(strings.NO_MORE_HINTS)
        self.hints_given += 1
        progress.record("hint", self.name, self.hints_given)
        head = strings.HINT.format(number=self.hints_given, count=len(self.hints))
        return Text(f"**{head}** {self.hints[self.hints_given - 1]}")

    def solution(self) -> Text:
        """Show one way to decide; others are as good."""
        progress.record("solution", self.name, "shown")
        return Text(f"{strings.SOLUTION}\n\n```python\n{inspect.getsource(self.one_way).rstrip()}\n```")


def named_cells(answer: Any, example: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Read an answer that names cells of a table.

    Args:
        answer: what the learner wrote: cells, each as its labels.
        example: a cell, for the sentence.

    Raises:
        ValueError: it names no cells.

    Examples:
        >>> named_cells([["design", "Lyon"]], ("design", "Oslo"))
        [('design', 'Lyon')]
    """
    cells = list(answer) if isinstance(answer, list | tuple | set) else [answer]
    if not all(isinstance(cell, list | tuple) and len(cell) == len(example) for cell in cells):
        raise ValueError(strings.NO_CELLS.format(example=example))
    return [tuple(map(str, cell)) for cell in cells]
