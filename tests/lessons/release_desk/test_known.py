"""What outsiders know: of each the part that a neighbour, a colleague or a friend has, and no answer."""

from lessons.release_desk.known import known_of
from tests.lessons.release_desk.small_office import small_office


def test_nothing_that_is_wanted_is_known_and_it_is_worked_out_once():
    known = known_of(small_office())
    assert known is known_of(small_office())
    assert not {"genre", "answer"} & set(known.newcomers) and not hasattr(known.outside, "truth")
    assert set(vars(known)) == {"outside", "own", "newcomers", "titles"}
