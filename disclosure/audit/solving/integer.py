"""Everything that is no network: three-way, nested and linked tables, by the feasible tables that a solver finds."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from math import inf
from typing import Final

import numpy as np

from disclosure.audit.reading.cells import NO_LIMIT, Numbers
from disclosure.audit.solving.equations import Equations
from disclosure.audit.solving.largest_sums import LargestSums
from disclosure.audit.solving.network import Flags

MOST_BETWEEN: Final = 64
"""So many counts of a cell are looked at one by one; of a wider range, the ends."""


class FeasibleTables:
    """The feasible tables of one block, ready to be searched for the smallest and largest count of each cell.

    Args:
        equations: what they must fulfil.
        effort: as in `LargestSums`.

    Attributes:
        possible: whether any feasible table exists.
        sums: who finds them.
        seen_low: the smallest count that a feasible table has shown; shape (cells,).
    """

    def __init__(self, equations: Equations, effort: float = inf) -> None:
        """Hand the equations to the solver and find a first feasible table."""
        self.equations, self.low, self.high = equations, equations.low, equations.high
        self.sums = LargestSums(equations, effort)
        self._shown = np.zeros((len(self.low), MOST_BETWEEN), dtype=bool)
        self._missing: set[tuple[int, int]] = set()
        self._first = counts = self.sums.table(np.zeros_like(self.low))
        self.possible = counts is not None
        self.seen_low = self._most_seen = self.low if counts is None else counts
        self._note(counts)

    @property
    def seen_high(self) -> Numbers:
        """The largest count that a feasible table has shown, `NO_LIMIT` where there is none; shape (cells,)."""
        return np.where(self._endless, NO_LIMIT, self._most_seen)

    @cached_property
    def _endless(self) -> Flags:
        """True for each cell without a largest count: found when one is first asked for."""
        return np.zeros(len(self.low), dtype=bool) if self._first is None else self.sums.endless(self._first)

    def ranges(self, wanted: Numbers) -> tuple[Numbers, Numbers]:
        """The smallest and largest count of some cells, in people; shape (cells of the block,).

        Args:
            wanted: the places of these cells in the block. Of the others, counts that are possible.
        """
        for weights in (np.where(self._endless, 0, 1), np.full(len(self.low), -1)):
            self._note(self.sums.table(weights))
        for cell in wanted:
            for upwards in (True, False):
                self.bound(cell, upwards=upwards)
        return self.seen_low, self.seen_high

    def moving(self, cells: Numbers) -> Flags:
        """True for each of some cells that has more than one possible count: two feasible tables show it."""
        together = np.zeros_like(self.low)
        together[cells] = 1
        for weights in (np.where(self._endless, 0, together), -together):
            self._note(self.sums.table(weights))
        for cell in map(int, cells):
            for upwards in (True, False):
                if self.seen_low[cell] == self.seen_high[cell]:
                    self.bound(cell, upwards=upwards)
        return self.seen_low[cells] < self.seen_high[cells]

    def bound(self, cell: int, *, upwards: bool) -> int:
        """The largest (or smallest) count of one cell over all feasible tables; `NO_LIMIT` if it is endless."""
        seen, limit = (self.seen_high, self.high) if upwards else (self.seen_low, self.low)
        if seen[cell] != limit[cell]:
            weights = np.zeros_like(self.low)
            weights[cell] = 1 if upwards else -1
            counts = self.sums.table(weights)
            self._note(counts)
            without_limit = upwards and limit[cell] >= NO_LIMIT and counts is not None
            if without_limit and not self.sums.is_limited(cell, int(self.seen_high[cell])):
                self._most_seen[cell] = NO_LIMIT
        return int((self.seen_high if upwards else self.seen_low)[cell])

    def missing(self, cell: int, asked: Sequence[int]) -> list[int]:
        """Those of some counts that one cell has in no feasible table: between two that it has, there may be some."""
        self.look_for([(cell, count) for count in asked])
        return [count for count in asked if (cell, count) in self._missing]

    def look_for(self, wanted: Sequence[tuple[int, int]]) -> None:
        """Look for a feasible table for each of some counts of cells: many at once, fewer where these do not fit.

        Args:
            wanted: the places of cells in the block, each with a count: fewer than `MOST_BETWEEN` above its least.
        """
        left = [(cell, count) for cell, count in wanted if (cell, count) not in self._missing]
        left, together = self._not_shown(left), len(left)
        while left:
            chosen = dict(reversed(left[:together]))  # one count for each cell, the first of them
            if self._show(chosen):
                left, together = self._not_shown(left), 2 * together
            elif len(chosen) > 1:
                together = len(chosen) // 2
            else:
                self._missing.update(chosen.items())
                left = left[1:]

    def _not_shown(self, wanted: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of some counts that no feasible table has shown so far."""
        return [(cell, count) for cell, count in wanted if not self._shown[cell, count - self.low[cell]]]

    def _show(self, counts: Mapping[int, int]) -> bool:
        """Look for a feasible table in which some cells have given counts."""
        with self.sums.bounded({cell: (count, count) for cell, count in counts.items()}):
            found = self.sums.table(np.zeros_like(self.low))
        self._note(found)
        return found is not None

    def _note(self, counts: Numbers | None) -> None:
        """Take in one more feasible table."""
        if counts is not None:
            above = counts - self.low
            few = np.flatnonzero(above < MOST_BETWEEN)
            self._shown[few, above[few]] = True
            self.seen_low = np.minimum(self.seen_low, counts)
            self._most_seen = np.minimum(np.maximum(self._most_seen, counts), NO_LIMIT)
