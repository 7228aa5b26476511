"""Right, wrong, vanished: on four people."""

import pandas as pd
import pytest

from disclosure.frames import guesses
from lessons.recommendations.scores import HERS, NOT_HERS, both_times, by_reach, judged

ROWS = pd.DataFrame([(1, 7), (1, 8), (2, 7), (3, 9), (4, 7), (4, 9)], columns=["viewer_id", "title_id"])
INSIDE = guesses([1, 2, 3, 4], [8, 9, 9, 0], [1.0] * 4, [True, True, True, False])
OUTSIDE = guesses([1, 2, 3, 4], [7, 9, 0, 9], [1.0] * 4, [True, True, False, True])


def test_each_claim_is_held_against_what_its_target_has_watched():
    found = judged(INSIDE, ROWS)
    assert found["claim"].fillna("").tolist() == [HERS, NOT_HERS, HERS, ""]
    assert found["title_id"].tolist()[:3] == [8, 9, 9]


def test_both_times():
    both = both_times(INSIDE, OUTSIDE, ROWS)
    assert (both.inside.right, both.inside.wrong, both.inside.abstained) == (2, 1, 1)
    assert (both.outside.right, both.outside.wrong) == (2, 1)
    assert both.vanished == 1, "of 3; of 1 another title was right, and 4 is right only without"
    assert both.difference.leak == 0 and both.difference.low < 0 < both.difference.high


def test_a_wrong_claim_that_vanishes_was_never_right():
    nothing = guesses([1, 2, 3, 4], [8, 9, 9, 0], [1.0] * 4, [False] * 4)
    assert both_times(INSIDE, nothing, ROWS).vanished == 2, "of 1 and of 3; of 2 the claim was wrong"
    assert both_times(nothing, INSIDE, ROWS).vanished == 0


def test_blind_is_the_reach_of_the_claimed_titles():
    """Title 8 has one viewer of four, 9 has two, twice."""
    assert by_reach(INSIDE, ROWS) == pytest.approx(0.25 + 0.5 + 0.5)
    assert both_times(INSIDE, OUTSIDE, ROWS).inside.baseline == pytest.approx(1.25)
