import pytest

from disclosure.own_table import Wishes, check_table, propose
from disclosure.own_table.blank_lines import BlankLine, blank_line_questions, hiding
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.unreadable import UnreadableError

SMALL = {"mark (blank)": "1 to 2", "covering (blank)": "small counts only"}
TOLD = {"mark x": "not told", "cover district": "yes", **SMALL}
HIDES = {"line Elm": "hidden count"}


def check(text, office=None, **answers):
    beside = FileInMemory("office.csv", f"district,n\n{office}".encode()) if office else None
    return check_table(FileInMemory("t.csv", f"district,n\n{text}".encode()), office=beside, answers=TOLD | answers)


def asked(text, **answers):
    return {question.name: [*question.options] for question in check(text, **answers).questions}


def ranges(found):
    return {row["address"]: (row["low"], row["high"], row["verdict"]) for row in found.findings.to_dict("records")}


BETWEEN = "Ash,6\nElm,\nFir,x\nAll,15\n"


def test_a_blank_count_between_lines_was_a_heading_and_a_hidden_count_exact():
    """Fir was said to be exactly 9, although Elm may hold some of the 9."""
    assert asked(BETWEEN)["line Elm"] == ["heading", "hidden count"]
    assert ranges(check(BETWEEN))["B4"] == (7, 9, "depends on the answer")
    assert ranges(check(BETWEEN, **{"line Elm": "heading"}))["B4"] == (9, 9, "exact")
    hidden = check(BETWEEN, **HIDES)
    assert ranges(hidden)["B4"] == (7, 8, "narrowed") and ranges(hidden)["B3"] == (1, 2, "open")


@pytest.mark.parametrize("text", ["Elm,\nAsh,6\nFir,7\nAll,14\n", "Ash,6\nElm,\nFir,7\nAll,14\n"])
def test_a_sheet_that_adds_up_with_a_hidden_count_alone_forces_it(text):
    """ "Its lines add up to 1 fewer" was all that was said."""
    found = check(text)
    assert found.answers["line Elm"] == "hidden count" and "exact" in found.findings["verdict"].tolist()


@pytest.mark.parametrize(
    "text",
    [
        "North,\nAsh,6\nFir,9\nAll,15\n",
        "Boys,\n0-4,7\n5-9,x\nGirls,\n0-4,x\n5-9,6\nAll,19\n",
        "North,\nAsh,7\nOak,x\nTotal North,9\nSouth,\nElm,x\nFir,6\nTotal South,11\nAll,20\n",
        "North,\nAsh,7\nFir,x\n",
    ],
)
def test_headings_that_a_sheet_shows_are_not_asked_about(text):
    assert not any(name.startswith("line") for name in asked(text) if name != "lines")


def test_a_line_below_the_last_count_is_one_of_the_table_or_a_note():
    """Fir was said to be exactly 9, and Elm was taken for a footnote."""
    assert asked("All,15\nAsh,6\nFir,x\nElm,\n")["line Elm"] == ["note", "hidden count"]
    assert "line Source: register" not in asked("All,15\nAsh,6\nFir,x\nSource: register\n")


def test_several_blank_counts_above_the_first_number():
    """ "No line above it names the columns" was said."""
    assert {"line Elm", "line Oak"} <= {*asked("Elm,\nOak,\nFir,x\nAsh,6\nAll,15\n")}


def test_in_several_columns_a_blank_line_hides_counts_where_the_lines_do_not_add_up_without_it():
    sheet = "district,m,f,All\nAsh,6,5,11\nElm,,,\nFir,4,x,x\nAll,11,10,21\n"
    found = check_table(FileInMemory("t.csv", sheet.encode()), answers=TOLD | {"covering x": "small counts only"})
    assert found.answers["line Elm"] == "hidden count" and ranges(found)["B3"] == (1, 1, "exact")


def test_the_office_counts_in_a_line_that_was_said_to_be_a_heading():
    """ "No whole numbers fit" was said of a repair."""
    office = "Ash,6\nElm,2\nFir,7\nAll,15\n"
    with pytest.raises(UnreadableError, match=r"office\.csv says 2 at B3, where the table has a line without a count"):
        check(BETWEEN, office, **{"line Elm": "heading"})
    found = check(BETWEEN, office, **HIDES)
    assert propose(found, Wishes(3)).sentence.startswith("Hide 1 more: 6 people")


def test_many_lines_are_asked_about_at_once():
    lines = [BlankLine(row, label, (f"A{row + 1}",)) for row, label in enumerate("ABCD")]
    [question] = blank_line_questions(lines)
    assert question.name == "lines without a count" and len(question.addresses) == 4
    assert hiding(lines, {question.name: "hidden count", "line B": "heading"}) == (0, 2, 3)


def test_what_a_line_is_comes_first_and_other_questions_name_totals_without_their_heading():
    """ "Everybody who is counted in 'Elm / All'" was asked; what depends on one answer was told under all."""
    open_ones = {"line Elm", "cover district"}
    texts = f"district,n\n{BETWEEN}"
    told = {name: answer for name, answer in TOLD.items() if name not in open_ones}
    found = check_table(FileInMemory("t.csv", texts.encode()), answers=told)
    first, second = found.questions
    assert (first.name, second.name) == ("line Elm", "cover district")
    assert "counted in 'All'?" in second.sentence and not len(found.lines)


def test_a_blank_that_was_answered_to_hide_a_count_is_read_as_hidden():
    found = check(BETWEEN, **HIDES)
    assert found.as_read.kinds["B3"] == "hidden" and "2 hidden cells" in found.as_read.in_words()


def test_a_line_may_hide_a_count_in_one_column_although_another_adds_up_without_it():
    """Oak was said to hold exactly 3 men, and some of them may be in Ash."""
    told = {"mark (blank)": "0 to 4", "cover district": "yes", "cover column": "yes"}
    sheet = "district,m,f,All\nAsh,,,\nOak,,5,\nElm,4,11,15\nAll,7,16,23\n"
    found = check_table(FileInMemory("t.csv", sheet.encode()), answers=told)
    assert "line Ash" in {question.name for question in found.questions}
    assert ranges(found)["B3"] == (0, 3, "depends on the answer")


def test_an_office_that_counts_nobody_in_a_heading_says_nothing_against_it():
    found = check("North,\nAsh,6\nFir,9\nAll,15\n", "North,0\nAsh,6\nFir,9\nAll,15\n")
    assert found.counted is not None


def test_a_single_count_is_no_table():
    """ "By names no column: a count table needs one or more" was said."""
    with pytest.raises(UnreadableError, match="Row 2 is the only line with a count"):
        check("Ash,6\nOak,\nElm,\n")
