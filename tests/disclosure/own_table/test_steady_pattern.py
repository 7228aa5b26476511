import numpy as np
import pytest

from disclosure.audit.edition_pairs import audit_editions
from disclosure.own_table import Wishes, check_table, propose
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.tables.edition_pairs import Editions

BEFORE = "Area,a,b,c,All\nA,*,*,30,43\nB,20,12,18,50\nC,*,*,25,60\nAll,50,30,73,153\n"
OFFICE = "Area,a,b,c,All\nA,3,10,30,43\nB,20,12,18,50\nC,27,8,25,60\nAll,50,30,73,153\n"
GROWN = OFFICE.replace("A,3,10,30,43", "A,4,10,30,44").replace("50,30,73,153", "51,30,73,154")
ANSWERS = {"mark *": "1 to 4", "covering *": "covers others too"}


def checked(relation, office=OFFICE, before=BEFORE):
    small = office.replace("A,3,", "A,*,").replace("A,4,", "A,*,")
    now, earlier, counts = (
        FileInMemory(f"{n}.csv", t.encode()) for n, t in zip("neo", (small, before, office), strict=True)
    )
    return check_table(now, earlier=earlier, office=counts, answers=ANSWERS | {"earlier": relation})


@pytest.mark.parametrize(("relation", "told"), [("same_people", "give away"), ("stocks", "suggest, and not prove,")])
def test_what_the_earlier_edition_hid_is_hidden_first_although_other_cells_cost_less(relation, told):
    found = propose(checked(relation), Wishes(5))
    assert set(found.changes) == {"C2", "B4", "C4"}
    assert "Hidden first are the 3 cells" in found.sentence and "(42 people)" in found.sentence
    assert f"that would {told} 6 hidden counts, such as A | a" in found.sentence


def test_a_reader_of_both_editions_finds_nothing_that_was_hidden():
    check = checked("nested", GROWN)
    release = propose(check, Wishes(5)).release
    told = audit_editions(Editions(check.earlier.release, release, "nested"))
    assert not (told["verdict"].eq("exact") & told["edition"].ne("newcomers")).any()


def test_a_pattern_that_is_too_little_now_gets_more_cells_and_a_zero_stays_printed():
    office = "Area,a,b,c,All\nA,3,10,30,43\nB,20,12,18,50\nC,27,0,25,52\nAll,50,22,73,145\n"
    found = propose(checked("stocks", office), Wishes(5))
    assert {"C2", "B4"} <= set(found.changes) and "C4" not in found.changes
    assert "Not among them: 1 cell in which nobody is now" in found.sentence
    assert np.all([not table.is_hidden[table.cells["count"].eq(0).fillna(False)].any() for table in [found.release]])


def test_what_must_be_published_now_is_not_hidden_again():
    found = propose(checked("stocks"), Wishes(5, keep=("C4",)))
    assert "C2" in found.changes and "C4" not in found.changes
    assert "Hidden first are the 2 cells" in found.sentence


def test_where_the_table_alone_would_hide_the_same_this_is_said():
    before = BEFORE.replace("B,20,12,18,50", "B,*,*,18,50").replace("C,*,*,25,60", "C,27,8,25,60")
    found = propose(checked("same_people", before=before), Wishes(5))
    assert found.sentence.endswith("By itself the table would hide the same.")


def test_people_in_several_of_the_cells_that_the_table_could_hide_are_counted_once():
    office = "Area,a,b,All\nA,3,100,103\nB,20,120,140\nAll,23,220,243\n"
    before = office.replace("A,3,100", "A,*,*").replace("B,20,120", "B,*,*")
    found = propose(checked("stocks", office, before), Wishes(5, keep=("C2",)))
    assert "could hide 3 cells beyond small counts (243 people, in cells that add up to 263)" in found.sentence


def test_what_can_be_had_in_place_of_what_was_asked_for_costs_people_and_no_made_up_prices():
    with pytest.raises(ValueError, match="cannot be protected") as told:
        propose(checked("same_people"), Wishes(5, keep=("D2", "C2")))
    assert "It costs 45 people in complementary cells" in str(told.value)
