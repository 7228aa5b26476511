"""Sweeps on a small service, where most can be said beforehand."""

import numpy as np
import pandas as pd
import pytest

from disclosure.tables.count_table import count_table
from lessons.noise.promise import at_most, long_run
from lessons.noise.release import rounded_to_tens
from lessons.noise.sweep import (
    by_size,
    kept_sweep,
    measured,
    promise_sweep,
    refresh_sweep,
    tops_sweep,
    units_sweep,
)

TITLES = pd.DataFrame({"title_id": range(40), "title": [f"Film {number}" for number in range(40)]})
RNG = np.random.default_rng(53)
ROWS = pd.DataFrame(
    [
        (viewer, title)
        for viewer in range(300)
        for title in np.flatnonzero(RNG.random(40) < (viewer % 30 + 1) / 40 * np.linspace(1, 0.1, 40))
    ],
    columns=["viewer_id", "title_id"],
)


@pytest.mark.parametrize(("epsilon", "sensitivity", "counts"), [(1.0, 1, 1), (0.2, 1, 30), (1.0, 20, 20), (0.5, 1, 2)])
def test_what_is_measured_is_what_the_long_run_says(epsilon, sensitivity, counts):
    found = measured(epsilon, sensitivity=sensitivity, counts=counts, trials=20_000)
    share = long_run(epsilon, sensitivity, counts)
    assert abs(found["share"] - share) < 5 * np.sqrt(0.25 / found["n"])
    assert found["right"] + found["wrong"] == found["n"] == 40_000 and found["low"] < found["share"] < found["high"]


def test_rounding_takes_all_or_nothing():
    at_forty = measured(2.0, afterwards=rounded_to_tens, trials=5_000)
    at_the_edge = measured(2.0, afterwards=rounded_to_tens, others=44, trials=5_000)
    assert abs(at_forty["share"] - 0.5) < 0.02 and abs(at_the_edge["share"] - at_most(2.0)) < 0.02


def test_promises_stand_beside_what_was_measured():
    found = promise_sweep([0.5, 2.0], trials=2_000)
    assert found["promise"].tolist() == [at_most(0.5), at_most(2.0)] and found["error"].is_monotonic_decreasing


def test_three_profiles_with_two_units():
    found = units_sweep(ROWS, epsilon=1.0, keep=5, trials=500)
    assert found["who"].tolist() == ["lightest"] * 2 + ["median"] * 2 + ["heaviest"] * 2
    assert found.loc[found["unit"].eq("per profile"), "counted"].max() == 5
    assert found.loc[found["unit"].eq("per profile"), "promise"].tolist() == [at_most(1.0)] * 3


def test_what_is_kept_costs_and_what_is_left_out_costs():
    found = kept_sweep(ROWS, TITLES, [1, 3, 40], epsilon=5.0, draws=1)
    assert found["cut"].is_monotonic_decreasing and found["cut"].iloc[-1] == 0
    assert found["noise"].is_monotonic_increasing and found["right"].is_monotonic_decreasing
    assert found["lost"].between(0, 1).all() and found["top"].between(0, 10).all()


def test_small_groups_are_off_by_a_larger_part():
    people = pd.DataFrame({"place": ["a"] * 4 + ["b"] * 20 + ["c"] * 50 + ["d"] * 200})
    found = by_size(count_table(people, by="place", totals=False), epsilon=0.3)
    assert found["true"].tolist() == [4, 20, 50, 200] and found["groups"].tolist() == [1] * 4
    assert found["off_share"].is_monotonic_decreasing and found["emptied"].iloc[0] > 0 == found["emptied"].iloc[-1]


def test_more_prints_tell_more():
    found = refresh_sweep([1, 50], epsilon=0.2, trials=1_000)
    assert found["share"].is_monotonic_increasing and found["spent"].tolist() == pytest.approx([0.2, 10.0])


def test_a_name_is_right_more_often_than_the_first_of_all_counts():
    found = tops_sweep(ROWS, TITLES, epsilon=0.5, times=40).set_index("way")
    assert found.loc["name", "right"] > found.loc["all counts", "right"]
    assert (found["viewers"] <= found["of"]).all()
