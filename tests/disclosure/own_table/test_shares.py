from disclosure.own_table.interpreting import interpret
from disclosure.own_table.shares import meanings_of_shares, share_questions
from disclosure.own_table.sheets.sheet import sheet_of


def read(text):
    found = interpret(sheet_of([line.split("|") for line in text.splitlines()]), {}, {})
    return found.grid, found.nestings, found.fittings


TABLE = "School|Pupils|SEN n|SEN %\nA|212|*|0.9\nB|1043|57|5.5\nC|348|9|2.6\nAll|1603|68|4.2"


def test_ways_of_rounding_that_cannot_be_are_not_offered():
    grid, nestings, fittings = read(TABLE)
    [question] = share_questions(grid, nestings, fittings, 0, {})
    assert "cut off" not in question.options and "half up" in question.options
    assert meanings_of_shares(grid, fittings, {})[3].base == {"column": "Pupils"}


def test_a_base_is_asked_where_none_shows():
    grid, nestings, fittings = read("School|Boys|Girls|SEN n|SEN %\nA|212|190|*|1\nB|148|170|*|2\nC|95|99|*|8")
    [question] = share_questions(grid, nestings, fittings, 0, {})
    assert question.name == "base of SEN %" and {"Boys", "Girls", "none of these"} <= set(question.options)
    assert question.options["Boys"] == "column D (SEN n), of Boys"
    assert meanings_of_shares(grid, fittings, {question.name: "none of these"}) == {}


def test_shares_of_a_total_ask_whether_they_were_made_to_add_up():
    read_table = read("Area|n|%\nA|11|25.0\nB|33|75.0\nAll|44|100.0")
    names = [question.name for question in share_questions(*read_table, 0, {})]
    assert names == ["rounding of percentages", "sums of percentages"]


def test_columns_of_one_heading_are_asked_for_one_by_one():
    rows = "School|Boys|Girls|n|%|m|%\nA|212|190|*|1|*|2\nB|148|170|*|2|*|4"
    names = [question.name for question in share_questions(*read(rows), 0, {})]
    assert names == ["base of % (column E)", "base of % (column G)"]
