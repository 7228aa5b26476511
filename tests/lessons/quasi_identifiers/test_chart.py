"""The charts hold the setting as parameters, and their words say what they show."""

import pandas as pd
import pytest

from disclosure.measures import Risk
from disclosure.records.anonymity import class_sizes
from lessons.quasi_identifiers import strings
from lessons.quasi_identifiers.chart import class_size_bars, quasi_identifier_chart, sentences, share_bars
from lessons.quasi_identifiers.side_by_side import outcomes
from lessons.quasi_identifiers.sweep import COARSE, COLUMNS, group_sizes
from tests.lessons.quasi_identifiers.small_extract import EXTRACT
from tests.lessons.quasi_identifiers.test_explorer import swept

GROUPS = pd.concat(
    [group_sizes(class_sizes(EXTRACT, by)).assign(known=" + ".join(by)) for by in (["sex"], ["sex", "birth_date"])]
)


def parameters(chart):
    return {param["name"]: param for param in chart.to_dict()["params"]}


def test_the_setting_is_in_parameters():
    found = parameters(quasi_identifier_chart(*swept()))
    assert {name: it["value"] for name, it in found.items()} == {"columns": "all", "coarse": "day", "k": 1}
    assert not any("bind" in param for param in found.values())


def test_the_words_know_every_setting():
    assert list(strings.COLUMNS) == list(COLUMNS) and list(strings.COARSE) == list(COARSE)


def test_a_sentence_has_everything_that_belongs_to_a_risk():
    row = swept()[0].query("columns == 'place' and coarse == 'mondrian' and k == 3").iloc[0]
    sentence = sentences(swept()[0])["place", "mondrian", 3]
    for part in (
        "k = 3: 60 of 60 rows",
        "Of 60 entries",
        f"cautious attacker names {row['right']} rightly and {row['wrong']} wrongly",
        f"{row['dare_right']} rightly ({row['dare_right'] / 30:.0%} of the 30 who are in the extract; 1/k is 33%)",
        f"and {row['dare_wrong']} wrongly",
        f"Lost: {row['utility_lost']:.1%}",
    ):
        assert part in sentence


def test_where_nothing_is_published_the_sentence_says_so():
    assert swept()[0].query("columns == 'all' and coarse == 'day' and k == 3")["published"].item() == 0
    assert (
        sentences(swept()[0])["all", "day", 3]
        == "k = 3: every class is too small, and nothing is published. All is lost."
    )


def test_a_large_sweep_stays_small():
    spec = quasi_identifier_chart(*swept()).to_dict()
    assert sum(map(len, spec["datasets"].values())) == len(swept()[0]) * (1 + 2 * 3) + len(swept()[1])


@pytest.mark.parametrize("chart", [lambda: quasi_identifier_chart(*swept()), lambda: class_size_bars(GROUPS)])
def test_every_chart_has_a_description(chart):
    assert chart().to_dict()["description"]


def test_a_bar_says_its_number_where_there_is_room():
    layers = class_size_bars(GROUPS).to_dict()
    said = [row for rows in layers["datasets"].values() for row in rows if "said" in row]
    assert all((row["said"] == str(row["people"])) == (row["share"] >= 0.04) for row in said)


def test_bars_of_shares_have_their_interval_and_one_blind_line():
    risk = Risk(n=10, right=3, wrong=1, abstained=6, baseline=2.0, low=0.0, high=1.0)
    drawn = share_bars(outcomes({"one": risk, "other": risk})).to_dict()
    assert [layer["mark"]["type"] for layer in drawn["layer"]] == ["bar", "rule", "rule", "text"]
    assert sorted(map(len, drawn["datasets"].values())) == [1, 2] and drawn["description"]
