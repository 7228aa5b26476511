"""Add noise to every count, drawn by lot: nobody can be sure any more whether one person is in it.

For teaching: whoever knows the seed takes the noise away again, and numpy's generator is no source of secrets. For work
there is OpenDP (https://opendp.org), whose noise nobody can repeat.
"""

from dataclasses import dataclass, field, replace
from hashlib import sha256
from math import exp, expm1
from typing import Any, Final

import numpy as np

from disclosure.defences.untreated import require_table
from disclosure.tables.added_noise import AddedNoise
from disclosure.tables.count_table import CountTable
from disclosure.tables.sums_of_parts import sums_of_parts

NOT_DIVIDED: Final = (
    "the cells that are no totals do not add up to {cell}: noise is drawn for these cells, and totals are summed from "
    "them. Give the cells that are missing, or leave the total out."
)


@dataclass(frozen=True)
class AddNoise:
    """Print every count with a whole number added that is drawn by lot, more often a small one than a large one.

    The two-sided geometric mechanism of differential privacy, for teaching. Cells that are no totals get noise, each
    its own; totals are summed from these; then whatever is below 0 is printed as 0, so that sums need not add up. Both
    steps use only what has noise already, and cost nothing (post-processing).

    The promise holds for a unit that changes all cells together by ``sensitivity`` at most: 1 where each person is
    counted once; 20 where somebody may be counted at 20 titles (see `disclosure.defences.contributions`). It is about
    one release. The same seed gives the same table the same noise, and another table other noise.

    Args:
        epsilon: how much one unit may change the odds, above 0; the larger, the less noise.
        sensitivity: by how much one unit changes all cells that are no totals together, at most.
        seed: an integer or a text: a secret, and not shown with the rest.

    Raises:
        ValueError: epsilon or sensitivity is no such number.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAAAAAB"), "region": ["north"] * 3 + ["south"] * 5})
        >>> release = AddNoise(epsilon=1.0, seed=53)(count_table(people, by=("film", "region")))
        >>> release.noise
        AddedNoise(epsilon=1.0, sensitivity=1)
        >>> int(release.cells["count"].min()) >= 0
        True
    """

    epsilon: float
    sensitivity: int = 1
    seed: int | str = field(default=53, repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no amount of noise."""
        told = AddedNoise(self.epsilon, self.sensitivity)
        object.__setattr__(self, "epsilon", told.epsilon)
        object.__setattr__(self, "sensitivity", told.sensitivity)

    def __call__(self, table: CountTable) -> CountTable:
        """Return the table with noise in its counts.

        Raises:
            ValueError: the table hides cells, its counts are changed already, or a total is not broken down.
        """
        require_table(table)
        if table.how_changed:
            raise ValueError(f"the table is {table.how_changed} already: add noise to the table as it was counted.")
        if table.is_hidden.any():
            raise ValueError("the table hides cells: add noise to the table as it was counted, and hide nothing.")
        inner = (~table.is_total).to_numpy()
        counts = table.cells["count"].to_numpy(dtype=np.int64)
        if (undivided := counts != sums_of_parts(table, counts)).any():
            raise ValueError(NOT_DIVIDED.format(cell=table.cell_names[undivided].iloc[0]))
        drawn = noise(self.epsilon, self.sensitivity, int(inner.sum()), _stream(self.seed, table))
        noisy = np.zeros_like(counts)
        noisy[inner] = counts[inner] + drawn
        summed = sums_of_parts(table, noisy)
        told = AddedNoise(self.epsilon, self.sensitivity)
        return replace(table, cells=table.cells.assign(count=np.maximum(summed, 0)), noise=told)


def noise(epsilon: float, sensitivity: int, size: Any, rng: np.random.Generator) -> np.ndarray:
    """Draw whole numbers around 0: the two-sided geometric mechanism.

    P(x) = (1 - a) / (1 + a) * a ** abs(x) with a = exp(-epsilon / sensitivity): the difference of two geometric
    numbers. Source: Ghosh, Roughgarden & Sundararajan, "Universally utility-maximizing privacy mechanisms",
    SIAM Journal on Computing 41(6), 2012.

    Args:
        epsilon: how much one unit may change the odds, above 0.
        sensitivity: by how much one unit changes all counts together, at most.
        size: the shape of what is returned.
        rng: the source of chance.

    Returns:
        Whole numbers (int64) of that shape.

    Examples:
        >>> drawn = noise(1.0, 1, 100_000, np.random.default_rng(53))
        >>> round(float(np.mean(drawn == 0)), 2), round((1 - exp(-1)) / (1 + exp(-1)), 2)
        (0.46, 0.46)
    """
    chance = -expm1(-epsilon / sensitivity)
    return rng.geometric(chance, size) - rng.geometric(chance, size)


def typical_error(epsilon: float, sensitivity: int) -> float:
    """Return by how much one count is off on average: 2a / (1 - a * a) with a = exp(-epsilon / sensitivity).

    Examples:
        >>> round(typical_error(1.0, 1), 2), round(typical_error(1.0, 20))
        (0.85, 20)
    """
    a = exp(-epsilon / sensitivity)
    return 2 * a / -expm1(-2 * epsilon / sensitivity)


def _stream(seed: int | str, table: CountTable) -> np.random.Generator:
    """A source of chance for one table: each has its own, so that two releases with one seed cannot be subtracted."""
    columns = [table.cells[name].tolist() for name in (*table.by, "count")]
    told = repr((seed, table.by, columns)).encode()
    return np.random.default_rng(np.frombuffer(sha256(told).digest(), dtype=np.uint32))
