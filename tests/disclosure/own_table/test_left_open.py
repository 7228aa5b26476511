"""What a table can mean of which nobody was asked, by the office's counts."""

import pytest

from tests.disclosure.own_table.test_under_readings import EXACT, OFFICE, checked


@pytest.fixture(scope="module")
def readings():
    return checked(EXACT, OFFICE).readings


def test_each_reading_is_one_that_the_counts_leave(readings):
    """2 stands behind both signs: no reading is one in which 0 and nothing else is hidden."""
    assert "a count from 1 to 2" in readings[0].words and readings[0].is_like
    assert not any("a count of 0" in each.words for each in readings)
    assert len({each.words for each in readings}) == len(readings)


def test_answers_that_change_more_than_what_signs_mean_make_another_table():
    office = "Area,n\nA,2\nB,33\nC,3\nAll,38\n"
    found = checked(office.replace("A,2", "A,*").replace("C,3", "C,*"), office).readings
    assert {each.is_like for each in found} == {True, False}


def test_without_the_counts_there_is_no_repair_and_no_reading():
    assert checked(OFFICE, OFFICE).readings[1:] == ()
