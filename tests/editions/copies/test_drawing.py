"""What a lesson shows stands on paper without a script; answers only where they are wanted."""

import re

import pytest

from editions.copies.drawing import drawn
from editions.pages.parts import Part
from tests.editions.copies.lesson import ASKED, CASE, CHART, CHOICE, FIGURE, GUESS, TASK

QUESTION = Part("question", data={"asked": ASKED})
WORK = Part("task", "```python\nSOLUTION\n```", TASK, (CASE,))


def test_a_guess_is_a_line_or_a_choice():
    assert "from 0 to 9" in drawn(Part("prediction", data=GUESS), answers=False)
    assert drawn(Part("prediction", data=CHOICE), answers=False).count("☐") == 2


@pytest.mark.parametrize("part", [QUESTION, WORK, Part("reveal", data={"truth": 1234.0}), Part("source", "CODE")])
def test_answers_stand_there_only_where_they_are_wanted(part):
    secrets = ("☑", "WHY-RIGHT", "HINT-ONE", "SOLUTION", "CASE-ANSWER", "1,234", "CODE")
    assert any(secret in drawn(part, answers=True) for secret in secrets)
    assert not any(secret in drawn(part, answers=False) for secret in secrets)


def test_numbers_in_a_table_are_marked_and_words_are_not():
    table = "<table><tbody><tr><td>Peru</td><td>7</td></tr></tbody></table>"
    assert drawn(Part("table", table), answers=False).count('data-is="number"') == 1


def test_the_right_box_is_ticked_and_small_cases_can_be_worked_out_by_hand():
    assert "☑ This." in drawn(QUESTION, answers=True) and "☐ That." in drawn(QUESTION, answers=True)
    assert "given" in drawn(WORK, answers=False) and "class=rule" in drawn(WORK, answers=False)


def test_each_name_of_a_small_case_has_its_value_beside_it():
    parts = [Part("html", f"<p>{text}</p>") for text in ("one", "1", "two", "2", "ANSWER")]
    case = drawn(Part("task", data=TASK, parts=(Part("case", parts=tuple(parts)),)), answers=False)
    assert '<div class="given"><p>one</p><p>1</p></div><div class="given"><p>two</p><p>2</p></div></div>' in case


def test_a_chart_is_a_picture_with_a_name():
    picture = drawn(Part("chart", data=CHART), answers=False)
    assert 'role="img" aria-label="A &lt;bar&gt;."' in picture and "viewBox" in picture and "<script" not in picture


def test_an_explorer_is_drawn_as_its_controls_stand_at_first(monkeypatch):
    seen = []
    monkeypatch.setattr(
        "vl_convert.vegalite_to_svg", lambda spec: seen.append(spec) or '<svg width="9" height="9"></svg>'
    )
    assert "can be moved" in drawn(Part("explorer", data={"figure": FIGURE}), answers=False)
    assert seen[0]["params"] == [{"name": "k", "value": 3}, {"name": "m", "value": 7}, {"name": "e", "expr": "k + 1"}]


@pytest.mark.parametrize(
    ("part", "shown"),
    [(Part("nothing"), ""), (Part("text", "See [this](02_a.ipynb)."), "<p>See this.</p>"), (Part("outcome"), "")],
)
def test_links_lead_nowhere_and_what_only_a_screen_can_do_is_left_out(part, shown):
    assert re.sub(r"\s+$", "", drawn(part, answers=False)) == shown
