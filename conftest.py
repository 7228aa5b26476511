"""Property tests say the same on every run and on slow machines; no test writes into the learner's progress."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("kit", deadline=None, derandomize=True)
settings.load_profile("kit")


@pytest.fixture(autouse=True)
def progress_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Each test has its own file of progress, which is not there yet."""
    file = tmp_path_factory.mktemp("progress") / "progress.jsonl"
    monkeypatch.setenv("FIFTY_THREE_PROGRESS", str(file))
    return file


os.environ["FIFTY_THREE_PROGRESS"] = str(Path(tempfile.mkdtemp()) / "progress.jsonl")  # for servers that tests start
