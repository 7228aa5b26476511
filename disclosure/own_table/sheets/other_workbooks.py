"""Workbooks of other programs and of older times (ODS, XLS), by calamine: values alone, no formats, no comments."""

import io
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from disclosure.own_table.sheets.limits import MOST_CELLS, TOO_MANY_CELLS
from disclosure.own_table.sheets.number_formats import GENERAL, shown
from disclosure.own_table.sheets.sheet import Sheet, WorkbookSource, Written
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.sheets.workbooks import BROKEN, stored_value, trimmed

NOT_LOOKED_AT: Final = (
    "Of this kind of file number formats, comments, formulas and hidden rows and columns were not looked at: save it "
    "as XLSX to have them checked."
)
ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
"""Stands in workbooks of Excel that have a password."""

PASSWORD: Final = "{file} asks for a password: take it out, and choose the file again."


def read_other_workbook(content: bytes, file: str) -> tuple[Sheet, ...]:
    """Read all sheets of an ODS or XLS file.

    Args:
        content: the bytes of the file.
        file: its name, for sentences.

    Raises:
        UnreadableError: it is broken, asks for a password, or is too large.
    """
    if ENCRYPTED in content:
        raise UnreadableError(PASSWORD.format(file=file))
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(_sheet(workbook, place, file) for place in range(len(workbook.sheet_names)))
    except PasswordError:
        raise UnreadableError(PASSWORD.format(file=file)) from None
    except (CalamineError, OSError, ValueError) as error:
        if isinstance(error, UnreadableError):
            raise
        why = str(error)
        if "assword" in why or "encrypt" in why.casefold():
            raise UnreadableError(PASSWORD.format(file=file)) from None
        raise UnreadableError(BROKEN.format(file=file, why=why)) from None


def _sheet(workbook: CalamineWorkbook, place: int, file: str) -> Sheet:
    """One sheet."""
    about, read = workbook.sheets_metadata[place], workbook.get_sheet_by_index(place)
    name = f"{file}, sheet {about.name!r}"
    if read.total_height * read.total_width > 50 * MOST_CELLS:
        raise UnreadableError(TOO_MANY_CELLS.format(file=name, cells=read.total_height * read.total_width))
    merged = tuple(f"{_address(*first)}:{_address(*last)}" for first, last in read.merged_cell_ranges or [])
    values = [[stored_value(value) for value in row] for row in read.to_python(skip_empty_area=False)]
    rows = [
        [Written(i, j, shown(value, GENERAL).strip(), value if value != "" else None) for j, value in enumerate(row)]
        for i, row in enumerate(values)
    ]
    kind = "ods" if file.casefold().endswith(".ods") else "xls"
    hidden = about.visible != SheetVisibleEnum.Visible
    source = WorkbookSource(kind, tuple(workbook.sheet_names), merged, NOT_LOOKED_AT, hidden)
    return Sheet(about.name, trimmed(rows, name), source, file=file)


def _address(row: int, column: int) -> str:
    """The address of a place."""
    return Written(row, column, "").address
