import pytest

from disclosure.own_table import Wishes


@pytest.mark.parametrize("mark", ["<3", "1-2", "under 5", "0", "7", "1 or 2", "≤ 4", "½", "c3"])
def test_no_covering_cell_has_a_mark_that_readers_take_for_a_number(mark):
    """Cells of 4, 6 and 8 people were printed as "<3"."""
    with pytest.raises(ValueError, match="Readers would take"):
        Wishes(3, mark=mark)


def test_signs_without_numbers_are_marks():
    assert [Wishes(3, mark=mark).mark for mark in ("", "c", "*", "not shown")] == ["", "c", "*", "not shown"]
