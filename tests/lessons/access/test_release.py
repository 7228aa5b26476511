"""What the log shows of one viewer."""

import pandas as pd
import pytest

from data_gen.access.assumptions import Assumptions
from data_gen.access.log import make_access_log
from lessons.access.audits import AnyOf, NoCase
from lessons.access.release import evenings_of, looks_at, roles_of, story_of, with_looks
from lessons.access.rules import ByRole, Rules
from tests.lessons.access.by_hand import LOG, LOOKS
from tests.lessons.worlds import world


def test_looks_at_one_viewer_carry_who_looked():
    assert looks_at(12, LOG)[["name", "role"]].to_numpy().tolist() == [["Sue Gray", "support"], ["Fay Bold", "fraud"]]
    assert looks_at(99, LOG).empty


def test_roles_and_other_looks():
    assert roles_of(LOOKS, LOG).tolist()[:3] == ["support", "support", "fraud"]
    assert with_looks(LOG, LOOKS.tail(2)).looks.index.tolist() == [0, 1]


def test_the_story_is_about_somebody_who_watches():
    log = make_access_log(world(53), Assumptions(honest_looks=500))
    story = story_of(log)
    shown = evenings_of(story.viewer_id, world(53).views, world(53).titles, until=story.at)
    assert [*shown] == ["day", "title", "minutes"] and 0 < len(shown) <= 6
    mine = log.looks[log.looks["viewer_id"].eq(story.viewer_id).fillna(False)]
    assert story.employee_id in mine["employee_id"].tolist()
    before = evenings_of(story.viewer_id, world(53).views, world(53).titles, until=pd.Timestamp("2000-01-01"))
    assert before.empty


@pytest.mark.parametrize(
    ("row", "given"),
    [(Rules, ByRole()), (Rules, (ByRole,)), (Rules, ("ByRole",)), (AnyOf, NoCase()), (AnyOf, (NoCase,))],
)
def test_a_row_without_its_comma_or_its_brackets_gets_a_sentence(row, given):
    with pytest.raises(ValueError, match="a comma after a single one"):
        row(given)
