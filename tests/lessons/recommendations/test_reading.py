"""Lists without one person are those of a service that never had her."""

import numpy as np
import pandas as pd
import pytest

from lessons.recommendations.reading import read_with, read_without
from lessons.recommendations.release import AlsoWatched, count_together

TITLES = pd.DataFrame({"title_id": range(20, 32)})


def service(seed):
    """Who has watched what, and what is known of three targets; a fourth has watched nothing that is known."""
    rng = np.random.default_rng(seed)
    watched = np.argwhere(rng.random((14, 12)) < rng.uniform(0.1, 0.7, 12))
    rows = pd.DataFrame(watched + np.array([1, 20]), columns=["viewer_id", "title_id"])
    return rows, rows[rows["viewer_id"].le(3)].rename(columns={"viewer_id": "target"}).reset_index(drop=True)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("release", [AlsoWatched(5), AlsoWatched(3, 4)], ids=repr)
def test_with_and_without_are_the_lists_of_two_services(seed, release):
    rows, known = service(seed)
    together = count_together(rows, TITLES)
    pd.testing.assert_frame_equal(read_with(together, known, release), release(together).read(known))
    found = read_without(together, rows, known, release)
    for target, part in known.groupby("target"):
        others = rows[rows["viewer_id"].ne(target)]
        expected = release(count_together(others, TITLES)).read(part)
        mine = found[found["target"].eq(target)].reset_index(drop=True)
        pd.testing.assert_frame_equal(mine, expected)


def test_many_lists_are_worked_out_in_parts(monkeypatch):
    rows, known = service(1)
    together = count_together(rows, TITLES)
    whole = read_without(together, rows, known)
    monkeypatch.setattr("lessons.recommendations.reading.AT_ONCE", 2)
    pd.testing.assert_frame_equal(read_without(together, rows, known), whole)
