"""Everybody's evidence for many groups: sparse matrices beside a plain loop over people and titles, in the same run."""

from math import log

import numpy as np
import pytest

from data_gen import make_world
from lessons.membership.attack import MISTAKEN, line_from
from lessons.membership.release import Watched, draw, known_titles, reach, who_watched_what
from lessons.membership.sweep import SHARE, membership_sweep
from tests.benchmarks.turns import say, sizes, take_turns

LEAST_TIMES = 4
"""How many times as long the loop takes."""


def looped(watched: Watched, size: int, cohorts: int) -> list[int]:
    """Members found in all groups, and others accused: title by title, person by person."""
    facts = known_titles(watched, 20, seed=53)
    known = [facts[[person]].indices.tolist() for person in range(len(watched.profiles))]
    found = accused = 0
    for number in range(cohorts):
        drawn = draw(watched, size, seed=53 + number)
        counts, public = watched.counts(drawn.members).tolist(), reach(watched, drawn.public).tolist()
        score = np.array([sum(says(counts[title] / size / public[title]) for title in titles) for titles in known])
        line = line_from(score[drawn.calibration], SHARE)
        found += int((score[drawn.members] > line).sum())
        accused += int((score[drawn.others] > line).sum())
    return [found, accused]


def says(times: float) -> float:
    """What one title says of somebody who has watched it."""
    return log(MISTAKEN + (1 - MISTAKEN) * times)


@pytest.mark.parametrize(("n_viewers", "size", "cohorts"), sizes((1_000, 20, 8), (12_000, 50, 8), (12_000, 200, 8)))
def test_eight_groups_beside_a_plain_loop(n_viewers, size, cohorts, judged):
    world = make_world(n_viewers)
    watched = who_watched_what(world.views, world.titles)
    turns = take_turns(
        {
            "the loop": lambda: looped(watched, size, cohorts),
            "the sweep": lambda: (
                membership_sweep(watched, [size], cohorts=cohorts)[["found", "accused"]].iloc[0].tolist()
            ),
        },
        rounds=2,
    )
    ratio = turns.ratio("the loop", "the sweep")
    say(f"{n_viewers:,} viewers, {cohorts} groups of {size}: the loop takes {ratio:.1f} times as long")
    assert turns.results["the loop"] == pytest.approx(turns.results["the sweep"], abs=2)
    assert not judged or ratio > LEAST_TIMES
