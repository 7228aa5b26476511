"""Random small tables with some of their cells hidden, audited by Python: what the small audit of a page is held to."""

from dataclasses import dataclass, replace
from itertools import product
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.verdicts import audit
from disclosure.repair.hiding import hide, may_cover, must_hide
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable

LARGEST: Final = 8
"""Rows and columns at most."""


@dataclass(frozen=True)
class Case:
    """A table as it is printed, and which of its hidden cells are small; shape (cells,)."""

    release: CountTable
    small: pd.Series

    def for_page(self) -> dict[str, Any]:
        """What the page gets: what became of each cell, its printed count, the width of the table, the threshold."""
        cells = self.release.cells
        kinds = np.select([cells["count"].notna(), self.small], ["printed", "small"], "cover")
        assert self.release.rule is not None
        return {
            "kinds": kinds.tolist(),
            "counts": cells["count"].fillna(0).astype(int).tolist(),
            "width": int(cells[self.release.by[1]].nunique()),
            "threshold": self.release.rule.threshold,
        }

    def by_python(self) -> list[tuple[int, int | None, str]] | None:
        """For each hidden cell the least, the most (None without limit) and the verdict; None if nothing fits."""
        try:
            found = audit(self.release, Outsider(), primary=self.small, why=False)
        except ContradictionError:
            return None
        high = [None if pd.isna(high) else int(high) for high in found["high"]]
        return list(zip(found["low"].astype(int).tolist(), high, found["verdict"].tolist(), strict=True))


def random_case(random: np.random.Generator) -> Case:
    """A table of any shape, of which none, some or all is hidden; one in eight is misprinted."""
    shape = random.integers(1, LARGEST + 1, size=2) if random.random() < 0.3 else random.integers(1, 5, size=2)
    table = _with_totals(random.poisson(random.choice([1, 3, 6, 12]), shape))
    rule = Rule(int(random.integers(2, 8)), complementary_mark="c")
    chosen = random.random(len(table.cells)) < random.choice([0, 0.2, 0.5, 0.8, 1])
    inner_only = random.random() < 0.5
    covers = may_cover(table, rule) & chosen & ~(table.is_total.to_numpy() & inner_only)
    release = hide(table, rule, [covers])
    assert isinstance(release, CountTable)
    small = pd.Series(must_hide(table, rule), index=table.cells.index)
    return Case(_misprinted(release, random) if random.random() < 0.125 else release, small)


def _with_totals(counts: np.ndarray) -> CountTable:
    """The table of some counts (shape (rows, columns)); made by hand, since there are many."""
    across = np.hstack([counts, counts.sum(axis=1, keepdims=True)])
    everything = np.vstack([across, across.sum(axis=0)])
    labels = [[*map(str, range(size - 1)), TOTAL] for size in everything.shape]
    cells = pd.DataFrame(list(product(*labels)), columns=["row", "column"])
    return CountTable(cells.assign(count=pd.array(everything.ravel(), dtype="Int64"), mark=""), ("row", "column"))


def _misprinted(release: CountTable, random: np.random.Generator) -> CountTable:
    """The release with one printed count a little too large: often nothing fits any more."""
    printed = np.flatnonzero(release.cells["count"].fillna(0) > 0)
    if not len(printed):
        return release
    counts = release.cells["count"].copy()
    counts.iloc[random.choice(printed)] += int(random.integers(1, 4))
    return replace(release, cells=release.cells.assign(count=counts))
