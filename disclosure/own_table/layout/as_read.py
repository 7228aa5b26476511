"""How a sheet was read: what each of its cells was taken for, and the counts with their labels and their totals."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, get_args

from disclosure.own_table.sheets.sheet import Sheet, place_of

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


COUNTING: Final = ("count", "hidden", "zero", "total", "not applicable")
"""The kinds of cells that count somebody."""


@dataclass(frozen=True)
class AsRead:
    """A sheet and what its cells were taken for.

    Args:
        sheet: the sheet.
        kinds: what each cell was taken for, by its address; every cell has one.
        corrections: the kinds that somebody set by hand, by address.
        numbers: the numbers that printed counts and percentages stand for, by address.
        labels: for each cell of counts or percentages, its labels: those of its row, then those of its column.
        in_totals: where the cells of lines of totals stand, the hidden ones among them.
    """

    sheet: Sheet
    kinds: Mapping[str, Kind]
    corrections: Mapping[str, Kind] = field(default_factory=dict)
    numbers: Mapping[str, int | float] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    in_totals: frozenset[str] = frozenset()

    def corrected(self, address: str, kind: Kind) -> "AsRead":
        """The same sheet, read anew with one cell taken for something else.

        Raises:
            ValueError: there is no such cell, or no such kind.
        """
        if address not in self.kinds:
            raise ValueError(f"The table has no cell {address!r}.")
        if kind not in get_args(Kind):
            raise ValueError(f"{kind!r} is nothing that a cell can be: choose one of {', '.join(get_args(Kind))}.")
        return replace(self, corrections={**self.corrections, address: kind})

    def in_words(self) -> str:
        """What was read, in one line.

        Examples:
            >>> from disclosure.own_table.sheets.sheet import sheet_of
            >>> AsRead(sheet_of([["", "n"], ["A", "<5"]]), {"B1": "heading", "A2": "label", "B2": "hidden"}).in_words()
            '1 row, 1 column of counts, 1 hidden cell'
        """
        (rows, total_rows), (columns, total_columns) = self._lines(0), self._lines(1)
        told = {kind: sum(each == kind for each in self.kinds.values()) for kind in get_args(Kind)}
        footnotes = {place_of(address)[0] for address, kind in self.kinds.items() if kind == "footnote"}
        lines = [
            (len(rows), "row"),
            (len(columns), "column of counts"),
            (len(total_rows), "row of totals"),
            (len(total_columns), "column of totals"),
            (told["hidden"], "hidden cell"),
            (told["not applicable"], "cell in which nobody can be"),
            (told["percentage"], "percentage"),
            (len(footnotes), "footnote"),
        ]
        return (
            ", ".join(_counted(number, name) for number, name in lines if number) if rows or total_rows else "no counts"
        )

    def _lines(self, axis: int) -> tuple[set[int], set[int]]:
        """The places of rows, or of columns, of counts, and of those of totals."""
        totals = {address for address, kind in self.kinds.items() if kind == "total"} | self.in_totals
        others = {place_of(a)[1] for a, kind in self.kinds.items() if kind in ("percentage", "not used")}
        counting = {a for a, kind in self.kinds.items() if kind in COUNTING and place_of(a)[1] not in others}
        every, counts = ({place_of(address)[axis] for address in each} for each in (counting, counting - totals))
        return counts, every - counts


def _counted(number: int, name: str) -> str:
    """A number of things.

    Examples:
        >>> _counted(1, "column of counts"), _counted(2, "column of counts")
        ('1 column of counts', '2 columns of counts')
    """
    first, *rest = name.split(" of ")
    plural = (
        first if number == 1 else f"{first}s".replace("cell in which nobody can bes", "cells in which nobody can be")
    )
    return f"{number} {' of '.join([plural, *rest])}"
