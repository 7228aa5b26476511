"""A file is whole, or as it was."""

import pytest

from grading.whole_file import write_whole


def test_what_fails_leaves_the_old_file_and_nothing_beside_it(tmp_path):
    file = tmp_path / "marks.json"
    write_whole(file, "old")
    with pytest.raises(UnicodeEncodeError):
        write_whole(file, "new \ud800")
    assert file.read_text() == "old" and list(tmp_path.iterdir()) == [file]
    write_whole(file, "new", private=True)
    assert file.read_text() == "new"
