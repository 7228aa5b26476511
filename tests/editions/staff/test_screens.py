"""An hour is a list of screens."""

import re

import pytest

from editions.staff.screens import KNOWN, Hour, Screen, read_hours
from editions.staff.words import read_words
from tests.test_structure import ROOT


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


def test_the_trainers_script_goes_by_the_same_clock():
    script = (ROOT / "docs" / "staff-hour.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+)–(\d+) \| ([^|]+) \|", script, re.MULTILINE)
    assert [int(end) - int(start) for start, end, _ in rows] == [s.minutes for s in read_hours()["hour"].screens]
    titles = read_words()["titles"].values()
    assert all(title.startswith(row) for title, (*_, row) in zip(titles, rows, strict=True))
