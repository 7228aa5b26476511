"""A year of releases: by hand, and held against the search and the attack on two tables."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from disclosure.defences.publishing import DelaySmallChanges, FixedPopulation, ForEachTable, PublishEvery
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.measures.rhythm import (
    RHYTHMS,
    guess_newcomers,
    in_words,
    isolated_by_rhythm,
    isolated_by_steps,
    news_lost,
    weeks_late,
    year_of_releases,
)
from disclosure.tables.count_table import count_table
from disclosure.tables.editions import Publication
from disclosure.tables.running_totals import members, running_totals
from lessons.differencing.attack import isolate, tell_apart

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


@pytest.mark.parametrize("counted", [running_totals, members])
@pytest.mark.parametrize(
    "rules", [[], [ForEachTable(Suppress(8))], [PublishEvery(2)], [ForEachTable(RoundTo(5))]], ids=repr
)
def test_it_guesses_as_the_attack_on_each_pair_of_tables_does(counted, rules):
    people = random_people(1)
    weekly = counted(people, by=("genre", "region"), days=MONDAYS)
    published = weekly
    for rule in rules:
        published = rule(published)
    guesses, newcomers = guess_newcomers(people, weekly, published, wanted="genre")
    one_by_one = []
    for before, after in pairwise(published):
        new = newcomers[(newcomers["day"] > before.day) & (newcomers["day"] <= after.day)]
        one_by_one.append(tell_apart(after.table, before.table, new[["target", "region"]], wanted="genre"))
    expected = pd.concat(one_by_one).set_index("target")
    assert guesses["declared"].any()
    seen = guesses.set_index("target").loc[expected.index]
    assert (seen["declared"] == expected["declared"]).all()
    assert (seen["claim"].fillna("") == expected["claim"].fillna("")).all()
    assert np.allclose(seen["confidence"], expected["confidence"])
    assert not guesses[~guesses["target"].isin(expected.index)]["declared"].any()


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


def test_each_price_is_a_share():
    weekly = totals(random_people(4))
    rules = [[], [ForEachTable(Suppress(5))], [PublishEvery(13)], [ForEachTable(RoundTo(20))], [DelaySmallChanges(30)]]
    judged = year_of_releases(random_people(4), weekly, rules, wanted="genre")
    assert judged["utility_lost"].between(0, 1).all() and judged["utility_lost"].iloc[0] == 0
    assert (judged[["right", "wrong", "abstained"]].sum(axis=1) == judged["n"]).all()
    assert judged["n"].nunique() == 1


def test_nothing_is_proven_of_members_and_of_rounded_or_repeated_numbers():
    people = random_people(5)
    weekly = totals(people)
    assert isolated_by_steps(weekly, 10)[0] > 0
    assert isolated_by_steps(members(people, by=("genre", "region"), days=MONDAYS), 10) == (0, 0)
    assert isolated_by_steps(ForEachTable(RoundTo(3))(weekly), 10) == (0, 0)
    assert isolated_by_steps(DelaySmallChanges(10)(weekly), 10) == (0, 0)


def test_running_totals_never_accuse_wrongly_and_members_do():
    people = random_people(6, n=800)
    judged = [
        year_of_releases(people, counted(people, by=("genre", "region"), days=MONDAYS), [[]], wanted="genre")
        for counted in (running_totals, members)
    ]
    assert judged[0]["wrong"].item() == 0 < judged[0]["right"].item()
    assert judged[1]["wrong"].item() > 0


def test_the_blind_guess_is_the_most_frequent_label_of_the_line_at_first():
    people = pd.DataFrame(
        {
            "viewer_id": range(5),
            "genre": pd.Categorical(list("AABAB")),
            "region": pd.Categorical(["north"] * 5),
            "began_on": [MONDAYS[0]] * 3 + [MONDAYS[1]] * 2,
        }
    )
    judged = year_of_releases(people, totals(people)[:2], [[]], wanted="genre")
    assert judged["baseline"].item() == 1  # of the two newcomers, one has the label A
    assert judged["abstained"].item() == 2


@pytest.mark.parametrize(
    ("published", "sentence"),
    [
        (lambda weekly: weekly[:1], "at least two releases"),
        (lambda weekly: weekly[::-1], "the earliest first"),
    ],
)
def test_what_is_no_year_is_refused(published, sentence):
    people = random_people(7)
    with pytest.raises(ValueError, match=sentence):
        year_of_releases(people, totals(people), [[published]], wanted="genre")


def test_tables_with_totals_are_refused():
    table = count_table(pd.DataFrame({"film": ["A"]}), by=["film"])
    with pytest.raises(ValueError, match="without totals"):
        isolated_by_steps(tuple(Publication(str(d), table, d) for d in MONDAYS[:2]), 10)


def test_rules_in_words():
    assert in_words(FixedPopulation()) == "one population"
    assert in_words(ForEachTable(RoundTo(5))) == "round to 5"
    assert in_words(PublishEvery(13)) == "every 13 weeks"
