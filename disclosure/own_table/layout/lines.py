"""Lines of a table that may add up to each other, and what adding some of them up says."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
"""Printed counts, not a number where one is hidden; shape (lines, columns)."""


@dataclass(frozen=True)
class Sum:
    """What adding up says of a total and its parts.

    Args:
        agrees: in how many columns all is printed, and adds up to more than one part alone.
        short: by how much the parts are less than the total, in the columns where they are, by column.
        over: by how much they are more, by column.
    """

    agrees: int
    short: dict[int, float]
    over: dict[int, float]

    @property
    def fits(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.short and not self.over


def sum_of(values: Values, total: int, parts: Sequence[int], slack: float = 0) -> Sum:
    """Add lines up and compare.

    Args:
        values: printed counts.
        total, parts: places of lines.
        slack: by how much each number may be off, for it is rounded.

    Examples:
        >>> sum_of(np.array([[3.0, 2], [4, np.nan], [7, 9]]), 2, [0, 1])
        Sum(agrees=1, short={}, over={})
    """
    known = values[list(parts)]
    gap = values[total] - np.nansum(known, axis=0)
    off = slack * (len(parts) + 1)
    complete = ~np.isnan(known).any(axis=0)
    telling = complete & ~np.isnan(gap) & ((known > 0).sum(axis=0) > 1) & (np.abs(gap) <= off)
    short = {int(j): float(gap[j]) for j in np.flatnonzero(complete & (gap > off))}
    over = {int(j): float(-gap[j]) for j in np.flatnonzero(gap < -off)}
    return Sum(int(telling.sum()), short, over)


@dataclass(frozen=True)
class Lines:
    """Lines that may add up to each other.

    Args:
        values: printed counts; not a number where hidden; shape (lines, columns).
        hints: for each line, whether it is called a total; None where somebody said that it is none.
        groups: for each line, the group under whose heading it stands; all alike where there are none.
        slack: by how much each number may be off, for it is rounded.
    """

    values: Values
    hints: Sequence[bool | None]
    groups: Sequence[str] = ()
    slack: float = 0

    def sum_of(self, total: int, parts: Sequence[int]) -> Sum:
        """Add some of them up."""
        return sum_of(self.values, total, parts, self.slack)

    def is_group(self, parts: Sequence[int], total: int, open_lines: Sequence[int]) -> bool:
        """Whether some lines are all open ones that stand in one group with a line."""
        if not self.groups or len(set(self.groups)) < 2:
            return False
        return list(parts) == [line for line in open_lines if self.groups[line] == self.groups[total]]
