"""Unicity by hand, against a literal count, and against the short version that the world is measured by."""

from itertools import combinations, permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_gen import realism
from disclosure.measures import wilson_interval
from lessons.unicity.inverted_index import inverted_index
from lessons.unicity.measure import crowd_sizes, different_places, draw_points, unicity
from tests.lessons.unicity.small_logs import literal_records, small_logs

FOUR = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3, 4, 4], "title_id": [1, 2, 1, 2, 1, 1, 3]})
"""1 and 2 saw the same two titles; 3 saw only the hit; 4 saw the hit and a title of her own."""


def test_by_hand():
    two = unicity(FOUR, most=2).set_index("k").loc[2]
    assert two[["viewers", "n", "left_out", "crowd_median", "crowd_90", "crowd_largest"]].tolist() == [4, 3, 1, 2, 2, 2]
    assert two["unique"] == pytest.approx(1 / 3) and two["one_other"] == pytest.approx(2 / 3)
    assert (two["low"], two["high"]) == wilson_interval(1, 3)


def test_nobody_has_that_many_points():
    three = unicity(FOUR, most=3).set_index("k").loc[3]
    assert (three["n"], three["left_out"]) == (0, 4)
    assert three[["unique", "one_other", "crowd_median", "crowd_largest"]].isna().all()
    assert (three["low"], three["high"]) == (0, 1)


def test_a_title_watched_again_is_one_point():
    again = pd.concat([FOUR, FOUR])
    pd.testing.assert_frame_equal(unicity(again, most=3), unicity(FOUR, most=3))


def test_a_day_makes_another_point_of_the_same_title():
    days = pd.to_datetime(["2017-12-01", "2017-12-02", "2017-12-01"])
    log = pd.DataFrame({"viewer_id": [1, 1, 2], "title_id": 7, "day": days})
    found = unicity(log, by=["title_id", "day"], most=2).set_index("k")
    assert (found.loc[2, "n"], found.loc[2, "left_out"], found.loc[2, "unique"]) == (1, 1, 1)
    assert unicity(log, most=1)["crowd_largest"].tolist() == [2]


def test_everybody_the_same_is_one_crowd():
    same = pd.DataFrame({"viewer_id": np.repeat(np.arange(70), 3), "title_id": np.tile([1, 2, 3], 70)})
    found = unicity(same, most=3)
    assert found["unique"].eq(0).all() and found["crowd_median"].eq(70).all() and found["one_other"].eq(0).all()


def test_crowds_are_those_of_the_population():
    same = pd.DataFrame({"viewer_id": np.repeat(np.arange(70), 2), "title_id": np.tile([1, 2], 70)})
    found = unicity(same, most=1, n_targets=20, populations=[1, 2, 70])
    assert found[["viewers", "n", "crowd_largest"]].to_numpy().tolist() == [[1, 1, 1], [2, 2, 2], [70, 20, 70]]
    assert found[["unique", "one_other"]].to_numpy().tolist() == [[1, 0], [0, 1], [0, 0]]


def test_a_single_viewer_is_unique():
    assert unicity(FOUR[FOUR["viewer_id"] == 4], most=2)["unique"].tolist() == [1, 1]


def test_some_targets_are_drawn_or_all():
    assert unicity(FOUR, most=1, n_targets=3)["n"].tolist() == [3]
    assert unicity(FOUR, most=1, n_targets=None)["n"].tolist() == [4]
    assert unicity(FOUR, most=1, n_targets=99)["n"].tolist() == [4]


def test_the_same_seed_draws_the_same():
    pd.testing.assert_frame_equal(unicity(FOUR, seed=4), unicity(FOUR, seed=4))


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"most": 0}, "most is 0: at least one point"),
        ({"n_targets": 0}, "n_targets is 0: look for at least one person"),
        ({"populations": [2, 5]}, "populations has 5: the log has 4 viewers"),
        ({"populations": [0]}, "populations has 0"),
        ({"by": ["day"]}, "no column 'day'"),
    ],
)
def test_what_cannot_be_counted_is_refused_with_a_sentence(wish, sentence):
    with pytest.raises(ValueError, match=sentence):
        unicity(FOUR, **wish)


def test_an_empty_log_has_no_unicity():
    assert unicity(FOUR.head(0), most=2)["n"].tolist() == [0, 0]


@given(small_logs(), st.integers(0, 99), st.sampled_from([["title_id"], ["title_id", "stars"]]))
def test_crowds_agree_with_a_literal_count(log, seed, by):
    rng = np.random.default_rng(seed)
    index = inverted_index(log, by=by, shuffle=rng)
    records = literal_records(log, by)
    drawn = draw_points(index, index.n_viewers, 5, rng)
    sizes = crowd_sizes(index, drawn)
    for viewer, points, crowds in zip(index.viewers, drawn, sizes, strict=True):
        known = list(index.values_of(points[points >= 0]).itertuples(index=False, name=None))
        assert set(known) <= records[viewer] and len(set(known)) == len(known) == min(5, len(records[viewer]))
        fitting = [sum(set(known[:k]) <= held for held in records.values()) for k in range(1, len(known) + 1)]
        assert crowds.tolist() == fitting + [0] * (5 - len(known))


