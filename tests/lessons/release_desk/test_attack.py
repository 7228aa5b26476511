"""How attacks read: releases one by one, those that have what they look for."""

from lessons.release_desk.attack import each_with
from tests.lessons.release_desk.small_office import released


def test_a_release_is_read_once_however_many_of_the_sheets_it_has():
    both, one, none = released({"A": 1, "B": 2}), released({"B": 3}), released({"C": 4})
    assert each_with("A", "B")((none, both, one)) == [(both,), (one,)]
    assert each_with("A")((none, one)) == []
