"""Tables on paper: numbers stand at the end of their column, words at its beginning; no script looks after that."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import count
from typing import Final

TABLE: Final = re.compile(r"<table\b.*?</table>", re.DOTALL)
TAG: Final = re.compile(r"<(/?)(tbody|tr|t[dh])\b([^>]*)>")
NUMERIC: Final = re.compile(r"[\s\d.,:;%−+–<>~c*-]*|<NA>|NaN")
"""What a column of numbers may hold, and what stands for a missing one: as on pages (`editions/pages/tables.js`)."""
MARK: Final = ' data-is="number"'


@dataclass(frozen=True)
class Place:
    """A cell of a table, by where it stands.

    Attributes:
        end: of its opening tag, counted in letters of the HTML.
        columns: which it fills.
        in_body: whether it stands below the headings.
        text: in it.
    """

    end: int
    columns: range
    in_body: bool
    text: str


def with_numbers_marked(html: str) -> str:
    """Mark the cells of all columns that hold numbers alone, their headings too.

    Args:
        html: with any number of tables, as pandas writes them.

    Examples:
        >>> body = "<tbody><tr><td>Peru</td><td>7</td></tr><tr><td>Chad</td><td>c</td></tr></tbody>"
        >>> with_numbers_marked(f"<table>{body}</table>").count('<td data-is="number">')
        2
    """
    return TABLE.sub(lambda table: _marked(table[0]), html)


def _marked(table: str) -> str:
    """One table, its numbers marked."""
    places = list(_places(table))
    words = {
        column for place in places if place.in_body and not NUMERIC.fullmatch(place.text) for column in place.columns
    }
    for place in reversed(places):
        if not words & set(place.columns):
            table = f"{table[: place.end]}{MARK}{table[place.end :]}"
    return table


def _places(table: str) -> Iterator[Place]:
    """The cells of a table, in their order: those that reach over several rows or columns fill all of these."""
    in_body, row, filled = False, -1, set[tuple[int, int]]()
    for tag in TAG.finditer(table):
        closing, name, given = tag.groups()
        if name == "tbody":
            in_body = not closing
        elif name == "tr":
            row += not closing
        elif not closing:
            first = next(column for column in count() if (row, column) not in filled)
            columns = range(first, first + _reach(given, "colspan"))
            filled |= {(row + down, column) for down in range(_reach(given, "rowspan")) for column in columns}
            inner = table[tag.end() : table.index(f"</{name}>", tag.end())]
            yield Place(tag.end() - 1, columns, in_body, unescape(re.sub(r"<[^>]*>", "", inner)))


def _reach(given: str, name: str) -> int:
    """Over how many rows or columns a cell reaches."""
    found = re.search(rf'{name}="(\d+)"', given)
    return int(found[1]) if found else 1
