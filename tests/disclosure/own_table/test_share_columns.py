from disclosure.own_table.interpreting import interpret
from disclosure.own_table.meaning import Meaning, ShareMeaning
from disclosure.own_table.share_columns import shares_beside, shares_of_unknown
from disclosure.own_table.sheets.sheet import sheet_of

ROWS = [["Area", "n", "m", "% n", "Rate per 1,000"], ["A", "7", "3", "35.0", "9"], ["B", "9", "1", "45.0", "8"]]


def test_percentages_stand_beside_the_counts_that_they_belong_to():
    grid = interpret(sheet_of(ROWS), {}, {}).grid
    beside = shares_beside(grid, Meaning(shares={3: ShareMeaning(1, None)}))
    assert beside == {"B2": {"column D of the sheet": 35.0}, "B3": {"column D of the sheet": 45.0}}


def test_columns_of_which_nobody_knows_what_they_are_of_are_named():
    grid = interpret(sheet_of(ROWS), {}, {}).grid
    [said] = shares_of_unknown(grid, Meaning(shares={3: ShareMeaning(1, None)}))
    assert said.startswith("the rates in 'Rate per 1,000' (column E)")
