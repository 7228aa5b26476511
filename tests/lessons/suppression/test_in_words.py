"""Tables of the notebook: few columns, each with a heading that can be read, and nothing that is missing."""

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.disclosure import group_disclosure
from disclosure.defences.coarsening import Coarsen
from disclosure.rules import THRESHOLDS_IN_USE
from disclosure.tables.count_table import count_table
from lessons.suppression.in_words import (
    defences_in_words,
    facts_in_words,
    found_in_words,
    steps_that_help_ada,
    thresholds_in_use,
    thresholds_in_words,
)
from lessons.suppression.side_by_side import compare_defences
from lessons.suppression.sweep import count_states, learnt_by_setting
from tests.lessons.suppression.tables import TABLE


def test_what_is_found_is_one_number_and_what_is_narrowed_two():
    found = pd.DataFrame({"film": ["A", "B"], "region": "north", "low": [2, 1], "high": [2, 3], "declared": True})
    assert found_in_words(found).data.to_numpy().tolist() == [["A", "north", "2", "yes"], ["B", "north", "1 to 3", ""]]


def test_thresholds_are_told_for_outsiders_with_totals():
    shown = thresholds_in_words(count_states(TABLE, learnt_by_setting(TABLE, [3, 4, 7])))
    assert list(shown.index) == [3, 4, 7] and len(shown.columns) == 5
    assert shown["cells hidden"].is_monotonic_increasing


def test_steps_are_counted_at_which_more_cells_become_exact():
    assert steps_that_help_ada(pd.DataFrame({"known exactly": [1, 3, 2, 2, 4]})) == 2


def test_some_facts_of_each_kind():
    people = pd.DataFrame({"film": list("AABBB"), "region": ["north", "south"] + ["south"] * 3})
    facts = group_disclosure(count_table(people, by=("film", "region")), Outsider())
    assert facts_in_words(facts, most=1).data.iloc[:, 0].tolist() == [
        "north: the only person is in A.",
        "north: the only person is not in B.",
    ]


def test_defences_without_small_cells_show_no_missing_number():
    judged = compare_defences(TABLE, [(), Coarsen("film", into=2)], small=3)
    assert judged["still_possible"].isna().any()
    shown = defences_in_words(judged)
    assert "nan" not in shown.to_html() and len(shown.data.columns) == 6


def test_every_threshold_is_shown_with_its_source():
    text = thresholds_in_use().to_html()
    assert all(rule.who in text and rule.rule.split("'")[0] in text for rule in THRESHOLDS_IN_USE)
