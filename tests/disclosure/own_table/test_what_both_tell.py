"""A proposal stands beside an earlier edition: what that one hid is looked at again."""

import pytest

from disclosure.own_table import Wishes, check_table, propose
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.what_both_tell import told_of_earlier

BEFORE = "Region,Count\nNorth,c\nSouth,x\nEast,30\nWest,1\nTotal,41\n"
OFFICE = "Region,Count\nNorth,5\nSouth,7\nEast,31\nWest,2\nTotal,45\n"
ANSWERS = {"mark c": "1 to 4", "mark x": "covers", "covering c": "small counts only", "cover Region": "yes"}
ANSWERS |= {f"earlier edition: {name}": told for name, told in ANSWERS.items()} | {"rounding": "not rounded"}
ANSWERS |= {"earlier edition: sums in Region": "none"}


def checked(relation, office=OFFICE, now=None, before=BEFORE):
    now = now or office.replace("West,2", "West,c")
    names = (("now", now), ("before", before), ("office", office))
    table, earlier, counts = (FileInMemory(f"{name}.csv", text.encode()) for name, text in names)
    return check_table(table, earlier=earlier, office=counts, answers=ANSWERS | {"earlier": relation})


def test_what_a_proposal_tells_of_running_totals_that_were_hidden_stands_first():
    """The proposal leaves North 2 to 4 for the edition that said 1 to 4, and not a word was said of it."""
    found = propose(checked("nested"), Wishes(5))
    assert found.changes == {"B2": "x", "B3": "x"}
    assert found.sentence.startswith(
        "Beside before.csv this proposal tells more than that edition does by itself of 2 cells that it hid: North, B2 "
        "of before.csv (2 to 4); South, B3 of before.csv (6 to 8). Hide 2 more"
    )


def test_what_must_be_published_gives_away_what_was_hidden():
    """It was proposed to print what the earlier edition hid, for it had to be printed, and this was not said."""
    before = "Region,Count\nNorth,c\nSouth,x\nWest,10\nEast,x\nTotal,45\n"
    office = "Region,Count\nNorth,3\nSouth,12\nWest,10\nEast,20\nTotal,45\n"
    found = propose(
        checked("same_people", office, office.replace("North,3", "North,c"), before), Wishes(5, keep=("B3",))
    )
    said = "of 1 cell that it hid: South, B3 of before.csv (exactly 12). Hide 1 more"
    assert found.changes == {"B5": "x"} and said in found.sentence


def test_a_cell_that_both_hide_and_both_together_give_away():
    """4 was small for the earlier edition, and covers now: that no repair protects it was not said."""
    before = "Region,Count\nNorth,c\nSouth,x\nEast,19\nWest,c\nTotal,37\n"
    now = "Region,Count\nNorth,x\nSouth,12\nEast,19\nWest,c\nTotal,37\n"
    told = {"mark c": "1 to 2", "earlier edition: mark c": "1 to 4", "earlier": "same_people"}
    files = (FileInMemory(f"{name}.csv", text.encode()) for name, text in (("now", now), ("before", before)))
    check = check_table(next(files), earlier=next(files), answers=ANSWERS | told)
    assert "North, B2 of before.csv (exactly 4)" in told_of_earlier(check.earlier, check.release, "table")


@pytest.mark.parametrize("relation", ["stocks", "unknown"])
def test_where_neither_edition_tells_of_the_other_nothing_is_said(relation):
    check = checked(relation)
    assert told_of_earlier(check.earlier, check.release, "table") == "" == told_of_earlier(None, check.release, "table")
