"""Two matched sets of questions for each lesson; who answers by cue, and not by thought, gets half of a set at most."""

import re

import pytest

from teaching.questions import questions
from tests.test_structure import READ_AGAIN

SETS = ("before", "after")
TWO_SETS = [path.stem.split("_", 1)[1] for path in READ_AGAIN]
CAREFUL = re.compile(r"\b(may|might|depends|unless|not known|perhaps)\b")
FIRM = re.compile(r"\b(exactly|certain|always|never|nothing|everything|only)\b", re.IGNORECASE)

CUES = {
    "the longest": lambda texts: max(range(len(texts)), key=lambda place: len(texts[place])),
    "the shortest": lambda texts: min(range(len(texts)), key=lambda place: len(texts[place])),
    **{f"place {n}": lambda texts, n=n: min(n, len(texts) - 1) for n in range(4)},
    "careful": lambda texts: first_with(CAREFUL, texts),
    "firm": lambda texts: first_with(FIRM, texts),
}
"""What somebody may go by who has not read the question."""


def first_with(pattern, texts):
    """The first answer that has one of these words; -1 where none has."""
    return next((place for place, text in enumerate(texts) if pattern.search(text)), -1)


@pytest.mark.parametrize("lesson", TWO_SETS)
def test_both_sets_have_as_many_questions(lesson):
    before, after = (questions(lesson, when) for when in SETS)
    assert len(before) == len(after) >= 3


@pytest.mark.parametrize("when", SETS)
@pytest.mark.parametrize("lesson", TWO_SETS)
@pytest.mark.parametrize("cue", CUES)
def test_who_goes_by_a_cue_gets_half_at_most(lesson, when, cue):
    asked = questions(lesson, when)
    chosen = [CUES[cue]([answer.text for answer in question.answers]) for question in asked]
    right = [place >= 0 and question.answers[place].right for question, place in zip(asked, chosen, strict=True)]
    assert sum(right) <= len(asked) / 2


@pytest.mark.parametrize("lesson", TWO_SETS)
def test_a_careful_answer_is_wrong_in_a_third_of_the_questions(lesson):
    asked = questions(lesson)
    wrong = [any(CAREFUL.search(a.text) and not a.right for a in question.answers) for question in asked]
    assert sum(wrong) >= len(asked) / 3
