"""Thresholds in use have a reason and a source, and stand in order."""

import pytest

from disclosure.rules import THRESHOLDS_IN_USE, NKRule, PPercentRule, Rule


def test_a_rule_hides_below_and_never_at_the_threshold():
    assert [Rule(5).hides(count) for count in (0, 1, 4, 5)] == [False, True, True, False]


@pytest.mark.parametrize("threshold", [1, 0, -3])
def test_a_rule_that_hides_nothing_is_refused(threshold):
    with pytest.raises(ValueError, match="choose 2 or more"):
        Rule(threshold)


def test_landmarks_are_in_order_and_sourced():
    assert [rule.k for rule in THRESHOLDS_IN_USE] == sorted({rule.k for rule in THRESHOLDS_IN_USE})
    assert all(rule.source and rule.rule.endswith(".") for rule in THRESHOLDS_IN_USE)


@pytest.mark.parametrize("p", [0, 101, 2.5])
def test_a_share_of_nothing_or_more_than_all_is_refused(p):
    with pytest.raises(ValueError, match="per cent from 1 to 100"):
        PPercentRule(p)


@pytest.mark.parametrize(("n", "k", "sentence"), [(0, 90, "1 contributor or more"), (2, 100, "from 1 to 99")])
def test_an_n_k_rule_that_hides_nothing_is_refused(n, k, sentence):
    with pytest.raises(ValueError, match=sentence):
        NKRule(n, k)


def test_dominance_begins_beyond_the_share_and_not_at_it():
    assert [PPercentRule(10).dominates([100, 50], total) for total in (159, 160)] == [True, False]
    assert [NKRule(2, 75).dominates([100, 50], total) for total in (199, 200)] == [True, False]


def test_levels_are_those_of_the_handbook_and_whole() -> None:
    """p %: 10 % of 905 is 90.5, less the 20 that are left: 70.5. (2, 75): 985 is 75 % of 1313.3, less 1005: 308.3."""
    assert PPercentRule(10).protection_level([905, 80], 1_005) == 71
    assert NKRule(2, 75).protection_level([905, 80], 1_005) == 309
    assert PPercentRule(10).protection_level([1], 1) == 1
    assert NKRule(1, 99).protection_level([50], 50) == 1


def test_a_cell_is_dominated_just_where_it_needs_a_level() -> None:
    for rule in (PPercentRule(10), PPercentRule(100), NKRule(1, 60), NKRule(2, 75)):
        for total in range(150, 400):
            assert rule.dominates([100, 50], total) == (rule.protection_level([100, 50], total) > 0)


def test_the_smallest_printed_amount_is_just_not_dominated() -> None:
    for rule in (PPercentRule(1), PPercentRule(100), NKRule(1, 60, secret=False), NKRule(3, 70, secret=False)):
        least = rule.smallest_printed
        assert least >= 2
        assert rule.fewest_printed <= least
        for total in range(1, least + 1):
            assert rule.dominates([1] * min(total, rule.contributors), total) == (total < least)
    assert (NKRule(3, 70).fewest_printed, NKRule(3, 70).smallest_printed) == (2, 2)


def test_zeros_are_not_hidden_for_their_own_sake() -> None:
    for rule in (PPercentRule, NKRule):
        with pytest.raises(ValueError, match="zeros is 'hidden'"):
            rule(*[10, 90][: 2 if rule is NKRule else 1], zeros="hidden")


@pytest.mark.parametrize("mark", [5, "", "  ", "\u200b", "5", "1,234", None])
@pytest.mark.parametrize(
    "make",
    [
        lambda **marks: Rule(5, **marks),
        lambda **marks: PPercentRule(10, **marks),
        lambda **marks: NKRule(1, 80, **marks),
    ],
)
def test_what_is_no_mark_is_refused(make, mark):
    with pytest.raises(ValueError, match=r"^mark is .*choose a text such as 'c'"):
        make(mark=mark)
    if mark is not None:
        with pytest.raises(ValueError, match=r"^complementary_mark is "):
            make(complementary_mark=mark)


@pytest.mark.parametrize("mark", ["c", "*", "…", "<5", ":", "x1"])
def test_signs_that_offices_print_are_marks(mark):
    assert Rule(5, mark=mark, complementary_mark=mark).mark == mark
