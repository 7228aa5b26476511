"""Pages are built whole or not at all, the same to the byte, in the world that was asked for."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from editions.pages.__main__ import main
from editions.pages.building import Edition, PagesError, build_pages, fill_with_pages

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


def test_a_second_build_has_the_same_bytes_and_another_nickname_has_others(notebooks, tmp_path):
    first = built(tmp_path / "one", notebooks, Edition())
    assert built(tmp_path / "two", notebooks, Edition()) == first
    other = built(tmp_path / "three", notebooks, Edition(seed="otter", contact="me@example.org"))
    assert other["01_lesson.html"] != first["01_lesson.html"] and "“otter”".encode() in other["01_lesson.html"]


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


def test_pages_do_not_hang_on_the_order_of_sets(notebooks, tmp_path):
    code = """import sys
from pathlib import Path
from editions.pages.building import fill_with_pages
if __name__ == "__main__":
    fill_with_pages(Path(sys.argv[1]), notebooks=Path(sys.argv[2]))
"""
    script = tmp_path / "build.py"
    script.write_text(code)
    for seed in "12":
        out = tmp_path / f"hash{seed}"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(Path.cwd())}
        subprocess.run([sys.executable, str(script), str(out), str(notebooks)], env=environment, check=True)
    one, two = ((tmp_path / f"hash{seed}" / "01_lesson.html").read_bytes() for seed in "12")
    assert one == two


def test_building_goes_through_whole_folder(tmp_path):
    with pytest.raises(FileExistsError):
        (tmp_path / "file").touch()
        build_pages(tmp_path / "file")
