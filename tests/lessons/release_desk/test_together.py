"""What releases tell together: all of them tell at least what some of them tell."""

import pandas as pd

from lessons.release_desk import strings
from lessons.release_desk.together import PAIR, TRIPLE, chosen, found_together, joint_in_words, what_three_leave
from tests.lessons.release_desk.small_desk import office


def test_each_is_left_out_in_turn_and_then_none():
    pair, triple = (found_together(office(), choices) for choices in (PAIR, TRIPLE))
    assert pair[strings.GOES_OUT].tolist() == ["top ten", "researchers", "top ten and researchers"]
    assert len(triple) == 4 and len(chosen(office(), TRIPLE)) == 3
    for found in (pair, triple):
        *apart, together = found[strings.FOUND]
        assert together >= max(apart)


def test_a_pair_that_tells_no_more_is_said_so():
    found = pd.DataFrame({strings.FOUND: [2, 1, 2]})
    assert joint_in_words(found).endswith("In many worlds it needs all of them.")
    assert joint_in_words(found.assign(**{strings.FOUND: [0, 0, 3]})).endswith("Where all go out, 3.")


def test_what_is_left_is_the_difference_of_what_is_printed():
    told = what_three_leave(office())
    assert told.startswith(office().study_region) or "not all printed" in told
