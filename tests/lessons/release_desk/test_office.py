"""The office counts everybody once, and finds a region for the study."""

import pandas as pd
import pytest

from disclosure.repair.protection import UnreachableError
from lessons.release_desk.office import AREAS, COVERED, SMALL, Office, in_region, once, plan_and_age
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


def office_of(*sizes):
    """An office of two regions, of which each has so many people under 18, at 30 and at 70, by plan."""
    ages, plans = (16, 30, 70), ("basic", "standard")
    rows = [
        (region, ages[age], plans[plan])
        for region, cells in zip(("South", "West"), sizes, strict=True)
        for (age, plan), count in zip([(age, plan) for age in range(3) for plan in range(2)], cells, strict=True)
        for _ in range(count)
    ]
    people = pd.DataFrame(rows, columns=["region", "age", "plan"])
    held = Office(None)
    vars(held)["people"] = people.assign(region=pd.Categorical(people["region"], ["South", "West"]))
    return held


def test_a_table_that_nobody_can_cover_is_not_studied():
    """In the West one old person has the basic plan and four the standard one: the one knows the four."""
    can, cannot = (2, 1, 30, 30, 4, 3), (2, 1, 30, 30, 1, 4)
    assert office_of(can, can).study_region == "West" and office_of(can, cannot).study_region == "South"
    for sizes in ((can, can), (can, cannot)):
        COVERED(plan_and_age(in_region(office_of(*sizes).by_age, office_of(*sizes).study_region)))
    with pytest.raises(UnreachableError, match="60 and over"):
        COVERED(plan_and_age(in_region(office_of(can, cannot).by_age, "West")))


def test_where_no_region_has_few_young_people_any_that_can_be_covered_is_studied():
    many, cannot = (9, 8, 30, 30, 9, 8), (2, 1, 30, 30, 1, 4)
    assert office_of(many, cannot).study_region == "South" and office_of(many, many).study_region == "West"


def test_what_was_worked_out_is_kept():
    empty = Office(None)
    assert once(empty, "one", lambda: 1) == once(empty, "one", pytest.fail)
