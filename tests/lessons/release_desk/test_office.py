"""The office: who is counted in the list, once each, and what is worked out once."""

from lessons.release_desk.office import AREAS, DAYS, SMALL, Office, once
from tests.lessons.release_desk.small_office import small_office


def test_everybody_in_the_list_is_counted_once_in_one_region():
    people = small_office().people
    assert people["viewer_id"].is_unique and people["title"].nunique() == 10
    assert set(people["region"]) <= set(AREAS) and people["evenings"].between(1, len(DAYS)).all()
    assert (people["minutes"] > 0).all()


def test_each_state_lies_in_one_region():
    states = [state for those in AREAS.values() for state in those]
    inside = small_office().world.viewers.query("country == 'United States'")
    assert sorted(states) == sorted(set(states)) and set(inside["region"]) <= set(states)


def test_keys_are_drawn_for_everybody_before_anybody_is_left_out():
    keyed = small_office().keyed_viewers
    assert len(keyed) == small_office().world.viewers["country"].eq("United States").sum()
    assert keyed["record_key"].nunique() > len(keyed) / 2 and keyed["region"].notna().all()


def test_ages_of_the_list_are_three_groups_and_nobody_is_in_none():
    groups = small_office().by_age["age"]
    assert groups.notna().all() and list(groups.cat.categories) == small_office().age_groups and SMALL == 5


def test_what_is_worked_out_once_is_kept():
    office, made = Office(None), []
    assert [once(office, "it", lambda: made.append(1) or len(made)) for _ in range(2)] == [1, 1]
