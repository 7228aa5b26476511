"""The joke counts 53 people in every way, and its questions are read off what is printed."""

from lessons.release_desk.joke import HOW_MANY, REQUEST, WHERE, rows_behind
from tests.lessons.release_desk.small_desk import office


def test_all_tables_count_the_same_people():
    people = len(rows_behind(office()))
    for choice in REQUEST.choices[:-1]:
        sheets = choice.publish(office())
        assert sheets[HOW_MANY] == people
        assert WHERE not in sheets or sheets[WHERE].cells["count"].iloc[-1] == people


def test_questions_are_answered_where_the_table_tells():
    counted = REQUEST.counted(office())
    true = [question.read(counted) for question in REQUEST.questions]
    by_device = REQUEST.choice("by device").publish(office())
    assert [question.read(by_device) for question in REQUEST.questions] == [*true[:2], None]
