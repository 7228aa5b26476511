"""An explorer is data: its settings, its sentences, and noise that is the kit's own."""

from math import exp

import numpy as np
import pytest

from lessons.noise.explorer import FIRST, explore_noise, sentence
from lessons.noise.promise import at_most
from tests.lessons.noise.test_sweep import ROWS, TITLES


@pytest.fixture(scope="module")
def explorer():
    return explore_noise(ROWS, TITLES)


def test_it_begins_in_the_middle_and_has_a_sentence_for_every_setting(explorer):
    assert tuple(explorer.setting.values()) == FIRST
    assert len(explorer.lookups["sentences"].table) == len(explorer.settings) == 32 * 7 * 2
    names = {param["name"] for param in explorer.figure["spec"]["params"]}
    assert names == {*explorer.setting, "right", "promise", "scale"}


def test_the_sentence_of_the_first_setting_says_under_which_conditions(explorer):
    said = explorer.lookups["sentences"].table[FIRST]
    for part in (
        "The promise of epsilon 1 per profile: of 100 guesses about it, at most 73 are right in the long run, ",
        "if as many are in as out and she knows everybody else. Ada has ",
        "Without looking: 50.",
    ):
        assert part in said


def test_no_sentence_speaks_of_a_hundred_right_or_calls_anything_private(explorer):
    said = " ".join(explorer.lookups["sentences"].table.values())
    assert "100 right" not in said and "most 100 " not in said and "private" not in said


def test_per_view_the_promise_is_about_one_title(explorer):
    row = explorer.settings.query("unit == 'per view' and kept == 5 and epsilon == 1").iloc[0].to_dict()
    assert "epsilon 1 per view is about one title. For all 5 titles together" in sentence(row)
    assert "of 100 guesses about the profile, more than 99 may be right" in sentence(row)
    assert row["promise"] == round(100 * at_most(5.0), 1)


def test_ada_is_never_more_often_right_than_promised(explorer):
    assert (explorer.settings["right"] <= explorer.settings["promise"] + 0.05).all()


def test_over_the_most_watched_titles_counts_are_further_off_where_few_are_kept(explorer):
    """What is left out grows with the count: the mean over all titles says little of the ten that are drawn."""
    row = explorer.settings.query("unit == 'per profile' and kept == kept.min() and epsilon == 4").iloc[0].to_dict()
    assert row["off_at_top"] > row["off"] > 0
    gaps = (
        f"a count is off by {row['off']:.0f} viewers on average; over the ten most watched, by {row['off_at_top']:.0f}."
    )
    assert gaps in sentence(row)


def test_two_exponential_numbers_make_the_two_sided_geometric_noise():
    up, down = np.random.default_rng(53).exponential(size=(2, 200_000))
    drawn, a = np.floor(up * 3) - np.floor(down * 3), exp(-1 / 3)
    for number in (-4, 0, 1):
        chance = (1 - a) / (1 + a) * a ** abs(number)
        assert abs(np.mean(drawn == number) - chance) < 5 * np.sqrt(chance / 200_000)
