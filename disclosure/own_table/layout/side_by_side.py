"""Two tables side by side on one sheet: their lines are called alike, and an empty column stands between."""

from collections.abc import Sequence
from typing import Final

from disclosure.own_table.layout.numbers import number_in
from disclosure.own_table.sheets.sheet import address_of
from disclosure.own_table.sheets.unreadable import UnreadableError

SIDE_BY_SIDE: Final = (
    "Two tables stand side by side: column {empty} is empty, and column {label} names the lines once more. Put one of "
    "them below the other, or on a sheet of its own."
)


def refuse_side_by_side(texts: Sequence[Sequence[str]], headings: Sequence[int], body: Sequence[int]) -> None:
    """Say that two tables stand side by side, where a column after an empty one names lines as the first one does.

    A column that is only empty, or stands for space, is none of this.

    Args:
        texts: the texts of the sheet.
        headings: its lines of headings.
        body: its lines with numbers.

    Raises:
        UnreadableError: they do.
    """
    columns = [tuple(texts[row][j] for row in (*headings, *body)) for j in range(len(texts[0]))]
    labels = next((column for column in columns if any(column)), ())
    for j, column in enumerate(columns[1:-1], 1):
        again, heads = columns[j + 1], len(headings)
        names = any(again[heads:]) and not any(map(number_in, filter(None, again[heads:])))
        alike = again[heads:] == labels[heads:] or (again[heads - 1] and again[heads - 1] == labels[heads - 1])
        if not any(column) and names and alike:
            words = {"empty": address_of(0, j)[:-1], "label": address_of(0, j + 1)[:-1]}
            raise UnreadableError(SIDE_BY_SIDE.format(**words))
