"""The charts of insiders: parameters, words in place of names, colour never the only sign."""

import json

import pandas as pd

from lessons.insiders.chart import belief_chart, insiders_chart, opened_chart

STATES = pd.DataFrame(
    {
        "film": ["A", "A"],
        "region": ["N", "S"],
        "count": [1, 2],
        "cell": ["A | N", "A | S"],
        "threshold": ["oh", "ox"],
        "outsiders": ["oh", "oo"],
    }
)
PRICES = pd.DataFrame({"repair": ["threshold", "outsiders"], "small": [3, 3], "cover": [0, 8], "learnt": [2, 0]})
JUDGED = pd.DataFrame(
    {
        "repair": ["threshold", "threshold", "outsiders", "outsiders"],
        "who": ["alone", "believes so"] * 2,
        "right": [3, 0, 1, 0],
        "wrong": [0, 0, 0, 2],
    }
)


def drawn(chart):
    return json.loads(json.dumps(chart.to_dict(), default=str))


def test_the_setting_is_in_parameters_and_a_move_needs_no_data():
    spec = drawn(insiders_chart(STATES, PRICES, repair="outsiders"))
    values = {param["name"]: param["value"] for param in spec["params"]}
    assert values == {"repair": "outsiders", "who": 0, "cell": None}
    cells = spec["hconcat"][0]["layer"][0]
    assert "datum[repair][who]" in cells["mark"]["fill"]["expr"] and "transform" not in cells


def test_repairs_are_named_in_words_and_numbers_stand_beside_the_bars():
    said = json.dumps(drawn(insiders_chart(STATES, PRICES, repair="outsiders")))
    assert "repaired against outsiders" in said
    assert '"text": {"field": "learnt"' in said


def test_one_bar_for_each_number_of_cells_and_its_people_written_over_it():
    spec = drawn(opened_chart(pd.DataFrame({"small": [0, 0, 3, 0, 1]})))
    rows = next(iter(spec["datasets"].values()))
    assert [(row["cells"], row["people"]) for row in rows] == [(0, 3), (1, 1), (3, 1)]
    assert spec["layer"][1]["encoding"]["text"]["field"] == "people"


def test_right_and_wrong_for_each_repair_and_kind():
    rows = next(iter(drawn(belief_chart(JUDGED))["datasets"].values()))
    assert len(rows) == 8
    wrong = [row for row in rows if row["kind"] == "wrong" and row["cells"]]
    assert [(row["who"], row["repair"]) for row in wrong] == [
        ("believes to be alone, and is not", "repaired against outsiders")
    ]


def test_they_have_descriptions():
    charts = (
        insiders_chart(STATES, PRICES, repair="outsiders"),
        opened_chart(pd.DataFrame({"small": [0]})),
        belief_chart(JUDGED),
    )
    assert all(drawn(chart)["description"] for chart in charts)
