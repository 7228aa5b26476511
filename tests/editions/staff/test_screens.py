"""An hour is a list of screens."""

import pytest

from editions.staff.screens import KNOWN, Hour, Screen, read_hours


def test_the_hour_has_twelve_screens_and_its_core_takes_45_minutes():
    hours = read_hours()
    assert [screen.name for screen in hours["hour"].screens] == list(KNOWN) and hours["hour"].minutes == 60
    core = hours["core"]
    assert core.minutes == 45 and {"monday", "dots"}.isdisjoint(screen.name for screen in core.screens)


def test_a_screen_that_nobody_can_draw_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match=r"'lunch': choose among begin"):
        Hour((Screen("lunch", 30),), ())
    with pytest.raises(ValueError, match=r"'home' twice"):
        Hour((Screen("home", 1), Screen("home", 2)), ())
