"""Outcomes by hand, who is chosen for the story, and the crowds of all settings."""

import pandas as pd
import pytest

from lessons.singling_out.sweep import (
    OUTCOMES,
    about_bea,
    crowds_by_setting,
    outcomes_in_words,
    outcomes_of_remarks,
    share_right,
    wrongly_accused,
)

ROWS = pd.DataFrame(
    {
        "viewer_id": [11, 12, 13, 14],
        "country": ["Chile", "Chile", "Norway", "Peru"],
        "region": ["north", "south", "east", "west"],
        "device": ["tv", "phone", "tv", "tv"],
        "sex": ["female", "female", "male", "female"],
        "age": [29, 47, 47, 16],
        "joined_week": pd.to_datetime(["2017-01-02", "2017-01-02", "2017-01-09", "2017-03-06"]),
    }
)
SILENT = dict.fromkeys(["country", "region", "device", "sex", "joined_week", "age_from", "age_to"])


def remarks(*facts):
    rows = [SILENT | {"clue_id": number, "card": "", **told} for number, told in enumerate(facts)]
    return pd.DataFrame(rows)


def truth(*answers):
    return pd.DataFrame({"target": range(len(answers)), "answer": pd.array(answers, dtype="Int64")})


def test_bea_is_a_grown_woman_of_the_crowd_whose_remark_fits_her_alone_and_says_little():
    clues = remarks(
        {"country": "Norway"},  # a man
        {"country": "Peru"},  # under age
        {"country": "Chile"},  # fits two
        {"country": "Chile", "device": "phone", "sex": "female"},
        {"country": "Chile", "device": "tv"},
        {"country": "Chile", "region": "south", "card": "second"},  # left to learners
    )
    assert about_bea(clues, ROWS, truth(13, 14, 11, 12, 11, 12))["clue_id"].tolist() == [4]


def test_no_remark_about_bea():
    assert about_bea(remarks({"country": "Norway"}), ROWS, truth(13)).empty


def test_whoever_is_accused_is_of_age_and_not_meant():
    clues = remarks({"country": "Peru"}, {"country": "Norway"}, {"country": "Chile", "device": "tv"})
    accused = wrongly_accused(clues, ROWS, truth(None, 13, None))
    assert accused[["clue_id", "claim"]].to_numpy().tolist() == [[2, 11]]
    assert wrongly_accused(clues, ROWS, truth(14, 13, 11)).empty


def test_outcomes_by_hand():
    clues = remarks({"country": "Norway"}, {"country": "Chile"}, {"country": "Peru"}, {"country": "Spain"})
    outcomes = outcomes_of_remarks(ROWS, clues, truth(13, 11, None, None))
    assert outcomes[["n", "right", "wrong", "abstained"]].to_numpy().tolist() == [[2, 1, 0, 1], [2, 0, 1, 1]]
    assert outcomes["baseline"].tolist() == [1 / 4, 0]
    assert outcomes_in_words(outcomes).columns.tolist() == list(OUTCOMES.values())


@pytest.mark.parametrize(("there", "right"), [(1, 1.0), (0.5, 0.75), (0.1, 0.25), (0, 0.0)])
def test_the_rarer_the_people_meant_the_fewer_claims_are_right(there, right):
    outcomes = pd.DataFrame({"n": [50, 50], "right": [30, 0], "wrong": [0, 10]})
    assert share_right(outcomes, there=there) == pytest.approx(right)


def test_crowds_of_all_settings():
    crowds = crowds_by_setting(ROWS).set_index(["place", "device", "person", "week"])
    assert len(crowds) == 24 and crowds.sum(axis="columns").eq(4).all()
    assert crowds.loc["nothing", "unknown", "unknown", "unknown"].tolist() == [0, 4, 0]
    assert crowds.loc["country", "unknown", "unknown", "unknown"].tolist() == [2, 2, 0]
    assert crowds.loc["nothing", "known", "unknown", "unknown"].tolist() == [1, 3, 0]
    assert crowds.loc["region", "known", "known", "known"].tolist() == [4, 0, 0]


def test_rows_without_a_fact_are_refused():
    with pytest.raises(ValueError, match="the frame of rows has no column 'sex'"):
        crowds_by_setting(ROWS.drop(columns="sex"))
