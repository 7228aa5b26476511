"""The dashboard: counts that only grow, the same people and the same number, and what rare editions cannot tell."""

import numpy as np
import pandas as pd
import pytest

from disclosure.defences import CellKey, CountAgain
from disclosure.tables.editions import counts_of
from lessons.release_desk.dashboard import (
    BY_REGION,
    EPSILON,
    MONDAYS,
    PANELS,
    begun,
    by_keys,
    faster_now,
    mondays,
    most_begun,
    quarterly,
    with_noise,
)
from lessons.release_desk.office import SMALL
from tests.lessons.release_desk.small_office import of, small_office


@pytest.mark.parametrize("heading", PANELS)
def test_everybody_who_has_begun_is_counted_once_and_never_leaves(heading):
    counts = counts_of(mondays(small_office())[heading])
    began = begun(small_office())["began_on"]
    assert (np.diff(counts, axis=0) >= 0).all() and len(counts) == len(MONDAYS)
    assert counts.sum(axis=1).tolist() == [(began <= day).sum() for day in MONDAYS]


def test_keys_change_what_the_library_changes_and_the_same_people_get_the_same_number():
    weekly, keyed = mondays(small_office())[BY_REGION], by_keys(small_office())[BY_REGION]
    some = slice(None, None, 26)
    for ours, theirs in zip(keyed[some], CountAgain(CellKey(), begun(small_office()))(weekly[some]), strict=True):
        assert ours.table.cells["count"].tolist() == theirs.table.cells["count"].tolist()
        assert ours.table.perturbation == theirs.table.perturbation
    grown, changed = (np.diff(counts_of(each), axis=0) for each in (weekly, keyed))
    assert (changed[grown == 0] == 0).all() and (changed[grown != 0] != 0).mean() > 0.5


def test_rare_editions_are_the_first_the_last_and_some_between_without_small_counts():
    rare, weekly = quarterly(small_office()), mondays(small_office())
    assert [each.day for each in rare[BY_REGION]] == MONDAYS[::13].to_list()
    printed, true = (panels[BY_REGION][-1].table.cells["count"] for panels in (rare, weekly))
    assert printed[true.ge(SMALL) | true.eq(0)].equals(true[true.ge(SMALL) | true.eq(0)])
    assert printed[true.between(1, SMALL - 1)].isna().all() and printed.isna().any()


def test_noise_is_told_in_the_footnote_adds_up_over_the_editions_and_prints_nothing_below_0():
    noisy, true = with_noise(small_office()), mondays(small_office())
    off = np.concatenate([counts_of(noisy[name]) - counts_of(true[name])[::4] for name in PANELS], axis=1)
    assert all(each.table.noise.epsilon == EPSILON for each in noisy[BY_REGION]) and len(off) == 14
    assert min(counts_of(panel).min() for panel in noisy.values()) == 0
    assert np.abs(off[-1]).mean() > np.abs(off[0]).mean() > 0


def test_rare_editions_cannot_tell_of_the_last_weeks():
    weekly = mondays(small_office())
    began = begun(small_office())["began_on"]
    last, before = (began.between(*days, inclusive="right").sum() for days in _four_weeks())
    assert faster_now(weekly) == (last > before)
    assert faster_now(quarterly(small_office())) is None


def _four_weeks():
    ends = [MONDAYS[-1] - pd.Timedelta(weeks=weeks) for weeks in (8, 4, 0)]
    return (ends[1], ends[2]), (ends[0], ends[1])


def test_questions_are_read_off_the_last_edition():
    people = begun(small_office())
    there = people[people["began_on"] <= MONDAYS[-1]]
    for name in ("genre", "region"):
        assert there[name].value_counts()[most_begun(name)(of("dashboard", "every 13 weeks").sheets)] == (
            there[name].value_counts().max()
        )
