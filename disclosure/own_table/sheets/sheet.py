"""A sheet as it stands in a file: its cells with their addresses, and what must be known to write it back alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

Value = str | int | float | bool | None
"""What a workbook stores in a cell; files of text store text alone."""

ADDRESS: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]*)")


@dataclass(frozen=True)
class Written:
    """One cell of a sheet.

    Args:
        row, column: where it stands, from 0.
        text: what a reader sees, such as ``"1,204"`` or ``"<5"``.
        value: what the file stores, where it is a workbook: 3 where the format shows ``<5``.
        number_format: how the workbook shows it.
        comment: the comment on it.
        hidden: whether its row or column, or its sheet, is hidden.
        formula: the formula, with ``=``, where there is one.

    Examples:
        >>> Written(6, 1, "<5").address
        'B7'
    """

    row: int
    column: int
    text: str
    value: Value = None
    number_format: str = ""
    comment: str = ""
    hidden: bool = False
    formula: str = ""

    @property
    def address(self) -> str:
        """Where it stands, as spreadsheets say it."""
        return address_of(self.row, self.column)


@dataclass(frozen=True)
class TextDialect:
    """How a file of text was written: all that is needed to write another one alike.

    Args:
        encoding: as Python calls it: ``"utf-8"``, ``"utf-8-sig"`` (with a BOM), ``"cp1252"``, ``"utf-16"``.
        separator: what stands between cells.
        line_end: ``"\\r\\n"`` or ``"\\n"``.
        ends_with_line_end: whether the last line has one.
        quoted: the addresses of cells that stood in quotation marks.
        widths: how many cells each line has.
    """

    encoding: str = "utf-8"
    separator: str = ","
    line_end: str = "\n"
    ends_with_line_end: bool = True
    quoted: frozenset[str] = frozenset()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True)
class WorkbookSource:
    """Which workbook a sheet comes from.

    Args:
        kind: ``"xlsx"``, ``"ods"`` or ``"xls"``.
        sheets: the names of its sheets, in order.
        merged: the merged ranges of this sheet, such as ``"B3:F3"``.
        not_looked_at: a sentence on what could not be seen in such a file; empty if that is nothing.
        hidden: whether the sheet is hidden.
        hidden_rows, hidden_columns: the places of hidden rows and columns, from 0.
        pivot_caches: the parts of the file that hold the records behind pivot tables.
    """

    kind: str
    sheets: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    not_looked_at: str = ""
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    pivot_caches: tuple[str, ...] = ()


@dataclass(frozen=True)
class FrameSource:
    """The table was given as a pandas frame: there is no file."""


Source = TextDialect | WorkbookSource | FrameSource


@dataclass(frozen=True)
class Leak:
    """Something a file gives away before any arithmetic, such as a value under a format that shows ``<5``.

    Args:
        kind: ``"format"``, ``"hidden"``, ``"comment"``, ``"formula"`` or ``"pivot cache"``.
        where: the sheet and the address, such as ``"Table 4a!B7"``; the sheet alone where all of it is meant.
        sentence: what it gives away and what to do.
        given_away: the value, as text, where there is one.
    """

    kind: str
    where: str
    sentence: str
    given_away: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet of a file, or a file of text.

    Args:
        name: the sheet's name; of a file of text the file's.
        cells: the rows, each with its cells; all rows are equally long.
        source: what the file was like.
        leaks: what the file gives away by itself (workbooks only).
        file: the file's name.
        checksum: SHA-256 of the file, in hexadecimal; empty where there is no file.

    Examples:
        >>> sheet = sheet_of([["District", "n"], ["Ashfield", "<5"]])
        >>> sheet.at("B2").text, sheet.size
        ('<5', (2, 2))
    """

    name: str
    cells: tuple[tuple[Written, ...], ...]
    source: Source
    leaks: tuple[Leak, ...] = ()
    file: str = ""
    checksum: str = ""

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns."""
        return len(self.cells), len(self.cells[0]) if self.cells else 0

    def at(self, address: str) -> Written:
        """The cell at an address."""
        row, column = place_of(address)
        return self.cells[row][column]

    def __iter__(self) -> Iterator[Written]:
        """All cells, row by row."""
        return (cell for row in self.cells for cell in row)


def sheet_of(rows: list[list[str]], name: str = "table", source: Source | None = None) -> Sheet:
    """Make a sheet of texts; short rows are filled with empty cells."""
    wide = max(map(len, rows), default=0)
    texts = [[*row, *[""] * (wide - len(row))] for row in rows]
    cells = tuple(tuple(Written(i, j, text) for j, text in enumerate(row)) for i, row in enumerate(texts))
    return Sheet(name, cells, FrameSource() if source is None else source)


def address_of(row: int, column: int) -> str:
    """The address of a place.

    Examples:
        >>> address_of(0, 0), address_of(6, 27)
        ('A1', 'AB7')
    """
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def place_of(address: str) -> tuple[int, int]:
    """The place of an address: row and column, from 0.

    Raises:
        ValueError: this is no address.

    Examples:
        >>> place_of("AB7")
        (6, 27)
    """
    if not (parts := ADDRESS.fullmatch(address)):
        raise ValueError(f"{address!r} is no address of a cell: write it as B7.")
    column = 0
    for letter in parts[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(parts[2]) - 1, column - 1
