"""The repair of a sheet: the cells that change, their price, and what may not be promised."""

import pandas as pd
import pytest

from disclosure.audit import Outsider, audit
from disclosure.marks import NOT_COVERED_MARK
from disclosure.own_table import check_table
from disclosure.own_table.repairing import propose
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.wishes import Wishes
from disclosure.own_table.writing import same_shape
from tests.disclosure.own_table.example import OFFICE, T1, csv_bytes, t1_check


def test_the_repair_of_t1_is_the_one_that_enumeration_found():
    check = t1_check()
    found = propose(check, Wishes(5))
    assert dict(found.changes) == {"C5": "c", "E7": "c"} and found.people == 28 and found.proved
    assert found.sentence == (
        "Hide 2 more: 28 people, 2 cells; nothing cheaper. Of 4 small counts, readers will still know more than the "
        "mark says: B5 2 to 3, B6 3 to 4, E6 3 to 4, C7 1 to 2. A larger width leaves more open."
    )
    assert not (audit(found.release, Outsider())["verdict"] == "exact").any()
    written = same_shape(check.as_read.sheet, csv_bytes(T1), found.changes).content.decode()
    assert written == T1.replace("<5,17,64", "<5,c,64").replace("<5,23,11", "<5,23,c")


def test_more_is_asked_for_and_costs_more():
    prices = [propose(t1_check(), wishes).people for wishes in (Wishes(5), Wishes(5, width=3), Wishes(10))]
    assert prices[0] < prices[1] and prices[0] < prices[2]
    assert propose(t1_check(), Wishes(5, against="alone")).people >= prices[0]


def test_all_small_counts_get_another_mark_where_more_are_hidden_than_the_tables_own_mark_says():
    """A count of 7 had the mark "<5"."""
    check = t1_check()
    found = propose(check, Wishes(10, mark="x"))
    before = [address for address, kind in check.as_read.kinds.items() if kind == "hidden"]
    assert {found.changes[address] for address in ("C6", "B7", "B8", "E8", *before)} == {"<10"}
    assert set(found.changes.values()) == {"<10", "x"} and "too small to be printed" in found.sentence
    assert (
        f"Hide {len(found.changes) - len(before)} more" in found.sentence
        and "<10: a count from 1 to 9." in found.footnote
    )
    assert set(propose(check, Wishes(5, mark="x")).changes.values()) == {"x"}


def test_a_small_count_gets_the_mark_of_small_ones_however_many_cells_cover_others():
    table = "district,men,women,All\nAsh,*,x,10\nOak,x,x,16\nElm,6,1,7\nAll,17,16,33\n"
    office = "district,men,women,All\nAsh,2,8,10\nOak,9,7,16\nElm,6,1,7\nAll,17,16,33\n"
    found = propose(brought(table, office, **{"mark *": "1 to 2", "mark x": "covers"}), Wishes(3))
    assert found.changes == {"B4": "x", "C4": "*"}


def test_what_is_hidden_already_stays_hidden_and_then_nothing_is_called_cheapest():
    table = T1.replace('"1,204"', "c").replace("A true zero", "c: covers others. A true zero")
    found = propose(brought(table, OFFICE, **{"mark c": "covers"}), Wishes(5))
    hidden = found.release.cells.set_index(list(found.release.by))["mark"]
    assert hidden["Ashfield", "40–64"] == "c" and "D4" not in found.changes and not found.proved
    assert set(found.changes.values()) == {"c"} and found.mark == "c" and not found.footnote


SCHOOLS = """School;Pupils;SEN n;SEN %
Hillcrest;212;*;0,9
Marlow Road;148;*;0,0
St. Ann;1.043;57;5,5
Weir Lane;96;*;4,2
Oakfield;348;9;2,6
All schools;1.847;72;3,9
* fewer than 5 pupils (including none);;;
"""
SCHOOLS_OFFICE = SCHOOLS.replace("212;*", "212;2").replace("148;*", "148;0").replace("96;*", "96;4")


def brought(text, office, **answers):
    files = (FileInMemory(f"{name}.csv", text.encode()) for name, text in (("t", text), ("office", office)))
    table, true = files
    return check_table(table, office=true, answers=answers)


def test_percentages_beside_hidden_counts_are_hidden_with_them():
    check = brought(SCHOOLS, SCHOOLS_OFFICE)
    assert (check.findings["verdict"] == "exact").any()
    found = propose(check, Wishes(5))
    assert dict(found.changes) == {"D2": "*", "D3": "*", "D5": "*"}
    assert found.sentence.startswith("Hide 3 percentages that could tell of hidden counts, and nothing else. Nobody")
    repaired = same_shape(check.as_read.sheet, SCHOOLS.encode(), found.changes)
    again = check_table(repaired, answers=check.answers).findings
    assert not (again["verdict"] == "exact")[again["role"] == "primary"].any()


def test_people_who_stand_in_several_hidden_cells_are_counted_once():
    columns = ["district", "men", "women", "All"]
    rows = [["Ash", "1", "40", "41"], ["Oak", "2", "30", "32"], ["Total", "3", "70", "73"]]
    found = propose(check_table(pd.DataFrame(rows, columns=columns)), Wishes(5))
    assert found.people == 73 and len(found.changes) == 6
    assert found.sentence.startswith("Hide 6 more: 73 people, in 6 cells that add up to 146 (3 of them too small")


