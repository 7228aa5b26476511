"""A guess is remembered, and stands beside the answer; what it does in a browser is tested in tests/browser."""

import numpy as np
import pytest

from teaching import progress
from teaching.widgets.prediction import predict


def number(**more):
    return predict("example/how-many", "How many?", **{"minimum": 0, "maximum": 20, **more})


def test_a_guess_is_recorded_and_stands_there_again_after_a_restart():
    number().guess = 7
    assert progress.last("prediction", "example/how-many") == 7
    assert number().guess == 7
    assert len(progress.happened()) == 1 + 1  # setting it again is no new guess of hers, but harmless


@pytest.mark.parametrize("earlier", [30, "yes", True])
def test_an_earlier_guess_that_does_not_fit_is_passed_over(earlier):
    progress.record("prediction", "example/how-many", earlier)
    assert number().guess is None


def test_a_scale_of_whole_numbers_asks_for_a_whole_number():
    assert number(maximum=np.int64(20)).whole and "from 0 to 20" in number(maximum=np.int64(20))._words["range"]
    assert number()._words["first"] == "A whole number from 0 to 20, please."


def test_an_answer_with_decimals_can_be_guessed():
    """The control refused 1.5 without a word of whole numbers, and then said that the answer is 1.5."""
    guess = number(maximum=10.0)
    assert not guess.whole and guess._words["range"] == "(from 0 to 10)"
    assert guess._words["first"] == "A number from 0 to 10, please."


def test_texts():
    guess = predict("example/safe", "Safe?", options=["yes", "no"])
    guess.guess = "no"
    assert repr(guess.reveal("yes")) == "You guessed no. The answer: yes."
    assert predict("example/safe", "Safe?", options=["yes", "no"]).guess == "no"


def test_numbers_of_numpy_and_answers_off_the_scale():
    guess = number()
    guess.guess = 7
    assert repr(guess.reveal(np.int64(1234))) == "You guessed 7. The answer: 1,234. Your guess was 1,227 too low."
    assert "1,234" in guess.reveal(np.int64(1234))._repr_html_()


@pytest.mark.parametrize(
    "wrong", [{"minimum": None}, {"options": ["a", "b"]}, {"minimum": None, "maximum": None, "options": []}]
)
def test_a_prediction_of_what_gets_a_sentence(wrong):
    with pytest.raises(ValueError, match="either a minimum and a maximum, or options"):
        number(**wrong)


def test_a_name_without_a_lesson_gets_a_sentence():
    with pytest.raises(ValueError, match="write the lesson"):
        predict("how-many", "How many?", minimum=0, maximum=1)
