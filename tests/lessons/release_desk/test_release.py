"""Releases: what a choice prints, worked out once; what was declined; sheets by their kind."""

import pytest

from lessons.release_desk.letters import request_named
from lessons.release_desk.release import release, sheets_of
from lessons.release_desk.requests import DECLINE
from tests.lessons.release_desk.small_office import of, released, small_office


def test_a_choice_is_published_once_and_says_of_whom_and_when():
    one = of("joke", "by device")
    request = request_named("joke")
    assert one is of("joke", "by device") and one.name == "joke: by device"
    assert (one.population, one.date, one.unit) == (request.population, request.date, request.unit)


def test_a_choice_may_count_other_people_than_its_request():
    assert of("hours", "without the staff").population != of("hours", "as asked").population


def test_declined_is_nothing_and_another_choice_is_refused():
    assert of("joke", DECLINE) is None
    with pytest.raises(ValueError, match="choose one of 'as asked'"):
        release(small_office(), request_named("joke"), "everything")


def test_sheets_are_found_by_their_kind():
    one = released({"how many": 3, "where": "north"})
    assert sheets_of((one,), str) == {(one.name, "where"): "north"}
