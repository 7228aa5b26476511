"""A quarter under rules: the first open way is taken, and honest work pays."""

import pytest

from data_gen.access.assumptions import Assumptions
from data_gen.access.log import make_access_log
from lessons.access.quarter import under, ways_taken
from lessons.access.rules import ByRole, FourEyes, OnlyCounts, Rules, WithCase
from tests.lessons.worlds import world


@pytest.fixture(scope="module")
def log():
    return make_access_log(world(53), Assumptions(honest_looks=500))


def way(ways, kind, guilty=True):
    return ways[ways["kind"].eq(kind) & ways["guilty"].eq(guilty)]["way"].iloc[0]


def test_without_rules_all_happens(log):
    free = under(Rules(), log, log)
    assert (free.blocked, free.delayed, free.minutes, free.honest) == (0, 0, 0.0, 512)
    assert len(free.log.looks) == len(free.truth) == 524 and free.truth["guilty"].sum() == 12
    assert free.ways["way"].eq(0).all()


def test_who_is_refused_takes_the_next_way_or_gives_up(log):
    ways = ways_taken(Rules((FourEyes(), OnlyCounts(10))), log, log)
    assert way(ways, "rows to take along") == 1 and way(ways, "the 53, and who they are") == 1
    assert way(ways, "one person by two counts") == 0


def test_a_borrowed_case_passes_and_none_does_not(log):
    for guilty in (True, False):
        ways = ways_taken(Rules((WithCase(),)), log, log)
        assert way(ways, "former partner, borrowed case", guilty) == 0
    assert way(ways, "former partner, no case") is not way(ways, "former partner, no case", guilty=False)


def test_the_door_lets_in_who_was_refused(log):
    shut, ajar = (ways_taken(Rules((WithCase(),), door), log, log) for door in (False, True))
    kind = "the emergency door without need"
    assert shut[shut["kind"].eq(kind)]["way"].isna().all() and ajar[ajar["kind"].eq(kind)]["way"].eq(1).all()


def test_honest_looks_happen_wait_or_are_refused(log):
    outcome = under(Rules((ByRole(), WithCase())), log, log)
    happened = (~outcome.truth["guilty"]).sum()
    assert happened == outcome.honest - outcome.blocked and 0 < outcome.delayed < outcome.honest
    assert outcome.log.looks["at"].is_monotonic_increasing
