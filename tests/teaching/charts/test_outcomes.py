"""What the bars of outcomes draw, read off their specification."""

import pandas as pd

from teaching.charts.outcomes import outcome_bars

RISKS = pd.DataFrame({"targets": ["here"], "right": [3], "wrong": [1], "abstained": [0], "baseline": [0.5]})


def rows(spec):
    return [row for rows_of_one in spec["datasets"].values() for row in rows_of_one]


def test_every_outcome_is_drawn_beside_the_blind_guess():
    spec = outcome_bars(RISKS).to_dict()
    assert {row["outcome"]: row["people"] for row in rows(spec) if "outcome" in row} == {
        "right": 3, "wrong": 1, "abstained": 0,
    }  # fmt: skip
    assert [row["baseline"] for row in rows(spec) if "right" in row] == [0.5]


def test_it_has_a_description():
    assert outcome_bars(RISKS).to_dict()["description"]


def test_targets_are_called_by_their_name():
    title = outcome_bars(RISKS, of="people").to_dict()["layer"][0]["encoding"]["x"]["title"]
    assert title.startswith("people (") and "remarks" not in str(outcome_bars(RISKS, of="people").to_dict())
