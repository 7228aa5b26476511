"""An explorer is data: its controls, and a sentence for each setting."""

import pytest

from disclosure.tables import count_table
from lessons.rounding import strings
from lessons.rounding.explorer import WAYS, explore_averaging
from lessons.rounding.sweep import estimates
from tests.lessons.rounding.small_people import small_people

PEOPLE = small_people()
BY = ["genre", "region"]
CELLS = count_table(PEOPLE, by=BY, totals=False).cells


@pytest.fixture(scope="module")
def explorer():
    return explore_averaging(PEOPLE, BY, CELLS)


def test_it_begins_with_cell_keys_and_the_printed_number(explorer):
    assert explorer.setting == {"way": "keys 5", "group": 0, "asked": 0}
    told = explorer.lookups["sentences"].table["keys 5", 0, 0]
    assert "Not asked again. In truth " in told and f"Of {len(CELLS)} cells, " in told


def test_the_words_of_all_ways_are_there(explorer):
    [way] = [control for control in explorer.figure["controls"] if control["name"] == "way"]
    assert [text for _, text in way["options"]] == list(strings.WAYS.values()) and set(strings.WAYS) == set(WAYS)


def test_a_sentence_says_what_was_printed_and_what_the_mean_is(explorer):
    estimated = estimates(PEOPLE, {"keys 5": WAYS["keys 5"]}, BY, CELLS, other="age_group")
    told = explorer.lookups["sentences"].table["keys 5", 2, 7]
    name = told.split(". ")[0]
    row = estimated[(estimated["target"] == name) & (estimated["asked"] == 7)].iloc[0]
    assert f"Asked in 7 other ways: {row['estimate']:.1f}. In truth {row['count']}." in told
    assert "Asked in 1 other way: " in explorer.lookups["sentences"].table["nearest 5", 0, 1]


def test_there_are_fewer_settings_than_sentences_are_made_for(explorer):
    assert len(explorer.lookups["sentences"].table) <= 2_000
