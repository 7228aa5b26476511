"""What the lesson on unicity claims, held against five worlds."""

from functools import cache

import pytest

from lessons.unicity.measure import unicity
from lessons.unicity.release import pseudonymous_log
from lessons.unicity.sweep import accusations, unicity_sweep
from tests.lessons.worlds import every_seed, world

WAYS = [["title_id", "day"], ["title_id", "week"], ["title_id"], ["genre", "week"], ["genre", "month"]]


@cache
def log(seed):
    return pseudonymous_log(world(seed).views, world(seed).titles, world(seed).ratings)


@cache
def swept(seed):
    return unicity_sweep(log(seed), resolutions=WAYS, populations=[250, 500, 1_000, 2_000])


def shares(seed, resolution, viewers=2_000):
    found = swept(seed)[(swept(seed)["resolution"] == resolution) & (swept(seed)["viewers"] == viewers)]
    return found.set_index("k")["unique"]


@every_seed
@pytest.mark.parametrize(("resolution", "k"), [("title + day", 1), ("title + week", 1), ("title", 4), ("title", 8)])
def test_unicity_at_fixed_k_falls_with_the_population(seed, resolution, k):
    of_one_k = swept(seed)[(swept(seed)["resolution"] == resolution) & (swept(seed)["k"] == k)]
    assert of_one_k["unique"].is_monotonic_decreasing
    smallest, largest = of_one_k.iloc[0], of_one_k.iloc[-1]
    assert largest["high"] < smallest["low"]


@every_seed
def test_two_more_points_undo_blurring_days_to_weeks(seed):
    days, weeks = shares(seed, "title + day"), shares(seed, "title + week")
    assert all(weeks[k + 2] >= days[k] for k in range(1, 7) if days[k] < 0.99)
    assert weeks[1] < days[1] / 2 and weeks[2] < days[2]


@every_seed
def test_four_evenings_single_most_people_out(seed):
    assert shares(seed, "title + day")[4] > 0.9 > 0.5 > shares(seed, "title")[4]


@every_seed
def test_genres_and_months_hide_people_and_cost_most(seed):
    price = swept(seed).groupby("resolution")["utility_lost"].first()
    assert shares(seed, "genre + month").max() < 0.01
    assert price["genre + month"] == price.max() > 0.5
    assert price["title + day"] < price["title + week"] < price["genre + week"]


@every_seed
def test_a_unique_fit_is_a_wrong_accusation_when_a_thing_is_wrong_or_the_person_is_not_there(seed):
    risks = accusations(log(seed), by=["title_id", "week"], k=2).set_index("targets")
    true, wrong, absent = (risks.loc[name] for name in risks.index)
    assert true["right"] > true["n"] / 2 and true["wrong"] == 0
    assert true["low"] > true["baseline"] / true["n"]
    assert wrong["right"] == absent["right"] == 0 < min(wrong["wrong"], absent["wrong"])
    assert absent["abstained"] > absent["n"] / 2


@every_seed
def test_most_crowds_of_four_titles_are_larger_than_one_and_the_measure_repeats(seed):
    found = unicity(log(seed), most=4, n_targets=500)
    assert found["crowd_median"].iloc[-1] > 1
    assert found["crowd_median"].is_monotonic_decreasing
