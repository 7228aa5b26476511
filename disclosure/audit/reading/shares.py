"""Printed percentages and rates, one by one: which cell is the part, which number is the base, and what lies behind.

Before that, the one question that a table with percentages must answer: were its parts made to add up to 100?
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

import numpy as np
import pandas as pd

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.percentages import Percentages, printed_percentages
from disclosure.tables.rounded_numbers import Interval

ASK_SUM: Final = (
    "the percentages in {column!r} add up to their base: was a set of them made to add up to 100? Answer with "
    "sums_to_100=True, 'moved' or False."
)
ASK_ROUNDED: Final = (
    "the table rounds its counts: were the percentages in {column!r} computed from rounded counts? Answer with "
    "of_rounded=True or False."
)
NO_SUM: Final = (
    "percentages in {column!r} add up to {sum}, and were made to add up to 100, as it is answered: the answer is no."
)


@dataclass(frozen=True)
class Share:
    """One percentage as it is printed: the part divided by the base lies in an interval.

    Args:
        text: the percentage as it is printed.
        part: the place of its cell.
        base: the place of the cell that is the base, or -1 where the base is a number in a column.
        base_low, base_high: from where to where that number can be.
        behind: the shares that are printed like this.
        is_zero: whether 0 is printed: then the base may be 0 as well.
        inside: whether the part lies in its base: of a base of 0 it is 0, too. Otherwise it may be anything.
    """

    text: str
    part: int
    base: int
    base_low: int
    base_high: int
    behind: Interval
    is_zero: bool
    inside: bool = True

    def may_be_of_nobody(self, base_least: int) -> bool:
        """Whether 0 may be printed because the base is 0, whatever the part is; given how small the base can be."""
        return self.is_zero and not self.inside and base_least == 0


def shares_of(table: CountTable, places: Numbers) -> Iterator[Share]:
    """Read the percentages of one table, but for those that cannot be used (`is_used`).

    Args:
        table: the printed table.
        places: where each of its cells stands among all cells of the release; shape (cells of the table,).

    Raises:
        ContradictionError: percentages were not made to add up, although an answer says so.
        ValueError: a question about the percentages is not answered, or one is no number that can be printed.
    """
    for percentages in table.percentages:
        if not is_used(table, percentages):
            continue
        printed = printed_percentages(table.cells, percentages.column, table.by)
        bases = base_cells(table, percentages)
        _refuse_unanswered(table, percentages, printed, bases)
        low, high = _base_numbers(table, percentages)
        usable = printed.notna().to_numpy() & ((bases >= 0) | (high >= 0)) & ~_is_between(table, percentages)
        numbers = printed[usable].tolist()
        seen = {number: (percentages.as_text(number), percentages.behind(number)) for number in dict.fromkeys(numbers)}
        base = np.where(bases >= 0, places[bases], -1)
        columns = [column[usable].tolist() for column in (places, base, low, high)]
        inside = set((percentages.base_labels(table.by) or {"": ""}).values()) <= {TOTAL}
        for number, part, below, least, most in zip(numbers, *columns, strict=True):
            yield Share(seen[number][0], part, below, least, most, seen[number][1], number == 0, inside)


def is_used(table: CountTable, percentages: Percentages) -> bool:
    """Whether anything can be concluded from percentages: not from weighted ones, nor without a base."""
    return not (percentages.weighted or percentages.of is None or (table.base > 1 and percentages.of_rounded))


def leaves_out(table: CountTable, percentages: Percentages) -> bool:
    """Whether something that percentages imply is not used: all of it, or that of some cells."""
    return not is_used(table, percentages) or may_be_larger(table, percentages) or leaves_out_some(table, percentages)


def leaves_out_some(table: CountTable, percentages: Percentages) -> bool:
    """Whether not all is used of percentages that are: bases are rounded or unknown, or some were made to add up."""
    if percentages.base_rounded_to > 1:
        return True
    printed = table.cells[percentages.column].notna().to_numpy()
    if percentages.sums_to_100:
        return bool(table.base > 1 or (printed & beside_hidden(table, percentages)).any())
    without = (base_cells(table, percentages) < 0) & (_base_numbers(table, percentages)[1] < 0)
    return bool((printed & without).any())


def beside_printed_sums(table: CountTable, percentages: Percentages) -> bool:
    """Whether percentages stand beside totals that sum printed cells only: the audit leaves these totals out.

    They may tell of the true totals. A total that is its own base tells nothing: 100 % of it.
    """
    if table.totals_of != "printed cells":
        return False
    of_itself = base_cells(table, percentages) == np.arange(len(table.cells))
    return bool((table.cells[percentages.column].notna() & table.is_total & ~of_itself).any())


def beside_hidden(table: CountTable, percentages: Percentages) -> np.ndarray:
    """True for each cell whose percentage could tell of a hidden count; shape (cells,).

    That is its own count, its base, or, where a set was made to add up to 100, any part of the same base.
    """
    hidden, base = table.is_hidden.to_numpy(dtype=bool), base_cells(table, percentages)
    beside = hidden | (hidden[base] & (base >= 0))
    if percentages.sums_to_100:
        sets = _sets_with_one_base(table, percentages)
        beside |= np.isin(sets, sets[hidden])
    return np.asarray(beside, dtype=bool)


def may_be_larger(table: CountTable, percentages: Percentages) -> bool:
    """Whether some part could be larger than its base by its percentage, and neither print nor a total tells if it is.

    Of a base that is printed in a column, as it is, one more may be too much for the percentage.
    """
    labels = percentages.base_labels(table.by) or {}
    printed = printed_percentages(table.cells, percentages.column, table.by)
    base = base_cells(table, percentages)
    parts = (base != np.arange(len(table.cells))) & (beside_hidden(table, percentages) | (base < 0))
    if TOTAL in labels.values() or not printed[parts].max() <= percentages.per:
        return False
    whole = np.flatnonzero(parts & (printed > percentages.per - 10.0**-percentages.decimals).to_numpy())
    shares = [percentages.behind(share) for share in printed.iloc[whole].tolist()]
    bases = zip(*(ends[whole].tolist() for ends in _base_numbers(table, percentages)), strict=True)
    return any(
        low != high or low < 1 or Fraction(low + 1, low) in share
        for share, (low, high) in zip(shares, bases, strict=True)
    )


def base_cells(table: CountTable, percentages: Percentages) -> Numbers:
    """For each cell of a table, which of its cells is the base; -1 where the table has none; shape (cells,)."""
    labels = percentages.base_labels(table.by)
    if labels is None:
        return np.full(len(table.cells), -1, dtype=np.int64)
    own = {name: table.cells[name].tolist() for name in table.by}
    places = {key: place for place, key in enumerate(zip(*own.values(), strict=True))}
    bases = own | {name: [label] * len(table.cells) for name, label in labels.items()}
    return np.array([places.get(key, -1) for key in zip(*bases.values(), strict=True)], dtype=np.int64)


def _sets_with_one_base(table: CountTable, percentages: Percentages) -> Numbers:
    """A number for each cell, the same for all with one base, whether that has a row or not; shape (cells,).

    Of bases in a column the same number is taken for the same base; a cell without one is a set of its own.
    """
    labels = percentages.base_labels(table.by)
    if labels is not None:
        places = table.cells[list(table.by)].assign(**labels)
        return np.asarray(places.groupby(list(table.by)).ngroup(), dtype=np.int64)
    in_column = isinstance(percentages.of, str) and percentages.of not in table.by
    codes = pd.factorize(table.cells[percentages.of])[0] if in_column else np.full(len(table.cells), -1)
    return np.where(codes < 0, -1 - np.arange(len(codes)), codes).astype(np.int64)


def _base_numbers(table: CountTable, percentages: Percentages) -> tuple[Numbers, Numbers]:
    """From where to where each base can be that stands in a column, -1 where there is none; shapes (cells,)."""
    none = np.full(len(table.cells), -1, dtype=np.int64)
    if not isinstance(percentages.of, str) or percentages.of in table.by:
        return none, none
    numbers = printed_percentages(table.cells, percentages.of, table.by)
    wrong = (numbers < 0) | (numbers % 1 != 0) & numbers.notna()
    if wrong.any():
        name, number = table.cell_names[wrong].iloc[0], numbers[wrong].iloc[0]
        raise ValueError(f"the base {percentages.of!r} of {name} is {number:.15g}: bases are whole numbers, 0 or more.")
    there, rounded_to = numbers.notna().to_numpy(), percentages.base_rounded_to
    if (numbers + rounded_to >= NO_LIMIT).any():
        raise ValueError(f"bases in {percentages.of!r} are 2**52 and more: count in a larger unit, such as thousands.")
    off = rounded_to if rounded_to > 1 else 0  # however it was rounded, cut off included
    whole = numbers.fillna(0).to_numpy().astype(np.int64)
    return np.where(there, np.maximum(whole - off, 0), -1), np.where(there, whole + off, -1)


def _is_between(table: CountTable, percentages: Percentages) -> np.ndarray:
    """True for sums between the parts and their base, where parts were made to add up: by how much is not known.

    Of a base in a column nobody sees over which dimensions its parts add up: there it may be all of them.
    """
    labels = percentages.base_labels(table.by)
    sums = [*table.by] if labels is None else [name for name, label in labels.items() if _is_wide(table, name, label)]
    if not percentages.sums_to_100 or not sums:
        return np.zeros(len(table.cells), dtype=bool)
    is_base = base_cells(table, percentages) == np.arange(len(table.cells))
    return np.asarray(~_is_narrowest(table, sums) & ~is_base, dtype=bool)


def _is_wide(table: CountTable, name: str, label: str) -> bool:
    """Whether a label of a dimension sums over others."""
    return label in {TOTAL, *table.hierarchies.get(name, {}).values()}


def _is_narrowest(table: CountTable, names: Sequence[str]) -> np.ndarray:
    """True for each cell that stands at no wider label and no total of some dimensions; shape (cells,).

    A dimension of which the table has the total alone is none of these.
    """
    narrowest, labelled = np.ones(len(table.cells), dtype=bool), table.labelled_by
    for name in (name for name in names if name in (labelled or table.by)):
        wider = {TOTAL, *table.hierarchies.get(name, {}).values()}
        narrowest &= ~table.cells[name].isin(wider).to_numpy()
    return narrowest


def _refuse_unanswered(table: CountTable, percentages: Percentages, printed: pd.Series, bases: Numbers) -> None:
    """Ask what a table with such percentages must answer, and hold the answer against what is printed."""
    if table.base > 1 and percentages.of_rounded is None:
        raise ValueError(ASK_ROUNDED.format(column=percentages.column))
    labels = percentages.base_labels(table.by) or {}
    sums = [name for name, label in labels.items() if label == TOTAL]
    parts = _is_narrowest(table, sums or table.by) & (bases != np.arange(len(table.cells)))
    together = printed[parts].groupby(_sets_with_one_base(table, percentages)[parts])
    added, number, missing = together.sum(), together.size(), together.apply(lambda them: them.isna().any())
    unit = 10.0**-percentages.decimals
    complete = added[
        (number > 1) & ~missing & (added > 0) & ((added - percentages.per).abs() < (number + 1 / 2) * unit)
    ]
    if percentages.sums_to_100 is None and (bool(sums) or len(complete)):
        raise ValueError(ASK_SUM.format(column=percentages.column))
    off = complete[(complete - percentages.per).abs() > unit / 2]
    if percentages.sums_to_100 and len(off):
        added_up = percentages.as_text(off.iloc[0])
        raise ContradictionError(NO_SUM.format(column=percentages.column, sum=added_up))
