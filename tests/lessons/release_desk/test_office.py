"""The office counts everybody once, and finds a region for the study."""

import pytest

from lessons.release_desk.office import AREAS, SMALL, Office, once
from tests.lessons.release_desk.small_desk import office


def test_everybody_is_counted_once():
    people = office().people
    assert people["viewer_id"].is_unique and people["title"].nunique() == 10
    assert set(people["region"]) == set(AREAS) and people[["minutes", "evenings"]].notna().all(axis=None)
    assert people["evenings"].between(1, 30).all()


def test_the_region_of_the_study_has_few_young_and_some_old():
    ages = office().by_age
    there = ages.loc[ages["region"] == office().study_region, "age"].value_counts()
    young, middle, old = office().age_groups
    assert 1 <= there[young] < SMALL <= there[old] < 2 * SMALL < there[middle]


def test_what_was_worked_out_is_kept():
    empty = Office(None)
    assert once(empty, "one", lambda: 1) == once(empty, "one", pytest.fail)
