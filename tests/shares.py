"""What a lesson may cost in `make test`: its notebook in the browser and its claims, in worlds of the same run.

Seconds mean little on a machine that others use too. So the processor time of all processes that a lesson starts (the
test, its kernel, JupyterLab, Chromium) is divided by what making one world of its claims took, beside it. What all
lessons share (starting JupyterLab and the browser, making the worlds) is nobody's.
"""

import re
import statistics
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import psutil
import pytest

MOST_WORLDS = 160
"""A lesson's share. Where a world of 2,000 viewers takes a quarter of a second of one core, this is 40 seconds."""

LESSON = re.compile(r"tests/(?:lessons/(\w+)/test_claims\.py|browser/test_lessons\.py::\w+\[\d\d_(\w+)\])")


def lesson_of(test: str) -> str | None:
    """Whose share a test counts to, by its id; None for all others.

    >>> lesson_of("tests/browser/test_lessons.py::test_lesson_runs_in_the_browser[02_suppression]")
    'suppression'
    """
    found = LESSON.match(test)
    return (found[1] or found[2]) if found else None


def processor_seconds() -> float:
    """What this process and all that it started have used so far, those that have ended included."""
    here, spent = psutil.Process(), 0.0
    for process in [here, *here.children(recursive=True)]:
        try:
            spent += sum(process.cpu_times()[:4])
        except psutil.NoSuchProcess:
            continue
    return spent


def too_dear(spent: dict[str, float], worlds: list[float]) -> list[str]:
    """A sentence for each lesson that takes more than its share.

    Args:
        spent: lesson -> processor seconds of its own tests.
        worlds: processor seconds of each world made in the same run; without any, nothing can be said.
    """
    if not worlds:
        return []
    world = statistics.median(worlds)
    return [
        f"Lesson {lesson} takes as long as making {seconds / world:.0f} worlds; its share is {MOST_WORLDS}. "
        "Claims that use what another claim has worked out, or a cheaper cell, bring it back."
        for lesson, seconds in sorted(spent.items())
        if seconds > MOST_WORLDS * world
    ]


class Meter:
    """Adds up, in each worker, and judges at the end of the run."""

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.worlds: list[float] = []
        self.shared = 0.0

    @contextmanager
    def nobody(self) -> Iterator[None]:
        """What is done here is for all lessons."""
        shared, began = self.shared, processor_seconds()
        yield
        self.shared = shared + processor_seconds() - began

    @contextmanager
    def world(self) -> Iterator[None]:
        """A world is made here, which is the unit."""
        before = self.shared
        with self.nobody():
            yield
        self.worlds.append(self.shared - before)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        lesson = lesson_of(item.nodeid)
        if lesson is None:
            return (yield)
        shared, began = self.shared, processor_seconds()
        result = yield
        self.spent[lesson] += processor_seconds() - began - (self.shared - shared)
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        if fixturedef.scope != "session":
            return (yield)
        with self.nobody():
            return (yield)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node, error):
        told = getattr(node, "workeroutput", {}).get("shares", {"spent": {}, "worlds": []})
        self.spent.update(told["spent"])
        self.worlds += told["worlds"]

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session):
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["shares"] = {"spent": dict(self.spent), "worlds": self.worlds}
        elif too_dear(self.spent, self.worlds):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(trylast=True)
    def pytest_terminal_summary(self, terminalreporter):
        if too_dear(self.spent, self.worlds):
            terminalreporter.section("lessons that take more than their share")
        for sentence in too_dear(self.spent, self.worlds):
            terminalreporter.write_line(sentence)


METER = Meter()
