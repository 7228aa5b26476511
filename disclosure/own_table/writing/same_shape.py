"""Give a table back as it came, but for the cells that were changed."""

from collections.abc import Mapping
from pathlib import PurePath

from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.sheet import Sheet, TextDialect, WorkbookSource
from disclosure.own_table.writing.formulas import neutralised
from disclosure.own_table.writing.text_file import plain_text, text_file
from disclosure.own_table.writing.workbook import workbook


def same_shape(sheet: Sheet, content: bytes, changes: Mapping[str, str], name: str = "") -> FileInMemory:
    """Write a table back in its own shape.

    A file of text keeps its encoding, separator, line ends and every byte of the cells that are not changed. An XLSX
    holds values only; an ODS or XLS becomes an XLSX. Texts that a spreadsheet would run as a formula get an apostrophe.

    Args:
        sheet: as it was read.
        content: the bytes of the file it was read from; empty where there is none.
        changes: address -> what stands there now.
        name: of the new file, without its ending; by default that of the old one and "repaired".

    Raises:
        ValueError: a mark cannot be written in the encoding of the file.

    Examples:
        >>> from disclosure.own_table.sheets.sheet import sheet_of
        >>> sheet = sheet_of([["District", "n"], ["=1+1", "17"]], source=TextDialect())
        >>> same_shape(sheet, b"District,n\\n=1+1,17\\n", {"B2": "c"}).content
        b"District,n\\n'=1+1,c\\n"
    """
    stem = name or f"{PurePath(sheet.file or sheet.name).stem} repaired"
    if isinstance(sheet.source, WorkbookSource):
        return FileInMemory(f"{stem}.xlsx", workbook(sheet, content, changes))
    harmless = formulas_in(sheet) | dict(changes)
    if isinstance(sheet.source, TextDialect):
        written = text_file(content, sheet.source.encoding, sheet.source.separator, harmless)
        return FileInMemory(f"{stem}{PurePath(sheet.file).suffix or '.csv'}", written)
    return FileInMemory(f"{stem}.csv", plain_text(sheet, harmless))


def formulas_in(sheet: Sheet) -> dict[str, str]:
    """The texts of a sheet that a spreadsheet would run, made harmless: address -> text.

    Examples:
        >>> from disclosure.own_table.sheets.sheet import sheet_of
        >>> formulas_in(sheet_of([["=cmd()", "17"]]))
        {'A1': "'=cmd()"}
    """
    return {cell.address: text for cell in sheet if (text := neutralised(cell.text)) != cell.text}
