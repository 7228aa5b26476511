from disclosure.own_table.findings import ALL_IN, NONE_IN, findings_of, groups_of, lines_of, outcome, together
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.sheet import sheet_of


def read(text, answers):
    reader = Reader(sheet_of([line.split("|") for line in text.splitlines()]), {})
    texts = {cell.address: cell.text for cell in reader.sheet}
    return reader.tables(answers), reader.grid(answers), texts


SMALL = "Area|Men|Women|All\nA|10|<5|12\nB|7|9|16\nAll|17|11|28"
ANSWER = {"mark <5": "1 to 4"}


def test_a_cell_in_the_tables_own_terms():
    [row] = findings_of(*read(SMALL, ANSWER)).to_dict("records")
    assert (row["address"], row["labels"], row["printed"], row["low"], row["verdict"]) == (
        "C2",
        "A, Women",
        "<5",
        2,
        "exact",
    )
    assert set(row["given_away_by"].split()) in ({"D2", "B2"}, {"C4", "C3"}) and row["to_whom"] == "any reader"


def test_the_outcome_is_the_same_without_reasons():
    tables, grid, _ = read(SMALL, ANSWER)
    assert outcome(tables, grid) == {"C2": ("exact", 2, 2)}


def test_where_not_all_is_used_nothing_is_open():
    text = "Cause|2021|2022\nAll|1040|1037\nFalls|12|5\nRoads|1028|1032\nof which: bicycles|.|5\nof which: dark|20|."
    found = findings_of(*read(text, {"mark .": "not told", "parts of Roads": "no"}))
    assert len(found) and not set(found["verdict"]) & {"open", "narrowed"}


def test_groups():
    found = groups_of(*read("Area|Yes|No|All\nA|8|<5|8\nB|7|9|16\nAll|15|9|24", {"mark <5": "0 to 4"}))
    assert {(row["address"], row["role"]) for row in found.to_dict("records")} == {
        ("B2", ALL_IN),
        ("C2", NONE_IN),
        ("C3", ALL_IN),
    }


def test_a_mark_that_means_nobody_says_no_more_than_a_printed_zero():
    text = "Area|Yes|No|All\nA|8|-|8\nB|7|9|16\nAll|15|9|24"
    told = [groups_of(*read(text, {"mark -": means}))["role"].tolist() for means in ("zero", "not told")]
    assert [NONE_IN in roles for roles in told] == [False, True]


def test_what_a_line_hides_together():
    text = "Area|a|b|c|All\nA|<5|<5|10|13\nB|<5|<5|8|14\nAll|5|4|18|27"
    tables, grid, texts = read(text, ANSWER)
    lines = lines_of(tables).set_index("line")
    assert lines.loc["A", "low"] == lines.loc["A", "high"] == 3 and lines.loc["A", "addresses"] == "B2 C2"
    assert len(together(findings_of(tables, grid, texts), groups_of(tables, grid, texts))) == 5


def test_a_part_that_is_not_printed_is_named_in_the_words_of_the_sheet_and_only_where_something_is_known():
    """ "not in the table | total | Pupils" stood among the worst, with "0 or more"."""
    text = "School|Pupils|Aid\nAsh|412|20\nBeech|1038|c\nCedar|97|c\nAll|1981|c"
    found = findings_of(*read(text, {"mark c": "not told", "cover School": "no"}))
    assert found.loc[found["address"].eq(""), "labels"].tolist() == ["not in the table, Pupils"]
