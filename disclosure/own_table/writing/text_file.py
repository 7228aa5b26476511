"""A file of text written back with some cells changed: all other bytes are those of the file that was brought."""

import codecs
import csv
import io
from collections.abc import Mapping
from typing import Final

from disclosure.own_table.sheets.sheet import Sheet, place_of
from disclosure.own_table.writing.fields import exchanged

MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, and what the bytes after them are."""


def text_file(content: bytes, encoding: str, separator: str, changes: Mapping[str, str]) -> bytes:
    """Write other words into some cells of a file of text.

    Args:
        content: the file's bytes.
        encoding: as Python calls it; a byte order mark in the file goes before it.
        separator: what stands between cells.
        changes: address -> what stands there now.

    Raises:
        ValueError: a cell is not there, or its words cannot be written in this encoding.

    Examples:
        >>> text_file(b"\\xef\\xbb\\xbfN,17\\r\\n", "utf-8-sig", ",", {"B1": "c"})
        b'\\xef\\xbb\\xbfN,c\\r\\n'
    """
    bom, codec = next(((bom, codec) for bom, codec in MARKS if content.startswith(bom)), (b"", encoding))
    text = content.removeprefix(bom).decode(codec)
    try:
        changed = exchanged(text, separator, {place_of(address): words for address, words in changes.items()})
    except KeyError:
        raise ValueError("a cell that is to be changed is not in this file: was it changed meanwhile?") from None
    try:
        return bom + changed.encode(codec)
    except UnicodeEncodeError as failure:
        sign = failure.object[failure.start : failure.end]
        raise ValueError(
            f"{sign!r} cannot be written in {codec}, in which this file is: choose another mark."
        ) from None


def plain_text(sheet: Sheet, changes: Mapping[str, str]) -> bytes:
    """A sheet that came from no file, as UTF-8 with commas.

    Args:
        sheet: the sheet.
        changes: address -> what stands there now.

    Examples:
        >>> from disclosure.own_table.sheets.sheet import sheet_of
        >>> plain_text(sheet_of([["District", "n"], ["North", "17"]]), {"B2": "c"})
        b'District,n\\nNorth,c\\n'
    """
    drawn = io.StringIO()
    rows = [[changes.get(cell.address, cell.text) for cell in row] for row in sheet.cells]
    csv.writer(drawn, lineterminator="\n").writerows(rows)
    return drawn.getvalue().encode()
