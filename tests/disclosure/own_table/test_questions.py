import pytest

from disclosure.own_table.interpreting import interpret
from disclosure.own_table.questions import Question, rounding_question
from disclosure.own_table.sheets.sheet import sheet_of


def asked(text, **answers):
    rows = [line.split("|") for line in text.splitlines()]
    return {question.name: question for question in interpret(sheet_of(rows), answers, {}).questions}


TABLE = "Area|Men|Women|All\nA|10|*|12\nB|7|9|16\nAll|17|11|28\n* fewer than 5, none included"


def test_a_mark_is_asked_with_its_footnote():
    question = asked(TABLE)["mark *"]
    assert question.quote == "* fewer than 5, none included" and question.addresses == ("C2",)
    assert {"1 to 4", "0 to 4", "not told"} <= set(question.options)
    assert question.accepts("1 to 6") and not question.accepts("six")


def test_a_blank_may_be_anything():
    assert {"zero", "not applicable", "not told"} <= set(asked(TABLE.replace("*|12", "|12"))["mark (blank)"].options)


def test_a_footnote_that_says_more_is_counted_is_always_asked():
    question = asked(TABLE + "\nTotals include people of unknown address.")["cover Area"]
    assert question.always and "unknown address" in question.quote


def test_a_total_that_neither_name_nor_sums_tell():
    assert "total Shire" in asked("Area|n\nA|10\nB|*\nShire|28")


def test_rounding_is_asked_of_multiples_only():
    assert "rounding" in asked("Area|n|m\nA|10|5\nB|15|20\nAll|25|25")
    assert "rounding" not in asked("Area|n|m\nA|10|5\nB|15|21\nAll|25|26")
    grid = interpret(sheet_of([["Area", "n"], ["A", "3"], ["B", "9"]]), {}, {}).grid
    assert rounding_question(grid) is None


def test_an_answer_that_is_none():
    assert not Question("x", "?", {"yes": ""}).accepts("no")


def test_a_footnote_may_explain_a_mark_after_other_words():
    note = "Rounded if under 10. .. = fewer than 5"
    text = f"Area|Men|Women|All\nA|12|..|14\nB|7|9|16\nAll|19|11|30\n{note}"
    assert list(asked(text)["mark .."].options) == ["1 to 4", "0 to 4", "not told"]


def test_which_lines_are_sums_is_asked_where_hidden_cells_do_not_tell_and_never_where_a_column_does():
    text = "Area|Men|Women|All\nA|9|*|*\nB|*|2|*\nC|*|6|*\nS|*|*|*\nAll|20|13|33"
    question = asked(text)["sums in Area"]
    assert question.options["S = B + C"] == "S = B + C: what is printed fits" and "none" in question.options
    assert "sums in Area" not in asked(TABLE)


def test_counts_that_are_all_multiples_of_ten_may_have_been_rounded_to_five():
    options = asked("Area|Men|Women|All\nA|20|30|50\nB|40|10|60\nAll|70|40|110\nAll counts are rounded.")[
        "rounding"
    ].options
    assert {"to 10", "to 5", "not rounded"} < {*options} and "to 3" not in options


@pytest.mark.parametrize("mark", [".", "..", "-", "x", "/", "*", "c", "n/a", ":"])
def test_any_mark_that_nobody_explains_may_hide_small_counts(mark):
    question = asked(TABLE.replace("*", mark).split("\n* ")[0].rsplit("\n", 1)[0])[f"mark {mark}"]
    assert {"1 to 4", "0 to 4", "not told"} <= {*question.options} and question.unknown == "not told"


def test_where_one_mark_tells_the_threshold_others_are_asked_about_with_that():
    options = asked("Area|Men|Women|All\nA|10|<5|12\nB|-|9|9\nAll|10|11|21")["mark -"].options
    assert [*options] == ["zero", "not applicable", "1 to 4", "0 to 4", "covers", "not told"]


def test_a_mark_that_names_no_threshold_takes_a_range_of_its_own():
    options = {"1 to 4": "a count from 1 to 4", "not told": "any"}
    assert Question("mark *", "What is *?", options).takes_range
    assert Question("earlier edition: mark *", "What is *?", options).takes_range
    assert not Question("mark <5", "What is <5?", {"1 to 4": "a count from 1 to 4"}).takes_range
    assert not Question("rounding", "Rounded?", options).takes_range
