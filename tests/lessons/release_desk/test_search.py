"""A decision that is searched finds nobody beyond a blind guess, and no single change answers more harmlessly."""

from disclosure.measures import Risk
from lessons.release_desk import search
from lessons.release_desk.decisions import everybody_gets, published
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.scores import Outcome, Result
from lessons.release_desk.search import answered, finds_somebody, good_decision
from tests.lessons.release_desk.small_desk import office


def test_the_search_ends_where_no_change_is_better():
    chosen = good_decision(office())
    assert not finds_somebody(office(), chosen) and answered(office(), chosen) >= len(REQUESTS)
    for request in REQUESTS:
        for choice in request.choices:
            change = {**chosen, request.name: choice.name}
            assert answered(office(), change) <= answered(office(), chosen) or finds_somebody(office(), change)


def test_one_person_is_somebody(monkeypatch):
    found = []
    monkeypatch.setattr(search, "attacked", lambda held, out: Result(tuple(found)))
    assert not finds_somebody(office(), {})
    found.append(Outcome("singling out", ("joke: as asked",), Risk(1, 1, 0, 0, 0.0, 0.0, 1.0), frozenset({7})))
    assert finds_somebody(office(), {})


def test_as_asked_finds_somebody_and_declining_answers_nothing():
    assert finds_somebody(office(), everybody_gets("as asked")) and not finds_somebody(office(), {})
    assert answered(office(), {}) == 0 and published(office(), {}) == ()
