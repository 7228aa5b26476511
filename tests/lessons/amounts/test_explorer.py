"""The controls move the chart's parameters and the sentences; they make no new chart."""

import pytest

from lessons.amounts import strings
from lessons.amounts.explorer import explore_amounts
from tests.lessons.amounts.test_sweep import SECOND, TABLE


@pytest.fixture(scope="module")
def explorer():
    return explore_amounts(TABLE, SECOND)


def test_it_begins_with_the_rule_alone(explorer):
    explorer.step.value = strings.STEPS["rule alone"]
    assert explorer.children == (explorer.rule, explorer.step, explorer.chart, explorer.cell)
    assert explorer.setting == ("p = 20", "rule alone")
    assert "without totals: 1. Known exactly to an outsider, of these: 1." in explorer.step.sentence
    assert "sales | Lyon: exactly 9,990 euros" in explorer.cell.sentence


def test_the_repair_gives_nothing_back_and_the_chart_stays_the_same(explorer):
    spec = explorer.chart.spec
    explorer.step.value = strings.STEPS["repaired"]
    assert explorer.chart.params.step == 1 and explorer.chart.spec is spec
    assert "of these: 0." in explorer.step.sentence


def test_a_printed_cell_is_told_in_full(explorer):
    explorer.step.value = strings.STEPS["repaired"]
    explorer.cell.value = explorer.cell.options[-1]
    explorer.step.value = strings.STEPS["rule alone"]
    assert explorer.cell.sentence.endswith(" euros.")
