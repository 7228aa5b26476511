"""The folder of the hour, whole or not at all."""

import pytest

from editions.builds import PLATFORM, ROOM
from editions.staff.building import MOST_BYTES, Order, build_staff


def test_everybody_gets_one_file_and_three_papers(tmp_path):
    file = build_staff(tmp_path / "staff")
    names = {path.name for path in file.parent.iterdir()}
    assert names == {"fifty-three-hour.html", "for-your-IT.md", "accessibility.md", "data-protection.md"}
    assert file.stat().st_size <= MOST_BYTES
    build_staff(tmp_path / "staff", Order(build=PLATFORM))
    assert (tmp_path / "staff" / "fifty-three-hour.zip").is_file() and not file.exists()


def test_a_room_gets_the_list_of_what_is_asked(tmp_path):
    assert (build_staff(tmp_path / "room", Order("core", ROOM)).parent / "room.json").is_file()


def test_somebody_elses_folder_stays_as_it_is(tmp_path):
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(FileExistsError, match="holds no staff hour"):
        build_staff(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_hour_that_is_not_listed_is_refused(tmp_path):
    with pytest.raises(ValueError, match="no hour 'lunch': choose among hour, core"):
        build_staff(tmp_path / "staff", Order("lunch"))
