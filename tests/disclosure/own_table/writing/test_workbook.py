"""What is written back holds what a reader saw: no value under a mark, no formula, no comment, no other sheet."""

import io
import zipfile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font

from disclosure.own_table.sheets.sheet import Sheet, WorkbookSource, Written
from disclosure.own_table.writing.workbook import as_shown, workbook


def brought():
    """A workbook with all that may leak, and the sheet as a reader sees it."""
    book = Workbook()
    page = book.active
    page.title = "Table 4a"
    page["A1"], page["A2"], page["B2"], page["C2"], page["D2"] = "Infections", "=Ash", 3, 7391, 0.5432
    page["A2"].data_type = "s"
    page["A1"].font = Font(bold=True)
    page["B2"].number_format, page["D2"].number_format = '"<5"', "0.0"
    page["C2"].comment = Comment("was 4817", "me")
    page.merge_cells("A1:D1")
    page.column_dimensions["A"].width = 31
    book.create_sheet("internal")["A1"] = 4817
    drawn = io.BytesIO()
    book.save(drawn)
    first = (Written(0, 0, "Infections", "Infections"), *(Written(0, column, "") for column in (1, 2, 3)))
    second = (
        Written(1, 0, "=Ash", "=Ash"),
        Written(1, 1, "<5", 3, '"<5"'),
        Written(1, 2, "7391", 7391, hidden=True),
        Written(1, 3, "0.5", 0.5432, "0.0"),
    )
    source = WorkbookSource("xlsx", ("Table 4a", "internal"), ("A1:D1",))
    return Sheet("Table 4a", (first, second), source, file="t.xlsx"), drawn.getvalue()


def test_only_what_is_seen_is_written():
    sheet, content = brought()
    written = workbook(sheet, content, {"D2": "c"})
    book = load_workbook(io.BytesIO(written))
    page = book.active
    assert book.sheetnames == ["Table 4a"] and [str(each) for each in page.merged_cells.ranges] == ["A1:D1"]
    assert [cell.value for cell in page[2]] == ["=Ash", "<5", None, "c"] and page["A2"].data_type == "s"
    assert page["A1"].font.b and page.column_dimensions["A"].width == 31
    with zipfile.ZipFile(io.BytesIO(written)) as packed:
        everything = b"".join(packed.read(name) for name in packed.namelist())
    assert not [secret for secret in (b"7391", b"4817", b"5432", b"<f>") if secret in everything]


@pytest.mark.parametrize(
    ("text", "value", "number_format", "shown"),
    [
        ("1,204", 1204, "#,##0", 1204),
        ("1 204", 1204.0, "# ##0", 1204),
        ("<5", 5, '[<=5]"<5";0', "<5"),
        ("c", 17, '"c"', "c"),
        ("8", 7.6, "0", 8),
        ("3.9%", 0.03917, "0.0%", 0.039),
        ("0.33", 1 / 3, "0.00", 0.33),
        ("2025", 2025, "", 2025),
        ("12", 3, "", "12"),
        ("True", True, "", "True"),
    ],
)
def test_a_number_is_written_as_far_as_it_is_shown(text, value, number_format, shown):
    assert as_shown(Written(0, 0, text, value, number_format)) == shown


def test_a_workbook_of_another_kind_becomes_an_xlsx():
    cells = ((Written(0, 0, "North", "North"), Written(0, 1, "5", 5)),)
    written = workbook(Sheet("t", cells, WorkbookSource("ods")), b"no xlsx", {})
    assert [cell.value for cell in load_workbook(io.BytesIO(written)).active[1]] == ["North", 5]
