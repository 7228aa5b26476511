"""Time two pieces of work in turns, so that a busy machine is busy for both, and compare them in the same round."""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

Work = Callable[[], Any]


@dataclass(frozen=True)
class Turns:
    """What several rivals took in each round, and what each returned last.

    Attributes:
        seconds: name -> seconds of each round.
        results: name -> what was returned in the last round.
    """

    seconds: dict[str, tuple[float, ...]]
    results: dict[str, Any]

    def median(self, name: str) -> float:
        """Seconds of the median round; only to be printed."""
        return statistics.median(self.seconds[name])

    def ratio(self, slow: str, fast: str) -> float:
        """How many times as long one takes as the other: taken in each round, then the median.

        >>> Turns({"peer": (8.0, 9.0, 40.0), "ours": (2.0, 2.0, 10.0)}, {}).ratio("peer", "ours")
        4.0
        """
        return statistics.median(a / b for a, b in zip(self.seconds[slow], self.seconds[fast], strict=True))


def take_turns(rivals: dict[str, Work], rounds: int = 5, warm_up: bool = True) -> Turns:
    """Let every rival work once in each round.

    Args:
        rivals: name -> work.
        rounds: how often each works.
        warm_up: whether each works once before, untimed.
    """
    results: dict[str, Any] = {name: work() for name, work in rivals.items()} if warm_up else {}
    seconds: dict[str, list[float]] = {name: [] for name in rivals}
    for _ in range(rounds):
        for name, work in rivals.items():
            began = time.perf_counter()
            results[name] = work()
            seconds[name].append(time.perf_counter() - began)
    return Turns({name: tuple(each) for name, each in seconds.items()}, results)


def sizes(tiny: tuple[Any, ...], *real: tuple[Any, ...]) -> list[Any]:
    """Parameters of a benchmark: a tiny case, which runs in every `make test`, and the real ones, once a week."""
    return [pytest.param(*tiny), *(pytest.param(*size, marks=pytest.mark.weekly) for size in real)]


def say(text: str) -> None:
    """Print a line, seen with ``pytest -s``."""
    sys.stdout.write(f"\n{text}\n")
