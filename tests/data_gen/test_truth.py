import pytest

from data_gen import make_world


@pytest.mark.parametrize("name", ["clues", "reviews", "register", "stories"])
def test_every_truth_has_target_and_answer_and_cannot_be_changed(name):
    world = make_world(200, n_titles=300)
    before = getattr(world.truth, name)
    frame = getattr(world.truth, name)
    frame["answer"] = 0
    assert list(before) == ["target", "answer"]
    assert getattr(world.truth, name).equals(before)
    assert before["answer"].dropna().isin(world.viewers["viewer_id"]).all()
