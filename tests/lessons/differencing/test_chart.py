"""The charts hold their setting as parameters, and their words say what they show."""

import json

import pandas as pd
import pytest

from lessons.differencing import strings
from lessons.differencing.chart import difference_sentences, differencing_chart, price_bars

CELLS = pd.DataFrame(
    {
        "genre": ["<b>", "<b>", "drama"],
        "region": ["north", "south", "north"],
        "cell": ["<b> | north", "<b> | south", "drama | north"],
        "counts": [[12, 13], [2, 12], [0, 9]],
    }
)
CURVES = pd.DataFrame(
    [
        {"rhythm": rhythm, "strength": k, "releases": 2, "isolated": 3, "alone": 1}
        for rhythm in strings.RHYTHMS
        for k in (3, 4, 5)
    ]
)
NAMES = ["last Monday", "this Monday"]
JUDGED = pd.DataFrame(
    [
        {"label": "nothing", "n": 9, "right": 3, "wrong": 0, "abstained": 6, "by_chance": 1.5, "utility_lost": 0.0},
        {"label": "round to 5", "n": 9, "right": 2, "wrong": 4, "abstained": 3, "by_chance": 1.5, "utility_lost": 0.25},
    ]
)


def spec():
    return differencing_chart(CELLS, CURVES, larger=1, smaller=0).to_dict()


def test_the_setting_is_in_parameters():
    values = {param["name"]: param["value"] for param in spec()["params"]}
    assert values == {"threshold": 3, "larger": 1, "smaller": 0, "rhythm": "weekly", "cell": None}
    assert not any("bind" in param for param in spec()["params"])


def test_a_move_runs_no_transform_over_the_cells_and_resends_none():
    layers, chosen = spec()["hconcat"][0]["vconcat"][0]["layer"], [{"filter": "datum.cell_place === cell"}]
    assert all("larger" in json.dumps(layer["mark"]) for layer in layers[:2])
    assert [layer.get("transform", []) for layer in layers] == [[], [], chosen, chosen]
    assert sum("counts" in rows[0] for rows in spec()["datasets"].values()) == 1


def test_every_state_has_a_colour_and_a_sign_of_its_own():
    legend = next(rows for rows in spec()["datasets"].values() if "meaning" in rows[0])
    assert len({row["sign"] for row in legend}) == len({row["fill"] for row in legend}) == 4


@pytest.mark.parametrize(
    ("threshold", "sentence"),
    [
        (
            3,
            "of 3 cells, 1 differ by 1 to 2 (1 people in all; 1 of these differences are a single person). 1 cells are",
        ),
        (
            10,
            "of 3 cells, 1 differ by 1 to 9 (1 people in all; 1 of these differences are a single person). 2 cells are",
        ),
    ],
)
def test_the_sentence_counts_what_lights_up(threshold, sentence):
    said = difference_sentences(CELLS, NAMES, 1, 0, threshold)
    assert said.startswith(f"With k = {threshold}, “this Monday” less “last Monday”: {sentence}")


def test_the_price_stands_beside_right_wrong_and_blind():
    chart = price_bars(JUDGED).to_dict()
    texts = json.dumps(chart)
    assert all(name in texts for name in ("right", "wrong", "by_chance", "utility_lost"))
    assert chart["description"] == strings.PRICE_CHART


def test_it_has_a_description():
    assert spec()["description"] == strings.DIFFERENCING_CHART
