"""A copy of the lessons is whole, belongs to whoever works in it, and is never written over."""

import re
from pathlib import Path

import pytest

from editions.command import lessons_folder
from editions.command.lessons_folder import EDITION, FolderError, lesson_files, own_copy
from editions.home import HOME


@pytest.fixture
def few_files(monkeypatch):
    """A small edition, to be changed into a newer one."""
    files = {"notebooks/00.ipynb": b"{}", "README.md": b"Hello"}
    monkeypatch.setattr(lessons_folder, "lesson_files", lambda: dict(files))
    return files


def test_a_copy_holds_each_lesson_and_all_that_the_lessons_link_to():
    files = lesson_files()
    lessons = {name for name in files if name.startswith("notebooks/") and name.endswith(".ipynb")}
    assert lessons == {f"notebooks/{path.name}" for path in (HOME / "notebooks").glob("*.ipynb")}
    links = {link for name in lessons for link in re.findall(r"\]\(\.\./([^)#]+)", files[name].decode())}
    assert links and links <= set(files) | {"README.md"}
    readme = set(re.findall(r"\]\(([^)#:]+)[^):]*\)", files["README.md"].decode()))
    assert {"CHANGELOG.md", "docs/hub.md"} <= readme <= set(files)
    assert "lessons/suppression/guide.md" in files and "lab_config.py" in files


def test_no_text_of_a_copy_leads_to_what_is_not_in_it():
    files = lesson_files()
    texts = {name: text.decode() for name, text in files.items() if name.endswith((".md", ".ipynb"))}
    links = [(name, link[2]) for name, text in texts.items() for link in lessons_folder.LINK.finditer(text)]
    here = [Path(HOME / name).parent.joinpath(link).resolve().relative_to(HOME).as_posix() for name, link in links]
    gone = [link for link in here if link not in files and not any(name.startswith(f"{link}/") for name in files)]
    assert len(links) > 400 and gone == []
    assert "environment.yml names the same packages" in texts["docs/hub.md"]
    for name, text in texts.items():
        if name.startswith("notebooks/"):
            for paragraph in text.split('"\\n",'):
                named = re.findall(r"`((?:lessons|tests|disclosure|data_gen)/[\w/]+(?:\.py)?)`", paragraph)
                assert not named or "in a clone of the kit" in paragraph, (name, named)


def test_nothing_of_a_learner_or_a_program_travels(tmp_path, monkeypatch):
    own = ["my_progress.jsonl", ".ipynb_checkpoints/00-checkpoint.ipynb", ".ruff_cache/x"]
    for name in [*own, "00.ipynb"]:
        file = tmp_path / "notebooks" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    monkeypatch.setattr(lessons_folder, "HOME", tmp_path)
    assert [name for name in lesson_files() if name.startswith("notebooks/")] == ["notebooks/00.ipynb"]


def test_the_same_edition_is_opened_again_with_all_that_was_written(few_files, tmp_path):
    place = own_copy(tmp_path / "kit")
    (place / "notebooks" / "00.ipynb").write_text("my work")
    assert own_copy(tmp_path / "kit") == place
    assert (place / "notebooks" / "00.ipynb").read_text() == "my work"


def test_another_edition_lies_beside_the_work_of_the_first(few_files, tmp_path):
    first = own_copy(tmp_path / "kit")
    (first / "notebooks" / "00.ipynb").write_text("my work")
    few_files["README.md"] = b"Hello again"
    second = own_copy(tmp_path / "kit")
    assert second != first and second.parent == first.parent and second.name.startswith("kit-")
    assert (first / "notebooks" / "00.ipynb").read_text() == "my work"
    assert (second / "README.md").read_bytes() == b"Hello again" and own_copy(tmp_path / "kit") == second


def test_a_folder_that_is_not_the_kits_stays_as_it_is(few_files, tmp_path):
    (tmp_path / "kit").mkdir()
    (tmp_path / "kit" / "letter.txt").write_text("mine")
    with pytest.raises(FolderError, match=r"kit holds something else, and stays as it is\. Name another folder"):
        own_copy(tmp_path / "kit")
    assert [path.name for path in Path(tmp_path).rglob("*")] == ["kit", "letter.txt"]


def test_a_name_with_spaces_and_letters_of_other_languages_will_do(few_files, tmp_path):
    place = own_copy(tmp_path / "Übung für Zoë" / "мой кит")
    assert (place / "README.md").is_file() and (place / EDITION).is_file()


def test_where_a_file_stands_in_the_way_it_is_said(few_files, tmp_path):
    (tmp_path / "kit").write_text("a file")
    with pytest.raises(OSError, match="kit"):
        own_copy(tmp_path / "kit")
    assert (tmp_path / "kit").read_text() == "a file"
