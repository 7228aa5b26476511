"""The desk: undecided is declined, a reason and a signature are asked for, and minds may be changed."""

import pytest

from lessons.release_desk.desk import ReleaseDesk
from lessons.release_desk.requests import DECLINE
from tests.lessons.release_desk.small_office import small_office


def desk(**choices):
    new = ReleaseDesk(small_office())
    for name, choice in choices.items():
        new.decide(name, choice, f"Because of {name}.")
    return new


def test_what_nobody_decided_is_declined_and_the_last_decision_holds():
    one = desk(joke="as asked")
    one.decide("joke", "the number only", "  A number singles out nobody. ")
    assert one.choice_of("joke") == "the number only" and one.choice_of("extract") == DECLINE
    assert [each.name for each in one.published()] == ["joke: the number only"]
    assert one.decisions["joke"].reason == "A number singles out nobody."


@pytest.mark.parametrize(
    ("request_name", "choice", "reason", "sentence"),
    [
        ("jokes", "as asked", "why", "no request 'jokes'"),
        ("joke", "publish", "why", "cannot be answered with 'publish'"),
        ("joke", "as asked", "  ", "has no reason"),
    ],
)
def test_what_cannot_be_decided_is_refused_in_a_sentence(request_name, choice, reason, sentence):
    with pytest.raises(ValueError, match=sentence):
        desk().decide(request_name, choice, reason)


@pytest.mark.parametrize("nickname", ["", "  ", "bea@example.org"])
def test_a_nickname_is_no_address(nickname):
    with pytest.raises(ValueError, match="sign with a nickname"):
        desk().signed(nickname)


def test_nobody_attacks_what_nobody_has_signed():
    one = desk(joke="as asked")
    with pytest.raises(ValueError, match="nobody has signed"):
        one.attack()
    one.signed(" otter ")
    record = one.record()
    assert record["signed"] == "otter" and record["people_found"] == one.attack().found
    assert record["decisions"][0]["reason"] == "Because of joke."
