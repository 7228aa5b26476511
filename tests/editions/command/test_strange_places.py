"""A folder with spaces and letters of other languages, and lines that end as on Windows: the kit works there."""

import contextlib
from pathlib import Path

import pytest

from editions.command import main
from editions.pages.building import EVERYBODY, write_lesson
from editions.pages.parts import part_of
from editions.running import run_lesson

FOLDER = "Übung für Zoë, 第 1 课"
TEXTS = (".ipynb", ".md", ".csv", ".json", ".toml")


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A learner's copy in such a folder, every text with such lines."""
    place = tmp_path_factory.mktemp("places") / FOLDER
    assert main(["--folder", str(place), "--copy-only"]) == 0
    for path in place.rglob("*"):
        if path.suffix in TEXTS:
            path.write_bytes(path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    return place


def test_the_first_lesson_runs_there_and_its_page_is_the_same_to_the_byte(copy, lesson_runs):
    lessons = sorted((copy / "notebooks").glob("[0-9][0-9]_*.ipynb"))
    with contextlib.chdir(lessons[0].parent):
        cells, _ = run_lesson(lessons[0], keep=part_of)
    write_lesson(cells, lessons[0], folder=copy / "pages of mine", edition=EVERYBODY, lessons=lessons)
    page = copy / "pages of mine" / f"{lessons[0].stem}.html"
    assert page.read_bytes() == lesson_runs.page(lessons[0].stem).read_bytes()


def test_a_table_is_checked_there_with_its_file_of_answers(copy, capsys):
    (table,) = copy.rglob("Table 4a Q3.csv")
    answers = table.with_suffix(".rules.toml")
    answers.write_bytes(b'\xef\xbb\xbf[answers]\r\n"counted" = "people"\r\n')
    assert main(["check", str(table), "--look", "alone", "--no-page", "--out", str(copy / "für alle")]) == 1
    told = capsys.readouterr().out
    assert "4 hidden cells. 4 are printed all the same." in told and "must be answered" not in told
    assert {"report.html", "findings.csv"} <= {path.name for path in Path(copy / "für alle").iterdir()}
