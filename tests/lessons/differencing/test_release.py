"""Somebody who is left over alone, and tables for the head."""

import pandas as pd
import pytest

from lessons.differencing.release import coast_and_inland, somebody_alone, stars_of_two_films, three_regions

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
