"""A small office, for tests that need a world and no large one."""

from functools import cache
from itertools import count

from data_gen import make_world
from lessons.release_desk.letters import request_named
from lessons.release_desk.office import Office
from lessons.release_desk.release import Released, release
from tests.shares import METER

NUMBERS = count()


@cache
def small_office():
    """600 viewers, 226 of them in the United States."""
    with METER.world():
        return Office(make_world(600, n_titles=400, vigil_viewers=20, seed="Ada"))


def of(request, choice):
    """What the small office publishes of a request."""
    return release(small_office(), request_named(request), choice)


def released(sheets, population="everybody", date="2017"):
    """A release of some sheets, by hand; each with a name of its own, for an office keeps results by name."""
    return Released("request", f"choice {next(NUMBERS)}", population, date, "people", sheets)
