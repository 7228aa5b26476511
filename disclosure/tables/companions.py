"""What the statistics beside counts describe: a quantity with whole values within known limits."""

from dataclasses import dataclass
from typing import Final

from disclosure.tables.dimensions import RESERVED
from disclosure.whole_numbers import whole_number

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
        if self.of in RESERVED:
            raise ValueError(f"of is {self.of!r}, which is a column that the kit adds itself: rename the quantity.")
        for name, least in (("lowest", None), ("highest", None), ("decimals", 0)):
            cure = "choose a whole number" + ("" if least is None else ", 0 or more")
            object.__setattr__(self, name, whole_number(name, getattr(self, name), cure, least=least))
        if self.lowest > self.highest:
            raise ValueError(f"lowest is {self.lowest} and highest {self.highest}: no value is possible.")

    @property
    def values(self) -> range:
        """All possible values."""
        return range(self.lowest, self.highest + 1)
