"""Functions that learners wrote, each in a process of its own: only where a teacher has asked for it.

The process is that of the graded problem sets (the package `grading`, which is not installed for learners): it has
limits of time and memory, and no right answer is ever in it. The kit is not in it either: a function that uses the kit
is named as not checked.
"""

from collections.abc import Callable
from copy import deepcopy
from importlib import import_module
from importlib.util import find_spec
from math import isfinite
from typing import Final

from editions.results import strings
from editions.results.tasks import task_of
from editions.results.verdicts import State
from teaching.exercise import Exercise
from teaching.standing_alone import entry_of

CASES: Final = 60
"""How many small cases a function is tried on: as many as the learner's own check tries."""

MISSING: Final = ("ImportError", "ModuleNotFoundError")
"""How it goes wrong where a function wants the kit, or a package that is not there."""


class NoGradingError(RuntimeError):
    """The package that runs learners' code is not there; the sentence says what to do."""


def check_function() -> Callable[[str, str], State]:
    """Return what judges a function by the name of its exercise and its source.

    Raises:
        NoGradingError: the package `grading` is not there.
    """
    if find_spec("grading.running") is None:
        raise NoGradingError(strings.NEEDS_GRADING)
    return _state_of


def _state_of(name: str, source: str) -> State:
    """How a function stands: it is asked all small cases, and what it answers is compared here."""
    task = task_of(name, 0)
    try:
        entry = entry_of(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return "not yet"
    if not isinstance(task, Exercise) or task.own_data is not None:
        return "not yet"  # a value was asked for
    running, answers = import_module("grading.running"), import_module("grading.answers")
    solved = [(case, task.reference(**deepcopy(case))) for case in task.small_cases(CASES)]
    cases, expected = zip(*((case, right) for case, right in solved if _can_be_told(right)), strict=True)
    given = running.run_hand_in([source], [(entry, [tuple(case.values()) for case in cases])])
    if any(word.startswith(MISSING) for word in (*given.failed_cells.values(), *given.troubles.values())):
        return "not checked"
    agree = all(map(answers.agrees, given.given[0], expected))
    return "right" if agree else "not yet"


def _can_be_told(right: object) -> bool:
    """Whether an answer comes out of the process as it is: an infinite number does not."""
    return not isinstance(right, float) or isfinite(right)
