"""Rows of percentages between rows of counts: they are no counts of people, even where they are whole and add up."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.blocks import Block
from disclosure.own_table.layout.grid import Grid
from disclosure.own_table.layout.numbers import Number
from disclosure.own_table.layout.signs import PERCENT_WORDS
from disclosure.own_table.sheets.unreadable import UnreadableError

FILLING: Final = re.compile(
    r"\b(in|as|of|the|all|row|column|col|total|von|der|an|aller|zeilen?|spalten?|insgesamt|gesamt|en|du|de|la|ligne|"
    r"colonne|ensemble)\b|\W",
    re.IGNORECASE,
)
ALONE: Final = (
    "The table says {title!r}, and all its totals are 100: percentages alone are not read. Bring the counts; if these "
    "are counts, take that line out."
)
NOT_USED: Final = "the percentages in row {rows}"


def rows_of_percentages(
    texts: Sequence[Sequence[str]], block: Block, number_at: Callable[[int, int], Number | None]
) -> list[int]:
    """The rows of a table that hold percentages; none, where all of its rows do.

    Args:
        texts: the texts of the sheet.
        block: where the table stands.
        number_at: the number in a cell, by its row and column; None where there is none.
    """
    found = []
    for row in block.body:
        labels = [texts[row][column] for column in block.labels]
        numbers = [number for column in block.values if (number := number_at(row, column)) is not None]
        if numbers and _are_percentages(labels, numbers):
            found.append(row)
    return found if len(found) < len(block.body) else []


def _are_percentages(labels: Sequence[str], numbers: Sequence[Number]) -> bool:
    """Whether a row says that it holds percentages and nothing else, or its numbers do."""
    named = [label for label in labels if PERCENT_WORDS.search(label)]
    only = any(not FILLING.sub("", PERCENT_WORDS.sub("", label)) for label in named)
    broken = any(not number.is_whole for number in numbers)
    return only or all(number.percent for number in numbers) or bool(named and broken)


def in_words(rows: Sequence[int]) -> str:
    """Which rows of percentages were not used.

    Examples:
        >>> in_words([2, 4])
        'the percentages in row 3, 5'
    """
    return NOT_USED.format(rows=", ".join(str(row + 1) for row in rows))


def refuse_percentages_alone(grid: Grid, nestings: Sequence[Nesting]) -> None:
    """Say that a table holds percentages and no counts: its title says so, and each of its totals is 100.

    Raises:
        UnreadableError: it does.
    """
    title = next((note for note in grid.notes if PERCENT_WORDS.search(note)), "")
    for axis, nesting in enumerate(nestings):
        totals = {grid.dimensions[axis].labels[total] for total in nesting.parent.values()}
        sums = [
            grid.numbers[address]
            for address, key in grid.keys.items()
            if key[axis] in totals and address in grid.numbers
        ]
        if title and len(sums) > 1 and set(sums) == {100}:
            raise UnreadableError(ALONE.format(title=title))
