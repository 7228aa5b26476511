"""One sign for each thing, by state."""

from teaching.charts.progress import progress_chart
from teaching.progress import my_progress, record


def test_one_sign_for_each_thing():
    record("prediction", "one/guess", 3)
    record("attempt", "one/try", "RIGHT")
    spec = progress_chart(my_progress()).to_dict()
    [rows] = spec["datasets"].values()
    assert [(row["place"], row["state"]) for row in rows] == [(0, "guessed"), (1, "right")]
    assert spec["description"]


def test_nothing_yet():
    assert progress_chart(my_progress()).to_dict()
