"""Percentages beside counts: each is hidden with its count, and with the count of which it is a percentage.

What stays is a percentage of one printed number in another one: it tells nothing that the two do not. Where parts were
made to add up to 100, one percentage depends on the others: there all of a base go, if one of its parts is hidden.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import numpy as np
import pandas as pd

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


def refuse_percentages(table: CountTable) -> None:
    """Say in a sentence which percentages could not be protected by hiding them with their counts.

    Args:
        table: the table, every count printed.

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
        if in_column and (again := counts_again(table, str(each.of))):
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


def counts_again(table: CountTable, column: str) -> str:
    """Which of the table's own counts a column of bases prints once more, in words; empty if it does not.

    Args:
        table: the table, every count printed.
        column: the name of the column.

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"film": ["A", "B", "total"], "count": [2, 7, 9], "all": [9, 9, None]})
        >>> counts_again(CountTable(cells, ("film",)), "all")
        'counts over wider groups of film'
    """
    numbers = printed_percentages(table.cells, column, table.by)
    there = numbers.notna().to_numpy()
    labels = table.cells.loc[there, list(table.by)]
    for named, places in _other_cells(table, labels):
        counts = table.cells["count"].to_numpy(dtype=float)[places]
        if there.any() and bool(((places >= 0) & (counts == numbers[there].to_numpy())).all()):
            return named
    return ""


def _other_cells(table: CountTable, labels: pd.DataFrame) -> Iterator[tuple[str, np.ndarray]]:
    """For each way from some cells to others: its name, and the places of these, -1 where there is none; (labels,).

    Args:
        table: the table.
        labels: the labels of the cells, one column a dimension.
    """
    own = pd.MultiIndex.from_frame(table.cells[list(table.by)])
    steps = [range(_levels(table, name) + 1) for name in table.by]
    for way in product(*steps):
        climbed = {name: n for name, n in zip(table.by, way, strict=True) if n}
        wider = labels.assign(**{name: _wider(table, name, labels[name], n) for name, n in climbed.items()})
        named = f"counts over wider groups of {' and '.join(climbed)}" if climbed else "the counts"
        yield named, own.get_indexer(pd.MultiIndex.from_frame(wider))
    for name in table.by:
        for label in table.cells[name].unique():
            yield f"counts of {label}", own.get_indexer(pd.MultiIndex.from_frame(labels.assign(**{name: label})))


def _levels(table: CountTable, name: str) -> int:
    """How many steps lead from the narrowest label of a dimension to its total."""
    hierarchy = table.hierarchies.get(name, {})
    return max((len(wider_labels(label, hierarchy)) - 1 for label in hierarchy), default=1)


def _wider(table: CountTable, name: str, labels: pd.Series, steps: int) -> pd.Series:
    """Some labels of a dimension so many steps up: to wider ones, and then to the total."""
    hierarchy = table.hierarchies.get(name, {})
    for _ in range(steps):
        labels = labels.map(lambda label: hierarchy.get(label, TOTAL))
    return labels
