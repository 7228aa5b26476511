"""How many things, how finely told, among how many: three controls and the chart of unicity."""

from typing import Any, Final

import altair as alt
import ipywidgets as widgets
import pandas as pd

from lessons.unicity import strings
from lessons.unicity.chart import sentences, unicity_chart
from teaching.charts.offline import draw_offline
from teaching.widgets.choice_control import ChoiceControl
from teaching.widgets.one_at_a_time import one_at_a_time
from teaching.widgets.range_control import RangeControl

NEVER: Final = 10**6
"""Milliseconds until the chart would report its parameters to the kernel, which is where they came from."""


def explore_unicity(swept: pd.DataFrame) -> "UnicityExplorer":
    """Show how many people k things single out, for each way to publish a log and several numbers of viewers.

    Args:
        swept: one row per way to publish, number of viewers and k (see `lessons.unicity.sweep.unicity_sweep`).

    Returns:
        A slider for k with the sentence of the setting, two choices, and the chart. All is computed beforehand; a move
        sends numbers, names and a sentence to the browser, and no chart.
    """
    draw_offline()
    return UnicityExplorer(swept)


class UnicityExplorer(widgets.VBox):
    """The controls, the chart and what ties them together.

    Args:
        swept: one row per way to publish, number of viewers and k, with at least two of each.

    Attributes:
        k, resolution, population: the controls.
        chart: the chart; its parameters have the names of the controls.
    """

    def __init__(self, swept: pd.DataFrame) -> None:
        """Write all sentences, then show the first setting: one thing, told most finely, among all viewers."""
        self._sentences = sentences(swept)
        self._numbers = {f"{int(number):,}": int(number) for number in sorted(swept["viewers"].unique())}
        ways = list(swept["resolution"].unique())
        self.k = RangeControl(
            label=strings.K_LABEL,
            minimum=int(swept["k"].min()),
            maximum=int(swept["k"].max()),
            value_text=strings.K_VALUE,
        )
        self.resolution = ChoiceControl(label=strings.RESOLUTION_LABEL, options=ways, drop_down=True)
        self.population = ChoiceControl(
            label=strings.POPULATION_LABEL, options=list(self._numbers), value=list(self._numbers)[-1]
        )
        self.chart = alt.JupyterChart(
            unicity_chart(swept), embed_options={"actions": False, "renderer": "svg"}, debounce_wait=NEVER
        )
        for control in (self.k, self.resolution, self.population):
            control.observe(self._show, "value")
        super().__init__([self.k, self.resolution, self.population, self.chart])
        self._show({})

    @property
    def setting(self) -> tuple[str, int, int]:
        """The way to publish, the number of viewers, and k."""
        return self.resolution.value, self._numbers[self.population.value], int(self.k.value)

    @one_at_a_time
    def _show(self, change: dict[str, Any]) -> None:
        """Bring chart and sentence to the present setting; the chart first, for it is what the eye is on."""
        resolution, population, k = self.setting
        with self.chart.hold_sync():
            for name, value in {"k": k, "resolution": resolution, "population": population}.items():
                self.chart.params.set_trait(name, value)
        self.k.sentence = self._sentences[self.setting]
