"""Answers: right, wrong, or none; of all six requests, three each; and no answer is shown."""

import pytest

from lessons.release_desk.answering import CANNOT, RIGHT, WRONG, answers
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.requests import DECLINE
from tests.lessons.release_desk.small_office import of, small_office


def verdicts(request, choice):
    told = answers(small_office(), [of(request, choice)])
    return told.loc[told["request"].eq(request), "verdict"].tolist()


def test_nothing_out_answers_nothing():
    told = answers(small_office(), [of(request.name, DECLINE) for request in REQUESTS])
    assert len(told) == 18 and set(told["verdict"]) == {CANNOT} and set(told) == {"request", "question", "verdict"}


@pytest.mark.parametrize("request_name", ["joke", "dashboard", "extract"])
def test_what_is_printed_as_counted_answers_rightly(request_name):
    assert verdicts(request_name, "as asked")[0] == RIGHT


def test_what_is_not_told_cannot_be_answered_and_what_is_vague_may_mislead():
    assert verdicts("joke", "the number only") == [RIGHT, CANNOT, CANNOT]
    assert verdicts("extract", "vaguer days")[1] in {RIGHT, WRONG}
