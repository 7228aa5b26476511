"""Cell keys: every count is changed a little, and the same people always get the same number.

Each person has a secret number, drawn once. The numbers of the people in a cell, added up, say how its count changes.
So asking the same again brings nothing new. The ABS perturbs its tables consistently, and the ONS (UK) its census
tables of 2021, by cell keys.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from numbers import Real
from typing import Final

import numpy as np
import pandas as pd
from scipy.special import logsumexp

from disclosure.rules import as_written
from disclosure.tables.count_table import CountTable, Hierarchy, count_table, sums_in_cells
from disclosure.tables.perturbation import KEYS, PerturbationTable
from disclosure.whole_numbers import whole_number

RECORD_KEY: Final = "record_key"
"""The column of the secret numbers: it stays in the office."""

NO_KEYS: Final = (
    "people have no column 'record_key': draw the keys once, with with_record_keys(...), for everybody and before "
    "anybody is left out."
)
BY_KEY: Final = "a table by 'record_key' would print the secret keys: count by something else."
BAD_KEYS: Final = f"'record_key' holds something that is no whole number from 0 to {KEYS - 1}: draw the keys again."
FARTHEST: Final = 100
"""The largest change that is offered."""


def with_record_keys(people: pd.DataFrame, *, seed: int) -> pd.DataFrame:
    """Give everybody a secret number (the field's *record key*): 0 to ``KEYS - 1``, all equally likely.

    Draw once, for everybody, before anybody is chosen or left out: whoever draws again makes all numbers new, and
    readers can average.

    Args:
        people: one row per person.
        seed: draws the keys; as secret as these.

    Raises:
        ValueError: they have keys already.

    Examples:
        >>> with_record_keys(pd.DataFrame({"film": ["A", "B"]}), seed=1)["record_key"].between(0, 4_095).all()
        np.True_
    """
    if RECORD_KEY in people:
        raise ValueError("people have a column 'record_key' already: keys are drawn once.")
    return people.assign(**{RECORD_KEY: np.random.default_rng(seed).integers(0, KEYS, len(people))})


def cell_keys(
    people: pd.DataFrame,
    *,
    by: str | Sequence[str],
    totals: bool = True,
    hierarchies: Mapping[str, Hierarchy] | None = None,
) -> tuple[CountTable, np.ndarray]:
    """Count people, and add up their record keys in each cell: the remainder after division by ``KEYS`` is its key.

    Returns:
        The table as it was counted, and one cell key per cell; both are for the office only.

    Raises:
        ValueError: there are no record keys, or the table is by these; or as in `count_table`.
    """
    if RECORD_KEY not in people:
        raise ValueError(NO_KEYS)
    if RECORD_KEY in ([by] if isinstance(by, str) else by):
        raise ValueError(BY_KEY)
    keys = people[RECORD_KEY]
    if not pd.api.types.is_integer_dtype(keys) or not keys.between(0, KEYS - 1).all():
        raise ValueError(BAD_KEYS)
    table = count_table(people, by=by, totals=totals, hierarchies=hierarchies)
    sums = sums_in_cells(people, keys, by=by, totals=totals, hierarchies=hierarchies)
    return table, sums.to_numpy(dtype=np.int64) % KEYS


@dataclass(frozen=True, repr=False)
class CellKey:
    """Change every count by chance, totals too, so that the same people always get the same number.

    The changes follow `perturbation_table`. Sums need not add up any more; 0 stays 0. (The look-up is that of the ONS's
    own program, cell-key-perturbation.)

    Args:
        largest_change: D, by how many people a count may be off.
        variance: V, the mean square of the changes.
        smallest_printed: the smallest count above 0 that is ever printed; 3 means that neither 1 nor 2 is.

    Raises:
        ValueError: no such changes exist (see `perturbation_table`).

    Examples:
        >>> people = with_record_keys(pd.DataFrame({"film": list("AAAAAAAAB")}), seed=4)
        >>> CellKey()(people, by="film").cells["count"].tolist()        # in truth 8, 1 and 9
        [5, 0, 9]
    """

    largest_change: int = 5
    variance: float = 3
    smallest_printed: int = 3
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse at once what has no table of perturbations."""
        _ = self.table

    @property
    def table(self) -> PerturbationTable:
        """The chances of all changes: no secret."""
        return perturbation_table(self.largest_change, self.variance, self.smallest_printed)

    def __call__(
        self,
        people: pd.DataFrame,
        *,
        by: str | Sequence[str],
        totals: bool = True,
        hierarchies: Mapping[str, Hierarchy] | None = None,
    ) -> CountTable:
        """Count people with record keys, and return the table with its counts changed; no key is in it.

        Raises:
            ValueError: as in `cell_keys`.
        """
        counted, keys = cell_keys(people, by=by, totals=totals, hierarchies=hierarchies)
        printed = self.printed(counted.cells["count"].to_numpy(dtype=np.int64), keys)
        cells = counted.cells.assign(count=pd.array(printed, dtype="Int64"))
        return replace(counted, cells=cells, perturbation=self.table)

    def printed(self, counts: np.ndarray, keys: np.ndarray) -> np.ndarray:
        """Change counts by their cell keys: look up each in the row of its count.

        Examples:
            >>> CellKey().printed(np.array([0, 37, 37]), np.array([9, 9, 4_000])).tolist()
            [0, 32, 40]
        """
        return self.table.printed(counts, keys)


def perturbation_table(largest_change: int, variance: float, smallest_printed: int = 1) -> PerturbationTable:
    """Return for each count the most even chances of its changes: with mean 0 and a given mean square.

    Of all chances with mean 0 and variance V on the allowed changes v, those of maximal entropy are proportional to
    exp(a v + b v^2), where a and b minimise log(sum exp(a v + b v^2)) - b V. The conditions are those of Marley &
    Leaver 2011 as the R package ptable's vignette gives them.

    Args:
        largest_change: D, in people.
        variance: V, in people squared.
        smallest_printed: the smallest count above 0 that may be printed, 1 or more.

    Raises:
        ValueError: no chances have these properties; the sentence says between which numbers V must lie.

    Examples:
        >>> [round(chance, 4) for chance in perturbation_table(5, 3, smallest_printed=3).chances[1] if chance]
        [0.7345, 0.1367, 0.0728, 0.0374, 0.0186]
    """
    reach = whole_number("largest_change", largest_change, f"choose 1 to {FARTHEST}", least=1)
    first = whole_number("smallest_printed", smallest_printed, "choose 1 or more", least=1)
    if isinstance(variance, bool) or not isinstance(variance, Real):
        raise ValueError(f"variance is {variance!r}, which is no number: choose one above 0.")
    spread = float(variance)
    if reach > FARTHEST or first > reach:
        raise ValueError(f"largest_change must lie between smallest_printed, {first}, and {FARTHEST}: it is {reach}.")
    least = max(count * (first - count) for count in range(first))
    if not least < spread < reach:
        raise ValueError(
            f"variance is {spread:g}: with largest_change={reach} and smallest_printed={first}, it must lie above "
            f"{least} and below {reach}, or the small counts have no chances with mean 0."
        )
    return _designed(reach, spread, first)


@cache
def _designed(reach: int, spread: float, first: int) -> PerturbationTable:
    """All rows: 0 stays 0, and the last one holds for all larger counts."""
    rows = [tuple(float(change == 0) for change in range(-reach, reach + 1))]
    rows += [_row(count, reach, spread, first) for count in range(1, reach + first + 1)]
    return PerturbationTable(tuple(rows))


def _row(count: int, reach: int, variance: float, first: int) -> tuple[float, ...]:
    """The chances of the changes -D to D of one count above 0."""
    from scipy.optimize import minimize

    changes = np.arange(-reach, reach + 1)
    allowed = (count + changes == 0) | (count + changes >= first)
    value = changes[allowed] / reach
    powers = np.column_stack([value, value**2])
    aim = np.array([0, variance / reach**2])

    def distance(weights: np.ndarray) -> tuple[float, np.ndarray]:
        """What a and b minimise, and its slope."""
        logs = powers @ weights
        total = logsumexp(logs)
        return float(total - weights @ aim), powers.T @ np.exp(logs - total) - aim

    found = minimize(distance, np.zeros(2), jac=True, method="BFGS", options={"gtol": 1e-10, "maxiter": 1_000})
    logs = powers @ found.x
    chances = np.exp(logs - logsumexp(logs))
    if np.abs(powers.T @ chances - aim).max() > 1e-6:
        raise ValueError(
            f"variance is {variance:g}: that is too near to what is possible at all for a count of {count}."
        )
    row = np.zeros(len(changes))
    row[allowed] = chances
    return tuple(row.tolist())
