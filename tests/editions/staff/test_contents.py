"""What the page carries: only what its screens need."""

from editions.builds import ALONE, Build
from editions.staff.contents import contents, questions_of
from editions.staff.own import NOTHING
from editions.staff.screens import read_hours

HOURS = read_hours()


def test_a_question_goes_with_its_screen():
    assert [question.name for question in questions_of(HOURS["core"])] == ["A1", "A3", "A4", "B1", "B3", "B4"]
    assert len(questions_of(HOURS["hour"])) == 8


def test_the_page_carries_the_scenes_of_its_screens_and_says_what_leaves():
    core = contents(HOURS["core"], Build("platform", score=True), NOTHING, "1")
    assert set(core["scenes"]) == {"card", "survey"} and [case["name"] for case in core["cases"]] == ["press", "survey"]
    assert len(core["leaves"]) == 2 and "score" in core["leaves"][1]
    whole = contents(HOURS["hour"], ALONE, NOTHING, "1")
    assert set(whole["scenes"]) == {"dots", "card", "monday", "survey"} and "numbers" not in whole["questions"][0]
