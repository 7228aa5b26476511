"""The record: decisions and reasons in words, attacks in numbers, and JSON can hold it."""

import json

from lessons.release_desk.answering import answers
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.neighbours import SINGLING_OUT
from lessons.release_desk.record import NOBODY, in_words, record_of
from lessons.release_desk.requests import DECLINE
from lessons.release_desk.scores import Result, attacked
from tests.lessons.release_desk.small_office import of, small_office


def record(choice):
    decided = [(request, choice if request.name == "joke" else DECLINE, "why") for request in REQUESTS]
    out = [of("joke", choice)]
    return record_of("otter", decided, attacked(small_office(), out, (SINGLING_OUT,)), answers(small_office(), out))


def test_all_decisions_and_all_questions_are_told_and_json_holds_them():
    told = record("as asked")
    assert json.loads(json.dumps(told)) == told
    assert len(told["decisions"]) == 6 and told["decisions"][0]["choice"] == "as asked"
    sums = [told[f"questions_{verdict}"] for verdict in ("right", "wrong", "unanswered")]
    assert sum(sums) == len(told["questions"]) == 18


def test_people_are_counted_and_not_named():
    told = record("as asked")
    [attack] = told["attacks"]
    found = attacked(small_office(), [of("joke", "as asked")], (SINGLING_OUT,)).first_found_by
    assert told["people_found"] == attack["people"] == len(found) > 0
    assert not any(str(person) in json.dumps(told) for person in found)


def test_an_empty_hand_is_said_in_full():
    assert record("the number only")["found"] == in_words(Result(())) == NOBODY
