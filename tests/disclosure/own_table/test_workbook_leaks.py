from disclosure.own_table.sheets.sheet import Sheet, TextDialect, WorkbookSource, Written
from disclosure.own_table.workbook_leaks import leaks_of


def sheet(*cells, **source):
    return Sheet("T", tuple((cell,) for cell in cells), WorkbookSource("xlsx", **source), file="a.xlsx")


def kinds(*sheets):
    return [(leak.kind, leak.where) for leak in leaks_of(sheets)]


def test_a_value_under_a_format_and_a_hyphen_for_zero():
    found = leaks_of([sheet(Written(0, 0, "<5", 3, '[<5]"<5"'), Written(1, 0, "-", 0), Written(2, 0, "12", 12))])
    assert [(leak.kind, leak.where, leak.given_away) for leak in found] == [("format", "T!A1", "3")]


def test_formulas_comments_and_hidden_lines():
    cells = Written(0, 0, "<5", "<5", formula="=IF(raw!B2<5,raw!B2)"), Written(1, 0, "7", 7, comment="was 3")
    hidden = Written(2, 0, "", 9, hidden=True)
    found = kinds(sheet(*cells, hidden, hidden_rows=frozenset({2})))
    assert found == [("formula", "T!A1"), ("hidden", "T!3"), ("comment", "T!A2"), ("formula", "T!A1")]


def test_hidden_sheets_and_pivot_caches():
    found = kinds(sheet(Written(0, 0, "x", "x"), hidden=True, pivot_caches=("xl/pivotCache/pivotCacheRecords1.xml",)))
    assert found == [("hidden", "T"), ("pivot cache", "a.xlsx")]


def test_files_of_text_give_nothing_away():
    assert leaks_of([Sheet("a.csv", ((Written(0, 0, "<5"),),), TextDialect())]) == ()
