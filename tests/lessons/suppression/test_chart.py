"""The chart holds the setting as parameters, and its words say what it shows."""

import json

import pandas as pd

from disclosure.tables.count_table import count_table
from lessons.suppression.chart import sentences, suppression_chart
from lessons.suppression.sweep import cell_states, count_states, learnt_by_setting

PEOPLE = pd.DataFrame({"title": list("AAABBBBB"), "region": ["north"] * 2 + ["south"] * 6})
TABLE = count_table(PEOPLE, by=("title", "region"))
LEARNT = learnt_by_setting(TABLE, range(3, 6))
COUNTED, STATES = count_states(TABLE, LEARNT), cell_states(TABLE, LEARNT)


def parameters(chart):
    return {param["name"]: param for param in chart.to_dict()["params"]}


def test_the_setting_is_in_parameters():
    found = parameters(suppression_chart(COUNTED, STATES))
    values = {name: param["value"] for name, param in found.items()}
    assert values == {"threshold": 3, "totals": "printed", "who": "outsider", "cell": None}
    assert not any("bind" in param for param in found.values())


def test_the_data_do_not_grow_with_the_thresholds():
    spec = suppression_chart(COUNTED, STATES).to_dict()
    cells = [rows for rows in spec["datasets"].values() if "outsider, totals printed" in rows[0]]
    assert [len(rows) for rows in cells] == [len(TABLE.cells)]


def test_a_move_of_the_threshold_runs_no_transform_over_the_cells():
    layers = suppression_chart(COUNTED, STATES).to_dict()["hconcat"][0]["vconcat"][0]["layer"]
    assert "threshold" in json.dumps(layers[0]["mark"]) and "threshold" in json.dumps(layers[1]["mark"])
    assert [layer.get("transform", []) for layer in layers] == [
        [],
        [],
        *[[{"filter": "datum.cell_place === cell"}]] * 2,
    ]


def test_every_state_has_a_colour_and_a_sign_of_its_own():
    legend = suppression_chart(COUNTED, STATES).to_dict()["datasets"]
    rows = next(rows for rows in legend.values() if "meaning" in rows[0])
    assert [row["sign"] for row in rows] == ["7", "7", "c~", "c"]
    assert len({(row["sign"], row["fill"]) for row in rows}) == len({row["fill"] for row in rows}) == 4


def test_one_sentence_per_setting_and_threshold_with_the_numbers_of_the_sweep():
    said = sentences(COUNTED)
    assert [len(texts) for texts in said.values()] == [3] * 4
    first = said["outsider, totals printed"][0]
    assert first.startswith(
        "With k = 3, 2 of 4 cells are hidden. An outsider knows 2 of these exactly (people in them: 3)"
    )
    assert "2 stay open" in said["outsider, totals left out"][0]


def test_facts_about_groups_are_told_only_where_there_are_any():
    told = sentences(COUNTED.assign(facts=2))["insider, totals printed"][0]
    not_told = sentences(COUNTED.assign(facts=0))["insider, totals printed"][0]
    assert "2 facts about whole groups" in told and "facts" not in not_told


def test_it_has_a_description():
    assert suppression_chart(COUNTED, STATES).to_dict()["description"]
