"""Rules beside each other on cells that can be judged in the head; releases beside each other for one insider."""

from disclosure.rules import NKRule, PPercentRule
from lessons.amounts.side_by_side import dominated_by, others_in_words
from tests.lessons.amounts.test_sweep import PUBLISHED, SECOND

RULES = {"p": PPercentRule(10), "one": NKRule(n=1, k=80), "two": NKRule(n=2, k=90)}


def test_shares_are_not_closeness():
    cells = {"two fill it": [480, 480, 40], "one and a crowd": [850] + 10 * [15], "nobody": [300, 280, 220, 200]}
    found = dominated_by(RULES, cells)
    assert found.loc["two fill it"].tolist() == ["hidden", "printed", "hidden"]
    assert found.loc["one and a crowd"].tolist() == ["printed", "hidden", "printed"]
    assert found.loc["nobody"].tolist() == ["printed"] * 3


def test_who_is_in_the_cell_knows_the_others_sum_until_the_repair():
    known = others_in_words(PUBLISHED["p = 10"], SECOND)
    assert known.loc["rule alone"].tolist() == [320, 9670, 9670]
    assert known.loc["repaired", "all others, at most"] >= 9400 * 1.1
