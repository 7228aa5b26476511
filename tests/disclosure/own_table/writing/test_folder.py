"""All files are there, or none."""

import pytest

from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.writing.folder import put_into, refuse_unwritable

FILES = [FileInMemory("a.csv", b"1"), FileInMemory("b.html", b"2")]


def test_files_are_put_and_replaced(tmp_path):
    for _ in range(2):
        written = put_into(tmp_path / "new" / "out", FILES)
    assert [file.read_bytes() for file in written] == [b"1", b"2"]
    assert sorted(file.name for file in (tmp_path / "new" / "out").iterdir()) == ["a.csv", "b.html"]


def test_what_cannot_be_written_leaves_nothing(tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(ValueError, match="Nothing could be written"):
        put_into(tmp_path / "taken", FILES)
    with pytest.raises(ValueError, match="Nothing could be written"):
        put_into(tmp_path, [*FILES, FileInMemory("no/where.csv", b"3")])
    assert [file.name for file in tmp_path.iterdir()] == ["taken"]


def test_where_nothing_can_be_written_is_told_before_the_work_and_leaves_nothing(tmp_path):
    (tmp_path / "taken").write_text("a file")
    for folder in (tmp_path / "taken", tmp_path / "taken" / "new" / "out"):
        with pytest.raises(ValueError, match="Nothing could be written"):
            refuse_unwritable(folder)
    refuse_unwritable(tmp_path / "new" / "out")
    assert [file.name for file in tmp_path.iterdir()] == ["taken"]
