"""The slider moves the chart's parameter and the sentence; it makes no new chart."""

import pandas as pd
import pytest
import traitlets

from lessons.audit.subtraction import subtract
from lessons.releases.count_table import count_table
from lessons.widgets.suppression import explore_suppression

PEOPLE = pd.DataFrame({"title": list("AAABBBBB"), "region": ["north"] * 2 + ["south"] * 6})


@pytest.fixture
def explorer():
    return explore_suppression(count_table(PEOPLE, by=("title", "region")), attack=subtract, thresholds=range(3, 8))


def test_a_move_sets_the_parameter_and_the_sentence(explorer):
    control, chart = explorer.children
    spec = chart.spec
    control.value = 7
    assert chart.params.threshold == 7
    assert "With k = 7" in control.sentence
    assert chart.spec is spec


def test_landmarks_outside_the_scale_are_left_out(explorer):
    assert list(explorer.children[0].landmarks) == [4, 5]


def test_a_broken_setting_raises(explorer):
    with pytest.raises(traitlets.TraitError):
        explorer.children[0].value = 99
