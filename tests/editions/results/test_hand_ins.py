"""Whatever lies in the folder, it is read or named; nothing stops the rest."""

import json

import pytest

from editions.results.hand_ins import LARGEST, Damaged, FolderError, HandIn, read_folder
from lessons.suppression import exercises
from teaching.handing_in import hand_in
from tests.editions.results.making import value, write

DAMAGES = {
    "cut": b'{"format": 1, "lesson": "supp',
    "empty": b"",
    "binary": b"\xff\xfe\x00",
    "deep": b"[" * 100_000,
    "number": b"53",
    "other format": json.dumps({"format": 2}).encode(),
    "large": b" " * (LARGEST + 1),
}
WRONG = {
    "no lesson": {"lesson": "nowhere"},
    "no such thing": {"lesson": ["suppression"]},
    "name": {"name": "two\nlines"},
    "world": {"world": True},
    "negative": {"world": -1},
    "mail": {"world": "me@example.org"},
    "answers": {"answers": {"a": 1}},
    "twice": {"answers": [value("suppression/a", "1"), value("suppression/a", "2")]},
    "other lesson": {"answers": [value("amounts/a", "1")]},
    "no text": {"answers": [value("suppression/a", 1)]},
    "no kind": {"answers": [{"task": "suppression/a", "kind": "verdict", "said": "RIGHT"}]},
}


def test_what_a_learner_makes_is_read(tmp_path):
    task = exercises.publish_courses()
    task.check(exercises.Plan(threshold=7))
    hand_in(names={"task": task}, folder=tmp_path, name="Bea")
    [read] = read_folder(tmp_path)
    assert isinstance(read, HandIn) and (read.lesson, read.world, read.name) == ("suppression", 53, "Bea")
    assert read.answers["suppression/publish-courses"].said == (repr(exercises.Plan(threshold=7)),)


def test_each_damaged_file_is_named_with_its_reason_and_the_rest_goes_on(tmp_path):
    (tmp_path / "below").mkdir()
    (tmp_path / ".hidden").write_text("nothing")
    for name, content in DAMAGES.items():
        (tmp_path / "below" / name).write_bytes(content)
    for name, other in WRONG.items():
        write(tmp_path, f"wrong {name}", **{"answers": []} | other)
    write(tmp_path, "good.json", [])
    read = list(read_folder(tmp_path))
    damaged = {each.file: each.reason for each in read if isinstance(each, Damaged)}
    assert set(damaged) == {*(f"below/{name}" for name in DAMAGES), *(f"wrong {name}" for name in WRONG)}
    assert all(damaged.values()) and [each.file for each in read if isinstance(each, HandIn)] == ["good.json"]


def test_a_folder_without_files_is_refused(tmp_path):
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(FolderError, match=r"holds no files|is no folder"):
            list(read_folder(folder))
