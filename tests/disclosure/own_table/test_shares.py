from disclosure.own_table.interpreting import interpret
from disclosure.own_table.shares import by_measure, candidates, fits, meanings_of_shares, share_questions
from disclosure.own_table.sheets.sheet import sheet_of


def read(text):
    found = interpret(sheet_of([line.split("|") for line in text.splitlines()]), {}, {})
    return found.grid, found.nestings


TABLE = "School|Pupils|SEN n|SEN %\nA|212|*|0.9\nB|1043|57|5.5\nC|348|9|2.6\nAll|1603|68|4.2"


def test_the_base_that_fits_all_cells():
    grid, nestings = read(TABLE)
    [(measure, shares)] = by_measure(grid).items()
    number = {each.name: fits(grid, each, shares, 0) for each in candidates(grid, nestings, shares)}
    assert measure.name == "SEN %" and number["Pupils"] == 3 and number["the total All"] is None
    names = [question.name for question in share_questions(grid, nestings, 0, {})]
    assert names == ["rounding of percentages"]
    assert meanings_of_shares(grid, nestings, 0, {})[3].base == {"column": "Pupils"}


def test_ways_of_rounding_that_cannot_be_are_not_offered():
    grid, nestings = read(TABLE)
    [question] = share_questions(grid, nestings, 0, {})
    assert "cut off" not in question.options and "half up" in question.options


def test_a_base_is_asked_where_none_shows():
    grid, nestings = read("School|Boys|Girls|SEN n|SEN %\nA|212|190|*|0.9\nB|148|170|*|2.1\nC|95|99|*|8.2")
    [question] = share_questions(grid, nestings, 0, {})
    assert question.name == "base of SEN %" and {"Boys", "Girls", "none of these"} <= set(question.options)
    assert meanings_of_shares(grid, nestings, 0, {question.name: "none of these"})[4].base is None


def test_shares_of_a_total_ask_whether_they_were_made_to_add_up():
    grid, nestings = read("Area|n|%\nA|11|25.0\nB|33|75.0\nAll|44|100.0")
    names = [question.name for question in share_questions(grid, nestings, 0, {})]
    assert names == ["rounding of percentages", "sums of percentages"]
