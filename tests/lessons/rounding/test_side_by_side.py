import pandas as pd

from disclosure.defences import CellKey
from disclosure.tables import Publication, count_table
from disclosure.tables.perturbation import PerturbationTable
from lessons.rounding.side_by_side import (
    chances_in_words,
    exact_in_words,
    found_by_change,
    one_swapped,
    two_mondays,
    year_in_words,
    zeros_in_print,
)
from tests.lessons.rounding.small_people import small_people


def printed(day, *counts):
    cells = pd.DataFrame({"genre": list("ABC"), "region": "North", "count": counts, "mark": ""})
    table = count_table(cells.assign(count=1), by=["genre", "region"], totals=False)
    return Publication(day, type(table)(cells.astype({"count": "Int64"}), ("genre", "region")), pd.Timestamp(day))


MONDAYS = (printed("2017-01-02", 5, 8, 7), printed("2017-01-09", 5, 6, 7), printed("2017-01-16", 6, 6, 7))
BEGAN = pd.DataFrame(
    {
        "target": [1, 2],
        "day": pd.to_datetime(["2017-01-10", "2017-01-03"]),
        "region": "North",
        "answer": ["A", "B"],
    }
)


def test_two_mondays_name_the_numbers_that_differ():
    shown = two_mondays(MONDAYS, BEGAN.iloc[1])
    assert list(shown.columns) == ["genre", "2017-01-02", "2017-01-09", "changed?"]
    assert shown["changed?"].tolist() == ["", "another number", ""]


def test_bea_is_somebody_whose_number_fell_if_there_is_one():
    claims = pd.DataFrame({"declared": [True, True], "claim": ["A", "B"]})
    assert found_by_change(BEGAN, claims, MONDAYS)["target"] == 2
    assert found_by_change(BEGAN, claims.assign(declared=[True, False]), MONDAYS)["target"] == 1


def test_tables_have_words_and_at_most_six_columns():
    year = pd.DataFrame({"rule": ["keys 5"], "right": 3, "wrong": 1, "by_chance": 0.4, "lost": 0.02})
    shown = year_in_words(year)
    assert shown.iloc[0].tolist() == ["cell keys", 4, 3, 1, 0, 2.0] and len(shown.columns) <= 6
    judged = pd.DataFrame({"way": "w", "asked": [0, 1], "cells": 9, "exact": [1, 2], "error": 0.5})
    assert exact_in_words(judged).iloc[0, 0] == "0 (as printed)"


def test_chances_stand_at_the_number_that_is_printed():
    shown = chances_in_words(PerturbationTable(((0, 1, 0), (0.25, 0.5, 0.25))), [0, 5])
    assert shown.set_index("printed").loc[5, "5"] == "50" and shown.set_index("printed").loc[0, "0"] == "100"


def test_zeros_in_print_with_and_without_somebody():
    people = small_people(60)
    by = ["genre", "region", "age_group"]
    zeros, with_people = zeros_in_print(CellKey()(people, by=by), count_table(people, by=by))
    empty = int(count_table(people, by=by).cells["count"].eq(0).sum())
    assert zeros == with_people + empty and with_people > 0


def test_somebody_of_whom_another_genre_is_said():
    people = pd.DataFrame(
        {"region": ["N", "S"], "sex": "f", "age_group": "20s", "plan": "basic", "device": "tv", "genre": ["A", "B"]}
    )
    claims = pd.DataFrame({"declared": [True, True], "claim": ["B", "A"]})
    told = one_swapped(people, people.assign(region=["S", "N"]), claims)
    assert told[["region", "Ada says", "in truth"]].tolist() == ["N", "B", "A"]
    assert told["plan and device"] == "basic, tv" and len(told) == 6
