"""What the lesson on noise claims, held against five worlds. A bound is broken by an interval, not by a number."""

from functools import cache

import pandas as pd

from disclosure.measures.risk import wilson_interval
from disclosure.tables.count_table import count_table
from lessons.noise.promise import at_most
from lessons.noise.release import rounded_to_tens, titles_of_profiles
from lessons.noise.strangers import left_out, tied_films
from lessons.noise.sweep import (
    by_size,
    kept_sweep,
    measured,
    promise_sweep,
    refresh_sweep,
    tops_sweep,
    units_sweep,
)
from tests.lessons.worlds import SEEDS, every_seed, world


@cache
def rows(seed):
    return titles_of_profiles(world(seed).views)


SURELY = 4.5
"""Standard errors: of the bounds that are tested here, not one in ten thousand runs would break one by chance."""


def surely(found):
    """Between which shares the long run surely lies, row by row."""
    ends = [wilson_interval(right, n, z=SURELY) for right, n in zip(found["right"], found["n"], strict=True)]
    return pd.DataFrame(ends, index=found.index, columns=["low", "high"])


def number(seed):
    """Noise of its own for each world."""
    return SEEDS.index(seed)


@every_seed
def test_no_measured_share_is_surely_above_its_promise(seed):
    found = promise_sweep([0.5, 1.0, 2.0], seed=number(seed))
    assert (surely(found)["low"] <= found["promise"]).all()


@every_seed
def test_the_attacker_meets_the_promise(seed):
    """So it cannot be made smaller: the attack proves nearly all of epsilon."""
    found = promise_sweep([0.5, 1.0, 2.0], seed=number(seed))
    assert (surely(found)["high"] >= found["promise"]).all() and (found["proved"] >= 0.9 * found["epsilon"]).all()


@every_seed
def test_work_after_the_noise_breaks_no_promise(seed):
    for others in (40, 44):
        found = measured(1.0, afterwards=rounded_to_tens, others=others, seed=number(seed))
        assert wilson_interval(found["right"], found["n"], z=SURELY)[0] <= at_most(1.0)


@every_seed
def test_noise_for_a_view_does_not_hide_a_profile_and_noise_for_a_profile_does(seed):
    found = units_sweep(rows(seed), epsilon=1.0, keep=20, trials=500, seed=number(seed)).set_index(["who", "unit"])
    assert found.loc[("median", "per view"), "share"] >= 0.95
    assert surely(found).loc[("lightest", "per view"), "low"] > at_most(1.0)
    assert (surely(found)["low"] <= found["promise"]).all()


@every_seed
def test_the_best_number_of_titles_to_keep_lies_between_one_and_all(seed):
    most = int(rows(seed)["viewer_id"].value_counts().max())
    found = kept_sweep(rows(seed), world(seed).titles, [1, 20, 50, 100, most], epsilon=1.0, draws=1)
    best = found["off"].idxmin()
    assert best not in (found.index[0], found.index[-1])
    assert found["top"].iloc[-1] < found["top"].max() and found["off"].iloc[-1] > 2 * found["off"].min()


@every_seed
def test_small_groups_pay_most_and_come_out_too_large(seed):
    table = count_table(world(seed).viewers, by="region", totals=False)
    found = by_size(table, epsilon=0.2, draws=60)
    assert found["off_share"].is_monotonic_decreasing
    assert found["printed"].iloc[0] > found["true"].iloc[0]


@every_seed
def test_fresh_noise_wears_off(seed):
    found = refresh_sweep([1, 365], epsilon=0.2, trials=1_000, seed=number(seed))
    assert found["share"].iloc[0] <= 0.6 and found["share"].iloc[1] >= 0.85
    assert (surely(found)["low"] <= found["promise"]).all()


@every_seed
def test_the_mechanism_that_fits_the_question_is_right_more_often(seed):
    found = tops_sweep(rows(seed), world(seed).titles, epsilon=0.1, times=40).set_index("way")
    assert found.loc["name", "low"] > found.loc["all counts", "high"] or found.loc["all counts", "right"] == 0
    assert found.loc["name", "viewers"] > 0.97 * found.loc["name", "of"]


@every_seed
def test_of_whoever_was_left_out_as_much_is_learnt(seed):
    found, blind = left_out(rows(seed), tied_films(rows(seed)), epsilon=1.0, most=30)
    assert found.low <= 0 <= found.high and found.right_without / found.n_without > blind
