import pytest

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.own_table import Wishes, check_table, propose
from disclosure.own_table.repairing import without_shares
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.unused_shares import known_beside_shares
from disclosure.repair.hiding import hide

SHARES = "district,men,women,All,men %\nAsh,<3,x,10,{}\nOak,x,x,160,{}\nElm,6,11,17,35\nAll,98,89,187,52\n"
COUNTS = "district,men,women,All\nAsh,2,8,10\nOak,90,70,160\nElm,6,11,17\nAll,98,89,187\n"
ANSWERS = {"mark <3": "1 to 2", "mark x": "covers", "earlier": "same_people", "cover district": "yes"}
ANSWERS |= {"cover column": "yes", "sums of percentages": "yes", "rounding of percentages": "half up"}


def beside(*shares):
    names = (("now", COUNTS.replace("Ash,2", "Ash,<3")), ("before", SHARES.format(*shares)), ("office", COUNTS))
    table, earlier, counts = (FileInMemory(f"{name}.csv", text.encode()) for name, text in names)
    return check_table(table, office=counts, earlier=earlier, answers=ANSWERS)


def test_what_percentages_that_were_made_to_add_up_give_away_whatever_is_hidden_is_said():
    """20 % of 10 are 2, and the repair said no more than that it did not use percentages."""
    said = "Whatever is hidden here, the percentages of before.csv leave less open than was asked for: Ash | men."
    assert said in propose(beside("20", "56"), Wishes(3)).sentence


def test_what_is_known_only_beside_what_would_be_printed_is_refused():
    check, defence = beside("", "56"), SuppressComplementary(3)
    counted = without_shares(check.counted)
    alone = hide(counted, defence.rule, [counted.cells["count"].eq(2).to_numpy(dtype=bool)])
    with pytest.raises(ValueError, match=r"beside the percentages of before.csv, less is left open .*Ash \| men"):
        known_beside_shares(defence, counted, alone, check.earlier)


def test_without_such_percentages_nothing_is_said():
    check = beside("20", "56")
    assert known_beside_shares(SuppressComplementary(3), without_shares(check.counted), check.release, None) == ""
