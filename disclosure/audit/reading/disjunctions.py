"""Conditions that no line can state: a count is below a gap or above it, a median lies between these two or those."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from disclosure.audit.reading.cells import NO_LIMIT, Gap, Numbers

LARGE_ENOUGH: Final = 2**60
"""Larger numbers are not told apart in 64 bits."""

LEVELS: Final = 3
"""Percentages tell a base by its part, and that may be the part of another base: looked at for so many in a row."""


@dataclass(frozen=True)
class LinearConstraint:
    """A weighted sum of counts and its bounds, both included.

    Args:
        cells: the places of the cells.
        weights: how often each is taken.
        low, high: the bounds; None where there is none.
    """

    cells: tuple[int, ...]
    weights: tuple[int, ...]
    low: int | None
    high: int | None

    def holds(self, counts: Numbers) -> bool:
        """Whether some counts fulfil it."""
        total = sum(weight * int(counts[cell]) for cell, weight in zip(self.cells, self.weights, strict=True))
        return (self.low is None or total >= self.low) and (self.high is None or total <= self.high)

    def within(self, places: dict[int, int], known: Numbers) -> "LinearConstraint":
        """The same row for the cells of a block, the others put in with their known counts.

        Args:
            places: the place of each cell of the block in the block.
            known: the counts of all cells.
        """
        pairs = list(zip(self.cells, self.weights, strict=True))
        rest = sum(weight * int(known[cell]) for cell, weight in pairs if cell not in places)
        kept = [(places[cell], weight) for cell, weight in pairs if cell in places]
        low, high = (None if bound is None else bound - rest for bound in (self.low, self.high))
        return LinearConstraint(tuple(cell for cell, _ in kept), tuple(weight for _, weight in kept), low, high)

    def moved_from(self, counts: Numbers) -> "LinearConstraint":
        """The same row for how far each count lies from some counts; shape (cells,)."""
        here = sum(weight * int(counts[cell]) for cell, weight in zip(self.cells, self.weights, strict=True))
        return replace(
            self,
            low=None if self.low is None else self.low - here,
            high=None if self.high is None else self.high - here,
        )

    def reach(self, low: Numbers, high: Numbers) -> tuple[int, int]:
        """The smallest and largest sum within the bounds of the cells."""
        ends = [sorted((w * int(low[c]), w * int(high[c]))) for c, w in zip(self.cells, self.weights, strict=True)]
        return sum(end[0] for end in ends), sum(end[1] for end in ends)


@dataclass(frozen=True)
class Disjunction:
    """Alternatives, at least one of which holds with all of its rows.

    Args:
        alternatives: the rows of each.
    """

    alternatives: tuple[tuple[LinearConstraint, ...], ...]

    @property
    def cells(self) -> set[int]:
        """The places of all cells in it."""
        return {cell for rows in self.alternatives for row in rows for cell in row.cells}

    def holds(self, counts: Numbers) -> bool:
        """Whether some counts fulfil one of the alternatives."""
        return self.first_that_holds(counts) is not None

    def first_that_holds(self, counts: Numbers) -> tuple[LinearConstraint, ...] | None:
        """The first alternative that some counts fulfil; None if they fulfil none."""
        return next((rows for rows in self.alternatives if all(row.holds(counts) for row in rows)), None)

    def within(self, places: dict[int, int], known: Numbers) -> "Disjunction":
        """The same disjunction for the cells of a block."""
        return Disjunction(tuple(tuple(row.within(places, known) for row in rows) for rows in self.alternatives))

    def moved_from(self, counts: Numbers) -> "Disjunction":
        """The same disjunction for how far each count lies from some counts; shape (cells,)."""
        return Disjunction(tuple(tuple(row.moved_from(counts) for row in rows) for rows in self.alternatives))


def disjunction_of_gap(cell: int, gap: Gap) -> Disjunction:
    """Below the gap or above it.

    Examples:
        >>> disjunction_of_gap(0, (1, 4)).holds(np.array([0])), disjunction_of_gap(0, (1, 4)).holds(np.array([3]))
        (True, False)
    """
    first, last = gap
    return Disjunction(
        ((LinearConstraint((cell,), (1,), None, first - 1),), (LinearConstraint((cell,), (1,), last + 1, None),))
    )


def limited(low: Numbers, high: Numbers, sums: Numbers, disjunctions: tuple[Disjunction, ...] = ()) -> Numbers:
    """Upper bounds of cells, with twice a large enough number where there is none; if that has no room, what has.

    Args:
        low, high: the bounds of the cells, below 0 where they are those of moves; shape (cells,).
        sums: what each line must come to.
        disjunctions: conditions that no line can state.
    """
    most = min(2 * enough(low, high, sums, disjunctions, LEVELS), room(high, disjunctions))
    return np.where(high >= NO_LIMIT, np.maximum(low, 0) + most, high)


def enough(low: Numbers, high: Numbers, sums: Numbers, disjunctions: tuple[Disjunction, ...], levels: int = 1) -> int:
    """How far above its least no cell must lie, in order that all is reached that has an end (see `limited`).

    As far as all numbers together that are stated, times the largest weight of a condition: 100.0 % of a count and one
    other are 2,000 people. If such conditions follow from one another, times the largest weights of several.
    """
    finite = np.where(high >= NO_LIMIT, 0, np.abs(high)) + np.abs(low)
    rows = [_rows(each) for each in disjunctions]
    ends = (max(abs(row.low or 0), abs(row.high or 0)) // _ends(row)[0] for each in rows for row in each)
    most = int(np.abs(sums).sum() + finite.sum()) + sum(end + 1 for end in ends) + 1
    for weight in sorted((max(_ends(row)[1] for row in each) for each in rows if each), reverse=True)[:levels]:
        most *= weight
    return most + 100


def room(high: Numbers, disjunctions: tuple[Disjunction, ...]) -> int:
    """How far a cell without a limit can lie above its least, so that weighted sums fit into 64 bits."""
    steepest = max((_ends(row)[1] for each in disjunctions for row in _rows(each)), default=1)
    return LARGE_ENOUGH // (steepest * max(int((high >= NO_LIMIT).sum()), 1))


def _rows(disjunction: Disjunction) -> list[LinearConstraint]:
    """All rows of a condition that weigh anything."""
    return [row for rows in disjunction.alternatives for row in rows if any(row.weights)]


def _ends(row: LinearConstraint) -> tuple[int, int]:
    """The smallest and the largest weight of a row."""
    weights = [abs(weight) for weight in row.weights if weight]
    return min(weights), max(weights)
