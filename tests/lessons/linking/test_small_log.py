"""The library of the decision: as many readers, ratings and reviews as its task says."""

import pandas as pd

from lessons.linking.small_log import BOOKS, LOANS, READERS, REVIEWS, WRITERS, library_log


def test_it_is_as_large_as_the_task_says():
    library = library_log()
    assert library.log.groupby("viewer_id").size().tolist() == [LOANS] * READERS
    assert library.log["title_id"].nunique() == BOOKS
    assert library.known.groupby("target").size().tolist() == [REVIEWS] * WRITERS
    assert library.truth["answer"].isin(library.log["viewer_id"]).all()


def test_reviews_are_about_what_was_rated_and_never_early():
    library = library_log()
    own = library.known.merge(library.truth, on="target").rename(columns={"answer": "viewer_id"})
    both = own.merge(library.log, on=["viewer_id", "title_id"], suffixes=("", "_rated"))
    late = (both["day"] - both["day_rated"]).dt.days
    assert len(both) == WRITERS * REVIEWS and late.between(0, 14).all()
    assert (both["stars"] - both["stars_rated"]).abs().le(1).all() and both["stars"].between(1, 5).all()
    assert 0.3 < late.eq(0).mean() < 0.7


def test_it_is_the_same_each_time():
    first, second = library_log(), library_log()
    pd.testing.assert_frame_equal(first.log, second.log)
    assert not library_log(seed=1).log.equals(first.log)
