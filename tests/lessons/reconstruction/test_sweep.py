"""Blocks and desks, many at a time, on small worlds."""

from math import sqrt

import numpy as np
import pandas as pd
import pytest

from disclosure.measures import score
from lessons.reconstruction.subset_sums import says
from lessons.reconstruction.sweep import (
    blind_right,
    block_sweep,
    block_with_few_lists,
    budget_sweep,
    crowd_sweep,
    guesses_of,
    noise_sweep,
    rebuild_all,
    tables_sweep,
    truth_of,
    truth_of_people,
)
from tests.lessons.reconstruction.small_blocks import LABELS, random_block

RNG = np.random.default_rng(53)
BLOCKS = {name: random_block(RNG, 3, 4, range(18, 60)) for name in "ABCDEFGH"}
WATCHED = RNG.random(100) < 0.35


@pytest.fixture(scope="module")
def found():
    return rebuild_all(BLOCKS, LABELS)


def test_who_is_the_same_in_all_lists_is_there(found):
    swept = block_sweep(BLOCKS, found, LABELS)
    assert swept["left"].is_monotonic_increasing and sorted(swept["block"]) == list("ABCDEFGH")
    assert (swept["right"] == swept["same"]).all() and swept["wrong"].sum() == 0
    risk = score(guesses_of(found, LABELS), truth_of(BLOCKS, LABELS), blind=0.01)
    assert (risk.right, risk.wrong, risk.n) == (swept["same"].sum(), 0, 56)


def test_a_wrong_claim_is_counted_as_wrong(found):
    """The people of another block."""
    moved = dict(zip(BLOCKS, [*list(BLOCKS.values())[1:], BLOCKS["A"]], strict=True))
    swept = block_sweep(moved, found, LABELS)
    assert (swept["wrong"] == swept["same"] - swept["right"]).all() and swept["wrong"].sum() > 0


def test_one_table_less_leaves_more_lists_and_fewer_lines():
    swept = tables_sweep(BLOCKS, LABELS)
    assert swept["lines"].is_monotonic_increasing and swept["median"].is_monotonic_decreasing
    assert swept["same"].is_monotonic_increasing and swept["wrong"].sum() == 0


def test_the_block_of_a_story_has_few_lists_and_a_woman_who_is_the_same(found):
    name, seat = block_with_few_lists(BLOCKS, LABELS)
    assert found[name].sexes[seat] == "female"
    column = {*zip(found[name].ages[:, seat].tolist(), found[name].plans[:, seat].tolist(), strict=True)}
    assert len(column) == 1


def test_without_such_a_woman_there_is_no_story():
    """Three of one age, with two plans: nobody stands alone."""
    people = pd.DataFrame({"sex": ["female"] * 3 + ["male"] * 3, "plan": ["basic", "basic", "premium"] * 2, "age": 30})
    with pytest.raises(ValueError, match="in no block is a woman the same in all lists"):
        block_with_few_lists({"A": people}, LABELS)


def test_right_and_wrong_beside_a_blind_guess():
    swept = noise_sweep(WATCHED, 0.35, questions=[50, 800], spreads=[1.0, 100.0])
    assert (swept["right"] + swept["wrong"] == 100).all() and swept["blind"].eq((~WATCHED).sum()).all()
    assert swept["right"].tolist()[2] == 100 and abs(swept["right"].iloc[3] - (~WATCHED).sum()) < 20
    risk = score(says(WATCHED.astype(float)), truth_of_people(WATCHED), blind=0.5)
    assert risk.right == 100


def test_whoever_is_blind_says_what_most_do():
    assert blind_right(WATCHED, 0.35) == (~WATCHED).sum() and blind_right(WATCHED, 0.65) == WATCHED.sum()


def test_a_budget_makes_many_answers_bad():
    swept = budget_sweep(WATCHED, 0.35, epsilons=[1, 100], questions=[10, 400]).set_index(["epsilon", "questions"])
    assert swept.loc[(1, 400), "off"] > 20 * swept.loc[(1, 10), "off"]
    assert swept.loc[(100, 400), "off"] < swept.loc[(1, 400), "off"] / 50


def test_crowds_keep_four_questions_for_each():
    viewers = pd.DataFrame({"viewer_id": range(100)})
    views = pd.DataFrame({"viewer_id": range(0, 100, 3), "title_id": 7})
    swept = crowd_sweep(viewers, views, 7, 0.34, numbers=[40, 80])
    assert swept["n"].tolist() == [40, 80] and swept["questions"].tolist() == [160, 320]
    assert swept["spread"].tolist() == [sqrt(40) / 4, sqrt(80) / 4]
