"""What stands for a number: whole ones where one is asked for, real ones in a column; and for True and False."""

from math import isfinite
from numbers import Real
from operator import index
from typing import Any, Final

import numpy as np
import pandas as pd

LEAST_POSITIVE: Final = 1e-6
"""What is smaller is no choice that can be meant: it is a slip, or as good as 0."""


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


def positive_number(name: str, value: Any, cure: str) -> float:
    """Return a number above 0 as Python's own, or say in a sentence why it is none that can be meant.

    Args:
        name: what the number is called, such as ``"epsilon"``.
        value: a number of Python or numpy. Text, True, infinity and what is below a millionth are refused.
        cure: what to choose instead.

    Raises:
        ValueError: it is no such number.

    Examples:
        >>> positive_number("epsilon", 0.5, "choose a number above 0")
        0.5
        >>> positive_number("epsilon", "1", "choose a number above 0")
        Traceback (most recent call last):
        ValueError: epsilon is '1': choose a number above 0.
    """
    is_number = isinstance(value, Real) and not isinstance(value, bool | np.bool_)
    if not is_number or not isfinite(value) or value < LEAST_POSITIVE:
        raise ValueError(f"{name} is {value!r}: {cure}.")
    return float(value)


def true_or_false(name: str, value: Any) -> bool:
    """Return True or False as Python's own, or say in a sentence that this is neither.

    Args:
        name: what is asked, such as ``"alone"``.
        value: True or False of Python or numpy. Text, numbers and None are refused.

    Raises:
        ValueError: it is neither.

    Examples:
        >>> true_or_false("alone", "yes")
        Traceback (most recent call last):
        ValueError: alone is 'yes': choose True or False.
    """
    if not isinstance(value, bool | np.bool_):
        raise ValueError(f"{name} is {value!r}: choose True or False.")
    return bool(value)


def real_numbers(column: pd.Series) -> pd.Series:
    """Return a column as numbers (float64): not a number where there is none, such as in "1,234" or a complex number.

    Examples:
        >>> real_numbers(pd.Series([90, "60", "<5", 1j])).tolist()
        [90.0, 60.0, nan, nan]
    """
    values = [np.nan if isinstance(value, complex | np.complexfloating) else value for value in column]
    return pd.to_numeric(pd.Series(values, column.index, dtype=object), errors="coerce").astype("float64")
