"""Tables in files of text (CSV): encoding, separator and line ends are found, and kept to write another one alike."""

import re
from collections import Counter
from typing import Final

from disclosure.own_table.sheets.limits import MOST_CELLS, TOO_MANY_CELLS
from disclosure.own_table.sheets.sheet import Sheet, TextDialect, Written, address_of
from disclosure.own_table.sheets.unreadable import UnreadableError

MARKS_OF_ORDER: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
SEPARATORS: Final = ("\t", ";", ",", "|")
"""Where two of them cut a file equally well, the first one holds: a comma may stand inside numbers."""

NO_TEXT: Final = "{file} holds signs that no text has (at byte {byte}): save it as CSV or XLSX, and choose that file."
NO_TABLE: Final = "{file} has one column only: a table has labels and numbers. Save it as CSV, with one of , ; or tab."

Row = list[tuple[str, bool]]


def read_text(content: bytes, file: str) -> Sheet:
    """Read a file of text as one sheet.

    Args:
        content: the bytes of the file.
        file: its name, for sentences.

    Raises:
        UnreadableError: this is no text, or no table.

    Examples:
        >>> sheet = read_text(b"District;n\\r\\nAshfield;1.204\\r\\n", "a.csv")
        >>> sheet.at("B2").text, sheet.source.separator, sheet.source.line_end
        ('1.204', ';', '\\r\\n')
    """
    encoding = encoding_of(content, file)
    text = content.decode(encoding)
    separator = separator_of(text)
    rows = _rows(text, separator)
    if not any(cell.strip() for row in rows for cell, _ in row):
        raise UnreadableError(f"{file} is empty: there is nothing to check.")
    wide = max(map(len, rows))
    if wide < 2:
        raise UnreadableError(NO_TABLE.format(file=file))
    if wide * len(rows) > MOST_CELLS:
        raise UnreadableError(TOO_MANY_CELLS.format(file=file, cells=wide * len(rows)))
    cells = tuple(
        tuple(Written(i, j, row[j][0] if j < len(row) else "") for j in range(wide)) for i, row in enumerate(rows)
    )
    quoted = frozenset(address_of(i, j) for i, row in enumerate(rows) for j, (_, quotes) in enumerate(row) if quotes)
    line_end = "\r\n" if "\r\n" in text else "\n"
    widths = tuple(map(len, rows))
    source = TextDialect(encoding, separator, line_end, text.endswith(("\n", "\r")), quoted, widths)
    return Sheet(file, cells, source, file=file)


def encoding_of(content: bytes, file: str) -> str:
    """How a text is encoded: by its mark of byte order, or UTF-8, or else cp1252.

    Raises:
        UnreadableError: it is no text in any of these.

    Examples:
        >>> encoding_of("Köln".encode("cp1252"), "a.csv"), encoding_of("Köln".encode(), "a.csv")
        ('cp1252', 'utf-8')
    """
    for mark, encoding in MARKS_OF_ORDER:
        if content.startswith(mark):
            return encoding
    if (byte := content.find(b"\0")) >= 0:
        raise UnreadableError(NO_TEXT.format(file=file, byte=byte))
    for encoding in ("utf-8", "cp1252"):
        try:
            content.decode(encoding)
        except UnicodeDecodeError as error:
            byte = error.start
        else:
            return encoding
    raise UnreadableError(NO_TEXT.format(file=file, byte=byte))


def separator_of(text: str) -> str:
    """What stands between cells: the sign that cuts the most lines into equally many cells, two or more.

    Examples:
        >>> separator_of("Schule;n;%\\nMarlow;3;0,9\\nOakfield;9;2,6\\n")
        ';'
    """

    def lines_alike(separator: str) -> int:
        widths = Counter(len(row) for row in _rows(text, separator) if any(cell.strip() for cell, _ in row))
        return max((number for width, number in widths.items() if width > 1), default=0)

    return max(SEPARATORS, key=lines_alike)


def _rows(text: str, separator: str) -> list[Row]:
    """The cells of each line, and whether each stood in quotation marks."""
    sign = re.escape(separator)
    cell = re.compile(rf'(?:[ ]*"((?:[^"]|"")*)"[ ]*|([^{sign}\r\n]*))({sign}|\r\n|\n|\r|\Z)')
    rows: list[Row] = [[]]
    place = 0
    while place < len(text):
        found = cell.match(text, place)
        if found is None:  # a quotation mark that closes before the cell does
            raise UnreadableError(f"line {len(rows)} has a quotation mark inside a cell: double it, or take it out.")
        quoted, plain, end = found.groups()
        rows[-1].append((plain, False) if quoted is None else (quoted.replace('""', '"'), True))
        place = found.end()
        if end == separator and place == len(text):
            rows[-1].append(("", False))
        elif end != separator and place < len(text):
            rows.append([])
    return rows
