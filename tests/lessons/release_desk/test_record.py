"""The record is text and numbers: decisions, reasons, what the attacks did; nobody is named in it."""

import json

from lessons.release_desk.strings import NOBODY
from tests.lessons.release_desk.small_desk import signed_desk


def test_an_empty_hand_is_said_in_full():
    record = signed_desk(joke="the number only").record()
    assert record["found"] == NOBODY and "safe" not in json.dumps(record)
    assert record["questions_right"] == 1 and record["questions_unanswered"] == 17


def test_what_the_record_holds():
    record = json.loads(json.dumps(signed_desk(joke="as asked").record()))
    assert record["signed"] == "otter" and len(record["decisions"]) == 6 and len(record["questions"]) == 18
    assert record["decisions"][0]["reason"] == "Because of joke." and record["decisions"][1]["choice"] == "decline"
    [attack] = record["attacks"]
    assert attack["right"] == record["people_found"] > 0 and record["wrongly_accused"] == attack["wrongly_accused"]


def test_a_blind_guesser_makes_as_many_claims():
    [talkative] = signed_desk(joke="as asked").record()["attacks"]
    claims = talkative["right"] + talkative["wrongly_accused"]
    assert 0 < talkative["blind"] == round(claims / talkative["targets"], 2)  # one of them, on average, if about all
    [silent] = signed_desk(joke="by device").record()["attacks"]
    assert silent["right"] + silent["wrongly_accused"] == silent["blind"] == 0
