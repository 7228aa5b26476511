"""What the reader of a table loses to a defence, and whether the table still answers its own question."""

from itertools import permutations
from typing import Final

import pandas as pd

from disclosure.measures.information import bits, share_lost
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.weights import refuse_weighted

ONLY_SUMS: Final = "nobody stands in a cell that is no total: what a reader loses of sums alone is not told here."


def loss(before: CountTable, after: CountTable) -> float:
    """Return the share of a table that its reader loses to one defence, 0 (nothing) to 1 (everything).

    Each kind of defence has its own loss, which is seen from the two tables:

    - some cells are newly *hidden*: the share of people who stand in them;
    - labels are *merged*: the share of information, 1 - H(after) / H(before), where H is the entropy of the cell in
      which a person stands, in bits (Shannon 1948);
    - counts are *rounded* or *perturbed*: the total variation, half the sum of all differences between the shares of
      people that the cells have before and after. Where everything is rounded to 0, all is lost.

    Totals and wider labels are left out: they count the same people again. So are people whom no label covers: they
    stand in no cell, before and after.

    Args:
        before: the table as it was.
        after: the same table after one defence.

    Raises:
        ValueError: one of them is no table, or has weighted counts; or all people stand in totals alone.

    Examples:
        >>> from disclosure.defences.coarsening import Coarsen
        >>> from disclosure.defences.rounding import RoundTo
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAABBBB"), "region": ["north", "north", "south", "south"] * 2})
        >>> table = count_table(people, by=("film", "region"))
        >>> loss(table, Suppress(threshold=3)(table)), loss(table, Coarsen("region", into=2)(table))
        (1.0, 0.5)
        >>> loss(table, RoundTo(base=5)(table))
        1.0
    """
    for name, table in (("before", before), ("after", after)):
        if not isinstance(table, CountTable):
            raise ValueError(f"{name} is a {type(table).__name__}: give a table, made with count_table(...).")
    refuse_weighted(before)
    was = before.cells["count"].mask(before.is_total, 0).fillna(0).astype("float64")
    now = after.cells["count"].mask(after.is_total, 0).fillna(0).astype("float64")
    if not was.sum():
        if before.cells["count"].gt(0).any():
            raise ValueError(ONLY_SUMS)
        return 0.0
    if len(now) < len(was):
        return share_lost(bits(was), bits(now))
    if after.how_changed and after.how_changed != before.how_changed:
        return float((was / was.sum() - now / now.sum()).abs().sum() / 2) if now.sum() else 1.0
    return float(was[after.is_hidden].sum() / was.sum())


def order_preserved(table: CountTable, release: CountTable, ranges: pd.DataFrame) -> float:
    """Return the share of pairs of columns of a table whose order by people the release still tells.

    A column that is merged with another has no count of its own any more. Pairs of equal columns are left out.

    Args:
        table: the table as it was counted.
        release: what is published of it.
        ranges: the possible counts of the cells of the release, ``low`` and ``high``, in people.

    Raises:
        ValueError: the labels do not cover everybody, so that a column has people who stand in none of its cells.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAA"), "region": ["north", "south", "south"]})
        >>> table = count_table(people, by=("film", "region"))
        >>> known = pd.DataFrame({"low": table.cells["count"], "high": table.cells["count"]})
        >>> order_preserved(table, table, known), order_preserved(table, table, known.assign(low=0))
        (1.0, 0.0)
    """
    column = table.by[-1]
    if table.not_covered:
        raise ValueError("the labels of this table do not cover everybody: the order of its columns cannot be told.")
    counts = table.cells[~table.is_total].groupby(column)["count"].sum()
    ends = ranges.assign(label=release.cells[column])
    across = (release.cells[list(release.by[:-1])] == TOTAL).all(axis="columns")
    ends = (ends[across] if across.any() else ends).groupby("label").sum()
    pairs = [(more, less) for more, less in permutations(counts.index, 2) if counts[more] > counts[less]]
    in_order = [
        more in ends.index and less in ends.index and ends["low"][more] > ends["high"][less] for more, less in pairs
    ]
    return float(sum(in_order)) / len(in_order) if in_order else 1.0


def all_ranges(release: CountTable, learnt: pd.DataFrame) -> pd.DataFrame:
    """``low`` and ``high`` of every cell of a release, printed ones included, in people."""
    low = learnt["low"].astype("float64").reindex(release.cells.index)
    high = learnt["high"].astype("float64").fillna(float("inf")).reindex(release.cells.index)
    count = release.cells["count"].astype("float64")
    return pd.DataFrame({"low": low.fillna(count), "high": high.fillna(count)})
