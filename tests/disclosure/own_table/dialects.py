"""Writes a table down as an office might: as CSV in many dialects, or as a workbook; wide or long."""

import csv
import io
from dataclasses import dataclass

import numpy as np
import openpyxl

Random = np.random.Generator

DECIMALS = {".": [",", "", " ", "\u00a0", "\u202f"], ",": [".", "", " ", "\u2009"]}
"""For each decimal sign, what may stand between thousands."""


@dataclass(frozen=True)
class Dialect:
    """How numbers and files are written.

    Args:
        decimal, thousands: the signs inside numbers.
        separator, encoding, line_end: of the file of text.
        workbook: whether it is a workbook instead, and numbers are stored as numbers.
        remark: what stands after some numbers that are printed all the same: provisional, or the number of a footnote.
        gaps: whether empty lines stand between some lines of numbers.
    """

    decimal: str
    thousands: str
    separator: str
    encoding: str
    line_end: str
    workbook: bool
    remark: str = ""
    gaps: bool = False

    def count(self, number: int) -> str:
        """A count as it is printed."""
        return f"{number:,}".replace(",", self.thousands)

    def share(self, units: int) -> str:
        """A percentage of one decimal, given in tenths."""
        return f"{units // 10}{self.decimal}{units % 10}"


def some_dialect(random: Random) -> Dialect:
    """A random dialect in which separator and decimal sign do not clash."""
    decimal = str(random.choice([".", ","]))
    separator = str(random.choice([";", "\t"] if decimal == "," else [",", ";", "\t"]))
    encoding = str(random.choice(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
    thousands = [sign for sign in DECIMALS[decimal] if encoding != "cp1252" or sign in ",. \u00a0"]
    line_end = str(random.choice(["\n", "\r\n"]))
    workbook, remark = bool(random.random() < 0.25), str(random.choice(["", "", "*", " 1)", " (p)", "²", " r"]))
    signs = decimal, str(random.choice(thousands)), separator, encoding, line_end
    return Dialect(*signs, workbook, remark, bool(random.random() < 0.2))


def as_file(rows: list[list[str]], numbers: dict[tuple[int, int], float], dialect: Dialect) -> tuple[str, bytes]:
    """The name and the bytes of a file with these texts; a workbook stores the numbers themselves."""
    if dialect.workbook:
        return "table.xlsx", _workbook(rows, numbers)
    text = io.StringIO()
    writer = csv.writer(text, delimiter=dialect.separator, lineterminator=dialect.line_end)
    writer.writerows(rows)
    return "table.csv", text.getvalue().encode(dialect.encoding)


def _workbook(rows: list[list[str]], numbers: dict[tuple[int, int], float]) -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            if text:
                cell = sheet.cell(i + 1, j + 1, numbers.get((i, j), text))
                number = numbers.get((i, j))
                if number is not None:
                    cell.number_format = "0.0" if isinstance(number, float) else "#,##0"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
