"""What is asked in a problem set, and how marks are given for it: by tags."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import numpy as np
import pandas as pd

ORDINARY: Final = "ordinary cases"
"""The tag of cases without anything special. Edge cases count only where most of these are right."""

Key: TypeAlias = Mapping[str, Any]
"""The answers in one student's world, by the name of the variable that holds them."""


@dataclass(frozen=True)
class Case:
    """One call of a student's function, and what must come out.

    Args:
        arguments: what it is called with, by place.
        expected: the right answer; or a function that says of an answer whether it is right.
    """

    arguments: tuple[Any, ...]
    expected: Any


@dataclass(frozen=True)
class FunctionTask:
    """A task whose answer is a function.

    Args:
        name: of the function.
        marks: for each tag, what all its cases right are worth.
        make: draws one case of a tag, given its number. It draws the answer first and builds the question around it, or
            counts all possibilities.
        cases: how many cases each tag has.
    """

    name: str
    marks: Mapping[str, float]
    make: Callable[[np.random.Generator, str, int], Case]
    cases: int = 6

    def drawn(self, rng: np.random.Generator) -> list[tuple[str, Case]]:
        """All cases for one student, with their tags."""
        return [(tag, self.make(rng, tag, number)) for tag in self.marks for number in range(self.cases)]


@dataclass(frozen=True)
class WorldTask:
    """A task whose answer is a value in the student's own world.

    Args:
        name: of the variable.
        points: what it is worth.
        judge: says whether an answer is right, given what the student's key holds under the variable's name; None
            where it must say the same as the key.
        one_answer: whether there is only one right answer; where there are several, two who give the same have done
            nothing strange.
    """

    name: str
    points: float
    judge: Callable[[Any, Any], bool] | None = None
    one_answer: bool = True

    @property
    def marks(self) -> Mapping[str, float]:
        """One tag: the value in her own world."""
        return {"in your own world": self.points}


Task: TypeAlias = FunctionTask | WorldTask


@dataclass(frozen=True)
class OwnWorld:
    """What a set takes from a student's world.

    Attributes:
        files: what the student gets, by file name: the release, and what the attacker knows.
        key: what only the grader has.
    """

    files: Mapping[str, pd.DataFrame]
    key: Key


@dataclass(frozen=True)
class ProblemSet:
    """One week's set.

    Args:
        name: the folder's and the notebook's name, such as ``"set1"``; its text is `sets/<name>.md`.
        tasks: in the order of the notebook.
        files: the names of what a student gets from her world, without ``.csv``.
        own_world: what it takes from a world.
    """

    name: str
    tasks: tuple[Task, ...]
    files: tuple[str, ...]
    own_world: Callable[[Any], OwnWorld]

    @property
    def points(self) -> float:
        """What all tasks together are worth."""
        return sum(sum(task.marks.values()) for task in self.tasks)
