"""The letters stand in order, and are found by name."""

import pytest

from lessons.release_desk.letters import REQUESTS, request_named


def test_six_letters_by_number():
    assert [request.number for request in REQUESTS] == [1, 2, 3, 4, 5, 6]
    assert [request_named(request.name) for request in REQUESTS] == list(REQUESTS)
    with pytest.raises(ValueError, match="no request 'jokes' on the desk: choose one of 'joke'"):
        request_named("jokes")
