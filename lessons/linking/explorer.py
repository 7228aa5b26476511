"""Phi under the learner's finger: who is named rightly, who is accused wrongly, with more and less evidence."""

from typing import Any, Final

import altair as alt
import ipywidgets as widgets
import pandas as pd

from lessons.linking import strings
from lessons.linking.attack import PHI
from lessons.linking.chart import outcome_chart, sentences
from lessons.linking.sweep import PHIS, outcomes_by_phi
from teaching.charts.offline import draw_offline
from teaching.widgets.choice_control import ChoiceControl
from teaching.widgets.one_at_a_time import one_at_a_time
from teaching.widgets.range_control import RangeControl

NEVER: Final = 10**6
"""Milliseconds until the chart would report its parameter to the kernel, which is where it came from."""


def explore_linking(guesses: pd.DataFrame, truth: pd.DataFrame) -> "LinkingExplorer":
    """Show what comes of linking at each phi, with more and less evidence, with the people in the log and out of it.

    Args:
        guesses: the guesses with each kind of evidence (see `lessons.linking.sweep.guesses_by_evidence`).
        truth: ``target`` and ``answer``.

    Returns:
        A slider and two choices with the sentence of their setting, and the chart. All settings are computed before; a
        move sends numbers, names and a sentence to the browser, and no chart.
    """
    draw_offline()
    return LinkingExplorer(outcomes_by_phi(guesses, truth))


class LinkingExplorer(widgets.VBox):
    """The controls, the chart and what ties them together.

    Args:
        outcomes: one row per evidence, presence and phi (see `lessons.linking.sweep.outcomes_by_phi`).

    Attributes:
        phi, evidence, presence: the controls.
        chart: the chart; its parameters have the names of the controls.
        outcomes: what the sentences of all settings are made of.
    """

    def __init__(self, outcomes: pd.DataFrame) -> None:
        """Show the setting of the paper."""
        self.outcomes, self._sentences = outcomes, sentences(outcomes)
        self.phi = RangeControl(
            label=strings.PHI_LABEL,
            value=PHI,
            minimum=float(PHIS[0]),
            maximum=float(PHIS[-1]),
            step=float(PHIS[1] - PHIS[0]),
            landmarks={PHI: strings.PHI_LANDMARK},
            value_text=strings.PHI_VALUE,
        )
        most = list(strings.EVIDENCE.values())[-1]
        self.evidence = ChoiceControl(label=strings.EVIDENCE_LABEL, options=list(strings.EVIDENCE.values()), value=most)
        self.presence = ChoiceControl(label=strings.PRESENCE_LABEL, options=list(strings.PRESENCE.values()))
        options = {"actions": False, "renderer": "svg"}
        self.chart = alt.JupyterChart(outcome_chart(outcomes), embed_options=options, debounce_wait=NEVER)
        for control in (self.phi, self.evidence, self.presence):
            control.observe(self._show, "value")
        choices = widgets.HBox([self.evidence, self.presence], layout={"flex_flow": "row wrap"})
        super().__init__([self.phi, choices, self.chart])
        self._show({})

    @property
    def setting(self) -> tuple[str, str, float]:
        """How much is known, whether the people are in the log, and phi."""
        evidence, presence = _key(strings.EVIDENCE, self.evidence.value), _key(strings.PRESENCE, self.presence.value)
        return evidence, presence, float(self.phi.value)

    @one_at_a_time
    def _show(self, change: dict[str, Any]) -> None:
        """Bring chart and sentence to the present setting; the chart first, for it is what the eye is on."""
        with self.chart.hold_sync():
            for name, value in zip(("evidence", "presence", "phi"), self.setting, strict=True):
                self.chart.params.set_trait(name, value)
        self.phi.sentence = self._sentences[self.setting]


def _key(words: dict[str, str], said: str) -> str:
    """The key of what stands in words."""
    return next(key for key, text in words.items() if text == said)
