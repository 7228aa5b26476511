"""What the charts of the lesson on singling out draw, read off their specification."""

import pandas as pd

from lessons.singling_out.chart import alone_dots, crowd_dots, crowd_words

CROWDS = pd.DataFrame(
    {"onlooker": ["reader"] * 3 + ["neighbour"] * 3, "viewer_id": [1, 2, 3] * 2, "crowd": [3, 3, 3, 1, 2, 2]}
)


def rows(spec):
    return [row for rows_of_one in spec["datasets"].values() for row in rows_of_one]


def test_one_dot_per_person_and_onlooker():
    spec = crowd_dots(CROWDS).to_dict()
    dots = [row for row in rows(spec) if "crowd" in row]
    assert len(dots) == 6
    assert [row["alone"] for row in rows(spec) if "alone" in row] == [0, 1]


def test_onlookers_keep_their_order():
    layer = crowd_dots(CROWDS).to_dict()["layer"][0]
    assert layer["encoding"]["y"]["sort"] == ["reader", "neighbour"]


def test_crowd_sizes_at_the_edges():
    assert crowd_words(pd.Series([1, 2, 4, 5, 53])).tolist() == [
        "alone", "among 2 to 4", "among 2 to 4", "among 5 or more", "among 5 or more",
    ]  # fmt: skip


def test_each_chart_has_a_description():
    assert crowd_dots(CROWDS).to_dict()["description"]
    assert alone_dots(53, alone=2, few=3).to_dict()["description"]


def test_dots_of_the_explorer_follow_its_parameters():
    spec = alone_dots(53, alone=2, few=3).to_dict()
    assert len(rows(spec)) == 53
    assert {param["name"]: param["value"] for param in spec["params"]} == {"alone": 2, "few": 3}
