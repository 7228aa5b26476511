"""How a sheet was read: what each of its cells was taken for, and the counts with their labels and their totals."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from disclosure.own_table.sheets.sheet import Sheet

Kind = Literal[
    "title",
    "heading",
    "label",
    "count",
    "hidden",
    "zero",
    "not applicable",
    "percentage",
    "total",
    "footnote",
    "flag",
    "text",
    "not used",
    "blank",
]
"""What a cell was taken for. A cell that hides a total is ``"hidden"``; a printed total is ``"total"``."""


@dataclass(frozen=True)
class AsRead:
    """A sheet and what its cells were taken for.

    Args:
        sheet: the sheet.
        kinds: what each cell was taken for, by its address; every cell has one.
        corrections: the kinds that somebody set by hand, by address.
        numbers: the numbers that printed counts and percentages stand for, by address.
        labels: for each cell of counts or percentages, its labels: those of its row, then those of its column.
    """

    sheet: Sheet
    kinds: Mapping[str, Kind]
    corrections: Mapping[str, Kind] = field(default_factory=dict)
    numbers: Mapping[str, int | float] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def corrected(self, address: str, kind: Kind) -> "AsRead":
        """The same sheet, read anew with one cell taken for something else.

        Raises:
            ValueError: there is no such cell, or no such kind.
        """
        if address not in self.kinds:
            raise ValueError(f"the table has no cell {address!r}.")
        if kind not in get_args(Kind):
            raise ValueError(f"{kind!r} is nothing that a cell can be: choose one of {', '.join(get_args(Kind))}.")
        return replace(self, corrections={**self.corrections, address: kind})

    def in_words(self) -> str:
        """What was read, in one line, such as "6 rows, 5 columns of counts, 4 hidden cells, 2 footnotes"."""
        return ""
