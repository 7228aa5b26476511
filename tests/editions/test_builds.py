"""A build says what leaves it, and its rule lets nothing else leave."""

import pytest

from editions.builds import ALONE, PLATFORM, ROOM, Build


def test_only_a_room_may_answer_and_nobody_may_turn_text_into_code():
    assert ["connect-src 'none'" in build.policy for build in (ALONE, ROOM, PLATFORM)] == [True, False, True]
    assert "connect-src 'self'" in ROOM.policy
    assert all("unsafe-eval" not in build.policy and "default-src 'none'" in build.policy for build in (ALONE, ROOM))


def test_each_switch_is_said_and_off_unless_switched_on():
    assert ALONE.leaves == ("alone",) and PLATFORM.leaves == ("platform",)
    assert Build("platform", score=True, interactions=True).leaves == ("platform", "score", "interactions")


def test_a_switch_that_would_do_nothing_is_refused():
    with pytest.raises(ValueError, match="'alone' tells nobody a score"):
        Build("alone", score=True)
