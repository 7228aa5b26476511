"""Copies are single files that ask nobody for anything; a folder with something else stays as it is."""

import json

import pytest

from editions.copies.__main__ import main
from editions.copies.building import _build_lesson, build_copies, copy_of
from editions.copies.sections import sections
from editions.copies.strings import KINDS
from editions.pages.building import PagesError
from tests.editions.copies.lesson import cells


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_is_one_file_that_asks_for_nothing(kind):
    page = copy_of(kind, sections(cells()), "suppression", "otter")
    assert "default-src" in page and "world: otter" in page and "src=" not in page and 'href="http' not in page
    assert ("<script" in page) is (kind == "slides")
    assert ("holds all answers" in page) is (kind == "instructor")


def test_a_folder_with_something_else_stays_as_it_is(tmp_path, capsys):
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "index.html").touch()
    (tmp_path / "letter.txt").touch()
    with pytest.raises(SystemExit):
        main(["slides", "--out", str(tmp_path)])
    assert "holds no copies" in capsys.readouterr().err and (tmp_path / "letter.txt").exists()


@pytest.mark.parametrize(("seed", "said"), [("", "at least one letter"), ("a@b", "nickname")])
def test_what_cannot_be_used_is_refused(seed, said, capsys):
    with pytest.raises(SystemExit):
        main(["handout", "--seed", seed])
    assert said in capsys.readouterr().err


def test_a_lesson_that_fails_is_named(tmp_path):
    path = tmp_path / "02_suppression.ipynb"
    path.write_text('{"cells": [{"cell_type": "code", "source": "1 / 0", "metadata": {}}]}', encoding="utf-8")
    with pytest.raises(PagesError, match=r"02_suppression\.ipynb fails: ZeroDivisionError"):
        _build_lesson(path, places={}, seed=None)


def test_a_lesson_is_run_once_for_all_kinds(tmp_path):
    path = tmp_path / "02_suppression.ipynb"
    cell = {"cell_type": "markdown", "source": "# 02 · A lesson\n\n## One person · 4 min\n\nWords.", "metadata": {}}
    path.write_text(json.dumps({"cells": [cell]}), encoding="utf-8")
    places = {kind: tmp_path / kind for kind in KINDS}
    for place in places.values():
        place.mkdir()
    _build_lesson(path, places=places, seed="otter")
    assert all("Words." in (place / "02_suppression.html").read_text(encoding="utf-8") for place in places.values())


class Here:
    """Does in this process what others would do side by side."""

    def __init__(self, *given, **named):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    map = staticmethod(map)


@pytest.fixture
def two_lessons(tmp_path, monkeypatch):
    """Two small lessons, and a way to write them anew; returns the folder for copies."""
    monkeypatch.setattr("editions.copies.building.workers_of_their_own", Here)
    monkeypatch.setattr("editions.copies.building.all_lessons", lambda: sorted(tmp_path.glob("*.ipynb")))

    def write(words):
        for name in ("02_suppression", "05_insiders"):
            cell = {"cell_type": "markdown", "source": f"# {name}\n\n## One · 4 min\n\n{words}", "metadata": {}}
            (tmp_path / f"{name}.ipynb").write_text(json.dumps({"cells": [cell]}), encoding="utf-8")

    write("Before.")
    return write, tmp_path / "out"


def held(out):
    """What is there: file and whether it is new; lists name all."""
    pages = {path.name: path.read_text(encoding="utf-8") for path in out.glob("*.html")}
    listed = pages.pop("index.html")
    return {name: "After." in text for name, text in pages.items() if f'href="{name}"' in listed}


def test_one_lesson_alone_leaves_the_others_as_they_are(two_lessons):
    write, out = two_lessons
    assert {path.stem for path in build_copies(["slides"], out, names="05")} == {"05_insiders", "index"}
    assert held(out) == {"05_insiders.html": False}
    build_copies(["slides"], out)
    write("After.")
    build_copies(["slides"], out, names="2")
    assert held(out) == {"02_suppression.html": True, "05_insiders.html": False}


@pytest.mark.parametrize(
    ("kinds", "seed"), [(["instructor"], None), (["slides"], "otter"), (["slides", "paper"], None)]
)
def test_copies_of_another_sort_are_not_mixed_with_one_lesson(two_lessons, kinds, seed):
    _, out = two_lessons
    build_copies(["slides"], out)
    with pytest.raises(FileExistsError, match="another kind, version or world"):
        build_copies(kinds, out, seed, "05")
    assert held(out) == {"02_suppression.html": False, "05_insiders.html": False}


def test_a_lesson_that_does_not_exist_is_named_and_nothing_is_made(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["slides", "--out", str(tmp_path / "out"), "--lesson", "05 55"])
    assert "There is no lesson '55'." in capsys.readouterr().err and not (tmp_path / "out").exists()
