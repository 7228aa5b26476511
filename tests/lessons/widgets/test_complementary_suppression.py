"""The controls move table, chart and sentences; the optimum is searched for when asked."""

import pandas as pd
import pytest

from lessons.releases.count_table import count_table
from lessons.strings import complementary_suppression as strings
from lessons.widgets.complementary_suppression import explore_repairs

PEOPLE = pd.DataFrame(
    [("A", "N")] * 9 + [("A", "S")] + [("A", "W")] * 8 + [("B", "N")] * 7 + [("B", "S")] * 6 + [("B", "W")] * 12,
    columns=["film", "region"],
)


@pytest.fixture
def explorer():
    return explore_repairs(count_table(PEOPLE, by=("film", "region")), thresholds=range(3, 9))


def test_landmarks_are_made_at_once_and_others_when_asked(explorer):
    assert {k for kind, (_, k) in explorer.found if kind == "greedy"} == {4, 5, 8}
    explorer.threshold.value = 3
    assert ("greedy", ("exact", 3)) in explorer.found


def test_a_move_makes_no_new_chart(explorer):
    spec = explorer.chart.spec
    explorer.threshold.value = 8
    assert explorer.chart.params.threshold == 8 and explorer.chart.spec is spec


def test_the_table_shows_the_rule_alone_or_the_repair(explorer):
    looks = {}
    for kind, text in strings.SHOW.items():
        explorer.shown.value = text
        looks[kind] = [cell["look"] for cell in explorer.grid.cells]
    assert "exact" not in looks["repaired"] and "complementary" in looks["repaired"]
    assert all("complementary" not in look for kind, look in looks.items() if kind != "repaired")


def test_the_search_finds_nothing_dearer_and_says_so(explorer):
    explorer.search.presses += 1
    quick, best = (explorer.found[kind, explorer.setting][0]["price"] for kind in ("greedy", "optimal"))
    assert best <= quick and str(best) in explorer.search.sentence


def test_a_promise_that_nothing_keeps_is_told(explorer):
    explorer.threshold.value = 3
    explorer.protect.value = list(strings.PROTECT.values())[-1]
    told = explorer.threshold.sentence
    assert explorer.search.disabled == (explorer.found["greedy", explorer.setting][1] is None)
    assert told
