import pytest

from disclosure.own_table import Wishes, check_table
from disclosure.own_table.repair_marks import covering_mark, is_untold, remarked, rule_of, small_mark, zeros_of
from disclosure.own_table.sheets.in_memory import FileInMemory
from tests.disclosure.own_table.example import t1_check

TABLE = "district,men,women,All\nAsh,*,8,10\nOak,9,-,9\nElm,6,-,7\nAll,17,9,26\n"
OFFICE = "district,men,women,All\nAsh,2,8,10\nOak,9,0,9\nElm,6,1,7\nAll,17,9,26\n"


def check_of(**answers):
    table, office = (FileInMemory(name, text.encode()) for name, text in (("t.csv", TABLE), ("o.csv", OFFICE)))
    return check_table(table, office=office, answers=answers)


def test_a_new_mark_stands_nowhere_else():
    assert covering_mark(t1_check(), Wishes(5)) == ("c", True)
    assert covering_mark(t1_check(), Wishes(5, mark="z")) == ("z", True)


def test_a_mark_that_means_something_in_the_table_covers_nothing():
    """Covering cells had the mark of small counts, by wish."""
    with pytest.raises(ValueError, match="'\\*' stands in the table already, and means something else there"):
        covering_mark(check_of(**{"mark *": "1 to 2", "mark -": "not told"}), Wishes(3, mark="*"))


def test_small_counts_have_the_mark_that_says_so_and_not_one_that_says_nothing():
    check = check_of(**{"mark *": "1 to 2", "mark -": "not told"})
    assert small_mark(check, Wishes(3)) == "*" and small_mark(check, Wishes(5)) == "<5"
    assert not remarked(check, Wishes(3)) and remarked(check, Wishes(5))
    assert is_untold(check.release).sum() == 2
    assert rule_of(check).threshold == 3 and zeros_of(check) == "printed"


def test_without_a_rule_small_counts_have_the_mark_of_small_ones():
    check = check_of(**{"mark *": "not told", "mark -": "not told"})
    assert rule_of(check) is None and small_mark(check, Wishes(3)) in ("*", "-")
