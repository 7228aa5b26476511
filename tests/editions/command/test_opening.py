"""The first lesson opens in a copy; where it cannot, a sentence says why."""

from importlib import metadata

import pytest

from editions.command import lessons_folder, opening
from editions.command.lessons_folder import EDITION
from editions.command.opening import main

ENDED = """
import sys
print("told:", sys.argv[1:])
sys.exit(3)
"""


@pytest.fixture(autouse=True)
def few_files(monkeypatch):
    monkeypatch.setattr(lessons_folder, "lesson_files", lambda: {"README.md": b"Hello"})


def test_the_lessons_are_copied_and_nothing_is_opened_if_that_is_all(tmp_path):
    assert str(tmp_path / "kit") in main(["--folder", str(tmp_path / "kit"), "--copy-only"])


def test_jupyterlab_is_started_on_the_copy_as_asked_and_its_end_is_handed_on(tmp_path, capfd, monkeypatch):
    """A program of that name stands in place of the real one."""
    (tmp_path / "jupyterlab.py").write_text(ENDED)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert main(["--folder", str(tmp_path / "my kit"), "--no-browser", "--port", "9000"]) == 3
    config = tmp_path / "my kit" / "lab_config.py"
    told = capfd.readouterr()
    assert f"told: {[f'--config={config}', '--port=9000', '--no-browser']}" in told.out
    assert "Your answers will stay there, too." in told.err


def test_in_a_clone_its_own_lessons_are_opened_and_nothing_is_copied(tmp_path, capfd, monkeypatch):
    (tmp_path / "jupyterlab.py").write_text(ENDED)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert main(["--in-place"]) == 3
    config = opening.CLONE / "lab_config.py"
    assert f"told: {[f'--config={config}']}" in capfd.readouterr().out
    assert [path.name for path in tmp_path.iterdir() if path.name != "__pycache__"] == ["jupyterlab.py"]


def test_another_edition_is_named(tmp_path, capsys):
    main(["--folder", str(tmp_path / "kit"), "--copy-only"])
    (tmp_path / "kit" / EDITION).write_text("0.0.1 of-old\n")
    beside = main(["--folder", str(tmp_path / "kit"), "--copy-only"])
    assert f"kit-{metadata.version('fifty-three')}" in beside
    assert "another edition (0.0.1), and stays as it is" in capsys.readouterr().err


def test_a_folder_that_is_somebody_elses_ends_with_a_sentence(tmp_path, capsys):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(SystemExit) as ended:
        main(["--folder", str(tmp_path)])
    assert ended.value.code == 1 and "holds something else" in capsys.readouterr().err


def test_ctrl_c_is_left_to_jupyterlab_which_asks(tmp_path, monkeypatch):
    """Once Ctrl + C asks in JupyterLab, a second time it ends; the command waits for that."""
    waits = iter([KeyboardInterrupt, 0])

    class Lab:
        def __init__(self, *_, **__):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def wait(self):
            if (end := next(waits)) is KeyboardInterrupt:
                raise end
            return end

    monkeypatch.setattr(opening.subprocess, "Popen", Lab)
    assert main(["--folder", str(tmp_path / "kit")]) == 0
