"""Any file that may hold a table, read once and as a whole: its sheets, each with the checksum of the file."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Final

import pandas as pd

from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.limits import MOST_BYTES, TOO_LARGE
from disclosure.own_table.sheets.other_workbooks import read_other_workbook
from disclosure.own_table.sheets.sheet import FrameSource, Sheet, Written
from disclosure.own_table.sheets.text_files import read_text
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.sheets.workbooks import read_workbook

OLE: Final = b"\xd0\xcf\x11\xe0"
"""How files of Excel before 2007 begin, and workbooks with a password."""

NAME_OF_FRAME: Final = "table"
"""A frame has no name of its own."""


def read_sheets(file: str | Path | FileInMemory) -> tuple[Sheet, ...]:
    """Read all sheets of a file.

    Raises:
        UnreadableError: there is no such file, it is too large, or it is no table.
    """
    return sheets_in(content_of(file), Path(file.name if isinstance(file, FileInMemory) else file).name)


def content_of(file: str | Path | FileInMemory) -> bytes:
    """The bytes of a file, read once.

    Raises:
        UnreadableError: there is no such file, or it is too large.
    """
    if isinstance(file, FileInMemory):
        return file.content
    path = Path(file)
    try:
        if (size := path.stat().st_size) > MOST_BYTES:
            raise UnreadableError(TOO_LARGE.format(file=path.name, megabytes=size // 1_000_000))
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{path.name} cannot be opened: {error.strerror}.") from None


def sheets_in(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read all sheets from the bytes of a file.

    Args:
        content: the bytes.
        name: the file's name.

    Raises:
        UnreadableError: as of `read_sheets`.
    """
    checksum = hashlib.sha256(content).hexdigest()
    if content.startswith(b"PK"):
        is_ods = b"opendocument.spreadsheet" in content[:200]
        sheets = (read_other_workbook if is_ods else read_workbook)(content, name)
    elif content.startswith(OLE):
        sheets = read_other_workbook(content, name)
    else:
        sheets = (read_text(content, name),)
    return tuple(replace(sheet, file=name, checksum=checksum) for sheet in sheets)


def sheet_of_frame(frame: pd.DataFrame) -> Sheet:
    """A pandas frame as a sheet: its column names are headings; an index that has names comes first.

    Examples:
        >>> sheet_of_frame(pd.DataFrame({"district": ["Ashfield"], "n": ["<5"]})).at("B2").text
        '<5'
    """
    if any(frame.index.names) or not isinstance(frame.index, pd.RangeIndex):
        frame = frame.reset_index()
    headings = [column if isinstance(column, tuple) else (column,) for column in frame.columns]
    levels = [[str(part) for part in level] for level in zip(*headings, strict=True)]
    values = [["" if pd.isna(value) else value for value in row] for row in frame.to_numpy(dtype=object).tolist()]
    rows = [*levels, *values]
    cells = tuple(tuple(_written(i, j, value) for j, value in enumerate(row)) for i, row in enumerate(rows))
    return Sheet(NAME_OF_FRAME, cells, FrameSource())


def _written(row: int, column: int, value: object) -> Written:
    """A value of a frame as a reader would see it: 5.0 of a column with gaps is 5."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
    return Written(row, column, str(value), number)
