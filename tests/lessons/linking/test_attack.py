"""Four records and two clues by hand; who is named, who is not, and why not."""

from math import exp, log

import numpy as np
import pandas as pd
import pytest

from lessons.linking.attack import declare, link, scoreboard
from lessons.linking.inverted_index import inverted_index

FOUR = pd.DataFrame(
    {
        "viewer_id": [1, 1, 2, 2, 3, 4],
        "title_id": ["A", "B", "A", "C", "A", "A"],
        "stars": [4, 2, 5, 3, 1, 4],
        "day": pd.to_datetime(["2017-04-10", "2017-05-10", "2017-04-10", "2017-03-31", "2017-06-09", "2017-03-11"]),
    }
)
ADA = pd.DataFrame({"target": "ada", "title_id": ["A", "B"], "stars": [4, 3], "day": pd.Timestamp("2017-04-10")})


def only(guesses):
    assert len(guesses) == 1
    return guesses.iloc[0]


def test_four_records_and_two_clues():
    """Titles only: 1/log 4 + 1/log 2 for the first record, 1/log 4 for the others."""
    guess = only(link(FOUR, ADA[["target", "title_id"]]))
    assert (guess["best"], guess["second"]) == pytest.approx((1 / log(4) + 1 / log(2), 1 / log(4)))
    assert guess["eccentricity"] == pytest.approx(4 / 3**0.5)  # one of four is ahead by d: sigma = d * sqrt(3) / 4
    assert (guess["claim"], guess["declared"]) == (1, True)


def test_with_stars_and_days():
    guess = only(link(FOUR, ADA))
    best = 2 / log(4) + (exp(-1 / 1.5) + exp(-1)) / log(2)
    second = (exp(-1 / 1.5) + 1) / log(4)
    assert (guess["best"], guess["second"]) == pytest.approx((best, second))
    assert guess["confidence"] == pytest.approx(1 - second / best)


def test_a_tie_names_nobody():
    guess = only(link(FOUR, ADA[["target", "title_id"]].head(1), phi=0))
    assert pd.isna(guess["claim"]) and not guess["declared"] and guess["confidence"] == 0


def test_a_title_that_nobody_has_adds_nothing():
    known = pd.concat([ADA, ADA.assign(title_id=["X", "Y"])])
    pd.testing.assert_frame_equal(link(FOUR, known), link(FOUR, ADA))
    assert pd.isna(only(link(FOUR, ADA.assign(title_id=["X", "Y"]), phi=0))["claim"])


def test_a_clue_without_stars_counts_by_its_day():
    guess = only(link(FOUR, ADA.tail(1).assign(stars=np.nan)))
    assert guess["best"] == pytest.approx(exp(-1) / log(2))


def test_a_target_with_one_view():
    guess = only(link(FOUR, pd.DataFrame({"target": ["eve"], "title_id": ["C"]})))
    assert (guess["claim"], guess["declared"], guess["confidence"]) == (2, True, 1.0)


def test_where_everyone_is_the_same_nobody_is_named():
    same = pd.DataFrame({"viewer_id": np.repeat(range(9), 2), "title_id": ["A", "B"] * 9, "stars": 3})
    assert not link(same, ADA, phi=0)["declared"].any()


def test_where_there_is_one_record_nobody_is_named():
    assert not link(FOUR[FOUR["viewer_id"] == 1], ADA, phi=0)["declared"].any()


def test_evidence_that_the_log_does_not_have_is_not_used():
    titles_only = ["viewer_id", "title_id"]
    pd.testing.assert_frame_equal(link(FOUR[titles_only], ADA), link(FOUR, ADA[["target", "title_id"]]))


def test_targets_come_in_their_order_and_rows_in_any():
    both = pd.concat([ADA.tail(1), ADA.assign(target="eve"), ADA.head(1)])
    assert link(FOUR, both)["target"].tolist() == ["ada", "eve"]
    assert link(FOUR, both).drop(columns="target").drop_duplicates().shape[0] == 1


def test_an_index_in_place_of_the_log_and_labels_of_any_kind():
    named = FOUR.assign(viewer_id=FOUR["viewer_id"].map({1: "één", 2: "<b>", 3: "三", 4: "four"}))
    assert only(link(inverted_index(named), ADA))["claim"] == "één"


def test_nobody_is_asked_about():
    guesses = link(FOUR, ADA.head(0))
    assert len(guesses) == 0 and {"target", "claim", "confidence", "declared", "eccentricity"} <= set(guesses)


def test_the_target_need_not_be_there():
    """Her record taken out: another one is the best, and with few records even far ahead."""
    guess = only(link(FOUR[FOUR["viewer_id"] != 1], ADA[["target", "title_id", "day"]].head(1)))
    assert (guess["claim"], guess["declared"]) == (2, True)


def test_a_higher_phi_declares_no_more():
    guesses = link(FOUR, ADA)
    assert [bool(declare(guesses, phi=phi)["declared"].any()) for phi in (0, 1.5, 9)] == [True, True, False]
    assert declare(guesses, phi=9)["claim"].isna().all() and declare(guesses, phi=9)["record"].tolist() == [1]
    pd.testing.assert_frame_equal(declare(declare(guesses, phi=9), phi=1.5), guesses)
    with pytest.raises(ValueError, match="phi is -1"):
        declare(guesses, phi=-1)
    with pytest.raises(ValueError, match="phi is nan"):
        link(FOUR, ADA, phi=float("nan"))


def test_the_scoreboard_of_one_person():
    board = scoreboard(FOUR, ADA[["target", "title_id"]])
    assert board["viewer_id"].tolist() == [1, 2, 3, 4]
    assert board["score"].tolist() == pytest.approx([1 / log(4) + 1 / log(2), *[1 / log(4)] * 3])
    with pytest.raises(ValueError, match="about 2 people"):
        scoreboard(FOUR, ADA.assign(target=["ada", "eve"]))


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        (ADA.drop(columns="title_id"), "no column 'title_id'"),
        (ADA.assign(target=["ada", None]), "row 1 of what is known has no target"),
        (ADA.assign(day=[1, 2]), "make dates of both"),
        (ADA.assign(stars=["four", "three"]), "stars has values such as 'four'"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence(known, sentence):
    with pytest.raises(ValueError, match=sentence):
        link(FOUR, known)
