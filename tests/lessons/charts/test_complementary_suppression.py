"""The frontier holds its points as a parameter, so that more can join it."""

import pandas as pd

from lessons.charts.complementary_suppression import frontier, points_of

JUDGED = pd.DataFrame(
    {
        "kind": ["rule alone", "greedy", "greedy"],
        "strength": [3, 3, 5],
        "utility_lost": [0.1, 0.3, None],
        "people_protected": [0, 7, None],
    }
)


def test_points_without_a_repair_are_left_out():
    assert points_of(JUDGED) == {"rule alone": {"3": [0.1, 0.0]}, "greedy": {"3": [0.3, 7.0]}, "optimal": {}}


def test_the_chart_begins_at_the_setting_with_the_points_that_are_known():
    spec = frontier(JUDGED, range(3, 6), threshold=5).to_dict()
    values = {param["name"]: param.get("value") for param in spec["params"]}
    assert (values["threshold"], values["points"]) == (5, points_of(JUDGED))
    assert spec["description"]


def test_there_is_a_place_for_every_threshold_and_kind():
    [slots] = frontier(JUDGED, range(3, 6)).to_dict()["datasets"].values()
    assert len(slots) == 9
