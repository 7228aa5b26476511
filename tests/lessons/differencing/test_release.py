"""Somebody who is left over alone, and tables for the head."""

from dataclasses import replace

import pandas as pd
import pytest

from disclosure.audit import Outsider, audit, audit_editions
from disclosure.defences import Suppress
from disclosure.tables import Editions, count_table
from lessons.differencing.release import (
    coast_and_inland,
    regions_on_two_mondays,
    somebody_alone,
    stars_of_two_films,
    three_regions,
    with_shares,
)

STAFF = pd.DataFrame(
    {
        "target": [7, 8, 9, 10],
        "answer": ["crime", "music", "crime", "music"],
        "region": ["north", "north", "east", "west"],
    }
)
VIEWERS = pd.DataFrame({"viewer_id": [7, 8, 9, 10], "age": [31, 42, 53, 64]})


TOLD = pd.DataFrame({"genre": ["crime", "crime", "music"], "region": ["north", "east", "west"], "count": [1, 1, 2]})


@pytest.mark.parametrize(
    ("declared", "who"),
    [([], (9, 53, "east", "crime")), ([7, 10], (7, 31, "north", "crime")), ([7, 9], (9, 53, "east", "crime"))],
)
def test_she_is_one_of_whom_something_is_declared_with_the_fewest_of_the_staff_around(declared, who):
    claims = STAFF[["target"]].assign(declared=STAFF["target"].isin(declared))
    bea = somebody_alone(TOLD, STAFF, claims, VIEWERS)
    assert (bea.name, bea["age"], bea["region"], bea["watched first"]) == who


def test_the_coast_is_the_north_and_the_south():
    table = coast_and_inland(three_regions())
    assert table.cells["count"].tolist() == [10, 30]
    assert table.hierarchies["region"]["north"] == table.hierarchies["region"]["south"] == "coast"


def test_three_people_rated_the_first_film():
    assert stars_of_two_films()["film"].value_counts().to_dict() == {"A": 3, "B": 6}


def test_a_press_release_turns_two_mondays_into_a_proof():
    last_monday, this_monday, between = regions_on_two_mondays()
    steps = Editions(Suppress(10)(last_monday), Suppress(10)(this_monday), "nested")
    without = audit_editions(steps, nothing_to_subtract=True)
    assert without[["low", "high", "verdict"]].iloc[0].tolist() == [1, 9, "open"]
    told = audit_editions(replace(steps, joined=between))
    assert told[["low", "high", "verdict"]].to_numpy().tolist() == [[7, 7, "exact"]]


def test_whole_per_cent_of_forty_people_tell_the_count():
    counted = count_table(three_regions(), by=["region"])
    told = audit(with_shares(Suppress(10)(counted), counted), Outsider())
    assert told[["low", "high"]].to_numpy().tolist() == [[7, 7], [3, 3]]
