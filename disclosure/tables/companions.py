"""What the statistics beside counts describe: a quantity with whole values within known limits."""

from dataclasses import dataclass
from typing import Final

STATISTICS: Final = ("mean", "median", "minimum", "maximum")
"""What may stand beside a count. A median of an even number of people is half way between the two middle ones."""


@dataclass(frozen=True)
class Companions:
    """Which quantity the statistics beside the counts describe. It has whole values within known limits.

    Args:
        of: the name of the quantity, such as ``"stars"``.
        lowest, highest: the values that are possible at all.
        decimals: to how many places means are printed.

    Raises:
        ValueError: there is no possible value.

    Examples:
        >>> Companions(of="stars", lowest=1, highest=5)
        Companions(of='stars', lowest=1, highest=5, decimals=2)
    """

    of: str
    lowest: int
    highest: int
    decimals: int = 2

    def __post_init__(self) -> None:
        """Refuse limits that leave no value."""
        if self.lowest > self.highest:
            raise ValueError(f"lowest is {self.lowest} and highest {self.highest}: no value is possible.")

    @property
    def values(self) -> range:
        """All possible values."""
        return range(self.lowest, self.highest + 1)
