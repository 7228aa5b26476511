"""The states of cells are what a reader could see in the printed table."""

import pandas as pd

from disclosure.audit import verdicts
from disclosure.tables.count_table import count_table
from lessons.suppression import sweep
from lessons.suppression.sweep import cell_states, count_states, learnt_by_setting, release_at, setting_name
from tests.lessons.suppression.tables import SQUARE, TABLE


def states_of(table, thresholds, setting):
    return cell_states(table, learnt_by_setting(table, thresholds)).set_index("cell")[setting_name(*setting)]


def row_of(table, threshold, setting):
    counted = count_states(table, learnt_by_setting(table, [threshold]))
    return counted.set_index("setting").loc[setting_name(*setting)]


def test_states_have_one_letter_per_threshold():
    states = states_of(TABLE, [2, 3, 7], ("outsider", "printed"))
    assert states["A | north"] == "pxx"
    assert states["A | south"] == "ppx"  # at k = 7 the row hides both: 2 + 6 of 8, but each column gives its cell back
    assert states["B | south"] == states["total | total"] == "ppp"


def test_without_totals_nothing_is_narrowed_and_the_totals_are_left_out():
    states = states_of(TABLE, [3, 7], ("outsider", "left out"))
    assert states["A | north"] == "oo" and states["A | south"] == "po"
    assert states["A | total"] == "--"


def test_an_insider_learns_what_an_outsider_does_not():
    assert set(states_of(SQUARE, [3], ("outsider", "printed")).head(2)) == {"o"}
    assert set(states_of(SQUARE, [3], ("insider", "printed")).head(2)) == {"x"}
    assert set(states_of(SQUARE, [3], ("insider", "left out")).head(2)) == {"o"}


def test_counts_by_hand():
    row = row_of(TABLE, 3, ("outsider", "printed"))
    assert row[["strength", "cells", "hidden", "exact", "narrowed", "open"]].tolist() == [3, 4, 1, 1, 0, 0]
    assert row[["people_hidden", "people_narrowed", "people_exact"]].tolist() == [2, 2, 2]
    assert row["utility_lost"] == 2 / 24


def test_a_zero_is_counted_as_facts_about_its_two_lines():
    people = pd.DataFrame({"film": list("AAABBB"), "region": ["north"] * 5 + ["south"]})
    row = row_of(count_table(people, by=("film", "region")), 2, ("outsider", "printed"))
    # A: nobody in the south, so all of A in the north; the south: nobody in A, so everybody there in B
    assert row["facts"] == 4


def test_a_table_is_published_as_the_setting_says():
    assert len(release_at(TABLE, "left out", 3).cells) == 4
    assert release_at(TABLE, "printed", 3).grid().loc["A", "north"] == "c"


def test_each_release_is_read_once_and_nothing_is_audited_twice(monkeypatch):
    read, solved = [], []
    prepare, find_ranges = sweep.prepare, verdicts.find_ranges
    monkeypatch.setattr(
        sweep, "prepare", lambda release, **options: (read.append(release), prepare(release, **options))[1]
    )
    monkeypatch.setattr(verdicts, "find_ranges", lambda system: (solved.append(system), find_ranges(system))[1])
    learnt = learnt_by_setting(SQUARE, [2, 3])
    count_states(SQUARE, learnt), cell_states(SQUARE, learnt)
    insiders = {(at, attacker) for at, each in learnt.items() for attacker in each["insider"]["attacker"]}
    assert len(read) == len(learnt) == 4
    assert len(insiders) <= len(solved) <= 4 + SQUARE.cells["count"].eq(1).sum()
