"""What all tests have in common.

A run of all tests says which lesson takes more than its share of them, and fails; and each lesson is run once for all
tests that want its page.
"""

import os

import pytest

from tests.shares import METER


def pytest_configure(config):
    config.pluginmanager.register(METER, "shares of lessons")


@pytest.fixture(scope="session")
def lesson_runs(tmp_path_factory):
    """The lessons as they were run once, by whichever worker came first: their pages, and what their cores end in."""
    from tests.lessons.lesson_runs import LessonRuns

    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "lesson-runs"
    folder.mkdir(exist_ok=True)
    return LessonRuns(folder)
