"""Six letters, by number, each with a name of its own."""

import pytest

from lessons.release_desk.letters import REQUESTS, request_named


def test_the_letters_are_numbered_and_found_by_their_names():
    assert [request.number for request in REQUESTS] == [1, 2, 3, 4, 5, 6]
    assert all(request_named(request.name) is request for request in REQUESTS)


def test_a_letter_that_is_not_there_is_refused_and_those_there_are_named():
    with pytest.raises(ValueError, match="no request 'poem' on the desk: choose one of 'joke'"):
        request_named("poem")
