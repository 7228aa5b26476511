import pytest

from disclosure.own_table.layout.blocks import blocks_of
from disclosure.own_table.sheets.sheet import sheet_of
from disclosure.own_table.sheets.unreadable import UnreadableError


def blocks(text):
    return blocks_of(sheet_of([line.split("|") for line in text.strip().splitlines()]))


def test_a_first_line_of_marks_alone_is_no_heading():
    [block] = blocks("Area|Men|Women\nA|c|c\nB|3|c")
    assert block.headings == (0,) and block.body == (1, 2)


def test_the_name_of_the_first_group_stands_below_the_headings():
    [block] = blocks("Table 1||\nArea|Men|Women\nNorth||\nA|1|2\nB|3|4\nSouth||\nC|5|6")
    assert (block.headings, block.sections, block.body) == ((1,), (2, 5), (3, 4, 6))


@pytest.mark.parametrize("heads", ["2024 m|2024 w", "2023 w|2024 m", "2024m|2024", "2024 m|2023 w"])
def test_years_with_a_letter_are_headings(heads):
    """They look like counts with a remark; no two columns of counts begin with the same year and two remarks."""
    found = blocks_of(sheet_of([line.split("|") for line in (f"|{heads}", "A|12|13", "B|45|*", "All|57|15")]))
    assert [block.headings for block in found] == [(0,)]


def test_years_and_sizes_can_be_headings():
    [block] = blocks("Area|2023|2024|2025\nA|10|12|9\nB|7|9|3")
    assert block.headings == (0,)
    [block] = blocks("Rooms|1|2|3|4 or more\nA|10|12|9|2\nB|7|9|3|2")
    assert block.headings == (0,)


def test_flags_codes_and_text():
    [block] = blocks("Code|Area|n|Flag|Remark\n001|A|7|p|seen again\n002|B||c|moved away")
    assert (block.labels, block.values, block.flags, block.others) == ((0, 1), (2,), {2: 3}, (4,))


def test_two_tables():
    assert len(blocks("A|m|f\nx|1|2\n||\nB|g|h\ny|3|4")) == 2


GAPS = """Area|Men|Women|Not stated
Ash|x|x|x
|||
Elm|7|9|16
{}

Fir|x|x|x
Oak|8|5|13"""


@pytest.mark.parametrize(
    "text",
    [
        GAPS.format("Box|x|x|x"),  # the mark stands in another line
        GAPS.format("Box|2|2|4").replace("Ash|x|x|x", "Ash|1|1|2"),  # it stands three times, and headings differ
        "Area|n\nElm|7\nOak|8\n|\nFir|c",  # no numbers follow
    ],
)
def test_a_line_of_hidden_counts_below_an_empty_one_is_no_heading(text):
    """It was taken for the headings of another table, or for a note: "which table?", or no numbers fitted."""
    [block] = blocks(text)
    rows = [k for k, line in enumerate(text.splitlines()) if line.strip("|")]
    assert block.headings == (0,) and list(block.body) == rows[1:]


def test_what_a_letter_stands_for_below_an_empty_line_is_no_line():
    [block] = blocks("Area|n\nElm|7\nOak|c\n|\nc|confidential")
    assert block.body == (1, 2)


def test_a_list_of_people_has_no_column_of_counts():
    with pytest.raises(UnreadableError, match="Row 2 begins the lines, and no column of theirs holds counts"):
        blocks("id|age|sex|region\n1|20|m|R1\n2|21|f|R2\n3|22|m|R3")


def test_no_headings():
    with pytest.raises(UnreadableError, match="Row 1 begins the numbers"):
        blocks("A|10|2\nB|3|4")


@pytest.mark.parametrize("marks", ["**", "xc", ["<5", "c"], ["..", ":"]])
def test_a_first_column_of_counts_that_are_all_hidden_names_no_lines(marks):
    one, other = marks
    [block] = blocks(f"District|Men|Women|All\nAsh|{one}|7|10\nOak|{other}|5|14\nAll|{other}|12|24")
    assert (block.labels, block.values) == ((0,), (1, 2, 3))


def test_letters_that_name_lines_are_no_hidden_counts():
    [block] = blocks("District|Sex|n\nAsh|m|7\nOak|f|5")
    assert (block.labels, block.values) == ((0, 1), (2,))
    [block] = blocks("Age|Group|n\n0|x|7\n0|c|5\n1|x|5\n1|c|9")
    assert block.labels == (0, 1)
