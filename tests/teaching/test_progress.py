"""What the learner did is kept line by line; damage costs a line and is told; nothing is kept that is not needed."""

import errno
import json
import os
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from teaching import progress
from teaching.progress import forget_everything, happened, last, my_progress, progress_file, record, what_next


def test_lines_come_back_in_order():
    record("prediction", "a/b", 3)
    record("attempt", "a/c", "RIGHT")
    record("prediction", "a/b", "vielleicht <b>")
    assert happened().to_numpy().tolist() == [
        ["prediction", "a/b", 3], ["attempt", "a/c", "RIGHT"], ["prediction", "a/b", "vielleicht <b>"]
    ]  # fmt: skip
    assert last("prediction", "a/b") == "vielleicht <b>"
    assert last("hint", "a/b") is None


@pytest.mark.parametrize("odd", ["\u2028", "\x85", "\x0b", "\r\n", "“c”"])
def test_signs_that_some_take_for_the_end_of_a_line_are_no_damage(odd):
    record("prediction", "a/b", f"one{odd}two")
    assert happened()["said"].tolist() == [f"one{odd}two"]


def test_a_torn_line_does_not_take_the_next_one_with_it():
    record("hint", "a/b", 1)
    whole = progress_file().read_bytes()
    progress_file().write_bytes(whole + whole[:20])
    record("hint", "a/b", 2)
    with pytest.warns(UserWarning, match="kept as"):
        assert happened()["said"].tolist() == [1, 2]


def test_the_file_says_no_more_than_what_was_done():
    record("hint", "a/b", 1)
    assert json.loads(progress_file().read_text()) == {"kind": "hint", "name": "a/b", "said": 1}


def test_two_processes_at_once_lose_nothing():
    command = "from teaching.progress import record\nfor n in range(50): record('hint', 'a/b', n)"
    with ThreadPoolExecutor() as both:
        list(both.map(lambda _: subprocess.run([sys.executable, "-c", command], check=True), range(2)))
    assert sorted(happened()["said"]) == sorted([*range(50)] * 2)


DAMAGES = [
    "{",
    '{"kind": "hint"}',
    "\x00\xff",
    "[]",
    '{"kind": 1, "name": "a/b", "said": 2}',
    "[" * 100_000,
    "9" * 10_000,
]
DAMAGES += [f'{{"kind": {kind}, "name": {name}, "said": {said}}}' for kind, name, said in [
    ('["hint"]', '"a/b"', "1"), ('{"a": 1}', '"a/b"', "1"), ('"hint"', '["a/b"]', "1"), ('"hint"', '"a/b"', "[1]"),
    ('"hint"', '"a/b"', '{"a": 1}'), ('"hint"', '"a/b"', "[" * 100_000),
]]  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage[:30])
def test_a_damaged_line_is_told_and_kept_aside_and_the_others_go_on(damage):
    record("hint", "a/b", 1)
    with progress_file().open("a") as file:
        file.write(damage)
    record("hint", "a/b", 2)
    with pytest.warns(UserWarning, match=r"kept as .*damaged-1"):
        assert happened()["said"].tolist() == [1, 2]
    assert happened()["said"].tolist() == [1, 2]  # and no second warning
    assert damage.split("\x00")[0] in progress_file().with_name(f"{progress_file().name}.damaged-1").read_text()


def test_a_folder_that_cannot_be_written_is_told_and_stops_nobody(monkeypatch, tmp_path):
    monkeypatch.setenv(progress.PLACE, str(tmp_path / "no such folder" / "progress.jsonl"))
    with pytest.warns(UserWarning, match="The lesson works all the same") as said:
        for number in range(3):
            record("hint", "a/b", number)
    assert len(said) == 1
    assert happened().empty


@pytest.mark.parametrize("reached", [record, happened, my_progress, what_next, forget_everything, last])
@pytest.mark.parametrize("stands_there", ["folder", "folder above", "pipe", "loop"])
def test_what_is_no_file_stops_nobody(reached, stands_there, monkeypatch, tmp_path):
    place = tmp_path / "progress.jsonl"
    monkeypatch.setenv(progress.PLACE, str(place))
    if stands_there == "folder":
        (place / "in it").mkdir(parents=True)
    elif stands_there == "folder above":
        place.touch()
        monkeypatch.setenv(progress.PLACE, str(place / "progress.jsonl"))
    elif stands_there == "pipe":
        getattr(os, "mkfifo", Path.mkdir)(place)
    else:
        place.symlink_to(place)
    asked = {record: ("hint", "a/b", 1), last: ("hint", "a/b")}.get(reached, ())
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        reached(*asked)
    assert all("The lesson works all the same" in str(one.message) for one in said)
    assert said or reached is forget_everything


def forbid(monkeypatch, *names):
    """Let a folder be read-only, for a user who may do everything, too."""

    opened = Path.open

    def refused(file, *more, **options):
        raise PermissionError(errno.EROFS, "Read-only file system", str(file))

    def opened_to_read(file, mode="r", *more, **options):
        return opened(file, mode, *more, **options) if "r" in mode else refused(file)

    for name in names:
        monkeypatch.setattr(Path, name, opened_to_read if name == "open" else refused)


