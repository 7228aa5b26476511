"""Only what is asked in the room is taken; all else is refused in a sentence, whatever it is made of."""

import json

import pytest

from editions.room.answers import MOST_BYTES, Answer, read_answer
from tests.editions.room.rooms import IDS, QUESTIONS, sent


def test_numbers_and_choices_are_taken_and_a_browser_may_say_that_it_is_here():
    assert read_answer(sent(value=20), QUESTIONS) == Answer(IDS[1], "guess", "small/many", 20)
    assert read_answer(sent("answer", "A1", "b"), QUESTIONS).value == "b"
    assert read_answer(sent("decision", "press", "change"), QUESTIONS).kind == "decision"
    assert read_answer(sent("here", "room", 1), QUESTIONS).screen == "room"


@pytest.mark.parametrize("value", [21, -1, 2.5, "5", None, True, [5], {"a": 1}, float("nan"), float("inf"), 10**400])
def test_a_guess_that_is_not_on_the_scale_is_refused(value):
    with pytest.raises(ValueError, match="none that can be chosen"):
        read_answer(sent(value=value), QUESTIONS)


@pytest.mark.parametrize("value", ["c", "own words", 1, None, ["a"]])
def test_own_words_are_no_choice(value):
    with pytest.raises(ValueError, match="none that can be chosen"):
        read_answer(sent("answer", "A1", value), QUESTIONS)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "no JSON"),
        (b"\xff\xfe", "no JSON"),
        (b"[" * 4000, "no JSON"),
        (b"[]", "has the fields"),
        (json.dumps({"id": IDS[1], "kind": "guess", "screen": "small/many"}).encode(), "has the fields"),
        (json.dumps({**json.loads(sent()), "name": "Ada"}).encode(), "and no others"),
        (sent(browser="Ada"), "drawn at random"),
        (sent(browser=1), "drawn at random"),
        (sent(browser=["a"]), "drawn at random"),
        (sent(kind="note"), "not asked"),
        (sent(kind=["guess"]), "not asked"),
        (sent(screen={}), "not asked"),
        (sent(screen="elsewhere"), "not asked"),
        (sent("here", "room", 2), "none that can be chosen"),
        (sent(value="x" * MOST_BYTES), "at most 4096 bytes"),
    ],
)
def test_what_is_no_answer_is_refused(body, sentence):
    with pytest.raises(ValueError, match=sentence):
        read_answer(body, QUESTIONS)
