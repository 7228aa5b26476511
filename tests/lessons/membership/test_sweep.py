"""Sweeps on a small service, beside a plain loop over people and titles."""

import numpy as np
import pytest

from lessons.membership.attack import evidence, line_from
from lessons.membership.release import cohort_counts, draw, fans, known_titles, reach
from lessons.membership.sweep import ALIKE, EVERYBODY, lists_sweep, membership_sweep, scored
from tests.lessons.membership.small_service import service


def looped(watched, size, *, known, seed):
    """Everybody's score, title by title."""
    drawn = draw(watched, size, seed=seed)
    says = evidence(cohort_counts(watched, drawn.members), size, reach(watched, drawn.public))
    facts = known_titles(watched, known, seed=seed)
    found = [sum(says[title] for title in facts[[person]].indices) for person in range(len(watched.profiles))]
    return drawn, np.array(found)


def test_vectors_and_loop_agree():
    [(setting, one)] = scored(service(), [12], known=[6], cohorts=1, seed=7)
    drawn, found = looped(service(), 12, known=6, seed=7)
    assert tuple(setting) == (12, "as counted", 6)
    assert one.members == pytest.approx(found[drawn.members], abs=1e-4)
    assert one.others == pytest.approx(found[drawn.others], abs=1e-4)


def test_people_are_counted():
    found = membership_sweep(service(), [12], known=[6], cohorts=3, shares=[0.05])
    [row] = found.to_dict("records")
    assert row["members"] == 36 and row["others"] == 3 * len(draw(service(), 12).others)
    accused = members = 0
    for _, one in scored(service(), [12], known=[6], cohorts=3):
        line = line_from(one.calibration, 0.05)
        accused, members = accused + (one.others > line).sum(), members + (one.members > line).sum()
    assert (row["accused"], row["found"]) == (accused, members)
    assert row["right"] == pytest.approx(12 * members / 36)
    assert row["wrong"] == pytest.approx((360 - 12) * accused / row["others"])
    assert row["blind"] == pytest.approx((row["right"] + row["wrong"]) * 12 / 360)


def test_all_settings_stand_there_once():
    found = membership_sweep(
        service(),
        [8, 16],
        ways=["as counted", "noise"],
        known=[3, 6],
        alike="horror",
        lines=[EVERYBODY, ALIKE],
        cohorts=1,
    )
    assert len(found) == len(found.drop_duplicates(["size", "way", "known", "line", "share"])) == 16
    assert (found["alike"] < found["others"]).all()


def test_a_line_drawn_on_people_like_her_lets_fewer_of_these_through():
    found = membership_sweep(
        service(), [30], known=[20], alike="horror", lines=[EVERYBODY, ALIKE], shares=[0.1], cohorts=8
    ).set_index("line")
    assert found.loc[ALIKE, "alike_share"] < found.loc[EVERYBODY, "alike_share"]


def test_what_is_not_printed_tells_nothing():
    """A list of one title: there are two scores, of those who are known to have watched it and of all others."""
    [(_, one)] = scored(service(), [12], known=[200], listed=1, cohorts=1)
    assert len(np.unique(np.concatenate([one.members, one.others]))) == 2
    whole, all_listed = (next(iter(scored(service(), [12], listed=number, cohorts=1)))[1] for number in (None, 120))
    assert (whole.others == all_listed.others).all()
    assert lists_sweep(service(), 12, [3, 120])["listed"].tolist() == [3, 120]


def test_who_is_of_the_taste_is_the_same_in_all_places():
    [(_, one)] = scored(service(), [8], alike="horror", cohorts=1, seed=3)
    drawn = draw(service(), 8, alike="horror", seed=3)
    assert (one.others_alike == fans(service(), "horror")[drawn.others]).all()
