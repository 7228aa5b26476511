"""What a room shows keeps its own rules, and tells of no small group, whoever knows these rules."""

import random
from collections import defaultdict
from itertools import product

import pytest

from editions.room.pooling import (
    LEAST_PEOPLE,
    LEAST_TOGETHER,
    MOST_BINS,
    Bin,
    decided,
    fine_bins,
    merged,
    pooled,
    right_and_wrong,
)


def test_under_ten_nothing_is_shown():
    assert pooled([3] * 9, minimum=0, maximum=9) == ()
    assert pooled([3] * 10, minimum=0, maximum=9) == (Bin(0, 9, 10),)


@pytest.mark.parametrize("seed", range(200))
def test_every_guess_is_in_one_bin_of_five_or_more_and_bins_follow_the_scale(seed):
    rng = random.Random(seed)
    low, high, whole = rng.randint(-5, 5), rng.randint(6, 600), rng.random() < 0.7
    draw = rng.randint if whole else rng.uniform
    guesses = [draw(low, high) for _ in range(rng.randint(10, 60))]
    bins = pooled(guesses, minimum=low, maximum=high, whole=whole)
    assert 1 <= len(bins) <= MOST_BINS and sum(group.people for group in bins) == len(guesses)
    assert all(group.people >= LEAST_TOGETHER for group in bins)
    assert bins[0].low == low and bins[-1].high == pytest.approx(high)
    for group in bins:
        last = group is bins[-1]
        within = [g for g in guesses if group.low <= g and (g <= group.high if whole or last else g < group.high)]
        assert len(within) == group.people
    other = [draw(low, high) for _ in guesses]
    ends = {end for part in fine_bins(other, minimum=low, maximum=high, whole=whole) for end in (part.low, part.high)}
    assert {end for group in bins for end in (group.low, group.high)} <= ends


def test_a_short_scale_has_a_bin_for_each_number():
    assert [(part.low, part.high) for part in fine_bins([], minimum=0, maximum=4)] == [(n, n) for n in range(5)]


def test_whoever_knows_the_rules_learns_no_count_that_is_not_shown():
    """Each way in which up to twelve people fall into five parts: what is shown fits more than one, for each part."""
    parts, possible = 5, defaultdict(list)
    for counts in product(range(13), repeat=parts):
        if LEAST_PEOPLE <= sum(counts) <= 12:
            possible[merged([Bin(n, n, people) for n, people in enumerate(counts)])].append(counts)
    assert len(possible) > 10
    for shown, fitting in possible.items():
        alone = {group.low for group in shown if group.low == group.high}
        assert [part for part in range(parts) if part not in alone and len({c[part] for c in fitting}) < 2] == []


def test_right_and_wrong_are_shown_together_or_not_at_all():
    assert right_and_wrong(["a"] * 5 + ["b"] * 5, "a") == (5, 5)
    assert right_and_wrong(["a"] * 4 + ["b"] * 40, "a") is None and right_and_wrong([], "a") is None


def test_a_choice_that_few_or_none_have_taken_hides_all():
    assert decided(["yes"] * 9 + ["no"] * 5, ["yes", "no"]) == {"yes": 9, "no": 5}
    assert decided(["yes"] * 9 + ["no"] * 5, ["yes", "no", "perhaps"]) is None and decided([], []) is None