def test_of_cells_of_several_tables_nobody_knows_who_stands_in_two_of_them():
    rows = [("men", "10"), ("women", "30"), ("young", "3"), ("old", "37"), ("Total", "40")]
    check = check_table(pd.DataFrame(rows, columns=["who", "n"]))
    found = propose(check, Wishes(5))
    assert set(found.changes) == {"B4", "B5"} and found.people == 40
    both = propose(check, Wishes(11))
    assert both.people is None
    assert both.sentence.startswith("Hide 3 more: 3 cells that add up to 53 people (2 of them too small to be printed)")


def test_a_mark_that_stands_in_percentages_only_is_explained_too():
    rows = "Hill;*;0;0,0\nDale;*;0;0,0\nOak;148;30;20,3\nElm;200;20;10,0\nAll;355;50;14,1\n"
    text = f"School;Pupils;SEN n;SEN %\n{rows}"
    office = text.replace("Hill;*", "Hill;3").replace("Dale;*", "Dale;4")
    found = propose(brought(text, office, **{"mark *": "1 to 4"}), Wishes(5))
    assert dict(found.changes) == {"D2": "c", "D3": "c"} and found.footnote.startswith("c: not shown")
    assert found.sentence.startswith("Hide 2 percentages that could tell of hidden counts, and nothing else. Of 2")


def test_cells_that_must_be_published_are_and_that_costs_more():
    found = propose(t1_check(), Wishes(5, keep=("C5",)))
    assert "C5" not in found.changes and found.people > 28
    small = propose(t1_check(), Wishes(10, keep=("C6",)))
    assert "C6" not in small.changes and "B7" in small.changes
    assert len(small.release.must_be_printed) == 1
    assert "Small cells are printed, for they must be: " in small.sentence
    with pytest.raises(ValueError, match="A1 holds no count"):
        propose(t1_check(), Wishes(5, keep=("A1",)))


def test_without_counts_there_is_a_sentence():
    with pytest.raises(ValueError, match="office's own file"):
        propose(t1_check(counts=False), Wishes(5))


HIDDEN_ZERO = "district,men,women,All\nAsh,*,8,10\nOak,9,-,9\nElm,6,*,7\nAll,17,9,26\n"
TRUE_ZERO = "district,men,women,All\nAsh,2,8,10\nOak,9,0,9\nElm,6,1,7\nAll,17,9,26\n"


def test_a_hidden_zero_of_which_nothing_is_told_is_none_that_covers_others():
    """It was said that no whole numbers fit a true table: the zero "had" to be 3 or more."""
    for table, told in ((HIDDEN_ZERO, {"mark *": "1 to 2"}), (HIDDEN_ZERO.replace("-", "*"), {"mark *": "not told"})):
        found = propose(brought(table, TRUE_ZERO, **{"mark -": "not told"} | told), Wishes(3))
        assert found.mark == "c" and "C3" not in found.changes
        marks = found.release.cells.set_index(list(found.release.by))["mark"]
        assert marks["Oak", "women"] == NOT_COVERED_MARK and marks["Elm", "women"] == "*"
    more = propose(brought(HIDDEN_ZERO, TRUE_ZERO, **{"mark *": "1 to 2", "mark -": "not told"}), Wishes(5))
    assert more.changes["B2"] == "<5" and "C3" not in more.changes


def test_a_repair_holds_to_no_less_than_the_marks_of_the_table_say():
    """Cells of 6 and 8 people were printed as "<5"."""
    with pytest.raises(ValueError, match="all counts below 5 are hidden: a repair cannot hold to less, such as 3"):
        propose(t1_check(), Wishes(3))


@pytest.mark.parametrize(
    ("table", "part"),
    [
        ("district,n,m\nAsh,1,9\nOak,9,7\nAll,12,18\nAll includes district not stated\n", "not in the table"),
        ("district,n\nAsh,3\nof which: young,1\nOak,9\nAll,12\n", "the rest of Ash"),
    ],
)
def test_whoever_stands_in_no_line_needs_one(table, part):
    """They were to be "given to the repair"."""
    check = brought(table, table, **{"cover district": "no"})
    with pytest.raises(ValueError, match=f"no line of this table .{part}.*: a repair needs lines for these"):
        propose(check, Wishes(3))


def test_blanks_that_stand_for_small_counts_are_no_more_cells_to_hide():
    """A small count beside them stayed in print; then blanks were counted as if they were hidden anew."""
    table = "district,men,women,All\nAsh,,8,10\nOak,9,7,16\nElm,6,1,7\nAll,17,16,33\n"
    answers = {"mark (blank)": "1 to 2", "covering (blank)": "small counts only"}
    check = brought(table, table.replace("Ash,,", "Ash,2,"), **answers)
    found = propose(check, Wishes(3))
    assert found.changes["C4"] == "<3" and set(found.changes.values()) == {"c", "<3"} and "B2" not in found.changes
    assert found.sentence.startswith(f"Hide {len(found.changes)} more")
    assert propose(check, Wishes(4)).changes["B2"] == "<4"


def test_marks_of_several_rules_are_not_repaired_as_if_they_were_one():
    text = "Area,x,y,All\nA,<5,<10,13\nB,20,30,50\nC,<5,<10,7\nAll,25,45,70\n"
    office = text.replace("<5,<10,13", "4,9,13").replace("<5,<10,7", "1,6,7")
    files = [FileInMemory(name, each.encode()) for name, each in (("t.csv", text), ("o.csv", office))]
    check = check_table(files[0], office=files[1], answers={"mark <5": "1 to 4", "mark <10": "1 to 9"})
    with pytest.raises(ValueError, match="print one mark for all small counts"):
        propose(check, Wishes(5))
