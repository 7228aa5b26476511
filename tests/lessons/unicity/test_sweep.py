"""The sweep is the measure, laid side by side; the trials count what an attacker makes of them."""

from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given

from lessons.unicity.attack import exact_match
from lessons.unicity.measure import unicity
from lessons.unicity.sweep import accusations, doubling, unicity_sweep
from tests.lessons.unicity.small_logs import small_logs

RNG = np.random.default_rng(53)
LOG = pd.DataFrame(
    {"viewer_id": RNG.integers(0, 600, 9_000), "title_id": RNG.integers(0, 40, 9_000), "day": RNG.integers(0, 9, 9_000)}
).assign(stars=pd.NA, genre=lambda log: log["title_id"] // 10)
WAYS = [["title_id"], ["title_id", "day"]]


@cache
def swept():
    return unicity_sweep(LOG, resolutions=WAYS, most=4, n_targets=100)


def test_one_row_per_way_population_and_k():
    keys = swept()[["resolution", "viewers", "k"]]
    assert len(swept()) == 2 * 2 * 4 and not keys.duplicated().any()
    assert swept()["viewers"].unique().tolist() == [300, 600]


def test_each_part_is_the_measure():
    alone = unicity(LOG, by=WAYS[1], most=4, n_targets=100, populations=[300, 600])
    part = swept()[swept()["resolution"] == "title + day"].reset_index(drop=True)
    pd.testing.assert_frame_equal(part[alone.columns], alone)


def test_what_is_published_most_finely_costs_nothing():
    assert swept().groupby("resolution")["utility_lost"].first()["title + day"] == pytest.approx(0)
    assert swept().groupby("resolution")["utility_lost"].first()["title"] > 0.2


def test_where_all_rows_say_the_same_nothing_can_be_lost():
    same = pd.DataFrame({"viewer_id": [1, 2], "title_id": 7, "day": 3, "stars": 4})
    found = unicity_sweep(same, resolutions=WAYS, most=1)
    assert found[["unique", "crowd_largest", "utility_lost"]].to_numpy().tolist() == [[0, 2, 0]] * 2


def test_populations_are_halves():
    assert doubling(12_000) == [375, 750, 1_500, 3_000, 6_000, 12_000]
    assert doubling(499) == [499]


def test_true_things_accuse_nobody_wrongly_and_of_the_absent_nobody_is_right():
    risks = accusations(LOG, by=["title_id"], k=6, n_targets=200).set_index("targets")
    true, wrong, absent = (risks.loc[name] for name in risks.index)
    assert true["wrong"] == 0 and true["right"] > 0
    assert wrong["right"] == absent["right"] == 0
    assert absent["baseline"] == 0 and absent["viewers"] == true["viewers"] - absent["n"]
    assert (risks[["right", "wrong", "abstained"]].sum(axis="columns") == risks["n"]).all()


@given(small_logs())
def test_whoever_has_one_other_like_her_stands_for_him_when_she_is_not_there(log):
    """What ``one_other`` counts: take her out of the log, and exactly one record fits all that is known of her."""
    known = log[["viewer_id", "title_id"]].rename(columns={"viewer_id": "target"})
    with_her = exact_match(log, known, by=["title_id"]).set_index("target")["crowd"]
    for person, crowd in with_her.items():
        without = log[log["viewer_id"] != person]
        guess = exact_match(without, known[known["target"] == person], by=["title_id"]).iloc[0]
        assert guess["declared"] == (crowd == 2)
