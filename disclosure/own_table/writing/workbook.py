"""A workbook written back with values only: what a reader sees, and nothing under it.

The one sheet that was checked, with its widths, merged cells, fonts and header lines. No formulas, no comments, no
other sheets, no hidden rows or columns (they keep their place, and are empty), no document properties.
"""

import io
import re
from collections.abc import Mapping
from copy import copy
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from disclosure.own_table.sheets.sheet import Sheet, Value, WorkbookSource, Written

LOOKS: Final = ("font", "fill", "border", "alignment")
A_NUMBER: Final = re.compile(r"[-+(]?[\d.,'’\s]*\d[)\s]*%?")
"""How a number looks that is shown as itself."""

Changes = Mapping[str, str]


def workbook(sheet: Sheet, content: bytes, changes: Changes) -> bytes:
    """Write a sheet as an XLSX with some cells changed.

    Args:
        sheet: as it was read.
        content: the bytes of the file it was read from; of an XLSX, looks are taken from it.
        changes: address -> what stands there now.
    """
    made = Workbook()
    page = made.active
    assert isinstance(page, Worksheet)  # a new workbook has one sheet
    page.title = re.sub(r"[\[\]:*?/\\]", " ", sheet.name)[:31]
    for cell in sheet:
        if not cell.hidden:
            _put(page, cell, changes.get(cell.address))
    source = sheet.source
    if isinstance(source, WorkbookSource) and source.kind == "xlsx":
        _dress(page, load_workbook(io.BytesIO(content), data_only=True)[sheet.name])
    if isinstance(source, WorkbookSource):
        for merged in source.merged:
            page.merge_cells(merged)
    return _bytes_of(made)


def _put(page: Worksheet, cell: Written, change: str | None) -> None:
    """One value. A text is a text, whatever it begins with: nothing here is a formula."""
    value = as_shown(cell) if change is None else change
    if value is None or value == "":
        return
    place = page.cell(cell.row + 1, cell.column + 1)
    place.value = value
    if isinstance(value, str):
        place.data_type = "s"
    elif cell.number_format:
        place.number_format = cell.number_format


def as_shown(cell: Written) -> Value:
    """The value of a cell as far as a reader sees it: a number with the decimals that are shown, else the text.

    Examples:
        >>> as_shown(Written(0, 0, "12", 12)), as_shown(Written(0, 0, "<5", 3, '"<5"'))
        (12, '<5')
        >>> as_shown(Written(0, 0, "4.3%", 0.04267, "0.0%")), as_shown(Written(0, 0, "0.5", 0.4999, "0.0"))
        (0.043, 0.5)
    """
    value = cell.value
    if isinstance(value, bool) or not isinstance(value, int | float) or not A_NUMBER.fullmatch(cell.text):
        return cell.text
    percent = "%" in cell.text
    decimals = _decimals(cell)
    shown = round(value * (100 if percent else 1), decimals)
    if re.sub(r"\D", "", f"{shown:.{decimals}f}") != re.sub(r"\D", "", cell.text):
        return cell.text
    rounded = round(value, decimals + 2 * percent)
    return int(rounded) if float(rounded).is_integer() else rounded


def _decimals(cell: Written) -> int:
    """How many decimals of a number are shown."""
    if found := re.search(r"\.([0#?]+)", cell.number_format):
        return len(found[1])
    if re.search(r"[0#?]", cell.number_format) or "." not in cell.text:
        return 0
    return len(re.sub(r"\D", "", cell.text.rsplit(".", 1)[1]))


def _dress(page: Worksheet, model: Any) -> None:
    """Give the new sheet the looks of the old one."""
    for column, size in model.column_dimensions.items():
        if size.width and not size.hidden:
            page.column_dimensions[column].width = size.width
    for row, size in model.row_dimensions.items():
        if size.height and not size.hidden:
            page.row_dimensions[row].height = size.height
    for row in model.iter_rows():
        for cell in row:
            if cell.has_style:
                place = page.cell(cell.row, cell.column)
                for look in LOOKS:
                    setattr(place, look, copy(getattr(cell, look)))
    page.freeze_panes = model.freeze_panes


def _bytes_of(made: Workbook) -> bytes:
    """The workbook as a file, by nobody."""
    made.properties.creator = ""
    drawn = io.BytesIO()
    made.save(drawn)
    return drawn.getvalue()
