"""One answer, checked again: whatever a file says of its own answers counts for nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from data_gen.streams import Seed
from editions.results.tasks import task_of
from editions.results.values import UnreadableError, read_value
from editions.running import nothing_recorded
from teaching.checks import Verdict
from teaching.decision import Decision
from teaching.questions import Question
from teaching.time_limit import ended_in_time

State = Literal["right", "not yet", "no answer", "not checked"]
"""How an answer stands. Functions are not checked where nothing that learners wrote may be run."""

PATIENCE: Final = 30.0
"""Seconds for the judge of one plan; all take less than one, but for the release desk's."""


@dataclass(frozen=True)
class Job:
    """Values that were answered to one exercise in one world: the exercise is made once for all of them.

    Attributes:
        task: the name of the exercise.
        world: the seed of the learners' world; None where the exercise is alike in all.
        texts: the answers as they were written.
    """

    task: str
    world: Seed | None
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Judged:
    """What has become of a job.

    Attributes:
        states: of each answer.
        values: each answer as a value; None where it is none.
        expected: the right value in this world; None where there is no such thing, but a judge.
        sizes: how many rows the tables have that were asked about.
    """

    states: tuple[State, ...]
    values: tuple[Any, ...]
    expected: Any = None
    sizes: tuple[int, ...] = ()


def judged(job: Job) -> Judged:
    """Check the answers of a job.

    Examples:
        >>> judged(Job("suppression/publish-courses", None, ("Plan(threshold=7)", "Plan(threshold=3)", "Plan("))).states
        ('right', 'not yet', 'not yet')
    """
    task = task_of(job.task, 0 if job.world is None else job.world)
    values = tuple(_read(text, job.task) for text in job.texts)
    with nothing_recorded():
        states = tuple(_state_of(task, value) for value in values)
    if isinstance(task, Decision) or task.own_data is None:
        return Judged(states, values)
    sizes = tuple(len(table) for table in task.own_data.values() if hasattr(table, "__len__"))
    return Judged(states, values, task.reference(**task.own_data), sizes)


def _read(text: str, task: str) -> Any:
    """A value; None where it is none."""
    try:
        return read_value(text, task.split("/")[0])
    except UnreadableError:
        return None


def _state_of(task: Any, value: Any) -> State:
    """How a value stands; of what a judge could not bear within its time, nothing is said."""
    verdicts: list[Verdict] = []
    if value is None:
        return "not yet"
    if not ended_in_time(lambda: verdicts.append(_verdict(task, value)), PATIENCE, lambda: None):
        return "not checked"
    return "right" if Verdict.RIGHT in verdicts else "not yet"


def _verdict(task: Any, value: Any) -> Verdict:
    """What the exercise says; a plan of impossible parts may break its judge in any way."""
    try:
        verdict: Verdict = task.check(value).verdict
    except Exception:
        return Verdict.NOT_YET
    return verdict


def state_of_choice(question: Question, chosen: Sequence[str]) -> State:
    """How a question stands by what was chosen first, before anything was explained.

    Args:
        question: of the lesson.
        chosen: the texts of the answers, one after the other.
    """
    right = {answer.text: answer.right for answer in question.answers}
    if chosen[0] not in right:
        return "not checked"
    return "right" if right[chosen[0]] else "not yet"
