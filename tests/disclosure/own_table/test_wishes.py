import pytest

from disclosure.own_table import Wishes


@pytest.mark.parametrize("mark", ["<3", "1-2", "under 5", "0", "7", "1 or 2", "≤ 4", "½", "c3"])
def test_no_covering_cell_has_a_mark_that_readers_take_for_a_number(mark):
    """Cells of 4, 6 and 8 people were printed as "<3"."""
    with pytest.raises(ValueError, match="Readers would take"):
        Wishes(3, mark=mark)


def test_signs_without_numbers_are_marks():
    assert [Wishes(3, mark=mark).mark for mark in ("", "c", "*", "not shown")] == ["", "c", "*", "not shown"]


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({"threshold": 1}, "The threshold is 1: choose a whole number, 2 or more"),
        ({"threshold": "5"}, "The threshold is '5', which is no whole number"),
        ({"threshold": 5, "width": 1.5}, "The width is 1.5, which is no whole number"),
        ({"threshold": 5, "against": "everybody"}, "against 'readers' or against 'alone', and not 'everybody'"),
        ({"threshold": 5, "mark": 3}, "The mark is 3, which is no sign"),
        ({"threshold": 5, "mark": "\u200b"}, "which is no sign that readers can see"),
        ({"threshold": 5, "keep": 3}, "Cells that must be published are named by their addresses"),
        ({"threshold": 5, "time_limit": "long"}, "The time limit is 'long'"),
    ],
)
def test_what_cannot_be_meant_is_a_sentence(wishes, said):
    with pytest.raises(ValueError, match=said):
        Wishes(**wishes)


def test_one_address_is_one_cell():
    """Each letter of it was taken for a cell of its own."""
    assert Wishes(5, keep="C5").keep == ("C5",)
