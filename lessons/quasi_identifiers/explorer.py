"""Which columns, how finely, which k: three controls and the chart of an extract under attack."""

from typing import Any, Final

import altair as alt
import ipywidgets as widgets
import pandas as pd

from lessons.quasi_identifiers import strings
from lessons.quasi_identifiers.chart import quasi_identifier_chart, sentences
from teaching.charts.offline import draw_offline
from teaching.widgets.choice_control import ChoiceControl
from teaching.widgets.one_at_a_time import one_at_a_time
from teaching.widgets.range_control import RangeControl

NEVER: Final = 10**6
"""Milliseconds until the chart would report its parameters to the kernel, which is where they came from."""


def explore_quasi_identifiers(judged: pd.DataFrame, sizes: pd.DataFrame) -> "QuasiIdentifierExplorer":
    """Show ways to publish an extract: the sizes of its classes, who is named rightly and wrongly, and the price.

    Args:
        judged: one row per way and k (see `lessons.quasi_identifiers.sweep.publication_sweep`).
        sizes: one row per way, k and size of class (from the same).

    Returns:
        A slider for k with the sentence of the setting, two choices, and the chart. All is computed beforehand; a move
        sends numbers, names and a sentence to the browser, and no chart.
    """
    draw_offline()
    return QuasiIdentifierExplorer(judged, sizes)


class QuasiIdentifierExplorer(widgets.VBox):
    """The controls, the chart and what ties them together.

    Args:
        judged: one row per way and k, with at least two k.
        sizes: one row per way, k and size of class.

    Attributes:
        k, columns, coarse: the controls.
        chart: the chart; its parameters have the names of the controls.
    """

    def __init__(self, judged: pd.DataFrame, sizes: pd.DataFrame) -> None:
        """Write all sentences, then show the first setting: everything as collected, nobody left out."""
        self._sentences = sentences(judged)
        self.k = RangeControl(
            label=strings.K_LABEL,
            minimum=int(judged["k"].min()),
            maximum=int(judged["k"].max()),
            value_text=strings.K_VALUE,
        )
        self.columns = ChoiceControl(label=strings.COLUMNS_LABEL, options=list(strings.COLUMNS.values()))
        self.coarse = ChoiceControl(label=strings.COARSE_LABEL, options=list(strings.COARSE.values()))
        spec = quasi_identifier_chart(judged, sizes)
        self.chart = alt.JupyterChart(spec, debounce_wait=NEVER, embed_options={"actions": False, "renderer": "svg"})
        for control in (self.k, self.columns, self.coarse):
            control.observe(self._show, "value")
        choices = widgets.HBox([self.columns, self.coarse], layout={"flex_flow": "row wrap"})
        super().__init__([self.k, choices, self.chart])
        self._show({})

    @property
    def setting(self) -> tuple[str, str, int]:
        """Which columns, how finely, and k."""
        return _key(strings.COLUMNS, self.columns.value), _key(strings.COARSE, self.coarse.value), self.k.value

    @one_at_a_time
    def _show(self, change: dict[str, Any]) -> None:
        """Bring chart and sentence to the present setting; the chart first, for it is what the eye is on."""
        columns, coarse, k = self.setting
        with self.chart.hold_sync():
            for name, value in {"columns": columns, "coarse": coarse, "k": k}.items():
                self.chart.params.set_trait(name, value)
        self.k.sentence = self._sentences[columns, coarse, k]


def _key(words: dict[str, str], said: str) -> str:
    """The key of what stands in words."""
    return next(key for key, text in words.items() if text == said)
