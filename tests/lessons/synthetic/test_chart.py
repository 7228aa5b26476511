"""The chart has the explorer's parameters, a bar for each number, and a name for each bar."""

import pandas as pd

from lessons.synthetic import strings
from lessons.synthetic.chart import BARS, ERRORS, synthetic_chart

ROW = {"kind": "tree", "epsilon": 0.0, "people": 9, "n": 5, "right": 4, "right_without": 1, "wrong": 0}
SETTINGS = pd.DataFrame([ROW | {"wrong_without": 2, "error": 0.03, "fresh": 0.02}])


def test_the_controls_are_parameters_and_both_panels_read_them():
    spec = synthetic_chart(SETTINGS, {"kind": "tree", "epsilon": 0.0, "people": 9}).to_dict()
    assert {each["name"]: each["value"] for each in spec["params"]} == {"kind": "tree", "epsilon": 0.0, "people": 9}
    told, good = (str(panel) for panel in spec["hconcat"])
    for panel in (told, good):
        assert all(name in panel for name in ("datum.kind", "datum.epsilon", "datum.people"))
    assert spec["hconcat"][0]["title"] == "About 5 people of each kind"


def test_every_bar_has_a_name_and_a_colour():
    assert set(BARS) == set(strings.BARS) and set(ERRORS) == set(strings.ERRORS)
