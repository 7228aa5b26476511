"""One's own table under another threshold."""

import pandas as pd
import pytest

from disclosure.own_table import check_table
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.thresholds import at_threshold
from tests.disclosure.own_table.example import t1_check


def test_the_tables_own_threshold_gives_what_enumeration_gave():
    found = at_threshold(t1_check(), 5)
    assert found.cells == {"B5": ("x", 3, 3), "B6": ("x", 3, 3), "E6": ("x", 4, 4), "C7": ("x", 2, 2)}
    assert found.sentence == (
        "4 cells are hidden below 5. 4 of them can be worked out by anybody who reads the table. "
        "A quick repair hides more: 28 people."
    )


def test_a_higher_threshold_hides_more_and_whoever_is_alone_knows_more():
    low, high = (at_threshold(t1_check(), k) for k in (3, 15))
    assert low.cells.keys() < high.cells.keys()
    check = t1_check()
    readers, alone = (at_threshold(check, 10, look).cells for look in ("readers", "alone"))
    assert readers.keys() == alone.keys()
    assert all(alone[a][2] - alone[a][1] <= readers[a][2] - readers[a][1] for a in readers)


def test_without_counts_nothing_can_be_tried():
    with pytest.raises(ValueError, match="office's own file"):
        at_threshold(t1_check(counts=False), 5)


def test_of_several_tables_the_price_is_said_as_the_sum_that_it_is():
    rows = [("men", "10"), ("women", "30"), ("young", "3"), ("old", "37"), ("Total", "40")]
    found = at_threshold(check_table(pd.DataFrame(rows, columns=["who", "n"])), 11)
    assert found.sentence.endswith("A quick repair hides more: cells that add up to 67 people.")


def test_it_is_said_that_percentages_are_thought_to_be_hidden_too():
    rows = [("Ash", "2", "5.0"), ("Oak", "18", "45.0"), ("Elm", "20", "50.0"), ("All", "40", "100.0")]
    told = {"rounding of percentages": "half up", "sums of percentages": "no"}
    check = check_table(pd.DataFrame(rows, columns=["district", "n", "n %"]), answers=told)
    said = "That holds if percentages that could tell of hidden counts are hidden, too."
    assert said in at_threshold(check, 5).sentence and said not in at_threshold(t1_check(), 5).sentence


def test_one_hidden_cell_is_it_and_none_of_them():
    """ "1 of them can be worked out" was said of one cell."""
    found = check_table(pd.DataFrame([("Ash", "9"), ("Oak", "3"), ("All", "12")], columns=["who", "n"]))
    assert at_threshold(found, 5).sentence.startswith("1 cell is hidden below 5. It can be worked out by anybody")


NOW = "Area,a,b,c,All\nA,<5,<5,10,16\nB,<5,<5,8,13\nAll,6,5,18,29\n"
OFFICE = NOW.replace("A,<5,<5", "A,3,3").replace("B,<5,<5", "B,3,2")
BEFORE = NOW.replace("A,<5,<5", "A,<5,3").replace("B,<5,<5", "B,<5,2")


def beside(relation, before=BEFORE):
    texts = {"now": NOW, "before": before, "office": OFFICE}
    table, earlier, counts = (FileInMemory(f"{name}.csv", text.encode()) for name, text in texts.items())
    told = {"mark <5": "1 to 4"} | ({"earlier": relation} if relation else {})
    told |= {"earlier edition: mark x": "covers", "earlier edition: cover Area": "yes"} if "x" in before else {}
    return at_threshold(check_table(table, earlier=earlier, office=counts, answers=told), 5)


@pytest.mark.parametrize("relation", ["same_people", "nested"])
def test_readers_of_an_earlier_edition_work_out_what_the_table_alone_leaves_open(relation):
    """ "None of them was worked out by anybody who reads the table. Nothing else has to be hidden." """
    found = beside(relation)
    assert found.cells == {"B2": ("x", 3, 3), "C2": ("x", 3, 3), "B3": ("x", 3, 3), "C3": ("x", 2, 2)}
    assert "4 of them can be worked out by anybody who reads the table and before.csv." in found.sentence


def test_what_the_table_would_tell_of_the_earlier_edition_is_said():
    before = BEFORE.replace("A,<5,3,10,16", "A,<5,<5,x,x").replace("B,<5,2,8,13", "B,<5,<5,x,x")
    said = (
        "this table tells more than that edition does by itself of 4 cells that it hid: A, c, D2 of before.csv (exactly"
    )
    assert said in beside("same_people", before).sentence


@pytest.mark.parametrize(
    ("relation", "before", "said"),
    [
        ("", BEFORE, "before.csv is not laid beside this table yet"),
        ("same_people", BEFORE.replace("3,10,16", "3,9,15").replace("2,8,13", "2,9,14"), "before.csv do not fit"),
        ("same_people", BEFORE.replace("<5,3", "<5,4").replace("<5,2", "<5,1"), "before.csv do not fit"),
        ("same_people", "Area,a\nA,9\nAll,9\n", "before.csv was not laid beside this one"),
    ],
)
def test_where_the_edition_is_not_used_that_comes_first_and_no_repair_is_priced(relation, before, said):
    found = beside(relation, before).sentence
    assert said in found.partition(" What is said here")[0]
    assert "What is said here holds for this table by itself: a reader of both may know more. 4 cells" in found
    assert found.endswith(
        "None of them was worked out by anybody who reads the table. What a repair would cost is not "
        "said, for it could be undone."
    )


def test_that_differences_of_stocks_are_not_used_is_said():
    said = "Not used are differences to the earlier edition before.csv, for the two are counts of two dates"
    assert said in beside("stocks").sentence
