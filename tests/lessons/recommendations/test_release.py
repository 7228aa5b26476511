"""Lists on a service that can be counted by hand, and against a plain loop."""

import numpy as np
import pandas as pd
import pytest

from lessons.recommendations.release import NOBODY, AlsoWatched, count_together, nearest, seen, titles_of_profiles

TITLES = pd.DataFrame({"title_id": [7, 8, 9, 10], "title": ["Kite", "Lantern", "Moon", "Needle"]})
ROWS = pd.DataFrame([(1, 7), (1, 8), (2, 8), (2, 9), (3, 9), (3, 8)], columns=["viewer_id", "title_id"])
"""Kite has one viewer; Lantern three, Moon two, Needle none."""


def by_a_loop(rows, titles, length, least):
    """The same lists, one title after the other."""
    fans = {title: set(rows.loc[rows["title_id"].eq(title), "viewer_id"]) for title in titles}
    lists = {}
    for one in titles:
        alike = [
            (len(fans[one] & fans[other]) ** 2 / len(fans[other]), -place, other)
            for place, other in enumerate(titles)
            if other != one and fans[one] & fans[other] and min(len(fans[one]), len(fans[other])) >= least
        ]
        lists[one] = [other for *_, other in sorted(alike, reverse=True)[:length]]
    return lists


def test_each_title_counts_once_for_each_profile_and_from_a_day_on():
    days = pd.to_datetime(["2017-11-03", "2017-11-01", "2017-10-01"])
    log = pd.DataFrame({"viewer_id": [1, 1, 1], "title_id": [7, 7, 8], "day": days})
    assert titles_of_profiles(log)["day"].dt.day.tolist() == [1, 1]
    assert titles_of_profiles(log, since="2017-11-01")["title_id"].tolist() == [7]


def test_viewers_in_common():
    together = count_together(ROWS, TITLES)
    assert together.both.astype(int).tolist() == [[1, 1, 0, 0], [1, 3, 2, 0], [0, 2, 2, 0], [0, 0, 0, 0]]
    assert together.viewers.tolist() == [1, 3, 2, 0] and repr(together) == "Together(4 titles, each with each)"


def test_lists_by_hand():
    lists = AlsoWatched(length=2)(count_together(ROWS, TITLES))
    assert lists.listed.tolist() == [[1, NOBODY], [2, 0], [1, NOBODY], [NOBODY, NOBODY]]
    assert lists.of(8).to_numpy().tolist() == [[1, 9], [2, 7]] and repr(lists) == "Lists(3 lists of up to 2 titles)"


def test_a_title_with_fewer_viewers_has_no_list_and_stands_in_none():
    lists = AlsoWatched(length=2, least_viewers=2)(count_together(ROWS, TITLES))
    assert lists.of(7).empty and lists.of(8)["title_id"].tolist() == [9]


@pytest.mark.parametrize("seed", range(12))
def test_lists_are_those_of_a_loop(seed):
    rng = np.random.default_rng(seed)
    watched = np.argwhere(rng.random((12, 9)) < rng.uniform(0.1, 0.8, 9))
    rows = pd.DataFrame(watched + np.array([1, 20]), columns=["viewer_id", "title_id"])
    titles, length, least = range(20, 29), int(rng.integers(1, 12)), int(rng.integers(0, 4))
    lists = AlsoWatched(length, least)(count_together(rows, pd.DataFrame({"title_id": titles})))
    assert {title: lists.of(title)["title_id"].tolist() for title in titles} == by_a_loop(rows, titles, length, least)


def test_equal_likeness_goes_by_the_catalogue_and_is_equal_by_its_fraction():
    """1 of 3 viewers squared is as much as 3 squared of 27."""
    assert nearest(np.array([[3, 1, 0]]), np.array([27, 3, 1]), length=2).tolist() == [[0, 1]]
    assert nearest(np.array([[1, 3, 0]]), np.array([3, 27, 1]), length=2).tolist() == [[0, 1]]


def test_lists_that_somebody_reads():
    known = pd.DataFrame({"target": ["Bea", "Bea"], "title_id": [9, 7]})
    read = AlsoWatched()(count_together(ROWS, TITLES)).read(known)
    assert read.to_numpy().tolist() == [["Bea", 9, 1, 8], ["Bea", 7, 1, 8]]


def test_what_is_not_in_the_catalogue_is_left_out_of_counts_and_refused_where_it_is_asked_for():
    assert seen(ROWS, pd.Index([8]), pd.Index([1, 3])).tolist() == [[1], [1]]
    lists = AlsoWatched()(count_together(ROWS, TITLES))
    with pytest.raises(ValueError, match="title 99 is not in the catalogue"):
        lists.of(99)


@pytest.mark.parametrize("wrong", [{"length": 0}, {"length": 2.5}, {"least_viewers": -1}])
def test_what_is_no_list_is_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        AlsoWatched(**wrong)
