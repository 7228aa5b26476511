"""The charts hold the setting as parameters, and their words say what they show."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from lessons.unicity.chart import population_curves, sentences, unicity_chart, unicity_curves
from lessons.unicity.sweep import unicity_sweep

RNG = np.random.default_rng(53)
LOG = pd.DataFrame({"viewer_id": RNG.integers(0, 500, 6_000), "title_id": RNG.integers(0, 40, 6_000)})
LOG = LOG.assign(day=RNG.integers(0, 9, 6_000), stars=RNG.integers(1, 6, 6_000))
WAYS = [["title_id", "day"], ["title_id"]]


@cache
def swept():
    return unicity_sweep(LOG, resolutions=WAYS, most=4, n_targets=100)


def parameters(chart):
    return {param["name"]: param for param in chart.to_dict()["params"]}


def test_the_setting_is_in_parameters():
    found = parameters(unicity_chart(swept()))
    assert {name: param["value"] for name, param in found.items()} == {
        "k": 1,
        "resolution": "title + day",
        "population": 500,
    }
    assert not any("bind" in param for param in found.values())


def test_one_sentence_for_each_setting_with_everything_that_belongs_to_the_share():
    said = sentences(swept())
    assert len(said) == len(swept())
    row = swept()[(swept()["resolution"] == "title") & (swept()["viewers"] == 500) & (swept()["k"] == 4)].iloc[0]
    sentence = said["title", 500, 4]
    for part in (
        "Among 500 viewers",
        f"{row['unique']:.0%} of {row['n']:,} people",
        f"{row['low']:.0%} to {row['high']:.0%}",
        f"for {row['one_other']:.0%}",
        f"loses {row['utility_lost']:.0%}",
    ):
        assert part in sentence


def test_who_is_left_out_is_said():
    row = swept().iloc[[0]].assign(left_out=7)
    assert "7 have fewer than 1" in next(iter(sentences(row).values()))
    assert "Nobody is left out" in next(iter(sentences(row.assign(left_out=0)).values()))


def test_where_nobody_has_so_many_things_the_sentence_says_so_and_nothing_is_drawn():
    few = unicity_sweep(LOG.head(40), resolutions=WAYS, most=8, n_targets=100)
    empty = few[few["n"] == 0].iloc[0]
    key = empty["resolution"], empty["viewers"], empty["k"]
    assert sentences(few)[key].startswith(f"Nobody of those drawn has {empty['k']} such things")
    drawn = [row for rows in unicity_chart(few).to_dict()["datasets"].values() for row in rows if "unique" in row]
    assert len(drawn) and all(row["unique"] is not None for row in drawn)


@pytest.mark.parametrize(
    "chart",
    [
        lambda: unicity_chart(swept()),
        lambda: unicity_curves(swept().query("viewers == 500")),
        lambda: population_curves(swept().query("k == 2")),
    ],
)
def test_every_chart_has_a_description(chart):
    assert chart().to_dict()["description"]


def test_a_curve_is_told_by_more_than_its_colour():
    marks = unicity_curves(swept().query("viewers == 500")).to_dict()["layer"][2]
    assert marks["encoding"]["shape"]["scale"]["range"] == ["circle", "square"]
    texts = unicity_chart(swept()).to_dict()["hconcat"][2]["layer"][1]
    assert "◀" in texts["mark"]["text"]["expr"]
