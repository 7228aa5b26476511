"""The charts hold their settings as parameters, and say in words what they show."""

import json
from functools import cache

import pandas as pd
import pytest

from lessons.linking.attack import scoreboard
from lessons.linking.chart import board_chart, defences_chart, outcome_chart, sentences
from lessons.linking.defences import BlurDays, SampleRows
from lessons.linking.sweep import guesses_by_evidence, outcomes_by_phi, sweep_logs
from tests.lessons.linking.test_sweep import KNOWN, LOG, TRUTH


@cache
def outcomes():
    return outcomes_by_phi(guesses_by_evidence(LOG, KNOWN, TRUTH), TRUTH)


def parameters(chart):
    return {param["name"]: param for param in chart.to_dict()["params"]}


def test_the_setting_is_in_parameters():
    values = {name: param["value"] for name, param in parameters(outcome_chart(outcomes())).items()}
    assert values == {"phi": 1.5, "evidence": "titles, stars, days", "presence": "in"}


def test_the_data_are_there_once_for_all_settings():
    rows = max(outcome_chart(outcomes()).to_dict()["datasets"].values(), key=len)
    assert len(rows) == 3 * len(outcomes())
    assert {row["which"] for row in rows if row["low"] is None} == {"abstained"}


def test_every_sentence_has_the_numbers_of_its_row():
    said = sentences(outcomes())
    assert len(said) == len(outcomes())
    assert said["titles", "in", 1.5].startswith(
        "With phi = 1.5, of 2 people who are in a log of 6 records, Ada names 1"
    )
    assert "Ada still accuses 1" in said["titles", "out", 1.5]


def test_colour_is_never_the_only_sign():
    points = json.dumps(outcome_chart(outcomes()).to_dict())
    assert all(shape in points for shape in ("triangle-up", "square", "circle"))


def test_the_board_says_what_is_decided():
    ada = KNOWN.loc[KNOWN["target"] == "ada", ["target", "title_id"]]
    title = board_chart(scoreboard(LOG, ada)).to_dict()["title"]["text"]
    assert title == "6 records; eccentricity 1.31, phi 1.5: Ada abstains"
    assert board_chart(scoreboard(LOG, ada), phi=1).to_dict()["title"]["text"].endswith("phi 1: Ada declares a match")


def test_a_tie_abstains_on_the_board():
    board = pd.DataFrame({"viewer_id": ["<b>", "x"], "score": [1.0, 1.0]})
    assert board_chart(board).to_dict()["title"]["text"] == "2 records; eccentricity 0.00, phi 1.5: Ada abstains"


def test_two_marks_for_each_defence():
    judged = sweep_logs(LOG, KNOWN, TRUTH, [()])
    rows = next(iter(defences_chart(judged).to_dict()["datasets"].values()))
    assert [(row["which"], row["share"], row["lost"]) for row in rows] == [
        ("found", 1.0, "nothing lost"),
        ("accused", 0.5, "nothing lost"),
    ]


def test_it_says_of_what_a_share_is_lost():
    """Rows that are left out, and what blurred days told, are no parts of one sum."""
    rows, days = SampleRows(share=0.5, seed=1), BlurDays(days=400)
    log = LOG.assign(day=pd.date_range("2017-12-01", periods=len(LOG)))
    judged = sweep_logs(log, KNOWN, TRUTH, [rows, days, (days, rows)])
    drawn = next(iter(defences_chart(judged).to_dict()["datasets"].values()))
    assert [row["lost"].partition("% of ")[2] for row in drawn[:3]] == [
        "the rows lost",
        "what days tell lost",
        "rows and days lost",
    ]


@pytest.mark.parametrize(
    "chart",
    [
        lambda: outcome_chart(outcomes()),
        lambda: board_chart(scoreboard(LOG, KNOWN.head(2))),
        lambda: defences_chart(sweep_logs(LOG, KNOWN, TRUTH, [()])),
    ],
)
def test_it_has_a_description(chart):
    assert chart().to_dict()["description"]
