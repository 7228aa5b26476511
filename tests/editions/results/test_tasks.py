"""All exercises are found, and those in a learner's own world are those of the notebook."""

import json
import re

from data_gen import make_world
from editions.pages.two_minutes import DAYS, FILM
from editions.results.tasks import LESSONS, exercises_of, rows_behind_the_joke
from lessons.singling_out.release import drill_down, people_behind
from tests.test_structure import NUMBERED


def test_each_exercise_that_a_notebook_checks_is_known():
    for path in NUMBERED:
        cells = ["".join(cell["source"]) for cell in json.loads(path.read_text("utf-8"))["cells"]]
        checked = {name for cell in cells for name in re.findall(r"^(\w+)\.check\(", cell, re.MULTILINE)}
        assert len(exercises_of(path.stem.split("_", 1)[1])) == len(checked), path.stem
    assert len(LESSONS) == len(NUMBERED)


def test_the_rows_behind_the_joke_are_those_of_the_whole_world():
    world = make_world(seed="otter")
    film = int(world.titles.loc[world.titles["title"] == FILM, "title_id"].iloc[0])
    rows = drill_down(world.viewers, people_behind(world.views, title_id=film, days=DAYS))
    assert rows_behind_the_joke("otter").equals(rows)
