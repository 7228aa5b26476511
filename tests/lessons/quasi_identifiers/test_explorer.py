"""The controls move the chart's parameters and the sentence; they make no new chart."""

import pytest

from lessons.quasi_identifiers import strings
from lessons.quasi_identifiers.chart import sentences
from lessons.quasi_identifiers.explorer import explore_quasi_identifiers
from lessons.quasi_identifiers.sweep import publication_sweep
from tests.lessons.quasi_identifiers.small_extract import EXTRACT, REGISTER, TRUTH

SWEPT = publication_sweep(EXTRACT, REGISTER, TRUTH, ks=range(1, 4))


@pytest.fixture
def explorer():
    return explore_quasi_identifiers(*SWEPT)


def test_a_move_sets_the_parameters_and_the_sentence_and_makes_no_new_chart(explorer):
    spec = explorer.chart.spec
    explorer.k.value = 3
    explorer.columns.value = strings.COLUMNS["place"]
    explorer.coarse.value = strings.COARSE["mondrian"]
    params = explorer.chart.params
    assert (params.columns, params.coarse, params.k) == ("place", "mondrian", 3)
    assert explorer.k.sentence == sentences(SWEPT[0])["place", "mondrian", 3]
    assert explorer.chart.spec is spec


def test_the_chart_begins_where_the_controls_stand(explorer):
    values = {param["name"]: param["value"] for param in explorer.chart.spec["params"]}
    assert values == {"columns": "all", "coarse": "day", "k": 1}
    assert explorer.setting == ("all", "day", 1)


def test_the_children_are_the_controls_and_the_chart(explorer):
    slider, choices, chart = explorer.children
    assert (slider, *choices.children, chart) == (explorer.k, explorer.columns, explorer.coarse, explorer.chart)
