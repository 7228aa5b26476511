"""Where each field of a text file stands, so that one can be changed and all other bytes stay as they are."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

Span = tuple[int, int]
"""The places of a field's first sign and of the sign after its last, quotes included."""

QUOTE: Final = '"'


def spans(text: str, separator: str) -> list[list[Span]]:
    """Find all fields of a text, line by line; a line end inside quotes ends no line (the rules of Python's `csv`).

    Args:
        text: the whole file, without its byte order mark.
        separator: one sign.

    Returns:
        One list for each line; an empty line has none.

    Examples:
        >>> text = 'a,"b, c"\\r\\n\\r\\n1,2'
        >>> [[text[start:end] for start, end in line] for line in spans(text, ",")]
        [['a', '"b, c"'], [], ['1', '2']]
    """
    field, end_of_line = _field(separator), re.compile(r"\r\n|\r|\n")
    lines: list[list[Span]] = []
    line: list[Span] = []
    place = 0
    while place < len(text) or line:
        found = field.match(text, place)
        assert found is not None  # an empty field fits everywhere
        line.append(found.span())
        place = found.end()
        if text[place : place + 1] == separator:
            place += 1
            continue
        lines.append([] if line == [(place, place)] else line)
        line = []
        ended = end_of_line.match(text, place)
        place = ended.end() if ended else len(text)
    return lines


@cache
def _field(separator: str) -> re.Pattern[str]:
    """A field: quoted, with what follows the closing quote; or plain, up to the next separator or line end."""
    plain = rf"[^{re.escape(separator)}\r\n]*"
    return re.compile(rf'"(?:[^"]|"")*(?:"{plain}|\Z)|{plain}')


def exchanged(text: str, separator: str, changes: Mapping[tuple[int, int], str]) -> str:
    """Write other words into some fields; a field that stood in quotes keeps them, and all else stays.

    Args:
        text: the whole file.
        separator: one sign.
        changes: (line, field), both from 0 -> what stands there now.

    Raises:
        KeyError: there is no such field.

    Examples:
        >>> exchanged('a;"17" ; 5\\r\\n', ";", {(0, 1): "c", (0, 2): "<5"})
        'a;"c"; <5\\r\\n'
    """
    fields = spans(text, separator)
    parts: list[str] = []
    done = 0
    for line, number in sorted(changes):
        if line >= len(fields) or number >= len(fields[line]):
            raise KeyError((line, number))
        start, end = fields[line][number]
        parts += [text[done:start], _as_field(text[start:end], changes[line, number], separator)]
        done = end
    return "".join([*parts, text[done:]])


def _as_field(before: str, words: str, separator: str) -> str:
    """Some words in the clothes of the field that stood there before."""
    quoted = before.startswith(QUOTE) or any(sign in words for sign in (separator, QUOTE, "\r", "\n"))
    if quoted:
        return QUOTE + words.replace(QUOTE, QUOTE + QUOTE) + QUOTE
    return before.replace(before.strip(), words, 1) if before.strip() else words
