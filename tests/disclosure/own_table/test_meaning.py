import pytest

from disclosure.own_table.meaning import COVERING, COVERING_ZEROS, Meaning, base_of
from disclosure.rules import Rule


@pytest.mark.parametrize(
    ("meaning", "rule"),
    [
        (Meaning({"<5": "1 to 4"}), Rule(5, mark="<5")),
        (Meaning({"*": "0 to 4"}), Rule(5, "hidden", mark="*")),
        (Meaning({"*": "1 to 4"}, {"*": COVERING}), Rule(5, mark="*", complementary_mark="*")),
        (Meaning({"*": "1 to 4"}, {"*": COVERING_ZEROS}), Rule(5, "may be hidden", "*", "*")),
        (Meaning({"*": "1 to 4", "x": "covers"}), Rule(5, mark="*", complementary_mark="x")),
        (Meaning({"": "1 to 2"}), Rule(3, mark="(blank)")),
        (Meaning({"x": "not told"}), None),
    ],
)
def test_rules(meaning, rule):
    assert meaning.rule() == rule


def test_marks_of_different_thresholds_are_rules_of_their_own():
    narrow, wide = Meaning({"<10": "0 to 9", "<5": "1 to 4", "-": "zero"}).one_by_one()
    assert narrow.rule() == Rule(5, mark="<5") and narrow.marks["<10"] == "not told" and narrow.is_nothing("-")
    assert wide.rule() == Rule(10, "hidden", mark="<10") and wide.marks["<5"] == "not told"
    one = Meaning({"*": "1 to 4", "c": "1 to 4"})
    assert one.one_by_one() == [one]


def test_bases():
    assert [base_of(words) for words in ("to 5", "to 10, totals added up afterwards", "")] == [5, 10, 1]
