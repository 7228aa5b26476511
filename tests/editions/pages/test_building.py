"""Pages are built whole or not at all, the same to the byte, in the world that was asked for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editions.pages.__main__ import main
from editions.pages.building import Edition, PagesError, build_pages, fill_with_pages, write_lesson
from editions.pages.parts import part_of
from editions.running import run_lesson

CELLS = [
    ("markdown", "# 01 · A lesson\n\n**The question.** Who?\n\n**About 5 minutes.**"),
    ("code", "from data_gen import make_world\nworld = make_world(100)\nworld.viewers[['name']].head(3)"),
    ("code", "sorted({'a', 'b', 'c'})"),
]


@pytest.fixture
def notebooks(tmp_path):
    folder = tmp_path / "notebooks"
    folder.mkdir()
    cells = [{"cell_type": kind, "source": source, "metadata": {}} for kind, source in CELLS]
    metadata = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}}
    for number, cell in enumerate(cells):
        cell |= {"id": f"c{number}"} | ({"outputs": [], "execution_count": None} if cell["cell_type"] == "code" else {})
    (folder / "01_lesson.ipynb").write_text(json.dumps({"cells": cells, **metadata}))
    return folder


def built(folder, notebooks, edition):
    fill_with_pages(folder, edition, notebooks=notebooks)
    return {path.name: path.read_bytes() for path in folder.glob("*.html")}


BUILD = """import sys
from pathlib import Path
from editions.pages.building import Edition, fill_with_pages
if __name__ == "__main__":
    fill_with_pages(Path(sys.argv[1]), Edition(seed="otter", contact="me@example.org"), notebooks=Path(sys.argv[2]))
"""


def built_elsewhere(folder, notebooks, script):
    """Another Python, in which sets have another order."""
    script.write_text(BUILD)
    order = {**os.environ, "PYTHONHASHSEED": "53", "PYTHONPATH": str(Path.cwd())}
    subprocess.run([sys.executable, str(script), str(folder), str(notebooks)], env=order, check=True)
    return {path.name: path.read_bytes() for path in folder.glob("*.html")}


def test_a_second_build_has_the_same_bytes_and_another_nickname_has_others(notebooks, tmp_path):
    otter = Edition(seed="otter", contact="me@example.org")
    first = built(tmp_path / "one", notebooks, otter)
    assert built_elsewhere(tmp_path / "two", notebooks, tmp_path / "build.py") == first
    assert "“otter”".encode() in first["01_lesson.html"]
    (lesson,) = notebooks.iterdir()
    cells, _ = run_lesson(lesson, seed=None, keep=part_of)  # in the world without a nickname, under the same words
    write_lesson(cells, lesson, folder=tmp_path, edition=otter, lessons=[lesson])
    assert (tmp_path / "01_lesson.html").read_bytes() != first["01_lesson.html"]


def test_a_lesson_that_fails_is_named_and_nothing_is_left(notebooks, tmp_path, monkeypatch):
    book = json.loads((notebooks / "01_lesson.ipynb").read_text())
    book["cells"][1]["source"] = "1 / 0"
    (notebooks / "01_lesson.ipynb").write_text(json.dumps(book))
    with pytest.raises(PagesError, match=r"01_lesson\.ipynb fails: ZeroDivisionError"):
        fill_with_pages(tmp_path / "new", notebooks=notebooks)


def test_a_folder_with_something_else_stays_as_it_is(tmp_path, capsys):
    (tmp_path / "letter.txt").touch()
    with pytest.raises(SystemExit):
        main(["--out", str(tmp_path)])
    assert "holds no pages" in capsys.readouterr().err and [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--seed", ""], "at least one letter"),
        (["--seed", "  "], "at least one letter"),
        (["--seed", "me@example.org"], "choose a nickname"),
        (["--seed", "x" * 200], "at most 80 plain signs"),
        (["--seed", "two\nlines"], "at most 80 plain signs"),
        (["--contact", "x" * 200], "at most 80 plain signs"),
        (["--out", "a file"], "holds no pages"),
        (["--out", "a file/pages"], "something on the way to it is no folder"),
    ],
)
def test_what_cannot_be_used_is_refused_in_one_sentence_before_anything_is_written(
    arguments, said, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    Path("a file").write_text("mine")
    with pytest.raises(SystemExit) as ended:
        main(["--out", "pages", *arguments])
    refused = capsys.readouterr().err
    assert ended.value.code == 1 and said in refused and refused.count("\n") == 1 and "Errno" not in refused
    assert [path.name for path in tmp_path.iterdir()] == ["a file"] and Path("a file").read_text() == "mine"


def test_a_folder_that_may_not_be_written_is_named(tmp_path, monkeypatch, capsys):
    def refuse(path, *_, **__):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SystemExit):
        main(["--out", str(tmp_path / "pages")])
    assert f"{tmp_path / 'pages'} cannot be made (Permission denied)" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_lesson_that_fails_leaves_the_pages_that_were_there(notebooks, tmp_path, monkeypatch, capsys):
    def fail(folder, edition):
        (folder / "00_half.html").touch()
        raise PagesError("01_lesson.ipynb fails: ZeroDivisionError: division by zero")

    monkeypatch.setattr("editions.pages.building.fill_with_pages", fail)
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "index.html").write_text("as it was")
    with pytest.raises(SystemExit):
        main(["--out", str(pages)])
    assert "01_lesson.ipynb fails" in capsys.readouterr().err
    assert [path.name for path in pages.iterdir()] == ["index.html"]
    assert {path.name for path in tmp_path.iterdir()} == {"notebooks", "pages"}


def test_building_goes_through_whole_folder(tmp_path):
    with pytest.raises(FileExistsError):
        (tmp_path / "file").touch()
        build_pages(tmp_path / "file")
