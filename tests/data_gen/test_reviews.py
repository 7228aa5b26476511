import pytest

from data_gen.blocks import make_block, plan
from data_gen.knobs import Knobs


def block_with(**knobs):
    return make_block(plan(Knobs(n_viewers=400, **knobs), 53), 0)


def signed(block):
    """The reviews of viewers beside their private ratings."""
    known = block.review_truth.dropna().rename(columns={"target": "handle", "answer": "viewer_id"})
    mine = block.reviews.merge(known, on="handle")
    return mine.merge(block.ratings, on=["viewer_id", "title_id"], how="left", suffixes=("", "_private"))


def test_without_errors_reviews_are_a_part_of_the_ratings():
    both = signed(block_with(wrong_titles=0, wrong_stars=0, wrong_days=0))
    assert (both["stars"] == both["stars_private"]).all() and (both["day"] == both["rated_on"]).all()


def test_errors_come_as_often_as_asked():
    both = signed(block_with(wrong_titles=0, wrong_stars=0.3, wrong_days=0.6, review_share=1.0))
    assert (both["stars"] != both["stars_private"]).mean() == pytest.approx(0.3, abs=0.03)
    off = (both["day"] - both["rated_on"]).dt.days.abs()
    assert (off > 0).mean() == pytest.approx(0.6, abs=0.06) and off.max() <= 14


def test_wrong_titles_were_mostly_never_rated():
    both = signed(block_with(wrong_titles=1, review_share=1.0))
    assert both["stars_private"].isna().mean() > 0.8


def test_some_handles_are_nobodys_and_all_have_an_answer():
    block = block_with(review_share=0.5)
    assert set(block.review_truth["target"]) == set(block.reviews["handle"])
    assert 0.2 < block.review_truth["answer"].isna().mean() < 0.5
    handles = block.viewers.set_index("viewer_id")["handle"]
    known = block.review_truth.dropna()
    assert (handles.loc[known["answer"]].to_numpy() == known["target"].to_numpy()).all()


def test_nobody_reviews_when_nobody_is_asked_to():
    assert block_with(review_share=0).reviews.empty


def test_reviews_keep_to_the_calendar_and_the_catalogue():
    block = block_with(review_share=1.0, wrong_titles=0.5)
    assert block.reviews["day"].between("2016-11-01", "2017-12-11").all()
    assert block.reviews["title_id"].between(1, 1_700).all() and block.reviews["title"].notna().all()
    assert block.reviews["day"].is_monotonic_increasing
