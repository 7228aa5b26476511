"""From columns of percentages on a sheet to percentages beside the counts of the kit's tables."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from disclosure.labels import TOTAL
from disclosure.own_table.layout.grid import Grid
from disclosure.own_table.layout.measures import Measure
from disclosure.own_table.layout.percent_rows import in_words
from disclosure.own_table.layout.splits import Split
from disclosure.own_table.meaning import Meaning
from disclosure.own_table.sheets.sheet import address_of, place_of
from disclosure.tables.percentages import Base, Percentages

SHARE: Final = "column {letter} of the sheet"
NO_BASE: Final = "the {what} in {name!r} (column {letter}), for it is not known of what they are"


def shares_beside(grid: Grid, meaning: Meaning) -> dict[str, dict[str, float]]:
    """The percentages that belong to each count, by its address and the columns of the kit's table."""
    found: dict[str, dict[str, float]] = {}
    for share in grid.shares:
        if means := meaning.shares.get(share.measure.column):
            counts = address_of(place_of(share.address)[0], means.counts)
            found.setdefault(counts, {})[_column_of(share.measure)] = share.number
    return found


def _column_of(measure: Measure) -> str:
    """What the kit's table calls a column of percentages."""
    return SHARE.format(letter=measure.letter)


def column_in(share: str) -> int:
    """The place of the sheet's column that holds some percentages, by what the kit's table calls these.

    Examples:
        >>> column_in("column F of the sheet")
        5
    """
    return place_of(f"{share.split()[1]}1")[1]


def shares_of_unknown(grid: Grid, meaning: Meaning) -> list[str]:
    """The percentages that could not be used: rows of them, and columns of which nobody knows of what they are."""
    unknown = [measure for measure in grid.shares_in if measure.column not in meaning.shares]
    called = {measure: "percentages" if measure.per <= 100 else "rates" for measure in unknown}
    rows = [in_words(grid.rows_of_shares)] if grid.rows_of_shares else []
    return rows + [NO_BASE.format(what=what, name=each.name, letter=each.letter) for each, what in called.items()]


def percentages_of(
    grid: Grid, cells: pd.DataFrame, splits: Sequence[Split], meaning: Meaning
) -> tuple[Percentages, ...]:
    """What is said of each column of percentages.

    Args:
        grid: the counts, and the percentages.
        cells: the cells of the kit's table.
        splits: for each dimension of the sheet, the way in which its labels add up in that table.
        meaning: what the signs of the sheet mean.
    """
    found = []
    by_dimension = {each.name: split for each, split in zip(grid.dimensions, splits, strict=True)}
    for measure in grid.shares_in:
        column, means = _column_of(measure), meaning.shares.get(measure.column)
        if column not in cells or means is None:
            continue
        found.append(
            Percentages(
                column,
                _base(means.base, by_dimension),
                measure.decimals,
                means.rounding,
                means.sums_to_100,
                measure.per,
                of_rounded=means.of_rounded,
            )
        )
    return tuple(found)


def _base(base: Base, splits: Mapping[str, Split]) -> Base:
    """A base in the words of the table, whose dimensions and labels have names of their own; None if it has no such."""
    if isinstance(base, Mapping):
        told = {splits[name].name: splits[name].labels.get(label, "") for name, label in base.items()}
        if {*told.values()} == {TOTAL}:
            return tuple(told)
        return told if all(told.values()) else None
    if isinstance(base, tuple):
        return tuple(splits[name].name for name in base)
    return splits[base].name if base else None
