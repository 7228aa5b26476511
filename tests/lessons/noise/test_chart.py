"""The charts of noise: colour never the only sign, parameters in place of data."""

import json

import pandas as pd

from lessons.noise.chart import kept_chart, noise_chart, refresh_chart

KEPT = pd.DataFrame({"kept": [1, 20], "off": [9.0, 5.0], "cut": [8.5, 1.0], "noise": [0.9, 20.0]})
PRINTS = pd.DataFrame({"refreshes": [1, 52], "share": [0.55, 0.76], "promise": [0.55, 1.0]})
TOP = pd.DataFrame({"title": ["Kite"], "true": [9], "kept": [{"1": 2, "20": 8}], "up": [0.7], "down": [0.1]})
SETTING = {"epsilon": 1.0, "kept": 20, "unit": "per profile", "right": 54.4, "promise": 73.1, "scale": 20.0}


def drawn(chart):
    return json.loads(json.dumps(chart.to_dict(), default=str))


def test_lines_differ_by_colour_dash_and_mark():
    for chart in (kept_chart(KEPT), refresh_chart(PRINTS)):
        line, marks = drawn(chart)["layer"]
        assert "strokeDash" in line["encoding"] and "shape" in marks["encoding"]
        assert drawn(chart)["description"]


def test_the_setting_is_in_parameters_and_numbers_stand_beside_marks_and_bars():
    spec = drawn(noise_chart(TOP, SETTING))
    assert {param["name"]: param["value"] for param in spec["params"]} == SETTING
    titles, bars = spec["hconcat"]
    assert titles["layer"][2]["encoding"]["text"]["field"] == "printed"
    assert bars["layer"][1]["encoding"]["text"]["field"] == "of100"
    assert spec["description"]
