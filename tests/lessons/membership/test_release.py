"""Who has watched what, and who is drawn, on a service that can be counted."""

import numpy as np
import pandas as pd
import pytest

from lessons.membership.release import cohort_counts, draw, fans, known_titles, reach, who_watched_what
from tests.lessons.membership.small_service import service

LOG = pd.DataFrame({"viewer_id": [5, 4, 5, 5, 4], "title_id": [7, 8, 7, 8, 9]})
FILMS = pd.DataFrame({"title_id": [7, 8, 9], "title": ["Kite", "Lantern", "Moon"], "genre": ["a", "b", "b"]})


def test_each_profile_stands_once_at_each_title():
    watched = who_watched_what(LOG, FILMS)
    assert watched.matrix.toarray().tolist() == [[0, 1, 1], [1, 1, 0]]
    assert watched.profiles.tolist() == [4, 5] and watched.numbers.tolist() == [2, 2]
    assert watched.share_of("a").tolist() == [0.0, 0.5] and watched.names(np.array([2, 0])) == ["Moon", "Kite"]


def test_those_who_have_watched_so_many():
    watched = who_watched_what(pd.concat([LOG, pd.DataFrame({"viewer_id": [4], "title_id": [7]})]), FILMS)
    assert watched.busy(np.array([1, 0]), 3).tolist() == [0] and watched.busy(np.array([1, 0]), 2).tolist() == [1, 0]


def test_a_group_is_counted_over_the_whole_catalogue():
    table = cohort_counts(who_watched_what(LOG, FILMS), np.array([0]))
    assert table.cells["title"].tolist() == ["Kite", "Lantern", "Moon"] and table.cells["count"].tolist() == [0, 1, 1]


def test_half_a_viewer_keeps_shares_off_the_ends():
    assert reach(who_watched_what(LOG, FILMS), np.array([0, 1])).tolist() == pytest.approx([0.5, 2.5 / 3, 0.5])


def test_titles_known_are_her_own_and_grow():
    few, many = (known_titles(service(), most).toarray() for most in (3, 8))
    own = service().matrix.toarray()
    assert (few <= many).all() and (many <= own).all()
    assert few.sum(axis=1).tolist() == np.minimum(3, own.sum(axis=1)).tolist()


@pytest.mark.parametrize("alike", ["", "horror"])
def test_nobody_stands_in_two_places(alike):
    drawn = draw(service(), 20, alike=alike, seed=4)
    everybody = np.concatenate(drawn)
    assert sorted(everybody) == list(range(360)) and len(drawn.members) == 20
    assert abs(len(drawn.calibration) - len(drawn.others)) <= 1
    assert not alike or fans(service(), alike)[drawn.members].all()


def test_the_public_third_is_the_same_for_all_groups():
    one, other = draw(service(), 20, seed=1), draw(service(), 30, seed=2)
    assert (one.public == other.public).all() and set(one.members) != set(other.members)


def test_a_group_that_is_too_large():
    with pytest.raises(ValueError, match="a group of 300 cannot be drawn from 240 people"):
        draw(service(), 300)
