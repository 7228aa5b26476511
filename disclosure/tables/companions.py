"""What the statistics beside counts describe: a quantity with whole values within known limits."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor, trunc
from typing import Final, get_args

from disclosure.rules import as_written
from disclosure.tables.dimensions import RESERVED
from disclosure.tables.rounded_numbers import Interval, Rounding, interval_behind
from disclosure.whole_numbers import whole_number

STATISTICS: Final = ("mean", "median", "minimum", "maximum")
"""What may stand beside a count. A median of an even number of people is half way between the two middle ones."""

BESIDE: Final = ("contributors", *STATISTICS)
"""The columns that may be printed beside counts: the people behind an amount, and statistics of a quantity."""


@dataclass(frozen=True, repr=False)
class Companions:
    """Which quantity the statistics beside the counts describe. It has whole values within known limits.

    Each possible value is looked at by itself. So medians of ages of 0 to 99 beside several hidden counts may take an
    audit minutes; it can be stopped.

    Args:
        of: the name of the quantity, such as ``"stars"``.
        lowest, highest: the values that are possible at all.
        decimals: to how many places statistics are printed, all of them; -1 stands for tens.
        rounding: how they are rounded to these, one of `Rounding`.

    Raises:
        ValueError: there is no possible value, or the way of rounding is none of these.

    Examples:
        >>> Companions(of="stars", lowest=1, highest=5)
        Companions(of='stars', lowest=1, highest=5)
    """

    of: str
    lowest: int
    highest: int
    decimals: int = 2
    rounding: Rounding = "half even"
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse limits that leave no value, and an unknown way of rounding."""
        if self.of in RESERVED:
            raise ValueError(f"of is {self.of!r}, which is a column that the kit adds itself: rename the quantity.")
        for name in ("lowest", "highest", "decimals"):
            object.__setattr__(self, name, whole_number(name, getattr(self, name), "choose a whole number"))
        if self.lowest > self.highest:
            raise ValueError(f"lowest is {self.lowest} and highest {self.highest}: no value is possible.")
        if self.rounding not in get_args(Rounding):
            ways = ", ".join(map(repr, get_args(Rounding)))
            raise ValueError(f"rounding is {self.rounding!r}: choose one of {ways}.")

    @property
    def values(self) -> range:
        """All possible values."""
        return range(self.lowest, self.highest + 1)

    @property
    def step(self) -> Fraction:
        """The distance between two numbers that can be printed."""
        return Fraction(10) ** -self.decimals

    def rounded(self, value: Fraction) -> Fraction:
        """What is printed of a statistic, as an exact fraction.

        Raises:
            ValueError: the way of rounding is unknown.

        Examples:
            >>> [float(Companions("stars", 1, 5, 1, way).rounded(Fraction(5, 4))) for way in ("half even", "half up")]
            [1.2, 1.3]
        """
        steps, half = value / self.step, Fraction(1, 2)
        match self.rounding:
            case "half even":
                return round(steps) * self.step
            case "half up":
                return floor(steps + half) * self.step
            case "truncated":
                return trunc(steps) * self.step
        raise ValueError("rounding is 'unknown': that is for tables that others printed. Name a way to print with it.")

    def behind(self, printed: float) -> Interval:
        """The statistics that are printed like this.

        Raises:
            ValueError: it cannot be printed, for it has more decimals.

        Examples:
            >>> behind = Companions("stars", 1, 5, decimals=1).behind(1.3)
            >>> Fraction(4, 3) in behind, Fraction(5, 4) in behind
            (True, False)
        """
        behind = interval_behind(printed, self.decimals, self.rounding)
        if behind is None:
            raise ValueError(f"a statistic of {self.of!r} is {printed}, which has more than {self.decimals} decimals.")
        return behind
