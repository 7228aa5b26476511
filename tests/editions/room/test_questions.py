"""Questions are read from the pages and from the list of the hour; guesses at texts are not among them."""

import json

import pytest

from editions.room.questions import Question, read_questions
from tests.editions.room.rooms import ANSWER, DECISION, GUESS, write_hour, write_pages


def test_guesses_at_numbers_are_read_with_scale_and_truth(tmp_path):
    assert read_questions(write_pages(tmp_path)) == {GUESS.key: GUESS}


def test_the_hour_brings_its_own_list(tmp_path):
    found = read_questions(write_pages(tmp_path), write_hour(tmp_path))
    assert list(found.values()) == [GUESS, ANSWER, DECISION]
    assert read_questions(tmp_path / "pages", tmp_path / "nowhere") == {GUESS.key: GUESS}


def test_a_truth_that_is_no_number_is_none(tmp_path):
    page = write_pages(tmp_path) / "small.html"
    page.write_text(page.read_text("utf-8").replace('"truth":7', '"truth":"seven"'), encoding="utf-8")
    assert read_questions(tmp_path / "pages")[GUESS.key].truth is None


def test_a_right_choice_that_nobody_can_choose_is_refused(tmp_path):
    hour = write_hour(tmp_path)
    entry = {"kind": "answer", "name": "A1", "words": "?", "choices": ["a"], "right": "z"}
    (hour / "room.json").write_text(json.dumps({"title": "", "questions": [entry]}))
    with pytest.raises(ValueError, match="A1: the right choice, 'z', is none of a"):
        read_questions(write_pages(tmp_path), hour)


def test_kind_and_name_tell_questions_apart():
    assert Question("guess", "a", "", "").key != Question("decision", "a", "", "").key
