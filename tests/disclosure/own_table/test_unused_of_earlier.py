import pytest

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.own_table import Wishes, check_table, propose
from disclosure.own_table.repairing import without_shares
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.unused_of_earlier import known_beside
from disclosure.repair.hiding import hide

SHARES = "district,men,women,All,men %\nAsh,<3,x,10,{}\nOak,x,x,160,{}\nElm,6,11,17,35\nAll,98,89,187,52\n"
COUNTS = "district,men,women,All\nAsh,2,8,10\nOak,90,70,160\nElm,6,11,17\nAll,98,89,187\n"
ANSWERS = {"mark <3": "1 to 2", "mark x": "covers", "earlier": "same_people", "cover district": "yes"}
ANSWERS |= {"cover column": "yes", "sums of percentages": "yes", "rounding of percentages": "half up"}


def beside(*shares, relation="same_people"):
    names = (("now", COUNTS.replace("Ash,2", "Ash,<3")), ("before", SHARES.format(*shares)), ("office", COUNTS))
    table, earlier, counts = (FileInMemory(f"{name}.csv", text.encode()) for name, text in names)
    return check_table(table, office=counts, earlier=earlier, answers=ANSWERS | {"earlier": relation})


def test_what_percentages_that_were_made_to_add_up_give_away_whatever_is_hidden_is_said():
    """20 % of 10 are 2, and the repair said no more than that it did not use percentages."""
    said = "Whatever is hidden here, the percentages of before.csv leave less open than was asked for: Ash | men."
    assert propose(beside("20", "56"), Wishes(3)).sentence.startswith(said)


def test_running_totals_beside_percentages_are_refused_by_the_names_that_their_cells_have_there():
    """Nobody is new in Ash, where 2 of 10 were men: this was proposed, for that cell has one more label there."""
    with pytest.raises(ValueError, match=r"beside the percentages of before.csv, less is left open .*Ash \| men"):
        propose(beside("20", "56", relation="nested"), Wishes(3))


def test_what_is_known_only_beside_what_would_be_printed_is_refused():
    check, defence = beside("", "56"), SuppressComplementary(3)
    counted = without_shares(check.counted)
    alone = hide(counted, defence.rule, [counted.cells["count"].eq(2).to_numpy(dtype=bool)])
    with pytest.raises(ValueError, match=r"beside the percentages of before.csv, less is left open .*Ash \| men"):
        known_beside(defence, counted, alone, check.earlier)


def test_without_such_percentages_nothing_is_said():
    check = beside("20", "56")
    assert known_beside(SuppressComplementary(3), without_shares(check.counted), check.release, None) == ""


TWO_WAYS = "Area,a,b,All\nMen,3,9,12\nWomen,28,8,36\nYoung,20,10,30\nOld,11,7,18\nAll,31,17,48\n"


def two_ways(before, relation="nested"):
    names = (("now", TWO_WAYS.replace("Men,3", "Men,*")), ("before", before), ("office", TWO_WAYS))
    table, earlier, counts = (FileInMemory(f"{name}.csv", text.encode()) for name, text in names)
    told = {"mark *": "1 to 4", "covering *": "small counts only", "mark x": "covers", "rounding": "not rounded"}
    told |= {f"earlier edition: {name}": answer for name, answer in told.items()}
    return check_table(table, office=counts, earlier=earlier, answers=told | {"earlier": relation})


def test_a_repair_that_running_totals_of_several_tables_undo_is_refused():
    """Nobody is new: the 9 men of the earlier edition left 3 of the 12, and this was proposed without a word."""
    before = TWO_WAYS.replace("Men,3,9,12", "Men,*,9,x").replace("Women,28,8,36", "Women,x,8,x")
    assert propose(two_ways(before), Wishes(5)).changes.keys() == {"D2", "B3", "D3"}
    with pytest.raises(
        ValueError, match=r"less is left open .* Men\), and no repair can use running totals of several"
    ):
        propose(two_ways(before), Wishes(5, keep=("D2",)))


def test_what_must_be_published_of_two_breakdowns_is_not_hidden_again():
    before = TWO_WAYS.replace("Men,3,9,12", "Men,*,9,x").replace("Women,28", "Women,x")
    assert propose(two_ways(before, "same_people"), Wishes(5)).changes.keys() == {"D2", "B3"}
    assert propose(two_ways(before, "same_people"), Wishes(5, keep=("D2",))).changes.keys() == {"B3"}
