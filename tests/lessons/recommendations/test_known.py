"""What is known of a target: the rarest titles, or any, among those that have a list."""

import pandas as pd

from lessons.recommendations.known import ANY, some_viewers, titles_known

ROWS = pd.DataFrame([(1, 7), (1, 8), (1, 9), (2, 8), (2, 9), (3, 9), (3, 6)], columns=["viewer_id", "title_id"])


def test_the_rarest_first_and_the_smaller_number_where_they_are_as_rare():
    known = titles_known(ROWS, pd.Series([3, 1]), k=2)
    assert known.to_numpy().tolist() == [[1, 7], [1, 8], [3, 6], [3, 9]]


def test_only_titles_that_have_a_list():
    assert titles_known(ROWS, pd.Series([1]), least_viewers=2)["title_id"].tolist() == [8, 9]
    assert titles_known(ROWS, pd.Series([3]), least_viewers=4).empty


def test_any_titles_are_drawn_by_lot_and_again_the_same():
    drawn = titles_known(ROWS, pd.Series([1, 2, 3]), which=ANY, k=1)
    assert drawn["target"].tolist() == [1, 2, 3]
    pd.testing.assert_frame_equal(drawn, titles_known(ROWS, pd.Series([1, 2, 3]), which=ANY, k=1))
    lots = {titles_known(ROWS, pd.Series([1]), which=ANY, k=1, seed=seed)["title_id"].item() for seed in range(20)}
    assert lots == {7, 8, 9}


def test_targets_are_drawn_once_each():
    assert some_viewers(ROWS, 2).is_unique and some_viewers(ROWS, 9).tolist() == [1, 2, 3]
