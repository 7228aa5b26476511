"""The lessons are written in plain English: short sentences, common words."""

from pathlib import Path

import pytest

from tests.readability import HIGHEST_GRADE, LONGEST_SENTENCE, grade, longest, prose_of, sentences, syllables
from tests.test_structure import READ_AGAIN, ROOT, names

QUESTIONS = [ROOT / "lessons" / path.stem.split("_", 1)[1] / "questions.toml" for path in READ_AGAIN]
TEXTS = [*READ_AGAIN, *filter(Path.exists, QUESTIONS)]

SPOKEN = {
    1: "the made hides whole says sure used lies tried real phone whose league",
    2: "table tables people hidden value hide-out being create science quiet prices houses threshold every doubled",
    3: "suppression idea area media video exactly protected example actual diary interest different Marguerite",
    4: "everybody situation anonymous variable actually criticism",
    5: "complementary individual",
}
"""Words by how many syllables they have."""


def test_syllables_are_counted_as_one_speaks():
    wrong = [word for count, words in SPOKEN.items() for word in words.split() if syllables(word) != count]
    assert wrong == []
    assert syllables("12,000") == syllables("x") == 1


def test_sentences_end_where_one_takes_breath():
    text = "# A heading\n\nOne, *two*\nthree. `four` is five!\n\n- An item, [linked](a.md)\n- Another\n\n| a | b. |"
    assert sentences(text) == ["One, two three.", "Code is five!", "An item, linked", "Another"]
    assert longest(text)[0] == (3, "One, two three.")


def test_a_grade_solved_in_the_head():
    """Three words of one syllable in each sentence: 0.39 * 3 + 11.8 - 15.59."""
    assert grade("She has it. He has none.") == pytest.approx(-2.62)


@pytest.mark.parametrize("path", TEXTS, ids=names(TEXTS))
def test_a_lesson_is_written_in_plain_english(path):
    text = prose_of(path)
    assert [sentence for words, sentence in longest(text) if words > LONGEST_SENTENCE] == []
    assert grade(text) <= HIGHEST_GRADE
