"""A table prints what an earlier edition hid, or narrows it: readers have both."""

import pytest

from disclosure.own_table import check_table
from disclosure.own_table.earlier_cells import OF_EARLIER
from disclosure.own_table.in_words import summary
from disclosure.own_table.sheets.in_memory import FileInMemory

BEFORE = "Region,Count\nNorth,c\nSouth,x\nEast,30\nTotal,40\n"
TOLD = {"rounding": "not rounded", "mark c": "1 to 4", "mark x": "covers", "covering c": "small counts only"}
ANSWERS = {f"earlier edition: {name}": told for name, told in (TOLD | {"cover Region": "yes"}).items()}


def of_earlier(now, relation):
    now, before = (FileInMemory(name, text.encode()) for name, text in (("now.csv", now), ("F0.csv", BEFORE)))
    check = check_table(now, earlier=before, answers=ANSWERS | {"earlier": relation})
    rows = check.findings[check.findings["role"].eq(OF_EARLIER)]
    return check, {row["labels"]: (row["low"], row["high"]) for row in rows.to_dict("records")}


def test_running_totals_narrow_what_was_hidden_before():
    """North can be 3 or 4, for the South was at most 7 then: "nobody was found", and the exit code was 0."""
    check, known = of_earlier("Region,Count\nNorth,5\nSouth,7\nEast,31\nTotal,43\n", "nested")
    assert known == {"North, B2 of F0.csv": (3, 4), "South, B3 of F0.csv": (6, 7)} and check.exit_code == 1
    assert "Of 2 hidden cells of the earlier edition this table tells more" in summary(check)
    assert not any("first" in why or "second" in why for why in check.findings["why"])


def test_what_the_same_people_had_hidden_is_printed_now():
    check, known = of_earlier("Region,Count\nNorth,3\nSouth,7\nEast,30\nTotal,40\n", "same_people")
    assert known == {"North, B2 of F0.csv": (3, 3), "South, B3 of F0.csv": (7, 7)} and check.exit_code == 1
    assert "This table prints 3 there." in set(check.findings["why"])


@pytest.mark.parametrize("relation", ["stocks", "revised", "unknown"])
def test_where_neither_tells_of_the_other_nothing_is_found(relation):
    assert of_earlier("Region,Count\nNorth,5\nSouth,7\nEast,31\nTotal,43\n", relation)[1] == {}
