"""A desk takes decisions with reasons, wants a signature, and is attacked as it stands."""

import pytest

from lessons.release_desk.desk import ReleaseDesk
from lessons.release_desk.letters import REQUESTS
from tests.lessons.release_desk.small_desk import office, signed_desk


def test_nothing_is_published_before_a_decision():
    desk = ReleaseDesk(office())
    assert desk.requests == REQUESTS and desk.published() == () and desk.choice_of("joke") == "decline"
    with pytest.raises(ValueError, match="nobody has signed"):
        desk.attack()


def test_a_decision_needs_a_reason_and_can_be_changed():
    desk = signed_desk(joke="as asked")
    with pytest.raises(ValueError, match="has no reason"):
        desk.decide("joke", "by device", " ")
    desk.decide("joke", "by device", "One of many.")
    assert [one.name for one in desk.published()] == ["joke: by device"] and desk.right == 2
    assert desk.attack().found == 0


@pytest.mark.parametrize("nickname", ["", " ", "ada@example.org"])
def test_a_nickname_is_no_address(nickname):
    with pytest.raises(ValueError, match="sign with a nickname"):
        ReleaseDesk(office()).signed(nickname)
