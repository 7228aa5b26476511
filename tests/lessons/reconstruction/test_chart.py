"""The charts of rebuilding: numbers beside bars, numbers on the map, two shapes in the field."""

import json
from functools import cache

import numpy as np
import pandas as pd

from lessons.reconstruction.chart import blocks_chart, map_chart
from lessons.reconstruction.settings import SPREADS, settings_of

SWEPT = pd.DataFrame({"block": ["Ohio 1", "Utah 2"], "left": [1, 4_200], "same": [7, 0]})


@cache
def settings():
    return settings_of(np.random.default_rng(53).random(200) < 0.35, 0.35, questions=(200, 400), spreads=SPREADS[:2])


def drawn(chart):
    return json.loads(json.dumps(chart.to_dict(), default=str))


def test_each_block_says_how_many_lists_and_who_is_the_same():
    spec = drawn(blocks_chart(SWEPT))
    bars, words = spec["layer"]
    assert bars["encoding"]["x"]["scale"]["type"] == "log" and spec["description"]
    assert "datum.left" in words["transform"][0]["calculate"] and "datum.same" in words["transform"][0]["calculate"]


def test_the_setting_is_in_parameters_and_the_map_has_numbers_a_line_and_a_frame():
    first = {"questions": 0, "noise": 1, "field": settings()["field"].iloc[1]}
    spec = drawn(map_chart(settings(), first, blind=0.65))
    assert {param["name"]: param["value"] for param in spec["params"]} == first
    field, plan = spec["hconcat"]
    assert field["encoding"]["shape"]["scale"]["range"] == ["square", "cross"]
    cells, line, numbers, frame = plan["layer"]
    assert numbers["encoding"]["text"]["field"] == "of100" and "questions" in frame["transform"][0]["filter"]
    assert line["data"] != cells.get("data") and spec["description"]


def test_the_line_stands_at_most_once_in_each_column():
    first = {"questions": 0, "noise": 0, "field": ""}
    spec = drawn(map_chart(settings(), first, blind=0.65))
    name = spec["hconcat"][1]["layer"][1]["data"]["name"]
    assert spec["datasets"][name] == [{"questions": 0, "noise": 0}, {"questions": 1, "noise": 1}]
