"""The chart holds the threshold as a parameter, and its words say what it shows."""

import pandas as pd
import pytest

from lessons.audit.subtraction import subtract
from lessons.charts.suppression import sentences, suppression_chart
from lessons.releases.count_table import count_table
from lessons.sweep import cell_states, sweep_thresholds

PEOPLE = pd.DataFrame({"title": list("AAABBBBB"), "region": ["north"] * 2 + ["south"] * 6})
TABLE = count_table(PEOPLE, by=("title", "region"))
SWEEP = sweep_thresholds(TABLE, range(3, 6), attack=subtract)
STATES = cell_states(TABLE, range(3, 6), attack=subtract)


def parameter(chart):
    return next(param for param in chart.to_dict()["params"] if param["name"] == "threshold")


def test_the_setting_is_a_parameter():
    assert parameter(suppression_chart(SWEEP, STATES)) == {"name": "threshold", "value": 3}


def test_bound_it_brings_its_own_slider_and_sentence():
    chart = suppression_chart(SWEEP, STATES, bound=True)
    bind = parameter(chart)["bind"]
    assert (bind["input"], bind["min"], bind["max"], bind["step"]) == ("range", 3, 5, 1)
    assert "of 4 cells are hidden" in chart.to_dict()["title"]["text"]["expr"]


def test_the_data_do_not_grow_with_the_thresholds():
    spec = suppression_chart(SWEEP, STATES).to_dict()
    cells = [rows for rows in spec["datasets"].values() if "states" in rows[0]]
    assert [len(rows) for rows in cells] == [len(TABLE.cells)]


def test_one_sentence_per_setting_with_the_numbers_of_the_sweep():
    said = sentences(SWEEP)
    assert len(said) == 3
    assert said[0].startswith("With k = 3, 2 of 4 cells are hidden; 2 of these are found by subtraction, 0 are not.")


@pytest.mark.parametrize("bound", [True, False])
def test_it_has_a_description(bound):
    assert suppression_chart(SWEEP, STATES, bound=bound).to_dict()["description"]
