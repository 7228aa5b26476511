import pytest

from disclosure.defences import CellKey, RoundRandomly
from lessons.rounding.plan import EDITIONS, MONTHS, Plan, judged, pupils, what_is_wrong


def test_the_district_is_always_the_same():
    assert pupils() is pupils() and len(pupils()) == 400 + 2 * MONTHS
    assert all(MONTHS % editions == 0 for editions in EDITIONS)


def test_more_questions_give_more_and_rarer_editions_less_away():
    few, many = (judged(Plan(CellKey(), questions, 3)).exact for questions in (1, 127))
    assert few < many
    rare, often = (judged(Plan(CellKey(), 5, editions)).told for editions in (1, 12))
    assert rare < often <= judged(Plan(CellKey(), 5, 12)).newcomers == 2 * MONTHS


@pytest.mark.parametrize("change", [CellKey(2, 1, 1), RoundRandomly(2)])
def test_changes_that_are_too_small_do_not_hold(change):
    assert all(what_is_wrong(Plan(change, questions, 3)) for questions in (5, 40, 127))
