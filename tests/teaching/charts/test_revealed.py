"""The guess and the answer, in words and on one scale; text cannot act as HTML."""

import pytest

from teaching.charts.revealed import Revealed


@pytest.mark.parametrize(
    ("guess", "truth", "sentence"),
    [
        (None, 3, "The answer: 3. You have not guessed; you can still do so, and run this cell again."),
        (3, 3, "You guessed 3, and so it is."),
        (3.0, 3, "You guessed 3, and so it is."),
        (2, 0.25, "You guessed 2. The answer: 0.25. Your guess was 1.75 too high."),
        (0.1, 0.3, "You guessed 0.1. The answer: 0.3. Your guess was 0.2 too low."),
        (1_000, 12_345, "You guessed 1,000. The answer: 12,345. Your guess was 11,345 too low."),
        ("yes", "no", "You guessed yes. The answer: no."),
        (2, float("nan"), "You guessed 2. The answer: nan."),
        (2, "None", "You guessed 2. The answer: None."),
    ],
)
def test_sentences(guess, truth, sentence):
    assert repr(Revealed(guess, truth, (0, 5))) == sentence


def test_both_marks_are_drawn_and_only_the_answer_where_there_is_no_guess():
    assert "your guess" in Revealed(2, 3, (0, 5))._repr_html_()
    assert "your guess" not in Revealed(None, 3, (0, 5))._repr_html_()
    assert "<svg" not in Revealed("a", "b", None)._repr_html_()


def test_an_answer_without_a_place_on_the_scale_is_said_and_not_drawn():
    for answer in (float("nan"), float("inf"), "None", "about 3"):
        shown = Revealed(2, answer, (0, 5))._repr_html_()
        assert str(answer) in shown and "<svg" not in shown


def test_the_scale_grows_as_far_as_the_answer():
    assert 'cx="40"' in Revealed(0, 40, (0, 20))._repr_html_()
    assert "32,18 48,18 40,30" in Revealed(20, -20, (0, 20))._repr_html_()


def test_a_long_number_at_the_end_of_the_scale_is_not_cut_off():
    shown = Revealed(2, 3, (0, 1_000_000))._repr_html_()
    assert "1,000,000</text>" in shown and "overflow: visible" in shown


def test_a_scale_of_one_point():
    assert "nan" not in Revealed(1, 1, (1, 1))._repr_html_()


def test_text_is_escaped():
    assert "<b>" not in Revealed("<b>", "<i>", None)._repr_html_()
