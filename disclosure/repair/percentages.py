"""Percentages beside counts: each is hidden with its count, and with the count of which it is a percentage.

What stays is a percentage of one printed number in another one: it tells nothing that the two do not. Where parts were
made to add up to 100, one percentage depends on the others: there all of a base go, if one of its parts is hidden.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Labels
from disclosure.audit.reading.shares import base_cells, beside_hidden, is_used, shares_of
from disclosure.tables.count_table import TOTAL, CountTable, wider_labels
from disclosure.tables.percentages import Percentages, printed_percentages


def hide_percentages(table: CountTable) -> CountTable:
    """Return a table with no percentages that could tell of hidden counts.

    Args:
        table: the table; its counts are hidden already.

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"film": ["A", "B", "total"], "count": [None, 7, 9], "share": [22.2, 77.8, 100.0]})
        >>> shares = Percentages("share", of="film", sums_to_100=False)
        >>> hide_percentages(CountTable(cells, ("film",), percentages=(shares,))).cells["share"].tolist()
        [nan, 77.8, 100.0]
    """
    if not table.percentages:
        return table
    left = {each.column: table.cells[each.column].mask(beside_hidden(table, each)) for each in table.percentages}
    return replace(table, cells=table.cells.assign(**left))


def refuse_percentages(table: CountTable, others: Sequence[CountTable] = ()) -> None:
    """Say in a sentence which percentages could not be protected by hiding them with their counts.

    Args:
        table: the table, every count printed.
        others: the other tables of its release.

    Raises:
        ValueError: a question about them is not answered, or their base is unknown or stands in print by another name.
    """
    for each in table.percentages:
        list(shares_of(table, np.arange(len(table.cells))))
        in_column = isinstance(each.of, str) and each.of not in table.by
        if not is_used(table, each) or each.base_rounded_to > 1 or _has_no_base(table, each):
            raise ValueError(
                f"the percentages in {each.column!r} cannot be protected, for the audit does not use all that they "
                "tell (weighted ones, and such whose base is not printed or is rounded): take them out."
            )
        if in_column and each.sums_to_100:
            raise ValueError(f"the percentages in {each.column!r} were made to add up: take them out.")
        if in_column and (again := counts_again(table, str(each.of), others)):
            raise ValueError(
                f"the column {each.of!r} prints {again} again, also where they are hidden: take the column out, and "
                "say of which cells these are percentages, such as of='region' or of={'who': 'pupils'}."
            )


def _has_no_base(table: CountTable, percentages: Percentages) -> bool:
    """Whether a percentage is printed whose base is not."""
    printed, base = table.cells[percentages.column].notna().to_numpy(), base_cells(table, percentages)
    if isinstance(percentages.of, str) and percentages.of not in table.by:
        return bool((printed & table.cells[percentages.of].isna().to_numpy()).any())
    return bool((printed & (base < 0)).any())


def counts_again(table: CountTable, column: str, others: Sequence[CountTable] = ()) -> str:
    """Which counts of a release a column of bases prints once more, in words; empty if it does not.

    Args:
        table: the table, every count printed.
        column: the name of the column.
        others: the other tables of the release.

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"film": ["A", "B", "total"], "count": [2, 7, 9], "all": [9, 9, None]})
        >>> counts_again(CountTable(cells, ("film",)), "all")
        'counts over wider groups of film'
    """
    numbers = printed_percentages(table.cells, column, table.by).dropna()
    labels = table.cells.loc[numbers.index, list(table.by)]
    if not len(numbers):
        return ""
    climbed = _climbed(table, labels, numbers, _counts(table.by, (table, *others)))
    if climbed is not None:
        return f"counts over wider groups of {' and '.join(climbed)}" if climbed else "the counts"
    own = pd.MultiIndex.from_frame(table.cells[list(table.by)])
    for name, label in ((each, label) for each in table.by for label in table.cells[each].unique()):
        places = own.get_indexer(pd.MultiIndex.from_frame(labels.assign(**{name: label})))
        counts = table.cells["count"].to_numpy(dtype=float)[places]
        if bool(((places >= 0) & (counts == numbers.to_numpy())).all()):
            return f"counts of {label}"
    return ""


def _counts(by: tuple[str, ...], tables: Sequence[CountTable]) -> Mapping[Labels, set[float]]:
    """The counts of some tables by their labels in some dimensions, where these tell all of a cell."""
    found: dict[Labels, set[float]] = defaultdict(set)
    for table in tables:
        others = [name for name in table.by if name not in by]
        cells = table.cells[(table.cells[others] == TOTAL).all(axis="columns")]
        labels = [cells[name] if name in table.by else [TOTAL] * len(cells) for name in by]
        for *cell, count in zip(*labels, cells["count"].astype(float), strict=True):
            found[tuple(cell)].add(count)
    return found


def _climbed(
    table: CountTable, labels: pd.DataFrame, numbers: pd.Series, counts: Mapping[Labels, set[float]]
) -> list[str] | None:
    """The dimensions along which each of some cells lies in a count that is its number; None if one lies in no such."""
    nested = [table.hierarchies.get(name, {}) for name in table.by]
    climbed: set[str] = set()
    for cell, number in zip(labels.itertuples(index=False, name=None), numbers, strict=True):
        above = product(*(wider_labels(label, nest) for label, nest in zip(cell, nested, strict=True)))
        same = [wide for wide in above if number in counts.get(wide, ())]
        if not same:
            return None
        ways = [{name for name, own, wide in zip(table.by, cell, cells, strict=True) if own != wide} for cells in same]
        climbed |= min(ways, key=len)
    return [name for name in table.by if name in climbed]
