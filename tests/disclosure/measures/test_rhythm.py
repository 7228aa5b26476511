"""A year of releases: who is isolated and what is lost, by hand and held against the search."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from disclosure.defences.cell_key import CellKey, with_record_keys
from disclosure.defences.publishing import CountAgain, DelaySmallChanges, ForEachTable
from disclosure.defences.random_rounding import RoundRandomly
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.measures.rhythm import RHYTHMS, isolated_by_rhythm, isolated_by_steps, news_lost, weeks_late
from disclosure.tables.count_table import count_table
from disclosure.tables.editions import Publication
from disclosure.tables.running_totals import members, running_totals
from lessons.differencing.attack import isolate

MONDAYS = pd.date_range("2017-10-02", periods=14, freq="7D")


def random_people(seed, n=300):
    rng = np.random.default_rng(seed)
    began_on = MONDAYS[0] + pd.to_timedelta(rng.integers(-700, 91, n), unit="D")
    left_on = (began_on + pd.to_timedelta(rng.integers(10, 200, n), unit="D")).where(rng.random(n) < 0.5)
    people = pd.DataFrame({"viewer_id": range(n), "began_on": began_on, "left_on": left_on})
    labels = {"genre": rng.choice(list("ABC"), n), "region": rng.choice(["north", "south"], n)}
    return people.assign(**{name: pd.Categorical(values) for name, values in labels.items()})


def totals(people):
    return running_totals(people, by=("genre", "region"), days=MONDAYS)


def test_isolated_are_the_steps_that_the_search_finds():
    weekly = ForEachTable(Suppress(8))(totals(random_people(2)))
    together, alone = isolated_by_steps(weekly, small=8)
    steps = [isolate(pair, threshold=8).combinations.query("form == 'A - B'")["people"] for pair in pairwise(weekly)]
    people = pd.concat(steps)
    assert (together, alone) == (people.sum(), people.eq(1).sum())
    assert alone > 0


def test_the_curves_count_the_same():
    weekly = totals(random_people(3))
    curves = isolated_by_rhythm(weekly, [4, 8]).set_index(["rhythm", "strength"])
    for rhythm, weeks in RHYTHMS.items():
        for k in (4, 8):
            published = ForEachTable(Suppress(k))(weekly[::weeks])
            row = curves.loc[(rhythm, k)]
            assert (row["isolated"], row["alone"]) == isolated_by_steps(published, small=k)
            assert row["releases"] == len(published)


def one_cell(*counts):
    tables = [count_table(pd.DataFrame({"film": ["A"] * n}), by=["film"], totals=False) for n in counts]
    return tuple(Publication(str(day), it, day) for it, day in zip(tables, MONDAYS, strict=False))


def test_lost_news_and_lateness_by_hand():
    """News week by week: 0, 1, 2, 3. Published at first and at last only: 0, 0, 0, 3 is seen."""
    weekly = one_cell(10, 11, 12, 13)
    assert news_lost(weekly, weekly) == weeks_late(weekly, weekly) == 0
    assert news_lost(weekly, weekly[::3]) == (1 + 2) / 6
    assert weeks_late(weekly, weekly[::3]) == (1 + 2) / 3
    assert news_lost(weekly, ForEachTable(Suppress(99))(weekly)) == 1
    assert news_lost(weekly, ForEachTable(RoundTo(10))(weekly)) == 1
    assert news_lost(one_cell(10, 10), one_cell(10, 10)[:1]) == 0


def test_nothing_is_proven_of_members_and_of_repeated_numbers():
    people = random_people(5)
    weekly = totals(people)
    assert isolated_by_steps(weekly, 10)[0] > 0
    assert isolated_by_steps(members(people, by=("genre", "region"), days=MONDAYS), 10) == (0, 0)
    assert isolated_by_steps(DelaySmallChanges(10)(weekly), 10) == (0, 0)


@pytest.mark.parametrize(
    ("counts", "base", "small", "found"),
    [
        ((32, 33), 5, 10, (1, 0)),  # 30 and 35: 1 to 9 people
        ((32, 33), 5, 9, (0, 0)),  # 9 are no small group any more
        ((33, 37), 5, 10, (0, 0)),  # 35 and 35
        ((32, 38), 5, 10, (0, 0)),  # 30 and 40: 6 to 14
        ((33, 34), 4, 8, (1, 0)),  # 32 and 36: 1 to 7
    ],
)
def test_a_step_of_rounded_numbers_proves_that_somebody_is_there_and_never_one_person_exactly(
    counts, base, small, found
):
    assert isolated_by_steps(ForEachTable(RoundTo(base))(one_cell(*counts)), small) == found


@pytest.mark.parametrize("base", [3, 4, 5])
def test_what_rounded_steps_prove_is_true(base):
    weekly = totals(random_people(8))
    rounded = ForEachTable(RoundTo(base))(weekly)
    true, shown = (np.diff([each.table.cells["count"] for each in releases], axis=0) for releases in (weekly, rounded))
    steps = true[shown == base].astype(int)
    assert len(steps) > 0 and steps.min() >= 1 and steps.max() < 2 * base
    assert isolated_by_steps(rounded, 2 * base) == (len(steps), 0)


@pytest.mark.parametrize("defence", [CellKey(2, 1, 1), CellKey(), RoundRandomly(3)])
def test_what_steps_of_numbers_changed_by_keys_prove_is_true(defence):
    people = with_record_keys(random_people(8), seed=2)
    weekly = running_totals(people, by=["genre", "region"], days=MONDAYS)
    changed = CountAgain(defence, people)(weekly)
    true, shown = (np.diff([each.table.cells["count"] for each in releases], axis=0) for releases in (weekly, changed))
    assert true[shown != 0].astype(int).min() >= 1, "another number, other people"
    found, alone = isolated_by_steps(changed, 10)
    small = true[(shown != 0) & (true < 10)].astype(int)
    assert 0 < found <= small.sum() and alone <= (small == 1).sum()


def test_tables_with_totals_are_refused():
    table = count_table(pd.DataFrame({"film": ["A"]}), by=["film"])
    with pytest.raises(ValueError, match="without totals"):
        isolated_by_steps(tuple(Publication(str(d), table, d) for d in MONDAYS[:2]), 10)
