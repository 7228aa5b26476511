"""Averaging: sums that can be added in the head, what fits a print, and who counts as found."""

import pandas as pd
import pytest

from disclosure.defences import perturbation_table
from disclosure.tables import count_table
from lessons.release_desk.averaging import AVERAGING, add_halves, how_many_fit, people_in_small_cells
from lessons.release_desk.keyed_tables import SPLIT, TOP_TEN, four_tables, keyed_people
from lessons.release_desk.office import SMALL
from lessons.release_desk.scores import attacked
from tests.lessons.release_desk.small_office import released, small_office


def tables(people, **changed):
    """The four tables as they are counted, with some printed counts of the first one replaced."""
    split = {
        heading: count_table(people, by=("title", "region", name), totals=False) for heading, name in SPLIT.items()
    }
    return released({TOP_TEN: count_table(people, by=("title", "region")), **split} | changed)


def test_counts_that_nobody_changed_are_told_exactly():
    told = add_halves((tables(keyed_people(small_office())),), None).set_index("target")
    people = small_office().people
    true = people.groupby(["title", "region"], observed=True).size()
    true.index = [" | ".join(labels) for labels in true.index]
    assert told.loc[true.index, "claim"].tolist() == true.tolist()
    assert told["confidence"].eq(1).all() and not told.drop(true.index)["declared"].any()


def test_the_mean_of_four_answers_is_the_claim():
    halves = [[4, 4], [5, 5], [6, 6]]
    cells = pd.DataFrame({"title": "A", "region": "West", "count": pd.array([8], dtype="Int64"), "mark": ""})
    first = count_table(pd.DataFrame({"title": ["A"], "region": ["West"]}), by=("title", "region"), totals=False)
    sheets = {TOP_TEN: type(first)(cells, ("title", "region"))}
    for (heading, name), both in zip(SPLIT.items(), halves, strict=True):
        split = cells.drop(columns="count").merge(pd.DataFrame({name: ["one", "other"]}), how="cross")
        sheets[heading] = type(first)(split.assign(count=pd.array(both, dtype="Int64")), ("title", "region", name))
    told = add_halves((released(sheets),), None)
    assert told["claim"].tolist() == [round((8 + 8 + 10 + 12) / 4)] and told["confidence"].tolist() == [
        pytest.approx(1 / 3)
    ]


def test_what_fits_a_print_is_what_can_be_changed_into_it():
    changes = perturbation_table(3, 2.5, smallest_printed=3)
    chances = {true: changes.chances[min(true, len(changes.chances) - 1)] for true in range(30)}
    for printed in (0, 3, 5, 20):
        fits = [true for true, row in chances.items() if abs(printed - true) <= 3 and row[printed - true + 3] > 0]
        assert how_many_fit(printed, changes) == len(fits)


def test_more_is_told_than_a_blind_guess_tells_and_only_people_in_small_cells_are_found():
    out = released(four_tables(small_office()))
    outcome = attacked(small_office(), [out], (AVERAGING,)).outcomes[0]
    assert outcome.risk.right > outcome.risk.baseline and outcome.risk.wrong > 0
    behind = people_in_small_cells(small_office(), (out,), add_halves((out,), None))
    assert max(map(len, behind.people.values())) < SMALL and 0.1 < behind.blind < 0.4
