"""What each lesson claims, held against five worlds that nobody has seen before."""

from functools import cache

import numpy as np
import pandas as pd
import pytest

from data_gen import make_world
from lessons.attacks.singling_out import crowd_sizes, single_out
from lessons.audit.subtraction import subtract
from lessons.defences.suppression import Suppress
from lessons.measures import score
from lessons.releases.count_table import count_table
from lessons.releases.drill_down import drill_down, people_behind
from lessons.releases.favourites import favourites
from lessons.sweep import sweep_thresholds

SEEDS = [1, 2, 3, "Ada", "Grace"]
DAYS = pd.date_range("2017-11-23", "2017-12-10")
every_seed = pytest.mark.parametrize("seed", SEEDS)


@cache
def world(seed):
    return make_world(2_000, seed=seed)


@cache
def the_53(seed):
    film = world(seed).titles.set_index("title").loc["Mistletoe at Thimble Hall", "title_id"]
    return drill_down(world(seed).viewers, people_behind(world(seed).views, title_id=film, days=DAYS))


@cache
def favourite_table(seed, totals=True):
    americans = world(seed).viewers.query("country == 'United States'")
    people = favourites(world(seed).views, americans, world(seed).titles, days=DAYS, n_titles=12)
    return count_table(people, by=("title", "region"), totals=totals)


# --- 01 singling out --------------------------------------------------------------------------------------------------


@every_seed
def test_a_sentence_finds_more_people_than_the_same_sentence_about_somebody_else(seed):
    clues, truth = world(seed).outside.clues, world(seed).truth.clues.dropna()
    about_them = clues[clues["clue_id"].isin(truth["target"])]
    shuffled = truth.assign(answer=np.random.default_rng(53).permutation(truth["answer"]))
    guesses = single_out(the_53(seed), about_them)
    found, by_chance = (score(guesses, answers, blind=1 / 53) for answers in (truth, shuffled))
    assert found.right > 53 / 3
    assert found.low > by_chance.high
    assert found.wrong == 0  # a true remark about somebody who is there never points elsewhere


def test_people_who_are_not_there_are_sometimes_falsely_matched():
    risks = []
    for seed in SEEDS:
        clues, truth = world(seed).outside.clues, world(seed).truth.clues
        absent = truth[truth["answer"].isna()]
        risks.append(
            score(single_out(the_53(seed), clues[clues["clue_id"].isin(absent["target"])]), truth, blind=1 / 53)
        )
    assert all(risk.right == 0 for risk in risks)
    assert sum(risk.wrong for risk in risks) > 0
    assert sum(risk.abstained for risk in risks) > 0


@every_seed
def test_three_cards_single_out_the_three_people(seed):
    clues, truth = world(seed).outside.clues, world(seed).truth.clues
    risk = score(single_out(the_53(seed), clues[clues["card"] != ""]), truth, blind=1 / 53)
    assert (risk.n, risk.right) == (3, 3)


@every_seed
def test_a_count_of_53_splits_into_counts_of_one(seed):
    alone = [(crowd_sizes(the_53(seed), facts) == 1).sum() for facts in ([], ["country"], ["country", "joined_week"])]
    assert alone[0] == 0 < alone[1] < alone[2]


# --- 02 suppression ---------------------------------------------------------------------------------------------------


def alone_in_a_line(table, release):
    """The hidden inner cells that are the only hidden cell of a row or a column, totals included."""
    lines = [
        release.cells.groupby(column)["count"].transform(lambda counts: counts.isna().sum()) for column in table.by
    ]
    alone = release.is_hidden & ~table.is_total & ((lines[0] == 1) | (lines[1] == 1))
    return set(table.cell_names[alone])


@every_seed
@pytest.mark.parametrize("threshold", [3, 5, 10])
def test_cells_alone_in_their_line_are_recovered_with_totals_and_none_without(seed, threshold):
    table = favourite_table(seed)
    guesses = subtract(Suppress(threshold)(table)).set_index("target")
    true = pd.Series(table.cells["count"].to_numpy(), index=table.cell_names)
    alone = sorted(alone_in_a_line(table, Suppress(threshold)(table)))
    assert guesses.loc[alone, "declared"].all()
    assert (guesses.loc[guesses["declared"], "claim"] == true[guesses.index[guesses["declared"]]]).all()
    without = subtract(Suppress(threshold)(favourite_table(seed, totals=False)))
    assert not without["declared"].any() and len(without)


def test_the_tables_have_cells_alone_in_their_line():
    """So that the claim above is about something."""
    found = [
        alone_in_a_line(favourite_table(seed), Suppress(k)(favourite_table(seed))) for seed in SEEDS for k in (3, 5)
    ]
    assert sum(map(len, found)) > 0


@every_seed
def test_a_higher_threshold_always_costs_and_does_not_always_help(seed):
    sweep = sweep_thresholds(favourite_table(seed), range(3, 16), attack=subtract)
    assert sweep["utility_lost"].is_monotonic_increasing
    assert sweep["wrong"].sum() == 0
