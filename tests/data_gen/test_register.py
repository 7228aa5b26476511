import pytest

from data_gen.knobs import Knobs
from data_gen.register import COLUMNS, make_register
from data_gen.stories import cast
from data_gen.viewers import make_viewers


def register_with(**knobs):
    knobs = Knobs(**knobs)
    viewers = make_viewers(knobs, 53, 0, cast(knobs, 53))
    return viewers, *make_register(viewers, knobs, 53, 0)


def test_the_truth_is_right_about_everybody():
    viewers, register, truth = register_with()
    listed = truth.dropna()
    mine = viewers.set_index("viewer_id").loc[listed["answer"], COLUMNS]
    theirs = register.set_index("register_id").loc[listed["target"], COLUMNS]
    assert (mine.to_numpy() == theirs.to_numpy()).all()
    assert truth["target"].tolist() == register["register_id"].tolist()


def test_it_covers_the_share_that_is_asked_for():
    viewers, _, truth = register_with(register_share=0.3)
    adults = (viewers["age"] >= 18).sum()
    assert truth["answer"].notna().sum() / adults == pytest.approx(0.3, abs=0.04)


def test_strangers_are_in_it_too():
    _, _, truth = register_with(register_share=0)
    assert truth["answer"].isna().all() and len(truth) > 500
