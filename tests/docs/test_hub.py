"""What the page on hubs names is there under that name."""

import re

import pytest

from editions.command import main
from teaching.progress import FILE, PLACE
from teaching.source import SERVER_ROOT
from tests.benchmarks import memory
from tests.test_structure import NUMBERED, ROOT

TEXT = (ROOT / "docs" / "hub.md").read_text(encoding="utf-8")


def test_variables_files_and_commands_have_the_names_that_the_page_gives():
    assert all(f"`{name}`" in TEXT for name in (FILE, PLACE, SERVER_ROOT))
    assert memory.__name__ in TEXT and NUMBERED[0].name in TEXT


def test_the_learners_folder_is_made_as_the_page_says(tmp_path, monkeypatch, capsys):
    [command] = re.findall(r"^    fifty-three (lessons .*)$", TEXT, re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    assert main(command.split()) == 0
    assert (tmp_path / "fifty-three" / "notebooks" / NUMBERED[0].name).is_file()
    assert not (tmp_path / "fifty-three" / "grading").exists()


@pytest.mark.parametrize("lesson", re.findall(r"^\| (\d\d \w+)", TEXT, re.MULTILINE))
def test_lessons_that_were_measured_are_there(lesson):
    assert any(path.stem.startswith(lesson.replace(" ", "_")) for path in NUMBERED)
