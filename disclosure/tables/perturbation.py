"""By how much counts are changed before they are printed, and what can stand behind a printed number."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]

KEYS: Final = 4_096
"""Record keys and cell keys are whole numbers from 0 to one less than this, as in the software of the ONS (UK)."""

Runs = tuple[tuple[int, int], ...]
"""Counts in a row, from .. to, both included."""


PERTURBED_ONLY: Final = (
    "the table is perturbed by cell keys: what a rule that hides, rounding, statistics, percentages, amounts, weights "
    "or people in several cells tell beside it is not known here. Leave one of both out."
)


@dataclass(frozen=True)
class PerturbationTable:
    """The chance of each change, for each true count (the field's *p-table*).

    It is the same for everybody and may be known to everybody: what must stay secret are the keys.

    Args:
        chances: one row for each count 0, 1, 2 and so on; the last row holds for all larger counts. A row has the
            chances of the changes -D to D, which add up to 1.

    Raises:
        ValueError: rows differ in length, chances do not add up to 1, or a count could become smaller than 0.

    Examples:
        >>> table = PerturbationTable(((0, 1, 0), (0.5, 0, 0.5)))       # 0 stays 0; all others go up or down by 1
        >>> table.largest_change, table.printed(np.array([0, 7, 7]), np.array([9, 0, 4_000])).tolist()
        (1, [0, 6, 8])
        >>> table.behind(2)
        ((1, 1), (3, 3))
    """

    chances: tuple[tuple[float, ...], ...]

    def __post_init__(self) -> None:
        """Keep the chances as tuples, and refuse what is no table of chances."""
        object.__setattr__(self, "chances", tuple(tuple(map(float, row)) for row in self.chances))
        lengths = {len(row) for row in self.chances}
        if len(lengths) != 1 or lengths.pop() % 2 == 0:
            raise ValueError("each row of a perturbation table has the chances of -D to D: 2 D + 1 numbers.")
        rows = np.array(self.chances)
        for count, row in enumerate(rows):
            if row.min() < 0 or abs(row.sum() - 1) > 1e-6:
                raise ValueError(f"row {count} of the perturbation table holds no chances that add up to 1.")
            if row[: max(0, self.largest_change - count)].any():
                raise ValueError(f"row {count} of the perturbation table gives counts below 0 a chance.")

    @property
    def largest_change(self) -> int:
        """D: by how many people a count may be off."""
        return len(self.chances[0]) // 2

    @cached_property
    def changes(self) -> Numbers:
        """The change for each count and each cell key; shape (rows, KEYS). A chance is its share of the keys."""
        reach = self.largest_change
        shares = np.rint(np.cumsum(np.array(self.chances), axis=1) * KEYS).astype(np.int64)
        every = np.arange(-reach, reach + 1)
        return np.array([np.repeat(every, np.diff(row, prepend=0)) for row in shares])

    def printed(self, counts: Numbers, keys: Numbers) -> Numbers:
        """Look up what is printed of some counts.

        Args:
            counts: the true counts, in people.
            keys: the key of each cell, 0 to ``KEYS - 1``; same shape.
        """
        row = np.minimum(counts, len(self.chances) - 1)
        return np.asarray(counts + self.changes[row, keys], dtype=np.int64)

    def behind(self, printed: int) -> Runs:
        """Return the true counts that can be printed like this: none, if nothing is.

        Only what some key brings about counts as possible: a chance far below one key in ``KEYS`` never happens.
        """
        reach, possible = self.largest_change, []
        for count in range(max(0, printed - reach), printed + reach + 1):
            row = self.changes[min(count, len(self.chances) - 1)]
            if (row == printed - count).any():
                possible.append(count)
        return _runs(tuple(possible))


@cache
def _runs(counts: tuple[int, ...]) -> Runs:
    """Numbers in rising order as runs without a gap.

    Examples:
        >>> _runs((0, 1, 2, 5))
        ((0, 2), (5, 5))
    """
    runs: list[tuple[int, int]] = []
    for count in counts:
        runs.append((runs.pop()[0], count) if runs and runs[-1][1] == count - 1 else (count, count))
    return tuple(runs)


def refuse_beside_perturbation(table: Any) -> None:
    """Say in a sentence that something cannot stand in a table whose counts are perturbed.

    Raises:
        ValueError: so it is, or this is no perturbation table.
    """
    if not isinstance(table.perturbation, PerturbationTable | None):
        raise ValueError(f"perturbation is {table.perturbation!r}: make it with perturbation_table(...).")
    others = (table.rule, table.dominance, table.base > 1, table.companions, table.percentages, table.persons)
    if table.perturbation and (any(others) or table.unit != "people" or table.weights):
        raise ValueError(PERTURBED_ONLY)
