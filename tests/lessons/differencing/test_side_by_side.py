"""Tables in words: two Mondays around a day, what is declared, who is accused, what rules buy."""

import pandas as pd

from lessons.differencing.side_by_side import accused, declared_in_words, prices_in_words, two_mondays, what_ada_learns
from lessons.differencing.sweep import year_of_releases
from tests.disclosure.measures.test_rhythm import MONDAYS, random_people, totals


def test_the_two_mondays_stand_around_the_day_on_which_she_began():
    people = random_people(1)
    for day, first in ((MONDAYS[3], 2), (MONDAYS[3] + pd.Timedelta(days=1), 3)):
        shown = two_mondays(totals(people), pd.Series({"day": day, "region": "north"}))
        weeks = [f"{monday.day} {monday:%B %Y}" for monday in MONDAYS[first : first + 2]]
        assert list(shown.columns) == weeks and shown.columns.name == "north"
        assert shown.iloc[:, 0].tolist() == totals(people)[first].table.grid()["north"].tolist()


def test_by_chance_is_of_as_many_as_are_declared():
    outcomes = pd.DataFrame({"n": [20], "right": [4], "wrong": [1], "baseline": [8.0]})
    assert declared_in_words(outcomes).iloc[0].tolist() == [20, 5, 4, 1, 2.0]


def test_nobody_is_accused_by_what_is_true_or_not_declared():
    claims = pd.DataFrame({"declared": [True, False, True], "claim": ["A", None, "B"]})
    shown = accused(claims, pd.DataFrame({"region": ["north"] * 3, "answer": ["A", "A", "A"]}))
    assert shown.to_numpy().tolist() == [["north", "B", "A"]]


def test_prices_have_six_columns_with_the_names_of_the_rules():
    people = random_people(2)
    shown = prices_in_words(year_of_releases(people, totals(people), [[]], wanted="genre")).reset_index()
    assert shown.shape == (1, 6) and shown["rules"].tolist() == ["every week, nothing hidden"]


def test_ada_knows_what_is_declared_and_nothing_of_others():
    bea = pd.Series({"region": "east", "watched first": "crime"}, name=9)
    claims = pd.DataFrame({"target": [8, 9], "declared": [False, True]})
    assert what_ada_learns(bea, claims).endswith("Ada knows: Bea began with crime.")
    assert what_ada_learns(bea.rename(8), claims).endswith("It may be Bea.")
