"""Who is counted, and a desk that answers: a table builder changes every number and hands out nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from disclosure.defences.cell_key import RECORD_KEY, with_record_keys
from disclosure.labels import cell_names
from disclosure.tables.perturbation import KEYS
from disclosure.tables.running_totals import beginnings

AGES: Final = {17: "under 18", 24: "18 to 24", 34: "25 to 34", 44: "35 to 44", 54: "45 to 54", 64: "55 to 64"}
"""Age groups by their last year; the last two are open."""

Change = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""Takes counts and cell keys, returns what is printed."""


def people_with_keys(
    views: pd.DataFrame, viewers: pd.DataFrame, titles: pd.DataFrame, *, country: str | None = None, seed: int
) -> pd.DataFrame:
    """Find what each viewer began with, what neighbours know of her, and give each a secret key.

    The keys are drawn for all viewers first, and the people of a country are chosen afterwards.

    Args:
        views, viewers, titles: the frames of the world.
        country: whose viewers are counted; all where none is given.
        seed: draws the keys.

    Returns:
        One row per counted viewer in the log: as `disclosure.tables.beginnings` gives it, with ``country``,
        ``household_id``, ``sex``, ``plan``, ``device``, ``age_group`` (8 categories) and ``record_key``.
    """
    keyed = with_record_keys(viewers, seed=seed)
    names = [*AGES.values(), "65 to 74", "75 and over"]
    groups = pd.cut(keyed["age"], [-1, *AGES, 74, 200], labels=names)
    known = keyed.assign(age_group=groups)[
        ["viewer_id", "country", "household_id", "sex", "plan", "device", "age_group", RECORD_KEY]
    ]
    counted = viewers if country is None else viewers[viewers["country"] == country]
    return beginnings(views, counted, titles).merge(known, on="viewer_id")


@dataclass(frozen=True)
class TableBuilder:
    """A desk at which readers choose the groups themselves, and get each count changed.

    Args:
        change: how counts are changed, by the keys of the cells, such as ``CellKey().printed``.
        people: one row per person, with ``record_key``; they stay in the office.
    """

    change: Change
    people: pd.DataFrame = field(repr=False)

    def count(self, by: Sequence[str], cells: pd.DataFrame) -> pd.Series:
        """Print the counts of some cells, by their names.

        Args:
            by: the columns that make a cell.
            cells: one row per cell: its labels in these columns.
        """
        counts, keys = self._of_cells(by, cells, None)
        return pd.Series(self.change(counts, keys)[:, 0], index=cell_names(cells[list(by)].astype("str")).tolist())

    def halves(
        self, by: Sequence[str], cells: pd.DataFrame, other: str, splits: Sequence[tuple[str, ...]]
    ) -> pd.DataFrame:
        """Print both halves of each cell, for each way to split it in two.

        Args:
            by, cells: as in `count`.
            other: the column whose labels are split.
            splits: for each split, the labels on one side.

        Returns:
            One row per cell and split: ``target`` (the name of the cell), ``this`` and ``other`` (in people).
        """
        counts, keys = self._of_cells(by, cells, other)
        labels = list(self.people[other].cat.categories)
        one_side = np.array([[label in split for label in labels] for split in splits], dtype=np.int64).T
        sides = [self.change(counts @ side, keys @ side % KEYS) for side in (one_side, 1 - one_side)]
        names = cell_names(cells[list(by)].astype("str"))
        return pd.DataFrame(
            {"target": np.repeat(names.to_numpy(), len(splits)), "this": sides[0].ravel(), "other": sides[1].ravel()}
        )

    def _of_cells(self, by: Sequence[str], cells: pd.DataFrame, other: str | None) -> tuple[np.ndarray, np.ndarray]:
        """The counts and the cell keys of some cells, by the labels of a further column; shapes (cells, labels)."""
        columns = [*by, other] if other else list(by)
        sums = self.people.groupby(columns, observed=False)[RECORD_KEY].agg(["size", "sum"])
        wanted = pd.MultiIndex.from_frame(cells[list(by)].astype("str"))
        found = []
        for name in ("size", "sum"):
            table = sums[name].unstack() if other else sums[[name]]
            table.index = pd.MultiIndex.from_frame(table.index.to_frame().astype("str"))
            found.append(table.reindex(wanted, fill_value=0).to_numpy(dtype=np.int64))
        return found[0], found[1] % KEYS


def nearest_5(counts: np.ndarray, keys: np.ndarray) -> np.ndarray:
    """Round counts to the nearest 5; keys do not matter.

    Examples:
        >>> nearest_5(np.array([7, 8]), np.array([0, 0])).tolist()
        [5, 10]
    """
    return np.asarray((counts + 2) // 5 * 5 + 0 * keys)
