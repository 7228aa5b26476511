"""An explorer is data: its controls, which lists depend on which, and its templates."""

from dataclasses import replace

import pandas as pd
import pytest

from disclosure.tables.running_totals import running_totals
from lessons.differencing.explorer import explore_differencing

MONDAYS = pd.date_range("2017-09-04", periods=14, freq="7D")
PEOPLE = pd.DataFrame(
    {
        "genre": pd.Categorical(["A"] * 12 + ["B"] * 12 + ["A", "B", "A"]),
        "region": pd.Categorical((["north"] * 6 + ["south"] * 6) * 2 + ["north", "south", "south"]),
        "began_on": [MONDAYS[0]] * 24 + [MONDAYS[5], MONDAYS[13], MONDAYS[13]],
    }
)
WEEKLY = running_totals(PEOPLE, by=("genre", "region"), days=MONDAYS)
FEWER = running_totals(PEOPLE.drop(index=0), by=("genre", "region"), days=MONDAYS[-1:])[0]
OTHERS = replace(FEWER, name="all but the staff", without=frozenset({"staff"}))


OTHER = len(WEEKLY)
"""The place of the release without the staff."""


@pytest.fixture(scope="module")
def explorer():
    return explore_differencing(WEEKLY, (OTHERS,), thresholds=range(3, 9))


def test_it_begins_with_the_last_two_releases_at_the_threshold_of_the_lesson(explorer):
    assert explorer.setting == {"threshold": 5, "rhythm": "weekly", "larger": 13, "smaller": 12, "cell": None}
    assert {param["name"] for param in explorer.figure["spec"]["params"]} == set(explorer.setting)


def test_a_slower_rhythm_offers_fewer_releases(explorer):
    assert explorer.lookups["minuends"].table["quarterly",] == [13]
    assert explorer.lookups["subtrahends"].table["quarterly", 13] == [0, OTHER]


def test_only_what_lies_in_a_release_can_be_taken_off_it(explorer):
    assert explorer.lookups["subtrahends"].table["weekly", 1] == [0]
    assert OTHER not in explorer.lookups["minuends"].table["weekly",]


def test_every_pair_that_can_be_chosen_has_the_words_for_who_is_missing(explorer):
    minus, pairs = explorer.lookups["minus"].table, explorer.lookups["subtrahends"].table
    assert {(one, other) for (_, one), others in pairs.items() for other in others} == set(minus)
    assert minus[13, OTHER] == "staff" and minus[13, 12] == "who came after 27 November 2017"


def test_the_chart_carries_no_more_than_counts(explorer):
    assert list(explorer.figure["cells"]["values"][0]) == ["cell", "counts", "cell_place"]


def test_releases_of_another_table_are_refused():
    other = running_totals(PEOPLE, by=("region", "genre"), days=MONDAYS[-1:])[0]
    with pytest.raises(ValueError, match="of one table"):
        explore_differencing(WEEKLY, (replace(other, name="turned"),))