def test_a_read_only_folder_with_a_damaged_file_stops_nobody(monkeypatch):
    record("hint", "a/b", 1)
    with progress_file().open("a") as file:
        file.write("[" * 100_000)
    forbid(monkeypatch, "open", "replace", "write_text", "unlink")
    with pytest.warns(UserWarning, match="Read-only file system") as said:
        for _ in range(3):
            record("hint", "a/b", 2)
            assert happened()["said"].tolist() == [1]
    assert len(said) == 1
    assert forget_everything().startswith("It cannot be deleted: ")


@pytest.fixture
def read_only_folder(monkeypatch, tmp_path):
    """A folder of notebooks in which nothing may be written, and a home."""
    folder, home = tmp_path / "shared", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.delenv(progress.PLACE)
    monkeypatch.setattr(Path, "home", lambda: home)
    access = os.access
    monkeypatch.setattr(os, "access", lambda place, mode: mode != os.W_OK and access(place, mode))
    return home


def test_beside_read_only_notebooks_progress_goes_home_and_that_is_said_once(read_only_folder):
    with pytest.warns(UserWarning, match="is read-only: your progress is kept in") as said:
        for number in range(3):
            record("hint", "a/b", number)
    assert len(said) == 1 and progress_file() == read_only_folder / progress.FILE
    assert last("hint", "a/b") == 2 and list(Path().iterdir()) == []


def test_where_no_home_can_be_written_either_only_that_is_said(read_only_folder):
    read_only_folder.rmdir()
    with pytest.warns(UserWarning, match="The lesson works all the same") as said:
        record("hint", "a/b", 1)
    assert len(said) == 1 and happened().empty


def test_a_read_only_file_beside_the_notebooks_is_somebody_elses(read_only_folder, monkeypatch):
    Path(progress.FILE).write_text('{"kind": "hint", "name": "a/b", "said": 9}\n')
    assert happened().empty and progress_file().parent == read_only_folder
    monkeypatch.setenv(progress.PLACE, progress.FILE)
    assert last("hint", "a/b") == 9


def test_a_file_that_may_not_be_read_stops_nobody(monkeypatch):
    record("hint", "a/b", 1)
    forbid(monkeypatch, "read_text")
    with pytest.warns(UserWarning, match="cannot be read from"):
        assert my_progress().empty


def test_a_folder_that_was_deleted_stops_nobody(monkeypatch, tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    monkeypatch.delenv(progress.PLACE)
    gone.rmdir()
    with pytest.warns(UserWarning, match="The lesson works all the same"):
        record("hint", "a/b", 1)
    assert happened().empty and "nothing to delete" in forget_everything()


@pytest.mark.parametrize("said", [np.int64(3), np.float64(0.5), np.str_("a"), "\ud800", float("nan"), None, True])
def test_numbers_and_texts_of_all_types_are_kept(said):
    record("prediction", "a/b", said)
    kept = last("prediction", "a/b")
    assert kept == said or kept != kept


def test_everything_can_be_forgotten():
    record("hint", "a/b", 1)
    progress_file().with_name(f"{progress_file().name}.damaged-1").touch()
    other = progress_file().with_name("something_else.jsonl")
    other.touch()
    assert "damaged-1" in forget_everything()
    assert list(progress_file().parent.iterdir()) == [other]
    assert "nothing to delete" in forget_everything()


def test_how_things_stand():
    for kind, name, said in (
        ("prediction", "one/guess", 3),
        ("attempt", "one/try", "NOT_YET"),
        ("hint", "one/try", 1),
        ("attempt", "one/try", "RIGHT"),
        ("question", "two/why", "NOT_YET"),
        ("hint", "two/try", 1),
    ):
        record(kind, name, said)
    assert my_progress().to_numpy().tolist() == [
        ["one", "guess", "prediction", "guessed", 1, 0],
        ["one", "try", "exercise", "right", 2, 1],
        ["two", "why", "question", "not yet", 1, 0],
        ["two", "try", "exercise", "begun", 0, 1],
    ]
    assert what_next() == "Go on with lesson two. Not done there yet: 1 question, 1 exercise. In all lessons: 2."


def test_what_moved_to_another_lesson_still_counts():
    record("attempt", "insiders/p-percent", "RIGHT")
    record("question", "insiders/all-groups", "NOT_YET")
    assert happened()["name"].tolist() == ["amounts/p-percent", "insiders/all-groups"]
    assert last("attempt", "amounts/p-percent") == "RIGHT"


def test_all_done():
    record("attempt", "a/b", "RIGHT")
    assert "done" in what_next()


def test_bad_words_get_a_sentence():
    with pytest.raises(ValueError, match="kind is 'grade'"):
        record("grade", "a/b", 1)
    for name in ("b", None, 3):
        with pytest.raises(ValueError, match=f"name is {name!r}"):
            record("hint", name, 1)
    with pytest.raises(ValueError, match="said is of the type list: give a number or a text"):
        record("hint", "a/b", [1])
