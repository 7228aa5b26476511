"""Requests: three questions, five choices, declining last; what is none is refused."""

from dataclasses import replace

import pytest

from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.requests import DECLINE, declined


@pytest.mark.parametrize("request_", REQUESTS, ids=[request.name for request in REQUESTS])
def test_each_has_an_intruder_and_choices_that_say_what_readers_get(request_):
    assert all(vars(request_.intruder).values()) and request_.choices[0].name == "as asked"
    assert len({choice.name for choice in request_.choices}) == 5 and request_.choice(DECLINE) == request_.choices[-1]
    assert all(choice.words and choice.gives for choice in request_.choices)


def test_a_request_without_three_questions_or_without_declining_is_refused():
    one = REQUESTS[0]
    with pytest.raises(ValueError, match="three questions and five choices"):
        replace(one, questions=one.questions[:2])
    with pytest.raises(ValueError, match="must be 'decline'"):
        replace(one, choices=(*one.choices[:4], replace(declined(), name="no")))


def test_an_unknown_choice_is_refused_and_those_there_are_named():
    with pytest.raises(ValueError, match="'the number only', 'decline'"):
        REQUESTS[0].choice("publish")
