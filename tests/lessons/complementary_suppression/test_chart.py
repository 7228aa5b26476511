"""The frontier holds setting and points as parameters, so that points can join it later."""

import pandas as pd

from lessons.complementary_suppression.chart import KINDS, frontier, points_of
from lessons.complementary_suppression.strings import FRONTIER_KINDS

JUDGED = pd.DataFrame(
    {
        "kind": ["rule alone", "greedy", "greedy"],
        "strength": [5, 5, 8],
        "utility_lost": [0.1, 0.2, None],
        "people_protected": [4, 9, None],
    }
)


def test_setting_and_points_are_parameters():
    values = {param["name"]: param["value"] for param in frontier(range(3, 9)).to_dict()["params"]}
    assert values == {"threshold": 3, "points": {kind: {} for kind in KINDS}}


def test_points_are_told_by_kind_and_threshold():
    assert points_of(JUDGED) == {"rule alone": {"5": [0.1, 4.0]}, "greedy": {"5": [0.2, 9.0]}, "optimal": {}}


def test_a_threshold_without_a_repair_has_no_point():
    assert points_of(JUDGED)["greedy"] == {"5": [0.2, 9.0]}


def test_there_is_room_for_a_point_of_each_kind_at_each_threshold():
    [slots] = frontier(range(3, 9)).to_dict()["datasets"].values()
    assert len(slots) == len(KINDS) * 6


def test_every_kind_has_its_words_and_a_shape_and_colour_of_its_own():
    assert list(FRONTIER_KINDS) == KINDS
    drawn = points_drawn()
    for channel in ("color", "shape"):
        assert len(set(drawn[channel]["scale"]["range"])) == len(KINDS)


def test_the_legend_names_the_cheapest_repair_once_one_was_searched_for():
    named = points_drawn()["color"]["legend"]["values"]["expr"]
    assert named.startswith(f"slice({KINDS}, 0, isValid(points['optimal']['3']) || ") and named.endswith("? 3 : 2)")


def points_drawn():
    """How the points are drawn: the layer whose colour is their kind."""
    layers = [layer["encoding"] for layer in frontier(range(3, 9)).to_dict()["layer"]]
    return next(layer for layer in layers if "legend" in layer.get("color", {}))


def test_it_has_a_description():
    assert frontier(range(3, 9)).to_dict()["description"]
