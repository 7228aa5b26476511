"""Any file that may hold a table, read once and as a whole: its sheets, each with the checksum of the file."""

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Final

import pandas as pd

from disclosure.own_table.sheets.limits import MOST_BYTES, TOO_LARGE
from disclosure.own_table.sheets.sheet import FrameSource, Sheet, Written
from disclosure.own_table.sheets.text_files import read_text
from disclosure.own_table.sheets.unreadable import UnreadableError

TEXTS: Final = (".csv", ".tsv", ".txt", ".tab")


def read_sheets(file: Path) -> tuple[Sheet, ...]:
    """Read all sheets of a file.

    Raises:
        UnreadableError: there is no such file, it is too large, or it is no table.
    """
    try:
        size = file.stat().st_size
        if size > MOST_BYTES:
            raise UnreadableError(TOO_LARGE.format(file=file.name, megabytes=size // 1_000_000))
        content = file.read_bytes()
    except OSError as error:
        raise UnreadableError(f"{file.name} cannot be opened: {error.strerror}.") from None
    return sheets_in(content, file.name)


def sheets_in(content: bytes, name: str) -> tuple[Sheet, ...]:
    """Read all sheets from the bytes of a file.

    Args:
        content: the bytes.
        name: the file's name.

    Raises:
        UnreadableError: as of `read_sheets`.
    """
    checksum = hashlib.sha256(content).hexdigest()
    sheets = (read_text(content, name),)
    return tuple(replace(sheet, file=name, checksum=checksum) for sheet in sheets)


def sheet_of_frame(frame: pd.DataFrame, name: str = "table") -> Sheet:
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
    return Sheet(name, cells, FrameSource())


def _written(row: int, column: int, value: object) -> Written:
    """A value of a frame as a reader would see it: 5.0 of a column with gaps is 5."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    number = value if isinstance(value, int | float) and not isinstance(value, bool) else None
    return Written(row, column, str(value), number)
