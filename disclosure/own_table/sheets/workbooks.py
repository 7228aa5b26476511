"""Workbooks in Excel's own form (XLSX): what a reader sees, and what stands behind it.

A workbook is loaded twice, for openpyxl gives either formulas or the values that were last computed of them.
"""

import io
import warnings
import zipfile
from datetime import date, datetime
from typing import Any, Final
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.utils import get_column_letter

from disclosure.own_table.sheets.limits import MOST_BYTES, MOST_CELLS, TOO_LARGE, TOO_MANY_CELLS
from disclosure.own_table.sheets.number_formats import GENERAL, shown
from disclosure.own_table.sheets.sheet import Sheet, Value, WorkbookSource, Written
from disclosure.own_table.sheets.unreadable import UnreadableError

BROKEN: Final = "{file} is no workbook that can be opened ({why}): save it anew as XLSX or CSV, and choose that file."
CHARTS: Final = "Charts and pictures: the values that a chart keeps were not looked at."
MACROS: Final = "Macros were not looked at."


def read_workbook(content: bytes, file: str) -> tuple[Sheet, ...]:
    """Read all sheets of an XLSX file.

    Args:
        content: the bytes of the file.
        file: its name, for sentences.

    Raises:
        UnreadableError: it is broken, or too large.
    """
    names = _names(content, file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # of parts that openpyxl does not keep
            formulas = openpyxl.load_workbook(io.BytesIO(content))
            values = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    except (ValueError, KeyError, TypeError, AttributeError, OSError, ParseError, zipfile.BadZipFile) as error:
        raise UnreadableError(BROKEN.format(file=file, why=error)) from None
    sheets = list(formulas.worksheets)
    titles = tuple(sheet.title for sheet in sheets)
    unseen = " ".join(
        [CHARTS] * any(name.startswith(("xl/charts/", "xl/media/")) for name in names)
        + [MACROS] * any(name.endswith("vbaProject.bin") for name in names)
    )
    caches = tuple(name for name in names if name.startswith("xl/pivotCache/pivotCacheRecords"))
    return tuple(_sheet(sheet, values[sheet.title], file, titles, caches, unseen) for sheet in sheets)


def _names(content: bytes, file: str) -> list[str]:
    """The parts of a workbook; refuse one that unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except zipfile.BadZipFile as error:
        raise UnreadableError(BROKEN.format(file=file, why=error)) from None
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MOST_BYTES:
        raise UnreadableError(TOO_LARGE.format(file=file, megabytes=unpacked // 1_000_000))
    return [part.filename for part in parts]


def _sheet(sheet: Any, values: Any, file: str, titles: tuple[str, ...], caches: tuple[str, ...], unseen: str) -> Sheet:
    """One sheet, as a reader sees it and as it is stored."""
    if (cells := sheet.max_row * sheet.max_column) > 50 * MOST_CELLS:
        raise UnreadableError(TOO_MANY_CELLS.format(file=f"{file}, sheet {sheet.title!r}", cells=cells))
    hidden_rows = frozenset(row - 1 for row, of in sheet.row_dimensions.items() if of.hidden)
    hidden_columns = frozenset(
        column - 1
        for of in sheet.column_dimensions.values()
        if of.hidden
        for column in range(of.min or 1, (of.max or of.min or 1) + 1)
    )
    rows = [
        [_written(cell, values.cell(cell.row, cell.column).value, hidden_rows, hidden_columns) for cell in row]
        for row in sheet.iter_rows()
    ]
    source = WorkbookSource(
        "xlsx",
        titles,
        tuple(str(merged) for merged in sheet.merged_cells.ranges),
        unseen,
        sheet.sheet_state != "visible",
        hidden_rows,
        frozenset(column for column in hidden_columns if column < sheet.max_column),
        caches,
    )
    return Sheet(sheet.title, trimmed(rows, f"{file}, sheet {sheet.title!r}"), source, file=file)


def _written(cell: Any, value: Any, hidden_rows: frozenset[int], hidden_columns: frozenset[int]) -> Written:
    """One cell."""
    row, column = cell.row - 1, cell.column - 1
    formula = cell.value if isinstance(cell.value, str) and cell.data_type == "f" else ""
    comment = cell.comment.text.strip() if cell.comment else ""
    hidden = row in hidden_rows or column in hidden_columns
    stored, number_format = stored_value(value), cell.number_format or GENERAL
    text = "" if hidden else shown(stored, number_format).strip()
    return Written(row, column, text, stored, number_format, comment, hidden, formula)


def stored_value(value: Any) -> Value:
    """A stored value as text, number, or True and False; a date as it is written in ISO 8601."""
    if isinstance(value, datetime) and value == datetime(value.year, value.month, value.day):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | None) else str(value)


def trimmed(rows: list[list[Written]], name: str) -> tuple[tuple[Written, ...], ...]:
    """Rows without empty ones at the end, nor empty columns at the right.

    Raises:
        UnreadableError: too many cells are left.
    """
    used = [[bool(cell.text or cell.value is not None or cell.comment or cell.formula) for cell in row] for row in rows]
    last = max((i for i, row in enumerate(used) if any(row)), default=-1)
    wide = max((j + 1 for row in used for j, is_used in enumerate(row) if is_used), default=0)
    if (last + 1) * wide > MOST_CELLS:
        raise UnreadableError(TOO_MANY_CELLS.format(file=name, cells=(last + 1) * wide))
    return tuple(tuple(row[:wide]) for row in rows[: last + 1])


def column_name(column: int) -> str:
    """The letters of a column, from 0.

    Examples:
        >>> column_name(27)
        'AB'
    """
    return str(get_column_letter(column + 1))
