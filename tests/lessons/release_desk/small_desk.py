"""One office for all tests of the desk that need no world of their own: what it works out once is kept."""

from functools import cache

from lessons.release_desk.desk import ReleaseDesk
from lessons.release_desk.office import Office
from tests.lessons.worlds import world


@cache
def office():
    return Office(world(53))


def signed_desk(**choices):
    """A desk with these choices, and all else declined, each for a reason."""
    desk = ReleaseDesk(office())
    for name, choice in choices.items():
        desk.decide(name, choice, f"Because of {name}.")
    desk.signed("otter")
    return desk
