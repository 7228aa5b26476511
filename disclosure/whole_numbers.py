"""What stands for a threshold, a base or a number of people: whole numbers of any type, and nothing else."""

from operator import index
from typing import Any

import numpy as np


def whole_number(name: str, value: Any, cure: str, *, least: int | None = None, most: int | None = None) -> int:
    """Return a whole number as Python's own, or say in a sentence why it is none that can be meant.

    Args:
        name: what the number is called, such as ``"threshold"``.
        value: an integer of Python or numpy. Text, fractions, 5.0, "not a number" and True are refused.
        cure: what to choose instead.
        least, most: the smallest and the largest number that is accepted; None where there is no limit.

    Raises:
        ValueError: it is no whole number, or lies outside these limits.

    Examples:
        >>> whole_number("threshold", np.int64(5), "choose 2 or more", least=2)
        5
        >>> whole_number("threshold", 2.5, "choose 2 or more", least=2)
        Traceback (most recent call last):
        ValueError: threshold is 2.5, which is no whole number: choose 2 or more.
    """
    try:
        number = None if isinstance(value, bool | np.bool_) else index(value)
    except TypeError:
        number = None
    if number is None:
        raise ValueError(f"{name} is {value!r}, which is no whole number: {cure}.")
    if (least is not None and number < least) or (most is not None and number > most):
        raise ValueError(f"{name} is {number}: {cure}.")
    return number
