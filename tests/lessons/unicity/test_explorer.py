"""The controls move the chart's parameters and the sentence; they make no new chart."""

import numpy as np
import pandas as pd
import pytest

from lessons.unicity.chart import sentences
from lessons.unicity.explorer import explore_unicity
from lessons.unicity.sweep import unicity_sweep

RNG = np.random.default_rng(53)
LOG = pd.DataFrame({"viewer_id": RNG.integers(0, 2_000, 20_000), "title_id": RNG.integers(0, 40, 20_000)})
LOG = LOG.assign(day=RNG.integers(0, 9, 20_000), stars=RNG.integers(1, 6, 20_000))
SWEPT = unicity_sweep(LOG, resolutions=[["title_id", "day"], ["title_id"]], most=4, n_targets=100)


@pytest.fixture
def explorer():
    return explore_unicity(SWEPT)


def test_a_move_sets_the_parameters_and_the_sentence_and_makes_no_new_chart(explorer):
    spec = explorer.chart.spec
    explorer.k.value = 3
    explorer.resolution.value = "title"
    explorer.population.value = "1,000"
    params = explorer.chart.params
    assert (params.k, params.resolution, params.population) == (3, "title", 1_000)
    assert explorer.k.sentence == sentences(SWEPT)["title", 1_000, 3]
    assert explorer.chart.spec is spec


def test_the_chart_begins_where_the_controls_stand(explorer):
    values = {param["name"]: param["value"] for param in explorer.chart.spec["params"]}
    assert values == {"k": 1, "resolution": "title + day", "population": 2_000}
    assert explorer.setting == ("title + day", 2_000, 1)


def test_the_children_are_the_controls_and_the_chart(explorer):
    assert explorer.children == (explorer.k, explorer.resolution, explorer.population, explorer.chart)
