from disclosure.labels import TOTAL
from disclosure.own_table.interpreting import interpret
from disclosure.own_table.meaning import Meaning, ShareMeaning
from disclosure.own_table.sheets.sheet import sheet_of
from disclosure.own_table.tables import tables_of
from disclosure.tables import LinkedTables


def built(text, meaning):
    found = interpret(sheet_of([line.split("|") for line in text.splitlines()]), {}, {})
    return tables_of(found.grid, found.nestings, meaning)


def test_a_table_with_its_totals_and_addresses():
    tables = built("Area|Men|Women|All\nA|10|<5|12\nB|7|9|16\nAll|17|11|28", Meaning({"<5": "1 to 4"}))
    assert tables.release.by == ("Area", "column") and tables.release.rule.threshold == 5
    assert tables.addresses[TOTAL, TOTAL] == "D4" and tables.addresses["A", "Women"] == "C2"


def test_subtotals_nest_and_marks_of_nobody_are_zeros():
    text = "Area|Men|Women|All\nA|10|5|15\nB|7|-|7\nNorth|17|5|22\nC|1|2|3\nD|4|3|7\nSouth|5|5|10\nAll|22|10|32"
    release = built(text, Meaning({"-": "zero"})).release
    assert release.hierarchies["Area"] == {"A": "North", "B": "North", "C": "South", "D": "South"}
    assert not release.is_hidden.any()


def test_two_breakdowns_side_by_side_are_two_tables():
    text = "Area|Male|Female|0-15|16+|Total\nA|10|3|5|8|13\nB|7|9|6|10|16\nAll|17|12|11|18|29"
    tables = built(text, Meaning())
    assert isinstance(tables.release, LinkedTables) and tables.release.dimensions == ("Area", "column", "column (2)")


def test_of_which_lies_inside_its_line_and_the_rest_is_not_printed():
    text = "Area|Men|Women|All\nA|10|2|12\nof which: young|3|1|4\nB|7|9|16\nAll|17|11|28"
    release = built(text, Meaning()).release
    assert release.hierarchies["Area"] == {"of which: young": "A", "the rest of A": "A"}
    assert release.not_covered == {"Area": ("the rest of A",)}


def test_percentages_keep_their_base():
    text = "School|Pupils|SEN n|SEN %\nA|100|7|7.0\nB|200|30|15.0"
    release = built(text, Meaning(shares={3: ShareMeaning(2, {"column": "Pupils"})})).release
    assert release.percentages[0].of == {"column": "Pupils"} and release.percentages[0].decimals == 1


def test_percentages_of_a_total_that_is_broken_down_in_two_ways():
    """The second way has a name of its own, and "of='Who'" was "no column of the table"."""
    text = "Who|n|%\nmen|1|2.5\nwomen|39|97.5\nyoung|3|7.5\nold|37|92.5\nTotal|40|100.0"
    first, second = built(text, Meaning(shares={2: ShareMeaning(1, "Who")})).release.tables
    assert (first.percentages[0].of, second.percentages[0].of) == ("Who", "Who (2)")
    of_men = built(text, Meaning(shares={2: ShareMeaning(1, {"Who": "men"})})).release.tables
    assert [table.percentages[0].of for table in of_men] == [None, {"Who (2)": "men"}]


def test_each_of_several_parts_of_a_line_lies_in_it_by_itself():
    text = "Area|Men|Women|All\nA|10|2|12\nof which: young|3|1|4\nof which: rural|8|2|10\nB|7|9|16\nAll|17|11|28"
    tables = built(text, Meaning())
    way = tables.release.tables[1]
    assert way.hierarchies["Area [of which: young]"] == {"of which: young": "A", "the rest of A": "A"}
    assert way.not_covered == {"Area [of which: young]": ("the rest of A", "the rest of All")}
    assert tables.loosened == ("how 'A' and its parts fit together",)
