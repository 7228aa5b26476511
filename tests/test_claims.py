"""What each lesson claims, held against five worlds that nobody has seen before."""

from functools import cache
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from data_gen import make_world
from lessons.attacks.singling_out import crowd_sizes, single_out
from lessons.audit.attackers import Outsider
from lessons.audit.disclosure import group_disclosure
from lessons.audit.subtraction import subtract
from lessons.audit.verdicts import audit, exact_cells
from lessons.defences.coarsening import Coarsen
from lessons.defences.rounding import RoundTo
from lessons.defences.suppression import Suppress
from lessons.measures import score
from lessons.releases.count_table import count_table
from lessons.releases.drill_down import drill_down, people_behind
from lessons.releases.favourites import favourites
from lessons.sweep import SETTINGS, insiders_learn, learnt_by_setting, outsider_learns, release_at, sweep

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
    people = favourites(world(seed).views, americans, world(seed).titles, days=DAYS, n_titles=16)
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


THRESHOLDS = [3, 5, 10]
every_threshold = pytest.mark.parametrize("threshold", THRESHOLDS)


def true_counts(table):
    return pd.Series(table.cells["count"].to_numpy(), index=table.cell_names)


@every_seed
@every_threshold
def test_cells_alone_in_their_line_are_exact_with_totals_and_no_cell_is_without(seed, threshold):
    table = favourite_table(seed)
    known = audit(Suppress(threshold)(table), Outsider(), why=False).set_index("target")
    alone = sorted(alone_in_a_line(table, Suppress(threshold)(table)))
    assert known.loc[alone, "verdict"].eq("exact").all()
    assert (known.loc[alone, "low"] == true_counts(table)[alone]).all()
    without = audit(Suppress(threshold)(favourite_table(seed, totals=False)), Outsider(), why=False)
    assert len(without) and not without["verdict"].eq("exact").any()


def test_the_tables_have_cells_alone_in_their_line():
    """So that the claim above is about something."""
    found = [
        alone_in_a_line(favourite_table(seed), Suppress(k)(favourite_table(seed))) for seed in SEEDS for k in (3, 5)
    ]
    assert sum(map(len, found)) > 0


@every_seed
@every_threshold
def test_what_subtraction_finds_is_exact_and_what_is_exact_is_true(seed, threshold):
    release = Suppress(threshold)(favourite_table(seed))
    known = audit(release, Outsider(), why=False).set_index("target")
    found = subtract(release).query("declared").set_index("target")["claim"]
    assert (known.loc[found.index, "verdict"] == "exact").all()
    assert (known.loc[found.index, "low"] == found).all()


@every_seed
@pytest.mark.parametrize("defence", [*map(Suppress, THRESHOLDS), RoundTo(3), RoundTo(5)], ids=repr)
def test_every_interval_of_the_audit_holds_the_truth(seed, defence):
    known = audit(defence(favourite_table(seed)), Outsider(), why=False).set_index("target")
    true = true_counts(favourite_table(seed))[known.index]
    assert len(known) and true.between(known["low"], known["high"]).all()


@every_seed
@every_threshold
def test_an_outsider_never_knows_more_than_an_insider_and_both_know_the_truth(seed, threshold):
    table = favourite_table(seed)
    release = release_at(table, "printed", threshold)
    outsider = outsider_learns(release)
    insider = insiders_learn(release, table, outsider)
    assert (insider["low"] >= outsider["low"]).all() and (insider["high"] <= outsider["high"]).all()
    assert table.cells["count"][insider.index].between(insider["low"], insider["high"]).all()


def test_somewhere_an_insider_knows_more():
    """So that the claim above is about something."""
    learnt = [learnt_by_setting(favourite_table(seed), THRESHOLDS) for seed in SEEDS[:2]]
    widths = {
        who: sum(
            int((each[who]["high"] - each[who]["low"]).sum()) for by_setting in learnt for each in by_setting.values()
        )
        for who, _ in SETTINGS
    }
    assert widths["insider"] < widths["outsider"]


@every_seed
def test_a_higher_threshold_always_costs(seed):
    judged = sweep(favourite_table(seed), [Suppress(k) for k in range(3, 16)])
    assert judged["utility_lost"].is_monotonic_increasing
    assert judged["wrong"].sum() == 0


def test_a_higher_threshold_does_not_always_help():
    """In most worlds there are two thresholds of which the higher leaves more cells exact."""
    exact = {
        seed: [exact_cells(Suppress(k)(favourite_table(seed)), Outsider())["exact"].sum() for k in range(3, 16)]
        for seed in SEEDS
    }
    worse = [seed for seed, counts in exact.items() if any(later > earlier for earlier, later in pairwise(counts))]
    assert len(worse) > len(SEEDS) / 2


@every_seed
def test_zeros_tell_of_whole_groups_what_is_true(seed):
    table = favourite_table(seed)
    facts = group_disclosure(Suppress(5)(table), Outsider())
    empty = facts[facts["fact"] == "nobody"].merge(table.cells, on=list(table.by))
    assert len(empty) and empty["count"].eq(0).all()


@every_seed
def test_merging_regions_takes_the_answer_and_merging_titles_leaves_it(seed):
    judged = sweep(favourite_table(seed), [Coarsen("region", into=2), Coarsen("title", into=2), RoundTo(3)])
    assert judged["order_read"].iloc[0] == 0
    assert judged["order_read"].iloc[1] == 1
    assert judged["people_learnt"].iloc[2] == 0 and judged["still_possible"].iloc[2] <= 3
