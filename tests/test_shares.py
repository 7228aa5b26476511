"""A lesson that takes more than its share is named, and the run fails; one that does not is not."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.shares import MOST_WORLDS, lesson_of, too_dear

ROOT = Path(__file__).parent.parent
CONFTEST = """
from tests.shares import METER
def pytest_configure(config):
    config.pluginmanager.register(METER)
"""
CLAIMS = """
import time, pytest
from tests.shares import METER, MOST_WORLDS
def work(worlds):
    end = time.process_time() + worlds * 0.01
    while time.process_time() < end: pass
def test_a_claim():
    with METER.world():
        work(1)
    work({times} * MOST_WORLDS)
@pytest.fixture(scope="session")
def shared():
    work(3 * MOST_WORLDS)
def test_what_is_shared_is_nobodys(shared):
    pass
"""


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
@pytest.mark.parametrize(("times", "code"), [(0.2, 0), (1.6, 1)])
def test_the_run_names_the_lesson_and_fails(workers, times, code, tmp_path):
    folder = tmp_path / "tests" / "lessons" / "slow"
    folder.mkdir(parents=True)
    (tmp_path / "conftest.py").write_text(CONFTEST)
    (folder / "test_claims.py").write_text(CLAIMS.replace("{times}", str(times)))
    command = [sys.executable, "-m", "pytest", "-n", workers, "--dist", "loadfile", "--rootdir", tmp_path, tmp_path]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == code, ended.stdout
    assert ("Lesson slow takes as long as making" in ended.stdout) == bool(code)
