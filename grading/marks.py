"""From answers to marks: each tag of a task has its own, and edge cases count once the ordinary ones are understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from grading.answers import NoAnswer, agrees
from grading.running import Answers
from grading.tasks import ORDINARY, Case, FunctionTask, Key, Task, WorldTask

ALL_RIGHT: Final = "{tag}: right ({marks:g} of {marks:g})"
SOME_RIGHT: Final = "{tag}: right in {right} of {cases} (0 of {marks:g})"
NOT_COUNTED: Final = "{tag}: counts once most ordinary cases are right (0 of {marks:g})"
TROUBLE: Final = "Stopped: {trouble}"

Tried = list[tuple[str, Case]]
"""All cases of a function, or the one value of a world, with their tags."""


@dataclass(frozen=True)
class Mark:
    """The mark for one task.

    Attributes:
        task: its name.
        marks: what was earned.
        of: what could be.
        told: what the student may read about it: no case and no right answer.
    """

    task: str
    marks: float
    of: float
    told: tuple[str, ...]


def cases_of(task: Task, draws: Any, key: Key) -> Tried:
    """What a task is tried on, for one student.

    Args:
        task: one of the set.
        draws: the student's own random numbers for it.
        key: the answers in her world; nothing where she has none.
    """
    if isinstance(task, FunctionTask):
        return task.drawn(draws)
    [tag] = task.marks
    return [(tag, Case((), key.get(task.name, NoAnswer("no world"))))]


def mark_of(task: Task, tried: Tried, answers: Sequence[Any], trouble: str = "") -> Mark:
    """The mark for a task.

    Args:
        task: one of the set.
        tried: its cases, with their tags.
        answers: one for each case.
        trouble: what went wrong first, if anything did.
    """
    right: dict[str, list[bool]] = {tag: [] for tag in task.marks}
    for (tag, case), answer in zip(tried, answers, strict=True):
        right[tag].append(is_right(task, case, answer))
    counts = _most(right.get(ORDINARY, [True]))
    earned = {
        tag: value if right[tag] and all(right[tag]) and (counts or tag == ORDINARY) else 0.0
        for tag, value in task.marks.items()
    }
    told = [_sentence(tag, right[tag], task.marks[tag], counts=counts) for tag in task.marks]
    stopped = [TROUBLE.format(trouble=trouble)] if trouble else []
    return Mark(task.name, sum(earned.values()), sum(task.marks.values()), (*told, *stopped))


def marks_of(tasks: Sequence[Task], tried: Sequence[Tried], answers: Answers) -> list[Mark]:
    """The marks for all tasks of a set."""
    return [
        mark_of(task, cases, given, answers.troubles.get(number, ""))
        for number, (task, cases, given) in enumerate(zip(tasks, tried, answers.given, strict=True))
    ]


def is_right(task: Task, case: Case, answer: Any) -> bool:
    """Whether one answer is right; what a judge cannot even read is wrong."""
    if isinstance(answer, NoAnswer) or isinstance(case.expected, NoAnswer):
        return False
    judge = task.judge if isinstance(task, WorldTask) else None
    try:
        if judge:
            return bool(judge(answer, case.expected))
        return bool(case.expected(answer)) if callable(case.expected) else agrees(answer, case.expected)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError):
        return False


def _most(right: Sequence[bool]) -> bool:
    """Whether most of some cases are right."""
    return 2 * sum(right) > len(right)


def _sentence(tag: str, right: Sequence[bool], marks: float, *, counts: bool) -> str:
    """What a student may read about one tag."""
    if tag != ORDINARY and not counts:
        return NOT_COUNTED.format(tag=tag, marks=marks)
    form = ALL_RIGHT if right and all(right) else SOME_RIGHT
    return form.format(tag=tag, right=sum(right), cases=len(right), marks=marks)


def total(marks: Sequence[Mark]) -> float:
    """What was earned in a whole set."""
    return sum(mark.marks for mark in marks)


def as_json(marks: Sequence[Mark]) -> Mapping[str, Any]:
    """Marks as they are kept in a file."""
    return {mark.task: {"marks": mark.marks, "of": mark.of, "told": list(mark.told)} for mark in marks}
