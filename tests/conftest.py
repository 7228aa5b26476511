"""What all tests have in common.

A run of all tests says which lesson takes more than its share of them, and fails; and each lesson is run once for all
tests that want its page.
"""

import gc
import os

import pytest

from tests.shares import METER


def pytest_configure(config):
    config.pluginmanager.register(METER, "shares of lessons")


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """What is read here stays to the end: nobody looks through it for what can be thrown away, now or later."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session")
def lesson_runs(tmp_path_factory):
    """The lessons as they were run once, by whichever worker came first: their pages, and what their cores end in."""
    from tests.lessons.lesson_runs import LessonRuns

    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "lesson-runs"
    folder.mkdir(exist_ok=True)
    return LessonRuns(folder)
