"""A clock on which a second passes whenever a search looks at it: limits in steps, whatever the machine is doing."""

from collections.abc import Callable

import pytest


class Looks:
    """The clock of searches, which counts how often they look; at the look `at`, `what` is done."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, at: int = 0, what: Callable[[], None] = lambda: None) -> None:
        """Put this clock in the place of the real one, until the test is over."""
        self.number, self.at, self.what = 0, at, what
        monkeypatch.setattr("disclosure.audit.solving.time_limit.time", self)

    def perf_counter(self) -> float:
        self.number += 1
        if self.number == self.at:
            self.what()
        return float(self.number)
