"""How much room a calendar has for the stories, at its ends."""

from data_gen.story_facts import near_misses, room_for_marathon, room_for_record


def test_a_calendar_that_begins_after_the_record_has_no_room_for_it():
    assert room_for_record(30) == 0


def test_two_showings_a_day_and_no_day_before_2017():
    assert (room_for_marathon(10), room_for_marathon(406)) == (20, 2 * 345)


def test_half_as_many_nearly_keep_the_vigil():
    assert near_misses(1) == 0
