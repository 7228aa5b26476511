from disclosure.own_table.interpreting import interpret
from disclosure.own_table.layout.grid import Grid
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.sheet import sheet_of
from disclosure.own_table.sums_beside_shares import ways_beside_shares

TEXT = "Answer|Count|Share (%)\nYes|157|65.4\nNo|71|29.6\nDon't know|*|{two}\nRefused|*|{last}\nTotal|240|100.0\n"


def questions(two, last):
    sheet = sheet_of([line.split("|") for line in TEXT.format(two=two, last=last).splitlines()])
    return {question.name: question for question in interpret(sheet, {}, {}).questions}


def test_sums_that_the_printed_shares_refute_are_not_offered():
    """ "Don't know = Yes + No" was offered where 2.9 % of 240 stand beside 95.0 %."""
    assert "sums in Answer" not in questions("2.9", "2.1")
    assert [*questions("95.0", "5.0")["sums in Answer"].options] == ["none", "Don't know = Yes + No"]


def test_without_percentages_nothing_is_refuted():
    sheet = sheet_of([line.split("|")[:2] for line in TEXT.splitlines()])
    found = Reader(sheet, {}).under({})
    assert isinstance(found.grid, Grid)
    assert ways_beside_shares(found.grid, found.nestings, 0) == list(found.nestings)
