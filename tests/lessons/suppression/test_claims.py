"""What the lesson on suppression claims, held against five worlds."""

from functools import cache
from itertools import pairwise, product

import pandas as pd
import pytest

from disclosure.audit.attackers import Outsider
from disclosure.audit.disclosure import group_disclosure
from disclosure.audit.verdicts import audit, exact_cells
from disclosure.defences.coarsening import Coarsen
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from lessons.suppression.attack import subtract
from lessons.suppression.release import little_table
from lessons.suppression.side_by_side import compare_defences
from lessons.suppression.sweep import release_at
from lessons.suppression.who_learns import insiders_learn, outsider_learns
from tests.lessons.worlds import SEEDS, every_seed, favourite_table


def alone_in_a_line(table, release):
    """The hidden inner cells that are the only hidden cell of a row or a column, totals included."""
    lines = [
        release.cells.groupby(column)["count"].transform(lambda counts: counts.isna().sum()) for column in table.by
    ]
    alone = release.is_hidden & ~table.is_total & ((lines[0] == 1) | (lines[1] == 1))
    return set(table.cell_names[alone])


THRESHOLDS = [3, 5, 10]
every_threshold = pytest.mark.parametrize("threshold", THRESHOLDS)


LOW = [(seed, k) for seed in SEEDS for k in (3, 5)]
"""Low thresholds in all worlds."""


@cache
def known_to_outsiders(seed, threshold):
    return outsider_learns(release_at(favourite_table(seed), "printed", threshold))


@cache
def known_to_insiders(seed, threshold):
    table = favourite_table(seed)
    return insiders_learn(release_at(table, "printed", threshold), table, known_to_outsiders(seed, threshold))


def true_counts(table):
    return pd.Series(table.cells["count"].to_numpy(), index=table.cell_names)


@every_seed
@every_threshold
def test_cells_alone_in_their_line_are_exact_with_totals_and_no_cell_is_without(seed, threshold):
    table = favourite_table(seed)
    known = known_to_outsiders(seed, threshold).set_index("target")
    alone = sorted(alone_in_a_line(table, Suppress(threshold)(table)))
    assert known.loc[alone, "verdict"].eq("exact").all()
    assert (known.loc[alone, "low"] == true_counts(table)[alone]).all()
    table = favourite_table(seed, totals=False)
    without = audit(Suppress(threshold)(table), Outsider(), why=False, nothing_to_subtract=True)
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
    known = known_to_outsiders(seed, threshold).set_index("target")
    found = subtract(release).query("declared").set_index("target")["claim"]
    assert (known.loc[found.index, "verdict"] == "exact").all()
    assert (known.loc[found.index, "low"] == found).all()


@every_seed
@pytest.mark.parametrize("defence", [*map(Suppress, THRESHOLDS), RoundTo(3), RoundTo(5)], ids=repr)
def test_every_interval_of_the_audit_holds_the_truth(seed, defence):
    known = audit(defence(favourite_table(seed)), Outsider(), why=False).set_index("target")
    true = true_counts(favourite_table(seed))[known.index]
    assert len(known) and true.between(known["low"], known["high"]).all()


@pytest.mark.parametrize(("seed", "threshold"), [*product(SEEDS, THRESHOLDS[:2]), ("Ada", 10), ("Grace", 10)])
def test_an_outsider_never_knows_more_than_an_insider_and_both_know_the_truth(seed, threshold):
    table = favourite_table(seed)
    outsider, insider = known_to_outsiders(seed, threshold), known_to_insiders(seed, threshold)
    assert (insider["low"] >= outsider["low"]).all() and (insider["high"] <= outsider["high"]).all()
    assert table.cells["count"][insider.index].between(insider["low"], insider["high"]).all()


def test_somewhere_an_insider_knows_more():
    """So that the claim above is about something."""
    outsider, insider = (
        sum(int((learnt["high"] - learnt["low"]).sum()) for learnt in (known(SEEDS[0], 3), known(SEEDS[0], 5)))
        for known in (known_to_outsiders, known_to_insiders)
    )
    assert insider < outsider


@every_seed
def test_a_higher_threshold_never_costs_less(seed):
    judged = compare_defences(favourite_table(seed), [Suppress(k) for k in range(3, 16)])
    assert judged["utility_lost"].is_monotonic_increasing
    assert judged["wrong"].sum() == 0


def test_a_higher_threshold_may_cost_no_more():
    """Four films by four regions of 1 to 3 and 9: all thresholds from 4 to 9 hide the same cells."""
    judged = compare_defences(little_table(), [Suppress(k) for k in range(4, 10)])
    assert judged["utility_lost"].nunique() == 1


@every_seed
def test_hidden_cells_are_all_exact_at_the_lowest_thresholds_if_at_all(seed):
    """The share of exact cells is larger at the left end of the slider than in its middle and at its right end."""
    known = [
        outsider_learns(release_at(favourite_table(seed), "printed", k))["verdict"].eq("exact") for k in (3, 9, 15)
    ]
    assert known[0].mean() > max(known[1].mean(), known[2].mean()) and not known[2].all()


@every_seed
def test_one_more_number_does_not_help_at_a_high_threshold(seed):
    """Somebody alone in a hidden cell finds no more cells than an outsider, where many are hidden."""
    table = favourite_table(seed)
    outsider = outsider_learns(release_at(table, "printed", 12))
    insider = insiders_learn(release_at(table, "printed", 12), table, outsider)
    assert insider["verdict"].eq("exact").sum() == outsider["verdict"].eq("exact").sum()


def test_somewhere_an_insider_finds_more_at_a_low_threshold():
    found = [
        (known(seed, k)["verdict"] == "exact").sum()
        for known in (known_to_outsiders, known_to_insiders)
        for seed, k in LOW
    ]
    assert sum(found[: len(LOW)]) < sum(found[len(LOW) :])


@every_seed
def test_of_what_leaves_nobody_learnt_about_rounding_costs_least(seed):
    defences = [Suppress(15), *(Coarsen("region", into=n) for n in (2, 3, 5)), RoundTo(3), RoundTo(5), RoundTo(10)]
    judged = compare_defences(favourite_table(seed), defences).query("people_learnt == 0")
    cheapest = judged.loc[judged["utility_lost"].idxmin()]
    assert cheapest["kind"] == "round" and judged["kind"].eq("round").sum() == 3


@every_seed
def test_merged_regions_leave_fewer_small_cells(seed):
    judged = compare_defences(favourite_table(seed), [(), *(Coarsen("region", into=n) for n in (2, 3, 5))])
    assert (judged["n"].iloc[1:] < judged["n"].iloc[0]).all()


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
    judged = compare_defences(favourite_table(seed), [Coarsen("region", into=2), Coarsen("title", into=2), RoundTo(3)])
    assert judged["order_preserved"].iloc[0] == 0
    assert judged["order_preserved"].iloc[1] == 1
    assert judged["people_learnt"].iloc[2] == 0 and judged["still_possible"].iloc[2] <= 3
