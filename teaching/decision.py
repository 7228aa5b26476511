"""A task that asks for a decision: many answers are right, and each is judged by what it does."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from disclosure.labels import cell_name
from teaching import progress
from teaching.checks import Outcome, Verdict, is_untouched
from teaching.in_words import error_in_words
from teaching.strings import checks as strings
from teaching.task import Task


@dataclass(repr=False)
class Decision(Task):
    """A case that the learner has not seen, and a judge in place of a reference.

    Args:
        task: the case and what to decide, in Markdown.
        minutes: how long it takes most learners.
        judge: takes an answer and tries it out; returns what is wrong with it in a sentence, or an empty text. It
            raises a ValueError with a sentence where the answer is no answer to this task.
        one_way: a function without arguments that returns one right answer; its source is the solution.
        hints: a nudge, a method, almost the answer.
        name: the lesson and the task, such as ``"amounts/hide-bonuses"``: what happens is recorded under it.
        told: what an answer does, in a sentence: it is shown where the answer holds, for that is not yet its price.

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
    told: Callable[[Any], str] | None = field(default=None, kw_only=True)
    hints_given: int = field(default=0, init=False)
    last_answer: Any = field(default=..., init=False)

    def check(self, answer: Any) -> Outcome:
        """Try out what the learner decided: right, not yet right, or not attempted."""
        self.last_answer = answer
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
        except Exception as error:  # an answer is a learner's own objects, and these may fail in any way
            wrong = strings.NOT_TRIED.format(error=error_in_words(error))
        if wrong:
            return Outcome(Verdict.NOT_YET, wrong)
        told = [self.told(answer)] if self.told else []
        return Outcome(Verdict.RIGHT, " ".join([*told, strings.DECISION_RIGHT]))

    @property
    def one_way_to_do_it(self) -> Callable[..., Any]:
        """The function whose source is the solution."""
        return self.one_way


def named_cells(answer: Any, example: tuple[str, ...], there: Iterable[str] | None = None) -> list[tuple[str, ...]]:
    """Read an answer that names cells of a table.

    Args:
        answer: what the learner wrote: cells, each as its labels.
        example: a cell, for the sentence.
        there: the names of all cells of the table; None where that is looked at later.

    Raises:
        ValueError: it names no cells, or one that is not there.

    Examples:
        >>> named_cells([["design", "Lyon"]], ("design", "Oslo"))
        [('design', 'Lyon')]
    """
    cells = list(answer) if isinstance(answer, list | tuple | set) else [answer]
    if not all(isinstance(cell, list | tuple) and len(cell) == len(example) for cell in cells):
        raise ValueError(strings.NO_CELLS.format(example=example))
    named = [tuple(map(str, cell)) for cell in cells]
    known = None if there is None else set(there)
    if known is not None and (unknown := [cell for cell in map(cell_name, named) if cell not in known]):
        raise ValueError(strings.NO_SUCH_CELL.format(cell=unknown[0], example=example))
    return named
