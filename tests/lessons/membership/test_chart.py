"""Two humps: right and wrong are told by place, words and numbers, not by colour alone."""

import json

import pandas as pd

from lessons.membership.chart import CONTROLS, REACH, humps_chart

SETTING = {"size": 50, "known": 20, "way": "as counted", "group": "anybody", "line": "everybody"}
HUMPS = pd.DataFrame([SETTING | {"others": [1] * 2 * REACH, "members": [0] * 2 * REACH, "right": 3.0, "wrong": 9.0}])


def test_the_setting_is_in_parameters_and_both_humps_say_how_many_are_accused():
    spec = json.loads(json.dumps(humps_chart(HUMPS, SETTING).to_dict(), default=str))
    assert {param["name"]: param["value"] for param in spec["params"]} == SETTING and tuple(SETTING) == CONTROLS
    for panel, words in zip(spec["vconcat"], ("wrongly accused", "rightly accused"), strict=True):
        bars, line, text = panel["layer"]
        assert bars["mark"]["type"] == "bar" and line["mark"]["type"] == "rule" and text["mark"]["type"] == "text"
        assert words in json.dumps(text["transform"]) and panel["title"]
    assert spec["description"]
