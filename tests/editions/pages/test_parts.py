"""What cells show becomes HTML, or data for the script."""

import altair as alt
import numpy as np
import pandas as pd

from editions.pages.parts import part_of
from teaching.decision import Decision
from teaching.exercise import Exercise
from teaching.prose import prose
from teaching.widgets.concept_questions import concept_questions
from teaching.widgets.prediction import predict


def double(number):
    return 2 * number


def judge(answer):
    return ""


def test_a_table_comes_without_the_style_that_pandas_adds_and_escaped():
    part = part_of(pd.DataFrame({"a": ["<b>"]}))
    assert part.kind == "table" and "<style" not in part.text and "&lt;b&gt;" in part.text
    assert part_of(pd.Series([1], name="n")).kind == "table"


class OnlyInPictures:
    """As a picture of matplotlib, which says nothing as HTML."""

    def _repr_html_(self):
        return None

    def __repr__(self):
        return "a picture"


def test_a_class_and_what_says_nothing_as_html_are_shown_as_python_does():
    """A teacher may end a cell with whatever she likes: both stopped the page."""
    assert part_of(OnlyInPictures()).text == "<pre>a picture</pre>"
    assert "DataFrame" in part_of(pd.DataFrame).text


def test_two_styled_tables_made_alike_are_equal_to_the_byte():
    frame = pd.DataFrame({"a": [1]})
    assert part_of(frame.style.hide()) == part_of(frame.style.hide())


def test_a_set_is_shown_in_one_order():
    assert part_of({"south", "east"}).text == part_of(frozenset({"east", "south"})).text
    assert part_of({2, 1}).text == "<pre>{1, 2}</pre>"


def test_a_guess_and_its_answer_belong_together():
    guess = predict("a/b", "How many?", minimum=0, maximum=9)
    asked, revealed = part_of(guess).data, part_of(guess.reveal(np.int64(4))).data
    assert asked["name"] == revealed["name"] == "a/b"
    assert revealed["truth"] == 4 and revealed["scale"] == (0, 9) and asked["whole"]


def test_questions_come_one_by_one_with_their_reasons():
    parts = part_of(concept_questions("insiders", "after")).parts
    assert {part.kind for part in parts} == {"question"} and len(parts) == 4
    assert all(answer["why"] for part in parts for answer in part.data["asked"]["answers"])


def test_an_exercise_shows_cases_with_their_answers_hints_and_one_way():
    exercise = Exercise("Double.", 2, double, lambda rng: {"number": int(rng.integers(9))}, ["Add."], name="a/double")
    part = part_of(exercise)
    number, doubled = (
        int(text.split(">")[1].split("<")[0]) for text in (part.parts[0].parts[1].text, part.parts[0].parts[2].text)
    )
    assert doubled == double(number)
    assert part.data["hints"] == ["Add."] and "return 2 * number" in part.text


def test_a_decision_shows_one_way_and_no_case():
    part = part_of(Decision("Decide.", 2, judge, double, ["Think."], name="a/decide"))
    assert part.kind == "task" and part.parts == () and "def double" in part.text


def test_charts_are_data_and_prose_is_escaped():
    assert (
        part_of(alt.Chart(pd.DataFrame({"a": [1]})).mark_point().encode(x="a")).data["spec"]["mark"]["type"] == "point"
    )
    assert "&lt;" in part_of(prose("a < b")).text
