"""Six requests, each with three questions and five choices, of which the last one declines."""

from dataclasses import replace

import pytest

from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.requests import DECLINE, declined


def test_a_choice_is_found_by_its_name():
    assert REQUESTS[0].choice("the number only").gives == "One number."
    with pytest.raises(ValueError, match="choose one of 'as asked', 'by country'"):
        REQUESTS[0].choice("as they like")


def test_a_request_that_the_page_cannot_show_is_refused():
    with pytest.raises(ValueError, match="three questions and five choices"):
        replace(REQUESTS[0], questions=())
    with pytest.raises(ValueError, match="must be 'decline'"):
        replace(REQUESTS[0], choices=(declined(), *REQUESTS[0].choices[:-1]))
    assert {request.choices[-1].name for request in REQUESTS} == {DECLINE}
