"""All but the staff: a cell less the same cell without the staff is the staff in it."""

import pandas as pd

from disclosure.defences import Suppress
from disclosure.tables import count_table
from lessons.release_desk.hours import VIEWERS
from lessons.release_desk.keyed_tables import TOP_TEN, four_tables
from lessons.release_desk.office import LISTED, WITHOUT_STAFF
from lessons.release_desk.without_staff import all_and_all_but, people_of_staff, take_off
from tests.lessons.release_desk.small_office import released, small_office

PEOPLE = pd.DataFrame(
    {"title": ["A"] * 7 + ["B"] * 9, "region": ["West"] * 7 + ["South"] * 9, "staff": [True] + [False] * 14 + [True]}
)


def pair(date="2017"):
    """A table of everybody, and the same without the staff; counts below 7 are hidden."""
    everybody, others = (
        Suppress(7)(count_table(people, by=("title", "region"))) for people in (PEOPLE, PEOPLE[~PEOPLE["staff"]])
    )
    return released({TOP_TEN: everybody}, LISTED), released({VIEWERS: others}, WITHOUT_STAFF, date)


def test_a_difference_of_one_is_told_where_both_numbers_are_printed():
    told = take_off(pair(), None).set_index("target")
    assert told[told["declared"]]["claim"].to_dict() == {"B | South": 1}, "A | West is hidden in the second"


def test_only_the_same_list_of_the_same_time_as_counted_is_taken_off():
    everybody, others = pair()
    assert all_and_all_but((others, everybody)) == [(everybody, others)]
    assert all_and_all_but((everybody, pair("2016")[1])) == [] == all_and_all_but((everybody,))
    keyed = released(four_tables(small_office()), LISTED)
    assert all_and_all_but((keyed, others)) == []


def test_a_blind_guess_names_any_cell_and_behind_each_is_its_staff():
    told = take_off(pair(), None)
    behind = people_of_staff(small_office(), pair(), told)
    assert behind.blind == 1 and len(behind.answers) == 4
    staff = set(small_office().people.query("staff")["viewer_id"])
    assert frozenset().union(*behind.people.values()) == staff
