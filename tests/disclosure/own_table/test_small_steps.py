"""Who subtracts one edition of running totals from the next sees who came in: where few did, that is said."""

import pytest

from disclosure.own_table import check_table
from disclosure.own_table.sheets.in_memory import FileInMemory

THEN = "Town,New,Old,Total\nAlba,<5,20,23\nBrun,9,<5,12\nCori,14,11,25\nTotal,26,34,60\n"
NOW = "Town,New,Old,Total\nAlba,6,20,26\nBrun,9,6,15\nCori,16,11,27\nTotal,31,37,68\n"
ANSWERS = {"mark <5": "1 to 4"}


def sentences(relation, now=NOW):
    files = (FileInMemory(f"{name}.csv", text.encode()) for name, text in (("now", now), ("then", THEN)))
    return " ".join(check_table(next(files), earlier=next(files), answers=ANSWERS | {"earlier": relation}).sentences)


def test_small_steps_between_printed_counts_are_named():
    """Cori had 14 new ones and has 16: two came in, and both counts are printed."""
    assert "few people came in" in sentences("nested") and "2 at B4 (14 to 16)" in sentences("nested")


@pytest.mark.parametrize("relation", ["same_people", "stocks", "unknown"])
def test_of_other_editions_a_difference_says_no_such_thing(relation):
    assert "few people came in" not in sentences(relation)


def test_large_steps_are_none():
    wide = "Town,New,Old,Total\nAlba,60,20,80\nBrun,9,60,69\nCori,14,11,25\nTotal,83,91,174\n"
    assert "few people came in" not in sentences("nested", wide)
