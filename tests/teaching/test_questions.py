"""Every file of questions can be read; a file that cannot gets a sentence."""

import pytest

from teaching.questions import LESSONS as FOLDER
from teaching.questions import questions

LESSONS = sorted(path.parent.name for path in FOLDER.glob("*/questions.toml"))
GOOD = '[[question]]\nname = "n"\ntext = "t"\n'
RIGHT = '[[question.answer]]\ntext = "yes"\nright = true\nwhy = "w"\n'
WRONG = '[[question.answer]]\ntext = "no"\nright = false\nwhy = "w"\n'


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_lesson_asks_three_to_five_questions(lesson):
    assert 3 <= len(questions(lesson)) <= 5


@pytest.mark.parametrize("lesson", LESSONS)
def test_neither_the_place_nor_the_length_of_an_answer_tells_that_it_is_right(lesson):
    asked = questions(lesson)
    places = [[answer.right for answer in question.answers].index(True) for question in asked]
    longest = [max(question.answers, key=lambda answer: len(answer.text)).right for question in asked]
    assert len(set(places)) > 1, places
    assert not all(longest)


def write(folder, text):
    (folder / "x").mkdir()
    (folder / "x" / "questions.toml").write_text(text)


def test_a_question_by_hand(tmp_path):
    write(tmp_path, GOOD + RIGHT + WRONG)
    [question] = questions("x", folder=tmp_path)
    assert [(answer.text, answer.right) for answer in question.answers] == [("yes", True), ("no", False)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (GOOD + RIGHT + RIGHT.replace("yes", "also"), "2 answers are right"),
        (GOOD + WRONG + WRONG.replace("no", "nor"), "0 answers are right"),
        (GOOD + RIGHT, "two answers or more"),
        (GOOD + RIGHT + WRONG.replace('"no"', '"yes"'), "no two the same"),
        (GOOD + RIGHT + WRONG.replace('why = "w"', ""), "needs a text and a why"),
        (GOOD.replace('"n"', '""') + RIGHT + WRONG, "needs a name"),
        ((GOOD + RIGHT + WRONG) * 2, "two questions with the name 'n'"),
        (GOOD + 'when = "never"\n' + RIGHT + WRONG, "when is 'never'"),
        ("[[", "is not TOML"),
    ],
)
def test_a_file_that_cannot_be_used_gets_a_sentence(tmp_path, text, sentence):
    write(tmp_path, text)
    with pytest.raises(ValueError, match=sentence):
        questions("x", folder=tmp_path)


def test_each_set_is_asked_by_itself(tmp_path):
    write(tmp_path, GOOD + 'when = "before"\n' + RIGHT + WRONG + GOOD.replace('"n"', '"m"') + RIGHT + WRONG)
    sets = {when: [question.name for question in questions("x", when, folder=tmp_path)] for when in ("before", "after")}
    assert sets == {"before": ["n"], "after": ["m"]}


def test_a_lesson_without_questions_is_told():
    with pytest.raises(ValueError, match="there are no questions for 'nothing'"):
        questions("nothing")
