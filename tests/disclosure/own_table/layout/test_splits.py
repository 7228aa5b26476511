from disclosure.own_table.interpreting import interpret
from disclosure.own_table.layout.splits import lines_beside, splits_of
from disclosure.own_table.sheets.sheet import sheet_of


def test_lines_that_do_not_cover_everybody():
    found = interpret(sheet_of([["Area", "m", "f"], ["A", "1", "2"], ["B", "3", "4"], ["All", "5", "7"]]), {}, {})
    [split], _ = splits_of(found.grid.dimensions[0], found.nestings[0], covers=False)
    assert split.not_covered == ("not in the table",)


def test_a_line_beside_the_total_may_count_people_of_other_lines():
    rows = [["Area", "m", "f"], ["A", "1", "2"], ["B", "4", "5"], ["All", "5", "7"], ["Abroad", "9", "9"]]
    found = interpret(sheet_of(rows), {}, {})
    assert lines_beside(found.grid.dimensions[0], found.nestings[0]) == [
        "whether 'Abroad' counts people of other lines as well"
    ]
