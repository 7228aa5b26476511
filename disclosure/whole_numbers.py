"""What stands for a number: whole ones of any type where one is asked for, and real ones in a column."""

from operator import index
from typing import Any

import numpy as np
import pandas as pd


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


def real_numbers(column: pd.Series) -> pd.Series:
    """Return a column as numbers (float64): not a number where there is none, such as in "1,234" or a complex number.

    Examples:
        >>> real_numbers(pd.Series([90, "60", "<5", 1j])).tolist()
        [90.0, 60.0, nan, nan]
    """
    values = [np.nan if isinstance(value, complex | np.complexfloating) else value for value in column]
    return pd.to_numeric(pd.Series(values, column.index, dtype=object), errors="coerce").astype("float64")
