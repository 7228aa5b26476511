"""An explorer is data: tables and sentences of the quick repairs; the cheapest are searched for when asked for."""

import pytest

from disclosure.defences.complementary_suppression import SuppressComplementary
from lessons.complementary_suppression import explorer as lesson
from lessons.complementary_suppression import strings
from lessons.complementary_suppression.explorer import explore_repairs
from tests.disclosure.repair.small_tables import table_of

TABLE = table_of([3, 9, 12, 7], [9, 20, 9, 8], [11, 9, 6, 30])
"""At k = 4 and 5 there is one small count; at k = 7 there are two."""


@pytest.fixture(scope="module")
def explorer():
    return explore_repairs(TABLE, thresholds=range(3, 9))


def ask(explorer, what, **setting):
    """What joins the tables of the page when it asks, and what it is told meanwhile."""
    told = []
    return explorer.asked[what]({"protect": "exact", "threshold": 5, "shown": "repaired"} | setting, told.append), told


def hidden(explorer, letters, sign):
    return {name for name, letter in zip(explorer.figure["table"]["cells"], letters, strict=True) if letter == sign}


def test_it_begins_at_the_threshold_of_the_lesson_with_all_quick_repairs(explorer):
    assert explorer.setting == {"threshold": 5, "protect": "exact", "shown": "repaired"}
    assert {k for _, k in explorer.lookups["sentences"].table} == set(range(3, 9)) == set(explorer.prices["threshold"])


def test_the_table_shows_the_repair_or_the_rule_alone(explorer):
    letters, repaired = explorer.lookups["letters"].table, SuppressComplementary(4)(TABLE)
    cover = set(repaired.cell_names[repaired.is_hidden]) - {"A | N"}
    assert hidden(explorer, letters["repaired", "exact", 4]["letters"], "c") == cover
    assert hidden(explorer, letters["rule alone", "exact", 4]["letters"], "c") == set()
    assert hidden(explorer, letters["rule alone", "exact", 4]["letters"], "x") == {"A | N"}


def test_the_sentence_says_who_is_protected_and_who_pays(explorer):
    sentence, price = explorer.lookups["sentences"].table["exact", 5], SuppressComplementary(5).repair(TABLE).price
    assert sentence.startswith(
        "With k = 5, the rule hides 1 small counts; 3 people stand in them. By itself, it leaves 1 of them unprotected"
    )
    assert f"; {price} people lose their count for it" in sentence and "Then all 3 are protected" in sentence


def test_the_search_says_how_it_goes_and_its_result_joins_table_and_chart(explorer, monkeypatch):
    monkeypatch.setattr(lesson, "BETWEEN_NEWS", 0.0)
    answers, told = ask(explorer, "search", protect="whole range", threshold=4)
    at = "whole range", 4
    assert told[0].startswith("Searching: the best so far hides ")
    assert "no repair hides fewer. The quick repair: " in answers["searched"][at]
    assert "The cheapest repair hides" in answers["sentences"][at]
    assert answers["points"]["whole range",]["optimal"].keys() == {"4"}


def test_a_second_search_at_the_same_setting_is_not_made(explorer):
    first = ask(explorer, "search")[0]
    again, told = ask(explorer, "search")
    assert again == first and told == []


def test_where_no_repair_keeps_the_promise_it_says_so_and_there_is_nothing_to_search():
    explorer = explore_repairs(table_of([2, 9, 9], [9, 9, 9], [9, 9, 9]), thresholds=range(3, 6))
    answers, _ = ask(explorer, "sentences", protect="width 2", threshold=3)
    assert "A | N cannot be protected" in answers["sentences"]["width 2", 3]
    assert answers["searched"]["width 2", 3] == strings.NO_SEARCH
    letters = explorer.lookups["letters"].asked("repaired", "width 2", 3)["letters"]
    assert hidden(explorer, letters, "c") == set()


def test_where_nothing_is_small_nobody_pays():
    explorer = explore_repairs(table_of([20, 20], [20, 20]), thresholds=range(3, 6))
    sentence = explorer.lookups["sentences"].table["exact", 5]
    assert "hides 0 further cells; 0 people lose their count" in sentence and "0.0% of all people" in sentence
