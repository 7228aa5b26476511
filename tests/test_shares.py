"""A lesson that takes more than its share is named, and the run fails; one that does not is not."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.shares import MOST_WORLDS, lesson_of, too_dear

ROOT = Path(__file__).parent.parent
CONFTEST = """
from tests import shares
shares.MOST_WORLDS = 5
def pytest_configure(config):
    config.pluginmanager.register(shares.METER)
"""
CLAIMS = """
import time, pytest
from tests.shares import METER
def work(worlds):
    end = time.process_time() + worlds * 0.05
    while time.process_time() < end: pass
@pytest.fixture(scope="session")
def shared():
    work(10)
def test_a_claim(shared):
    with METER.world():
        work(1)
    work({worlds})
"""
"""The fixture is dearer than the share, but nobody's."""


def test_only_notebooks_and_claims_count_to_a_lesson():
    assert lesson_of("tests/lessons/linking/test_claims.py::test_a[1]") == "linking"
    assert lesson_of("tests/lessons/linking/test_attack.py::test_a") is None


def test_a_lesson_is_too_dear_in_worlds_and_not_in_seconds():
    assert too_dear({"linking": MOST_WORLDS * 2.0 - 1}, [1.9, 2.0, 9.0]) == []
    (sentence,) = too_dear({"linking": MOST_WORLDS * 2.0 - 1, "unicity": 1.0}, [0.5, 1.0, 1.0])
    assert sentence.startswith(f"Lesson linking takes as long as making {2 * MOST_WORLDS - 1} worlds; its share is")


def test_where_no_world_was_made_nothing_is_said():
    assert too_dear({"linking": 1e9}, []) == []


@pytest.mark.parametrize("workers", ["0", "2"])
def test_the_run_names_the_lesson_and_fails(workers, tmp_path):
    (tmp_path / "conftest.py").write_text(CONFTEST)
    for lesson, worlds in {"cheap": 1, "dear": 12}.items():
        folder = tmp_path / "tests" / "lessons" / lesson
        folder.mkdir(parents=True)
        (folder / "test_claims.py").write_text(CLAIMS.replace("{worlds}", str(worlds)))
    command = [sys.executable, "-m", "pytest", "-n", workers, "--dist", "loadfile", "--rootdir", tmp_path, tmp_path]
    command += ["--import-mode=importlib"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 1 and "2 passed" in ended.stdout, ended.stdout + ended.stderr
    assert "Lesson dear takes as long as making" in ended.stdout and "Lesson cheap" not in ended.stdout
