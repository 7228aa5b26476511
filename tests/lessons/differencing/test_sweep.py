"""A year under one set of rules after another: right, wrong, by chance and the price; by hand and on random people."""

import pandas as pd
import pytest

from disclosure.defences.cell_key import CellKey, with_record_keys
from disclosure.defences.publishing import CountAgain, DelaySmallChanges, FixedPopulation, ForEachTable, PublishEvery
from disclosure.defences.random_rounding import RoundRandomly
from disclosure.defences.rounding import RoundTo
from disclosure.defences.suppression import Suppress
from disclosure.tables.running_totals import members, running_totals
from lessons.differencing import strings
from lessons.differencing.sweep import in_words, year_of_releases
from tests.disclosure.measures.test_rhythm import MONDAYS, random_people, totals


def test_each_price_is_a_share():
    weekly = totals(random_people(4))
    rules = [[], [ForEachTable(Suppress(5))], [PublishEvery(13)], [ForEachTable(RoundTo(20))], [DelaySmallChanges(30)]]
    judged = year_of_releases(random_people(4), weekly, rules, wanted="genre")
    assert judged["utility_lost"].between(0, 1).all() and judged["utility_lost"].iloc[0] == 0
    assert (judged[["right", "wrong", "abstained"]].sum(axis=1) == judged["n"]).all()
    assert judged["n"].nunique() == 1


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


def test_rules_in_words():
    assert in_words(FixedPopulation()) == "one population"
    assert in_words(ForEachTable(RoundTo(5))) == "round to 5"
    assert in_words(PublishEvery(13)) == "every 13 weeks"


def test_the_year_takes_defences_that_count_people_again():
    people = with_record_keys(random_people(4), seed=1)
    weekly = running_totals(people, by=["genre", "region"], days=MONDAYS)
    again = [CountAgain(CellKey(2, 1, 1), people), CountAgain(RoundRandomly(3), people)]
    judged = year_of_releases(people, weekly, [[], *([each] for each in again)], wanted="genre")
    assert judged["n"].nunique() == 1 and judged["label"].tolist() == [strings.NO_RULE, *map(repr, again)]
    assert judged["wrong"].iloc[0] == 0 < judged["wrong"].iloc[1]
    assert (judged["isolated"] > 0).all() and judged["utility_lost"].iloc[1:].gt(0).all()
