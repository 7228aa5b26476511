"""Each state of a cell has a text, a look and words of its own; as the page shows them."""

import pandas as pd
import pytest

from disclosure.defences.suppression import Suppress
from disclosure.tables.count_table import count_table
from lessons.complementary_suppression.repaired_table import LEGEND, letters_of, names_of, table_in_words
from lessons.complementary_suppression.sweep import hidden_cells
from teaching.widgets.table_looks import LOOKS
from tests.disclosure.repair.small_tables import table_of


@pytest.mark.parametrize(
    ("changes", "text", "look", "words"),
    [
        ({}, "c", "open", "hidden by the rule, and open: all that the rule allows"),
        ({"high": 3, "verdict": "narrowed"}, "1–3", "narrowed", "hidden by the rule, known to be 1 to 3"),
        ({"low": 3, "high": 3, "verdict": "exact"}, "= 3", "exact", "hidden by the rule, and known exactly: 3"),
        ({"role": "complementary", "count": 9}, "c+", "complementary", "9, hidden to cover others"),
        ({"role": "printed", "count": 9}, "9", "printed", "9, printed"),
        ({"role": "printed", "count": 0}, "0", "printed", "0, printed, as the rule prints every zero"),
    ],
)
def test_states(changes, text, look, words):
    row = {"cell": "A | N", "count": 3, "role": "primary", "low": 1, "high": 4, "verdict": "open"} | changes
    state = table_in_words(table_of([3, 9], [9, 9]))["states"][letters_of(pd.DataFrame([row]))["letters"]]
    assert state["look"] == look
    assert (state["text"].format(**row), state["spoken"].format(**row)) == (text, f"A | N: {words}")


def test_the_legend_shows_every_look_once():
    assert [line["look"] for line in LEGEND] == list(LOOKS)


def test_names_are_rows_and_columns_in_the_order_of_the_cells():
    table = table_of([1, 9], [9, 9])
    assert names_of(table) == {"corner": "film", "rows": ["A", "B", "total"], "columns": ["N", "S", "total"]}
    with pytest.raises(ValueError, match="the table is by film: a table with rows and columns has two dimensions"):
        names_of(count_table(pd.DataFrame({"film": ["A"]}), by=("film",)))


def test_a_table_in_which_nothing_is_small_is_all_printed():
    table = table_of([9, 9], [9, 9])
    assert letters_of(hidden_cells(table, Suppress(5)(table))) == {"letters": "p" * 9, "low": {}, "high": {}}
