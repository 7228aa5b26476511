"""The controls bring table, chart and sentences to their setting; repairs are made when they are asked for."""

import pytest

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from lessons.complementary_suppression import explorer as widget
from lessons.complementary_suppression import strings
from lessons.complementary_suppression.explorer import explore_repairs
from tests.disclosure.repair.small_tables import table_of

TABLE = table_of([3, 9, 12, 7], [9, 20, 9, 8], [11, 9, 6, 30])
"""At k = 4 and 5 there is one small count; at k = 7 there are two."""


@pytest.fixture
def explorer():
    shown = explore_repairs(TABLE, thresholds=range(3, 9))
    shown.threshold.value = 4
    return shown


def test_it_starts_at_the_threshold_of_the_lesson_with_the_chart_beside_the_slider():
    shown = explore_repairs(TABLE, thresholds=range(3, 9))
    assert shown.threshold.value == 5
    places = [shown.children.index(part) for part in (shown.threshold, shown.chart, shown.grid)]
    assert places == sorted(places)


def test_prices_list_every_threshold(explorer):
    prices = explorer.prices
    assert prices["threshold"].tolist() == [3, 4, 5, 6, 7, 8] and len(prices.columns) == 6
    row = explorer.found["greedy", ("exact", 7)][0]
    assert prices.set_index("threshold").loc[7, "people in them"] == row["people_complementary"]


def looks(explorer, look):
    return {cell["spoken"].split(":")[0] for cell in explorer.grid.cells if cell["look"] == look}


def test_repairs_are_made_at_the_landmarks_and_elsewhere_when_asked_for(explorer):
    assert {k for (kind, (_, k)) in explorer.found if kind == "greedy"} == {4, 5, 8}
    explorer.threshold.value = 7
    assert ("greedy", ("exact", 7)) in explorer.found and ("greedy", ("exact", 6)) not in explorer.found
    assert not any(kind == "optimal" for kind, _ in explorer.found)


def test_the_table_shows_the_repair_or_the_rule_alone(explorer):
    repaired = SuppressComplementary(4)(TABLE)
    hidden = set(repaired.cell_names[repaired.is_hidden])
    assert looks(explorer, "complementary") == hidden - {"A | N"}
    explorer.shown.value = strings.SHOW["rule alone"]
    assert looks(explorer, "complementary") == set() and looks(explorer, "exact") == {"A | N"}


def test_the_chart_follows_without_being_made_anew(explorer):
    spec = explorer.chart.spec
    explorer.threshold.value = 7
    assert explorer.chart.params.threshold == 7 and "7" in explorer.chart.params.points["greedy"]
    assert explorer.chart.spec is spec


def test_the_sentence_says_who_is_protected_and_who_pays(explorer):
    explorer.threshold.value = 5
    price = SuppressComplementary(5).repair(TABLE).price
    assert explorer.threshold.sentence.startswith(
        "With k = 5, the rule hides 1 small counts; 3 people stand in them. By itself, it leaves 1 of them unprotected"
    )
    assert f"; {price} people lose their count for it" in explorer.threshold.sentence
    assert "Then all 3 are protected" in explorer.threshold.sentence


def test_the_search_says_how_it_goes_and_its_result_joins_table_and_chart(explorer, monkeypatch):
    monkeypatch.setattr(widget, "BETWEEN_NEWS", 0.0)
    explorer.protect.value = strings.PROTECT["whole range"]
    said = []
    explorer.search.observe(lambda change: said.append(change.new), "sentence")
    explorer.search.set_state({"presses": 1})
    assert said[0].startswith("Searching: the best so far hides ")
    assert "no repair hides fewer. The quick repair: " in said[-1]
    assert "The cheapest repair hides" in explorer.threshold.sentence
    assert explorer.chart.params.points["optimal"].keys() == {"4"}


def test_a_second_search_at_the_same_setting_is_not_made(explorer):
    explorer.search.set_state({"presses": 1})
    first = explorer.found["optimal", ("exact", 4)]
    explorer.search.set_state({"presses": 2})
    assert explorer.found["optimal", ("exact", 4)] is first


def test_where_no_repair_keeps_the_promise_it_says_so_and_shows_the_rule_alone(explorer):
    explorer.threshold.value = 4
    explorer.protect.value = strings.PROTECT["width 2"]
    assert explorer.search.disabled is False
    explorer = explore_repairs(table_of([2, 9, 9], [9, 9, 9], [9, 9, 9]), thresholds=range(3, 6))
    explorer.threshold.value = 3
    explorer.protect.value = strings.PROTECT["width 2"]
    assert "A | N cannot be protected" in explorer.threshold.sentence
    assert explorer.search.disabled and explorer.search.sentence == strings.NO_SEARCH
    assert looks(explorer, "complementary") == set()
    explorer.search.set_state({"presses": 1})
    assert not any(kind == "optimal" for kind, _ in explorer.found)


def test_where_nothing_is_small_nobody_pays():
    explorer = explore_repairs(table_of([20, 20], [20, 20]), thresholds=range(3, 6))
    assert "hides 0 further cells; 0 people lose their count" in explorer.threshold.sentence
    assert "0.0% of all people" in explorer.threshold.sentence


def test_landmarks_outside_the_scale_are_left_out():
    explorer = explore_repairs(TABLE, thresholds=range(6, 8))
    assert explorer.threshold.landmarks == {} and explorer.threshold.value == 6


def test_the_rule_alone_is_what_lesson_02_publishes(explorer):
    release = explorer.found["rule alone", ("exact", 5)][1]
    assert release.cells.equals(Suppress(5)(TABLE).cells)
