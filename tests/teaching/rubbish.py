"""What learners hand in by mistake, or to see what happens: things, and functions that do something else."""

import builtins
import sys
from decimal import Decimal
from itertools import count
from unittest.mock import ANY, MagicMock

import numpy as np
import pandas as pd


class Failing:
    """An object that fails whatever it is asked."""

    def __getattr__(self, name):
        raise RuntimeError(name)

    __repr__ = __str__ = __eq__ = __hash__ = __len__ = __iter__ = __bool__ = __float__ = lambda self, *more: 1 / 0


class Looping(Failing):
    """An object that never answers."""

    def __getattr__(self, name):
        while True:
            pass

    __repr__ = __str__ = __eq__ = __hash__ = __len__ = __iter__ = __getattr__


class Equal:
    """An object that is equal to everything, and pretends to be True."""

    __eq__ = __lt__ = __le__ = __ge__ = __gt__ = __contains__ = lambda self, other: True
    __class__ = property(lambda self: bool)

    def __hash__(self):
        return 1


class EqualNumber(float):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 1


def nested():
    inner = outer = []
    for _ in range(2_000):
        inner.append([])
        inner = inner[0]
    return outer


RUBBISH = [
    {1, "a", None, (2, 3)},
    [[1], [2]],
    pd.Series([1, 2], index=["total", "total"]),
    10**400,
    -(10**5000),
    "13",
    "x" * 10**6,
    b"\xff",
    Decimal("NaN"),
    complex(1, 1),
    np.array([[1, 2], [3, 4]]),
    np.array(["a", object()], dtype=object),
    pd.NA,
    pd.NaT,
    pd.DataFrame([[1, 2]], columns=["a", "a"]),
    pd.Series([Failing(), [1]]),
    pd.Series([Equal()] * 4, index=["north", "east", "south", "west"]),
    pd.Series(range(10**5)),
    (n for n in count()),
    iter(range(3)),
    {"a": {"b": "c"}},
    nested(),
    Failing(),
    Looping(),
    [Failing()],
    Equal(),
    [Equal()] * 2,
    EqualNumber(0.123),
    ANY,
    MagicMock(),
    Exception("returned"),
    type,
    sys,
]


class SilentError(Exception):
    def __str__(self):
        raise RuntimeError("no text")


class Odd(BaseException):
    """No Exception, and no interrupt."""


def raising(error):
    def answer(*arguments):
        raise error

    return answer


def forgets_to_end(*arguments):
    while True:
        try:
            len(arguments)
        except:  # noqa: E722 - the very thing that learners write
            continue


def patches(*arguments):
    builtins.sum = builtins.len = builtins.set = builtins.int = builtins.isinstance = lambda *more: Equal()
    return Equal()


BEHAVIOUR = [
    *map(
        raising,
        [SilentError(), SilentError, SystemExit(0), GeneratorExit(), Odd(), StopIteration(), ValueError("x" * 10**6)],
    ),
    lambda *arguments: raising(MemoryError())(),
    lambda *arguments: sys.exit(),
    lambda: 1,
    lambda *arguments: Failing() + 1,
    lambda *arguments: arguments,
    lambda *arguments: [thing.clear() for thing in arguments if hasattr(thing, "clear")],
    object,
    print,
    MagicMock,
]
