"""Every state of a cell has a text, words and a look of its own."""

import pandas as pd
import pytest

from lessons.defences.complementary_suppression import SuppressComplementary
from lessons.defences.suppression import Suppress
from lessons.releases.count_table import count_table
from lessons.sweep.repairs import hidden_cells
from lessons.widgets.repaired_table import cells_of, names_of
from tests.lessons.sweep.test_repairs import TABLE


def test_names_in_reading_order():
    assert names_of(TABLE) == {"corner": "film", "rows": ["A", "B", "total"], "columns": ["N", "S", "total"]}


def test_a_known_cell_shows_its_number_and_is_locked():
    cell = cells_of(hidden_cells(TABLE, Suppress(3)(TABLE)))[1]
    assert (cell["look"], cell["locked"]) == ("exact", True) and "1" in cell["text"]


def test_after_the_repair_the_small_cell_is_no_longer_exact_and_others_are_complementary():
    cells = cells_of(hidden_cells(TABLE, SuppressComplementary(3)(TABLE)))
    assert [cell["look"] for cell in cells[:2]] == ["complementary", "open"]
    assert len({cell["text"] for cell in cells[:2]}) == 2
    assert all(cell["spoken"] for cell in cells)


def test_a_table_of_one_dimension_gets_a_sentence():
    with pytest.raises(ValueError, match="has two dimensions"):
        names_of(count_table(pd.DataFrame({"film": ["A"]}), by=("film",)))
