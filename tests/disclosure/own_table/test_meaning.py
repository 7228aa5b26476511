import pytest

from disclosure.own_table.meaning import COVERING, COVERING_ZEROS, Meaning
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


def test_two_marks_of_small_counts_are_one_looser_rule():
    meaning = Meaning({"<5": "1 to 4", "<10": "0 to 9"})
    assert meaning.is_loosened and meaning.rule() == Rule(10, "hidden", mark="<5")
    assert Meaning({"-": "zero"}).is_nothing("-") and not Meaning({"<5": "1 to 4"}).is_loosened
