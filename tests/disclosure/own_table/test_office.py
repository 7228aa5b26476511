"""The office's file fits the published one cell by cell, or the sentence says where it does not."""

from dataclasses import replace

import pytest

from disclosure.own_table import check_table
from disclosure.own_table.office import counts_of_office, own_counts
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.unreadable import UnreadableError
from tests.disclosure.own_table.example import OFFICE, T1, csv_bytes, t1_check


def brought(text, office):
    files = (FileInMemory(f"{name}.csv", csv_bytes(each)) for name, each in (("t", text), ("office", office)))
    table, true = files
    return check_table(table, office=true, answers={"mark <5": "1 to 4"})


def test_the_counts_stand_where_the_table_hides_them():
    check = brought(T1, OFFICE)
    assert check.counted.cells["count"].notna().all() and check.counted.rule is None
    hidden = check.release.is_hidden
    assert check.counted.cells["count"][hidden].tolist() == [3, 3, 4, 2]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("Eastry", "Easton"), "no count for Eastry, 0–14, which stands in B8"),
        (("3,17,64", "<5,17,64"), r"hides Birchmoor, 0–14 \(B5\) as well"),
        (("Ashfield,12", "Ashfield,13"), "The office's file could not be read: No whole numbers fit"),
        (
            ("Ashfield,12,31", "Ashfield,13,30", "Eastry,6,15", "Eastry,5,16"),
            r"B4 \(Ashfield, 0–14\) says 12, and the office's file 13",
        ),
    ],
)
def test_what_does_not_fit_is_named(change, words):
    with pytest.raises(UnreadableError, match=words):
        brought(T1, OFFICE.replace(*change[:2]).replace(*(change[2:] or ("", ""))))


def test_a_table_that_hides_nothing_is_its_own_office():
    check = check_table(FileInMemory("t.csv", csv_bytes(OFFICE)))
    assert check.counted is check.release is not None


def test_without_a_table_or_an_office_there_is_nothing():
    check = t1_check()
    assert own_counts(None) is None and own_counts(check.release) is None
    assert own_counts(replace(check.counted, base=5)) is None
    assert counts_of_office(None, {}, check.counted) is None
    with pytest.raises(UnreadableError, match="check it by itself first"):
        counts_of_office(check.release, check.addresses, None)
