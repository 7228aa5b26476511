"""A student's world follows from the secret; worlds for comparison are nobody's."""

import json

from grading.sets import SETS
from grading.term import Term
from grading.worlds import TITLES, VIEWERS, drawn_key, world_of
from tests.grading.class_of_students import TERM


def test_a_world_is_a_students_own():
    world = world_of(TERM, "ada")
    assert len(world.viewers) == VIEWERS and len(world.titles) == TITLES and world.seed == TERM.seed("ada")


def test_keys_for_comparison_are_as_a_course_keeps_them_and_the_terms_own():
    key = drawn_key(TERM, SETS["set1"], 0)
    assert json.loads(json.dumps(key)) == key and set(key) == {"my_exact", "my_grown"}
    assert key != drawn_key(Term("another", "54" * 32), SETS["set1"], 0)
