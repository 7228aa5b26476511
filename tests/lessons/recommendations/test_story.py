"""Bea is somebody about whom lists tell twice; entries of lonely lists are held against who has watched what."""

import pandas as pd
import pytest

from lessons.recommendations.attack import lonely_lists
from lessons.recommendations.release import AlsoWatched, count_together
from lessons.recommendations.story import blind_share, choose_bea, true_entries
from tests.lessons.recommendations.test_release import ROWS, TITLES

ENTRIES = lonely_lists(AlsoWatched()(count_together(ROWS, TITLES)))


def test_entries_of_a_lonely_list_are_true_and_others_need_not_be():
    assert true_entries(ENTRIES, ROWS).tolist() == [True]
    assert true_entries(ENTRIES.assign(title_id=9), ROWS).tolist() == [False]
    assert blind_share(ENTRIES, ROWS) == 1.0, "all three have watched Lantern"


def test_bea_has_a_full_lonely_list_and_vanishes_from_what_ada_says():
    """Viewer 1 has watched 1 to 7. Each of 1 to 6 has one viewer more, who has watched one other title."""
    others = [(10 + title, each) for title in range(1, 7) for each in (title, 20 + title)]
    rows = pd.DataFrame([*((1, title) for title in range(1, 8)), *others], columns=["viewer_id", "title_id"])
    together = count_together(rows, pd.DataFrame({"title_id": range(1, 27)}))
    bea = choose_bea(rows, AlsoWatched(length=3)(together), rows, together, AlsoWatched(length=8))
    assert (bea.viewer_id, bea.lonely) == (1, 7) and bea.known["title_id"].tolist() == [7, 1, 2, 3, 4]


def test_where_there_is_nobody_it_is_said():
    together = count_together(ROWS, TITLES)
    release = AlsoWatched(length=1)
    with pytest.raises(ValueError, match="make a larger world"):
        choose_bea(ROWS, release(together), ROWS, together, release)
