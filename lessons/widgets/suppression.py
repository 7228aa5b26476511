"""A threshold under the learner's finger: the table, what is hidden, what comes back, and for how many."""

from typing import Final

import altair as alt
import ipywidgets as widgets

from lessons import strings
from lessons.charts.offline import draw_offline
from lessons.charts.suppression import sentences, suppression_chart
from lessons.releases.count_table import CountTable
from lessons.rules import THRESHOLDS_IN_USE
from lessons.sweep import Attack, cell_states, sweep_thresholds
from lessons.widgets.range_control import RangeControl

THRESHOLDS: Final = range(3, 16)
"""What the slider offers. Under k = 2 a hidden cell is known to be 1, so it starts above."""

NEVER: Final = 10**6
"""Milliseconds until the chart would report its parameter to the kernel, which is where it came from."""


def explore_suppression(table: CountTable, *, attack: Attack, thresholds: range = THRESHOLDS) -> widgets.VBox:
    """Show a table under a threshold that can be moved.

    Args:
        table: a two-way table as it was counted, nothing hidden.
        attack: what the outsider does with a release.
        thresholds: consecutive settings of the slider.

    Returns:
        A slider with the sentence of its setting, and the chart. All settings are computed beforehand; a move sends
        one number and one sentence to the browser.
    """
    draw_offline()
    sweep = sweep_thresholds(table, thresholds, attack=attack)
    chart = alt.JupyterChart(
        suppression_chart(sweep, cell_states(table, thresholds, attack=attack)),
        embed_options={"actions": False, "renderer": "svg"},
        debounce_wait=NEVER,
    )
    landmarks = {rule.k: rule.who for rule in THRESHOLDS_IN_USE if rule.k in thresholds}
    control = RangeControl(
        label=strings.THRESHOLD_LABEL,
        minimum=thresholds[0],
        maximum=thresholds[-1],
        landmarks=landmarks,
        value_text=strings.THRESHOLD_VALUE,
    )
    in_words = dict(zip(thresholds, sentences(sweep), strict=True))
    control.sentence = in_words[control.value]

    def show(change: dict[str, int]) -> None:
        chart.params.set_trait("threshold", change["new"])
        control.sentence = in_words[change["new"]]

    control.observe(show, "value")
    return widgets.VBox([control, chart])
