"""Some of the viewers, and noise: what they change, and what they refuse."""

import numpy as np
import pandas as pd
import pytest

from lessons.recommendations.defences import DrawViewers, NoisyTogether
from lessons.recommendations.release import count_together
from tests.lessons.recommendations.test_release import ROWS, TITLES


def test_whoever_is_drawn_keeps_everything():
    drawn = DrawViewers(2 / 3)(ROWS)
    assert drawn["viewer_id"].nunique() == 2
    assert len(drawn) == ROWS["viewer_id"].isin(drawn["viewer_id"]).sum()
    assert len(DrawViewers(1)(ROWS)) == len(ROWS)


@pytest.mark.parametrize("share", [0, 1.5, "half"])
def test_what_is_no_share_is_refused(share):
    with pytest.raises(ValueError, match="choose a number above 0, and at most 1"):
        DrawViewers(share)


def test_noise_is_the_same_in_both_places_of_a_pair_and_as_large_as_promised():
    together = count_together(ROWS, pd.DataFrame({"title_id": range(200)}))
    noisy = NoisyTogether(epsilon=1.0, titles=3)(together)
    drawn = noisy.both - together.both
    assert np.array_equal(drawn, drawn.T) and np.array_equal(drawn, np.round(drawn))
    assert abs(np.abs(drawn[np.triu_indices(200)]).mean() - 6) < 0.5, "sensitivity 3 + 3 = 6, so about 6 off"
    assert np.array_equal(noisy.both, NoisyTogether(1.0, 3)(together).both)
    assert noisy.titles is together.titles and len(TITLES) == 4


def test_one_profile_changes_as_many_counts_as_the_noise_is_for():
    """Somebody with four titles adds 1 to four counts of viewers and to six of pairs."""
    rows = pd.DataFrame({"viewer_id": 1, "title_id": range(4)})
    both = count_together(rows, pd.DataFrame({"title_id": range(9)})).both
    assert np.triu(both).sum() == NoisyTogether(1.0, titles=4).sensitivity == 10
