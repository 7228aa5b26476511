"""What releases tell together: all of them tell at least what some of them tell."""

import pandas as pd

from lessons.release_desk import strings, together
from lessons.release_desk.decisions import published
from lessons.release_desk.scores import attacked
from lessons.release_desk.together import PAIR, TRIPLE, found_together, joint_in_words, left_by_three, what_three_leave
from tests.lessons.release_desk.small_desk import office


def test_each_is_left_out_in_turn_and_then_none():
    pair, triple = (found_together(office(), choices) for choices in (PAIR, TRIPLE))
    assert pair[strings.GOES_OUT].tolist() == ["top ten", "researchers", "top ten and researchers"]
    assert len(triple) == 4


def test_everybody_counts_in_the_first_row_that_finds_her():
    for choices in (PAIR, TRIPLE):
        found = found_together(office(), choices)
        assert found[strings.NOT_ABOVE].sum() == found[strings.FOUND].iloc[-1]
        assert found[strings.NOT_ABOVE].iloc[0] == found[strings.FOUND].iloc[0]
    people = [set(attacked(office(), published(office(), {name: how})).first_found_by) for name, how in PAIR.items()]
    both = set(attacked(office(), published(office(), PAIR)).first_found_by)
    pair = found_together(office(), PAIR)[strings.NOT_ABOVE].tolist()
    assert pair == [len(people[0]), len(people[1] - people[0]), len(both - people[0] - people[1])] and pair[-1] > 0


def test_a_pair_that_tells_no_more_is_said_so():
    found = pd.DataFrame({strings.FOUND: [2, 1, 3], strings.NOT_ABOVE: [2, 1, 0]})
    assert joint_in_words(found).endswith("In most worlds they do.")
    more = found.assign(**{strings.FOUND: [2, 1, 7], strings.NOT_ABOVE: [2, 1, 4]})
    assert joint_in_words(more).endswith("in no line above: 4.")


def test_three_leave_the_young_whom_no_two_find():
    people = office().by_age
    young = people["region"].eq(office().study_region) & people["age"].eq(office().age_groups[0])
    assert left_by_three(office()) == young.sum() > 0
    assert found_together(office(), TRIPLE)[strings.NOT_ABOVE].iloc[-1] == young.sum()


def test_nothing_is_left_where_a_number_is_hidden(monkeypatch):
    monkeypatch.setattr(together, "printed_by_three", lambda held: None)
    assert left_by_three(office()) == 0 and "not all printed" in what_three_leave(office())


def test_what_is_left_is_the_difference_of_what_is_printed():
    told = what_three_leave(office())
    assert told.startswith(office().study_region) or "not all printed" in told
