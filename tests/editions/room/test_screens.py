"""The room's own pages: they say what is sent, show what may be shown, and escape what they show."""

from dataclasses import replace

from editions.room.screens import anchor, entry_page, trainer_page, words
from tests.editions.room.rooms import ANSWER, DECISION, GUESS, QUESTIONS

EVERYBODY = "http://192.0.2.7:8053/abc/"


def page(shown, questions=QUESTIONS):
    return trainer_page(questions, shown, everybody=EVERYBODY, browsers=12, opened="The hour")


def test_the_first_page_says_what_is_sent_and_leads_to_hour_and_lessons():
    text = entry_page(["staff/hour.html"], keeps=False)
    assert 'href="staff/hour.html"' in text and 'href="pages/index.html"' in text
    assert words()["entry"]["sent"] in text and "script" not in text
    assert words()["entry"]["deleted"] in text and words()["entry"]["kept"] not in text
    kept = entry_page([], keeps=True)
    assert "staff" not in kept and words()["entry"]["kept"] in kept


def test_before_a_question_is_closed_there_is_a_button_and_no_number_of_it():
    text = page({})
    assert text.count("<button") == 3 and "<table" not in text and "The answer" not in text
    assert EVERYBODY in text and "<svg" in text and "opened a page: 12" in text
    assert "<details open><summary>The hour" in text and "<details><summary>A small lesson" in text


def test_what_is_shown_stands_beside_the_truth():
    text = page({GUESS.key: [[0, 6, 7], [7, 20, 5]], ANSWER.key: [8, 5], DECISION.key: {"publish": 5, "change": 6}})
    assert "0 to 6</th><td>7<" in text and "7 to 20</th><td>5<" in text and "The answer: 7<" in text
    assert "right</th><td>8<" in text and "wrong</th><td>5<" in text and "The answer: b<" in text
    assert "publish</th><td>5<" in text and "<button" not in text
    mark = words()["trainer"]["truth_here"]
    assert text.count(mark) == 1 and text.index("7 to 20<") < text.index(mark)
    assert mark not in page({GUESS.key: [[0, 20, 12]]}, {GUESS.key: replace(GUESS, truth=None)})


def test_one_group_is_no_picture_and_is_said():
    text = page({GUESS.key: [[0, 20, 11]]})
    assert "All 11 guesses stand in one group" in text and "<table" not in text and "The answer: 7<" in text


def test_where_nothing_may_be_shown_the_truth_still_is():
    text = page({GUESS.key: None})
    assert words()["trainer"]["nothing"] in text and "The answer: 7<" in text and text.count("<button") == 2


def test_words_of_a_question_are_text():
    asked = replace(GUESS, name='"><b>', words="<script>alert(1)</script>")
    text = page({}, {asked.key: asked})
    assert "<script" not in text and "<b>" not in text and anchor(asked.key) == "guess-b-"
    assert words()["trainer"]["no_questions"] in page({}, {})