@given(small_logs(min_size=4), st.integers(0, 99))
def test_a_smaller_population_is_part_of_the_larger_and_its_crowds_are_smaller(log, seed):
    whole = log["viewer_id"].nunique()
    index = inverted_index(log, by=["title_id"], shuffle=np.random.default_rng(seed))
    drawn = draw_points(index, whole, 4, np.random.default_rng(seed))
    half = max(1, whole // 2)
    smaller = crowd_sizes(index.first(half), drawn[:half])
    assert (smaller <= crowd_sizes(index, drawn)[:half]).all()
    part = log[log["viewer_id"].isin(index.viewers[:half])]
    records = literal_records(part, ["title_id"])
    for points, crowds in zip(drawn[:half], smaller, strict=True):
        known = set(index.values_of(points[points >= 0]).itertuples(index=False, name=None))
        assert not known or (crowds.max() and crowds[len(known) - 1] == sum(known <= held for held in records.values()))


def test_crowds_do_not_depend_on_how_many_are_counted_at_once(monkeypatch):
    from importlib import import_module

    rng = np.random.default_rng(1)
    log = pd.DataFrame({"viewer_id": rng.integers(0, 300, 4_000), "title_id": rng.integers(0, 30, 4_000)})
    index = inverted_index(log, by=["title_id"])
    drawn = draw_points(index, 300, 8, rng)
    at_once = crowd_sizes(index, drawn)
    monkeypatch.setattr(import_module("lessons.unicity.measure"), "AT_ONCE", 300)
    assert (crowd_sizes(index, drawn) == at_once).all()


def test_every_order_of_places_is_drawn_equally_often():
    places = different_places(np.full(24_000, 4), 3, np.random.default_rng(53))
    orders, counts = np.unique(places, axis=0, return_counts=True)
    assert [tuple(order) for order in orders.tolist()] == sorted(permutations(range(4), 3))
    assert abs(counts - 1_000).max() < 5 * np.sqrt(1_000)


def test_the_average_over_seeds_is_the_share_over_all_choices():
    """All sets of two titles of all people, each person counting the same."""
    records = [held for held in literal_records(FOUR, ["title_id"]).values() if len(held) >= 2]
    records[0] |= {(9,)}
    log = pd.DataFrame([(who, title) for who, held in enumerate(records) for (title,) in held])
    log.columns = ["viewer_id", "title_id"]
    alone = [
        np.mean([sum(set(two) <= held for held in records) == 1 for two in combinations(mine, 2)]) for mine in records
    ]
    found = np.mean([unicity(log, most=2, seed=seed)["unique"].iloc[1] for seed in range(600)])
    assert found == pytest.approx(np.mean(alone), abs=0.04)


@given(small_logs(min_size=6), st.integers(1, 3), st.integers(0, 99))
def test_on_the_same_titles_the_world_is_measured_the_same(log, k, seed):
    """`data_gen.realism` has a short version of its own; on one draw, both count the same."""
    seen = realism.seen_matrix(log)
    enough = seen.sum(axis=1) >= k
    if enough.any():
        seen, titles = seen[enough], np.sort(log["title_id"].unique())
        drawn = realism._random_titles(seen, k, np.random.default_rng(seed))
        literal = realism._singled_out(np.packbits(seen.T.astype(bool), axis=1), drawn)
        index = inverted_index(log, by=["title_id"])
        points = index.numbers(pd.DataFrame({"title_id": titles[drawn].ravel()})).reshape(drawn.shape)
        assert (crowd_sizes(index, points)[:, -1] == 1).mean() == literal


@pytest.mark.parametrize("seed", range(5))
def test_where_there_is_no_choice_the_world_is_measured_the_same(seed):
    """Everybody has exactly k titles, or fewer: the same people are unique whatever is drawn."""
    rng, k = np.random.default_rng(seed), 3
    many = [(who, title) for who in range(40) for title in rng.choice(6, k, replace=False)]
    few = [(40 + who, title) for who in range(10) for title in rng.choice(6, k - 1, replace=False)]
    log = pd.DataFrame(many + few, columns=["viewer_id", "title_id"])
    ours = unicity(log, most=k).iloc[-1]
    assert 0 < ours["unique"] < 1 and ours["left_out"] == 10
    assert realism.unicity(realism.seen_matrix(log), k) == pytest.approx(ours["unique"], abs=1e-12)
