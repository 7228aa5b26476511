"""A threshold under the learner's finger: the table, what is hidden, what is known all the same, to whom, and why."""

from functools import cache
from typing import Any, Final

import altair as alt
import ipywidgets as widgets

from disclosure.audit.attackers import Attacker, Contributor
from disclosure.audit.verdicts import audit
from disclosure.defences.untreated import refuse_treated, refuse_unless_two_way
from disclosure.labels import cell_name
from disclosure.rules import THRESHOLDS_IN_USE
from disclosure.tables.count_table import CountTable
from lessons.suppression import strings
from lessons.suppression.chart import sentences, suppression_chart
from lessons.suppression.sweep import (
    LEFT_OUT,
    PRINTED,
    Totals,
    cell_states,
    count_states,
    learnt_by_setting,
    release_at,
    setting_name,
)
from lessons.suppression.who_learns import Who
from teaching.charts.cell_table import drawn_with
from teaching.charts.offline import draw_offline
from teaching.widgets.choice_control import ChoiceControl
from teaching.widgets.one_at_a_time import one_at_a_time
from teaching.widgets.range_control import RangeControl

THRESHOLDS: Final = range(3, 16)
"""What the slider offers. Under k = 2 a hidden cell is known to be 1, so it starts above."""

NEVER: Final = 10**6
"""Milliseconds until the chart would report its parameter to the kernel, which is where it came from."""


def explore_suppression(table: CountTable, *, thresholds: range = THRESHOLDS) -> "SuppressionExplorer":
    """Show a table under a threshold that can be moved, with and without totals, to an outsider and to insiders.

    Args:
        table: a two-way table with totals as it was counted, nothing hidden.
        thresholds: consecutive settings of the slider.

    Returns:
        A slider and two choices with the sentence of their setting, the chart, and a list of the hidden cells with the
        sentence of the one that is chosen. All settings are computed beforehand, sentences about cells when they are
        asked for; a move sends numbers, names and sentences to the browser, and no chart.

    Raises:
        ValueError: the table has not two dimensions, or some of it is hidden or rounded already.
    """
    draw_offline()
    return SuppressionExplorer(table, thresholds)


class SuppressionExplorer(widgets.VBox):
    """The controls, the chart and what ties them together.

    Args:
        table: a two-way table with totals as it was counted, nothing hidden.
        thresholds: consecutive settings of the slider.

    Attributes:
        threshold, totals, who, cell: the controls.
        chart: the chart; its parameters have the names of the controls.
        counted: what the sentences of all settings are made of (see `lessons.suppression.sweep.count_states`).
    """

    def __init__(self, table: CountTable, thresholds: range) -> None:
        """Compute all settings, then show the first."""
        refuse_unless_two_way(table)
        refuse_treated(table)
        self._table, self._learnt = table, learnt_by_setting(table, thresholds)
        self._first, states = thresholds[0], cell_states(table, self._learnt)
        self._letters_of = states.drop(columns=[*table.by, "count"]).set_index("cell").to_dict()
        self._counts = states.set_index("cell")["count"].to_dict()
        self.counted = count_states(table, self._learnt)
        self._sentences = sentences(self.counted)
        self._why = cache(self._reasons)
        self.threshold = _slider(thresholds)
        self.totals = ChoiceControl(label=strings.TOTALS_LABEL, options=list(strings.TOTALS.values()))
        self.who = ChoiceControl(label=strings.WHO_LABEL, options=list(strings.WHO.values()))
        self.cell = ChoiceControl(
            label=strings.CELL_LABEL, options=self._offered(None), drop_down=True, from_chart=True
        )
        spec = suppression_chart(self.counted, states, cell=self.cell.value)
        self.chart = alt.JupyterChart(spec, embed_options=drawn_with(states), debounce_wait=NEVER)
        for control in (self.threshold, self.totals, self.who, self.cell):
            control.observe(self._show, "value")
        choices = widgets.HBox([self.totals, self.who], layout={"flex_flow": "row wrap"})
        super().__init__([self.threshold, choices, self.chart, self.cell])
        self._show({})

    @property
    def setting(self) -> tuple[Who, Totals, int]:
        """Who looks, whether totals are printed, and the threshold."""
        return _key(strings.WHO, self.who.value), _key(strings.TOTALS, self.totals.value), self.threshold.value

    @one_at_a_time
    def _show(self, change: dict[str, Any]) -> None:
        """Bring chart and sentences to the present setting; the chart first, for it is what the eye is on."""
        who, totals, threshold = self.setting
        with self.chart.hold_sync():
            for name, value in {"threshold": threshold, "totals": totals, "who": who, "cell": self.cell.value}.items():
                self.chart.params.set_trait(name, value)
        self.threshold.sentence = self._sentences[setting_name(who, totals)][threshold - self._first]
        self.cell.options = self._offered(self.cell.value)
        self.cell.sentence = self._sentence(self.cell.value)

    def _letters(self) -> dict[str, str]:
        """The state of each cell at the present setting, by its name."""
        who, totals, threshold = self.setting
        letters = self._letters_of[setting_name(who, totals)]
        return {cell: its_letters[threshold - self._first] for cell, its_letters in letters.items()}

    def _offered(self, chosen: str | None) -> list[str]:
        """The cells to choose from: those that are hidden, and the chosen one, whatever became of it."""
        letters = self._letters()
        hidden = [cell for cell, it in letters.items() if it not in {PRINTED, LEFT_OUT} or cell == chosen]
        return hidden or list(letters)[:1]

    def _sentence(self, cell: str) -> str:
        """What is known of one cell at the present setting, and why."""
        who, totals, threshold = self.setting
        state = self._letters()[cell]
        if state == LEFT_OUT:
            return strings.CELL_LEFT_OUT.format(cell=cell)
        if state == PRINTED:
            return strings.CELL_PRINTED.format(cell=cell, count=self._counts[cell])
        attacker = self._learnt[totals, threshold][who].set_index("target")["attacker"][cell]
        return self._why(totals, threshold, attacker)[cell]

    def _reasons(self, totals: Totals, threshold: int, attacker: Attacker) -> dict[str, str]:
        """The sentences about all hidden cells of one release, for one attacker."""
        rows = audit(release_at(self._table, totals, threshold), attacker, nothing_to_subtract=totals == "left out")
        by = strings.BY_AN_INSIDER.format(cell=cell_name(attacker.cell)) if isinstance(attacker, Contributor) else ""
        return {row["target"]: _about(row, by) for row in rows.to_dict("records")}


def _about(row: dict[Any, Any], by: str) -> str:
    """What is known of one cell, in words."""
    people = strings.PEOPLE_EXACTLY if row["low"] == row["high"] else strings.PEOPLE_BETWEEN
    return strings.CELL_HIDDEN.format(
        cell=row["target"], people=people.format(**row), verdict=row["verdict"], by=by, why=row["why"]
    )


def _slider(thresholds: range) -> RangeControl:
    """The threshold, with the names of those who use it."""
    landmarks = {rule.k: rule.who for rule in THRESHOLDS_IN_USE if rule.k in thresholds}
    return RangeControl(
        label=strings.THRESHOLD_LABEL,
        minimum=thresholds[0],
        maximum=thresholds[-1],
        landmarks=landmarks,
        value_text=strings.THRESHOLD_VALUE,
    )


def _key(words: dict[str, str], said: str) -> Any:
    """The key of what stands in words."""
    return next(key for key, text in words.items() if text == said)
