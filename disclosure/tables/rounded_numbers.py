"""What can stand behind a rounded number with decimals: an interval, in exact fractions."""

from dataclasses import dataclass
from fractions import Fraction
from math import ulp
from typing import Literal

Rounding = Literal["half even", "half up", "truncated", "unknown"]
"""How an office rounds: to the nearest, and a half to the even digit or upwards; or by cutting off. Of offices whose
way is unknown (or left to a computer, which may turn a half either way) readers know that they round to the nearest."""


@dataclass(frozen=True)
class Interval:
    """All numbers between two ends, and each end if it belongs.

    Args:
        low, high: the ends.
        low_belongs, high_belongs: whether they are among the numbers.
    """

    low: Fraction
    high: Fraction
    low_belongs: bool
    high_belongs: bool

    def __contains__(self, value: Fraction | int) -> bool:
        """Whether a number lies in it."""
        above = value > self.low or (self.low_belongs and value == self.low)
        return above and (value < self.high or (self.high_belongs and value == self.high))


def interval_behind(printed: float, decimals: int, rounding: Rounding) -> Interval | None:
    """Return the numbers that are printed like this; None if nothing is, for it has more decimals, or none are sure.

    Args:
        printed: what is printed.
        decimals: to how many places numbers are printed, all of them; -1 stands for tens.
        rounding: how they are rounded to these.

    Examples:
        >>> behind = interval_behind(9.1, 1, "half up")
        >>> Fraction("9.05") in behind, Fraction("9.15") in behind
        (True, False)
    """
    step, exactly = Fraction(10) ** -decimals, Fraction(printed)
    steps = round(exactly / step)
    at, half = steps * step, step / 2
    unsure = Fraction(ulp(printed))
    if abs(at - exactly) > max(step / 1_000, unsure):
        return None
    if unsure > step / 1_000:  # it has more places than a number can have here: the last ones are none of the print
        return Interval(exactly - step - unsure, exactly + step + unsure, low_belongs=True, high_belongs=True)
    match rounding:
        case "half even":
            return Interval(at - half, at + half, steps % 2 == 0, steps % 2 == 0)
        case "half up":
            return Interval(at - half, at + half, low_belongs=True, high_belongs=False)
        case "truncated":
            low, high = at - step * (steps <= 0), at + step * (steps >= 0)
            return Interval(low, high, low_belongs=steps > 0, high_belongs=steps < 0)
    return Interval(at - half, at + half, low_belongs=True, high_belongs=True)
