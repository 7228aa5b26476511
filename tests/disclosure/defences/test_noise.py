"""Noise against its own formula, on tables that can be added up by eye."""

from math import exp

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.defences.noise import AddNoise, noise, typical_error
from disclosure.defences.publishing import ForEachTable
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.measures.rhythm import isolated_by_steps, news_lost
from disclosure.measures.utility import loss
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.editions import Publication

PEOPLE = pd.DataFrame({"film": list("AAAAAAAB") * 40, "region": (["north"] * 3 + ["south"] * 5) * 40})
TABLE = count_table(PEOPLE, by=("film", "region"))


@pytest.mark.parametrize(("epsilon", "sensitivity"), [(0.5, 1), (1.0, 1), (4.0, 1), (1.0, 20)])
def test_each_number_is_as_frequent_as_the_formula_says(epsilon, sensitivity):
    drawn, a = noise(epsilon, sensitivity, 200_000, np.random.default_rng(53)), exp(-epsilon / sensitivity)
    for number in (-3, -1, 0, 1, 2, 5):
        chance = (1 - a) / (1 + a) * a ** abs(number)
        assert abs(np.mean(drawn == number) - chance) < 5 * np.sqrt(chance / 200_000)
    assert np.abs(drawn).mean() == pytest.approx(typical_error(epsilon, sensitivity), rel=0.02)


def test_totals_are_summed_from_noisy_cells_and_nothing_below_zero_is_printed():
    release = AddNoise(0.05, seed="otter")(TABLE)
    grid = release.cells.set_index(["film", "region"])["count"]
    assert (release.cells["count"] >= 0).all() and release.cells["count"].dtype == "Int64"
    large = AddNoise(1.0, seed=1)(TABLE).cells.set_index(["film", "region"])["count"]
    assert large["A", "total"] == large["A", "north"] + large["A", "south"]
    assert grid["total", "total"] <= grid.drop("total").drop("total", level="region").sum()


def test_totals_of_wider_labels_are_summed_too():
    of_country = count_table(PEOPLE, by="region", hierarchies={"region": {"north": "Aland", "south": "Aland"}})
    north, south, country, total = AddNoise(1.0)(of_country).cells["count"]
    assert north + south == country == total


def test_the_same_seed_gives_the_same_and_another_seed_or_table_something_else():
    """With one seed and equal noise, a table and the table of a week later could be subtracted."""
    wide = count_table(pd.DataFrame({"film": pd.Categorical(["f0"], [f"f{n}" for n in range(60)])}), by="film")
    more = count_table(pd.DataFrame({"film": pd.Categorical(["f1"], [f"f{n}" for n in range(60)])}), by="film")
    drawn = [AddNoise(0.1, seed=seed)(table) for seed, table in ((1, wide), (1, wide), (2, wide), (1, more))]
    first, again, other_seed, other_table = (each.cells["count"].tolist()[2:-1] for each in drawn)
    assert first == again and first != other_seed and first != other_table


def test_a_total_that_is_not_broken_down_is_refused():
    """It was printed as 0, without noise: totals are summed from cells, and it has none."""
    cells = pd.DataFrame({"film": ["A", "B", "B"], "sex": ["total", "f", "total"], "count": [2, 7, 7], "mark": ""})
    with pytest.raises(ValueError, match=r"do not add up to A \| total: noise is drawn for these cells"):
        AddNoise(1.0)(CountTable(cells, ("film", "sex")))


def test_a_dimension_of_totals_alone_leaves_cells_to_draw_noise_for():
    cells = pd.DataFrame({"film": ["A", "B", "total"], "sex": "total", "count": [200, 700, 900], "mark": ""})
    one, other, whole = AddNoise(1.0)(CountTable(cells, ("film", "sex"))).cells["count"]
    assert one + other == whole and (one, other) != (200, 700)


def test_what_was_changed_before_is_refused():
    with pytest.raises(ValueError, match="hides cells: add noise to the table as it was counted"):
        AddNoise(1.0)(Suppress(300)(TABLE))
    with pytest.raises(ValueError, match="rounded to multiples of 5 already"):
        AddNoise(1.0)(RoundTo(5)(TABLE))
    with pytest.raises(ValueError, match="is noisy already"):
        RoundTo(5)(AddNoise(1.0)(TABLE))
    with pytest.raises(ValueError, match="is noisy: hide small counts first"):
        Suppress(3)(AddNoise(1.0)(TABLE))


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6))
def test_more_noise_costs_more(seed):
    assert loss(TABLE, AddNoise(0.01, seed=seed)(TABLE)) >= loss(TABLE, AddNoise(50.0, seed=seed)(TABLE)) == 0


def test_a_year_of_mondays_has_fresh_noise_each_week_and_isolates_nobody_beyond_doubt():
    """Without noise, each Monday's newcomer is a difference of one."""
    films = ["A" * (20 + week) + "B" * 20 for week in range(4)]
    days = pd.date_range("2017-11-20", periods=4, freq="7D")
    tables = [count_table(pd.DataFrame({"film": list(each)}), by="film", totals=False) for each in films]
    weekly = tuple(Publication(str(day), table, day) for day, table in zip(days, tables, strict=True))
    noisy = ForEachTable(AddNoise(0.1))(weekly)
    assert isolated_by_steps(weekly, small=5) == (3, 3) and isolated_by_steps(noisy, small=5) == (0, 0)
    printed = [each.table.cells["count"].tolist() for each in noisy]
    assert len({tuple(each) for each in printed}) == 4 and 0 <= news_lost(weekly, noisy) <= 1


def test_a_seed_is_a_secret_and_is_not_shown():
    assert repr(AddNoise(1.0, seed=4711)) == "AddNoise(epsilon=1.0, sensitivity=1)"
