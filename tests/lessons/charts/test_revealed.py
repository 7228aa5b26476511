"""The guess and the answer, in words and on one scale; text cannot act as HTML."""

import pytest

from lessons.charts.revealed import Revealed


@pytest.mark.parametrize(
    ("guess", "truth", "sentence"),
    [
        (None, 3, "It is 3. You have not guessed; you can still do so, and run this cell again."),
        (3, 3, "You guessed 3, and so it is."),
        (3.0, 3, "You guessed 3, and so it is."),
        (2, 0.25, "You guessed 2. It is 0.25."),
    ],
)
def test_sentences(guess, truth, sentence):
    assert repr(Revealed(guess, truth, (0, 5))) == sentence


def test_both_marks_are_drawn_and_only_the_answer_where_there_is_no_guess():
    assert "your guess" in Revealed(2, 3, (0, 5))._repr_html_()
    assert "your guess" not in Revealed(None, 3, (0, 5))._repr_html_()
    assert "<svg" not in Revealed("a", "b", None)._repr_html_()


def test_a_scale_of_one_point():
    assert "nan" not in Revealed(1, 1, (1, 1))._repr_html_()


def test_text_is_escaped():
    assert "<b>" not in Revealed("<b>", "<i>", None)._repr_html_()
