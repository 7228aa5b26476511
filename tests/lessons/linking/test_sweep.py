"""A log of six people, two of whom write reviews; what comes of them by hand."""

import pandas as pd
import pytest

from lessons.linking.attack import link
from lessons.linking.defences import BlurDays, DropRareTitles, SampleViewers
from lessons.linking.sweep import (
    COLUMNS,
    guesses_by_evidence,
    not_there,
    outcomes_by_phi,
    somebody_to_follow,
    sweep_logs,
    without,
)

LOG = pd.DataFrame(
    {
        "viewer_id": [1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6],
        "title_id": list("ABCADEABAAA"),
        "stars": [5, 4, 3, 2, 5, 1, 5, 1, 5, 1, 3],
        "day": pd.Timestamp("2017-12-01"),
    }
)
KNOWN = pd.DataFrame(
    {
        "target": ["ada", "ada", "eve", "eve", "nobody"],
        "title_id": list("BCDEA"),
        "stars": [4, 3, 5, 1, 3],
        "day": pd.Timestamp("2017-12-01"),
    }
)
TRUTH = pd.DataFrame({"target": ["ada", "eve", "nobody"], "answer": pd.array([1, 2, None], dtype="Int64")})


def test_everybody_in_question_is_taken_out():
    assert set(without(LOG, TRUTH)["viewer_id"]) == {3, 4, 5, 6}
    assert not_there(TRUTH)["answer"].isna().all()


def test_the_same_people_with_each_kind_of_evidence_there_and_not():
    guesses = guesses_by_evidence(LOG, KNOWN, TRUTH)
    assert guesses.groupby(["evidence", "presence"]).size().tolist() == [2] * 2 * len(COLUMNS)
    assert guesses.groupby("presence")["records"].first().to_dict() == {"in": 6, "out": 4}
    titles = guesses.query("evidence == 'titles' and presence == 'in'").reset_index(drop=True)
    alone = link(LOG, KNOWN.loc[KNOWN["target"] != "nobody", ["target", "title_id"]], phi=0)
    pd.testing.assert_frame_equal(titles[list(alone)], alone)


def test_outcomes_by_hand():
    """By titles, both are found at phi = 1; with their records out, B points to viewer 3, and D and E to nobody."""
    outcomes = outcomes_by_phi(guesses_by_evidence(LOG, KNOWN, TRUTH), TRUTH, [1.0, 9.0])
    rows = outcomes[outcomes["evidence"] == "titles"].set_index(["presence", "phi"])
    counts = rows[["n", "right", "wrong", "abstained"]].apply(tuple, axis="columns")
    assert counts["in", 1.0] == (2, 2, 0, 0)
    assert counts["in", 9.0] == (2, 0, 0, 2)
    assert counts["out", 1.0] == (2, 0, 1, 1)
    assert rows["baseline"].tolist() == pytest.approx([2 / 6, 2 / 6, 0, 0])
    assert rows["wrong_high"]["out", 9.0] < rows["wrong_high"]["out", 1.0]


def test_whom_to_follow():
    """Ada: once her record is out, viewer 3 is accused in her place. Nobody is accused in Eve's."""
    assert somebody_to_follow(guesses_by_evidence(LOG, KNOWN, TRUTH), TRUTH) == "ada"
    assert somebody_to_follow(guesses_by_evidence(LOG, KNOWN, TRUTH), TRUTH.iloc[[1]]) == "eve"


def test_defences_by_hand():
    """Without C, D and E nothing is left of Eve's reviews; B alone is in two records, and Ada's leads too little."""
    judged = sweep_logs(LOG, KNOWN, TRUTH, [(), DropRareTitles(2), (BlurDays(2), SampleViewers(0.5))])
    assert judged["label"].tolist() == [
        "nothing",
        "no titles of fewer than 2 records",
        "days in blocks of 2, then 50% of the people",
    ]
    assert judged["n"].tolist()[:2] == [2, 2] and judged["right"].tolist()[:2] == [2, 0]
    assert judged["utility_lost"].tolist()[:2] == pytest.approx([0, 3 / 11])
    assert judged["n_absent"].tolist() == [2, 2, 2] and judged["accused"].tolist()[:2] == [1, 1]


def test_a_target_who_is_not_drawn_does_not_count_as_looked_for_in_vain():
    judged = sweep_logs(LOG, KNOWN, TRUTH, [SampleViewers(0.5, seed=seed) for seed in range(6)])
    assert set(judged["n"]) - {2} and (judged["right"] <= judged["n"]).all()
