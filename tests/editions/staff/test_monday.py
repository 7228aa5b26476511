"""Two Mondays: what is certain in a running total, and what the same picture hides among members."""

from itertools import product

from data_gen.office import REGIONS
from editions.staff.monday import certain_of_new, counts_on, last_monday

FOUND = last_monday()


def test_one_came_and_one_cell_grew_in_both_tables():
    for table in FOUND["kinds"].values():
        grown = [later - earlier for earlier, later in zip(table["before"], table["after"], strict=True)]
        assert sorted(grown) == [0, 0, 0, 1]


def test_the_running_total_is_right_and_the_members_table_would_accuse_somebody_else():
    running, members = FOUND["kinds"]["running"], FOUND["kinds"]["members"]
    assert running["certain"] == running["grew"] == FOUND["truth"]
    assert members["certain"] is None and members["grew"] != FOUND["truth"]


def test_what_is_certain_is_what_every_arrival_that_fits_says():
    table = FOUND["kinds"]["running"]
    came = sum(table["after"]) - sum(table["before"])
    fits = [
        where
        for where in product(REGIONS, repeat=came)
        if [n + where.count(name) for n, name in zip(table["before"], REGIONS, strict=True)] == table["after"]
    ]
    assert fits == [(table["certain"],)]


def test_two_that_grew_prove_nothing():
    assert certain_of_new([1, 1], [2, 2], "running") is None


def test_members_who_moved_are_counted_where_they_live():
    import pandas as pd

    day = pd.Timestamp("2027-01-06")
    people = pd.DataFrame(
        {"region": ["North"], "lives_in": ["East"], "began_on": [day], "moved_on": [day], "left_on": [pd.NaT]}
    )
    assert counts_on(people, day, "running") == [1, 0, 0, 0] and counts_on(people, day, "members") == [0, 0, 1, 0]
