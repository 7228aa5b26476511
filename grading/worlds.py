"""The world of a student: how large it is, and what a set takes from it."""

import json
from typing import Final

from data_gen import World, make_world
from grading.tasks import Key, ProblemSet
from grading.term import Term

VIEWERS: Final = 600
"""People in a student's world."""
TITLES: Final = 400


def world_of(term: Term, student: str) -> World:
    """Make a student's world.

    Args:
        term: whose secret it follows from.
        student: the id.
    """
    return make_world(VIEWERS, n_titles=TITLES, seed=term.seed(student))


def drawn_key(term: Term, problem_set: ProblemSet, number: int) -> Key:
    """The answers to a set in a world that is nobody's: drawn to see how rare an answer is.

    Args:
        term: whose secret it follows from.
        problem_set: the set.
        number: of the world.
    """
    world = make_world(VIEWERS, n_titles=TITLES, seed=term.keyed("comparison", str(number)))
    kept: Key = json.loads(json.dumps(problem_set.own_world(world).key))
    return kept
