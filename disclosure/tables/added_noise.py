"""What the footnote of a table says of noise that was added to its counts."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from disclosure.whole_numbers import positive_number, whole_number


@dataclass(frozen=True)
class AddedNoise:
    """Whole numbers drawn by lot were added to each count; they have no largest one (see `disclosure.defences.noise`).

    Args:
        epsilon: how much one unit may change the odds, above 0.
        sensitivity: by how much one unit changes all counts of the table together, at most.

    Raises:
        ValueError: one of them is no such number.

    Examples:
        >>> AddedNoise(epsilon=0, sensitivity=1)
        Traceback (most recent call last):
        ValueError: epsilon is 0: choose a number above 0, such as 1.
    """

    epsilon: float
    sensitivity: int = 1

    def __post_init__(self) -> None:
        """Refuse what is no amount of noise."""
        epsilon = positive_number("epsilon", self.epsilon, "choose a number above 0, such as 1")
        sensitivity = whole_number("sensitivity", self.sensitivity, "choose 1 or more", least=1)
        object.__setattr__(self, "epsilon", epsilon)
        object.__setattr__(self, "sensitivity", sensitivity)


def refuse_beside_noise(table: Any, beside: Iterable[str]) -> None:
    """Say in a sentence what cannot stand in a table with noise.

    Args:
        table: a `disclosure.tables.count_table.CountTable`.
        beside: the columns of other numbers that a table may have beside its counts.

    Raises:
        ValueError: so it is.
    """
    if not isinstance(table.noise, AddedNoise | None):
        raise ValueError(f"noise is {table.noise!r}: write it as AddedNoise(epsilon=1), or leave it out.")
    changed = table.base > 1 or table.perturbation or table.weights
    if table.noise and (
        changed or table.companions or table.percentages or any(name in table.cells for name in beside)
    ):
        raise ValueError("noise beside rounding, weights or other numbers is not offered: choose one of them.")
