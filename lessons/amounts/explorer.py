"""One table of amounts, several rules, alone and repaired: what is given back, how close Ada comes, what is lost."""

from functools import cache
from typing import Any, Final

import altair as alt
import ipywidgets as widgets
import pandas as pd

from disclosure.audit.attackers import Attacker, Outsider
from disclosure.audit.states import PRINTED
from disclosure.audit.verdicts import audit
from disclosure.tables.count_table import CountTable
from lessons.amounts import strings
from lessons.amounts.chart import amounts_chart
from lessons.amounts.sweep import STEPS, amount_states, published_by, rules_and_prices
from teaching.charts.cell_table import drawn_with
from teaching.charts.offline import draw_offline
from teaching.widgets.choice_control import ChoiceControl
from teaching.widgets.one_at_a_time import one_at_a_time

NEVER: Final = 10**6
"""Milliseconds until the chart would report its parameters to the kernel, which is where they came from."""


def explore_amounts(table: CountTable, insider: Attacker) -> "AmountsExplorer":
    """Show a table of amounts under several rules, by the rule alone and with further cells hidden.

    Args:
        table: the office's table of amounts with totals, with the two largest contributions beside it.
        insider: one contributor to one cell, who takes hers away from it: Ada.

    Returns:
        Two choices with the sentence of their setting, the chart, and a list of the hidden cells with the sentence of
        the one that is chosen. All settings are computed beforehand, sentences about cells when they are asked for.

    Raises:
        UnreachableError: under one of the rules no choice of cells protects this table.
    """
    draw_offline()
    return AmountsExplorer(table, insider)


class AmountsExplorer(widgets.VBox):
    """The controls, the chart and what ties them together.

    Args:
        table: the office's table of amounts with totals.
        insider: one contributor to one cell.

    Attributes:
        rule, step, cell: the controls.
        chart: the chart; its parameters have the names of the controls.
        prices: one row per rule and step (see `lessons.amounts.sweep.rules_and_prices`).
    """

    def __init__(self, table: CountTable, insider: Attacker) -> None:
        """Compute all settings, then show the first."""
        self._published = published_by(table)
        self.prices = rules_and_prices(table, self._published, insider)
        states = amount_states(table, self._published)
        self._letters_of = states.set_index("cell")[list(self._published)].to_dict()
        self._amounts = dict(zip(states["cell"], states["count"].astype(int), strict=True))
        self._unit = table.unit
        self._why = cache(self._reasons)
        self.rule = ChoiceControl(label=strings.RULE_LABEL, options=list(strings.RULES.values()), drop_down=True)
        self.rule.value = strings.RULES["p = 20"]
        self.step = ChoiceControl(label=strings.STEP_LABEL, options=list(strings.STEPS.values()))
        self.cell = ChoiceControl(
            label=strings.CELL_LABEL, options=self._offered(None), drop_down=True, from_chart=True
        )
        spec = amounts_chart(states, self.prices, rule=self.setting[0], cell=self.cell.value)
        self.chart = alt.JupyterChart(spec, embed_options=drawn_with(states), debounce_wait=NEVER)
        for control in (self.rule, self.step, self.cell):
            control.observe(self._show, "value")
        super().__init__([self.rule, self.step, self.chart, self.cell])
        self._show({})

    @property
    def setting(self) -> tuple[str, str]:
        """The rule and the step, by their names."""
        return _name(strings.RULES, self.rule.value), _name(strings.STEPS, self.step.value)

    @one_at_a_time
    def _show(self, change: dict[str, Any]) -> None:
        """Bring chart and sentences to the present setting; the chart first, for it is what the eye is on."""
        rule, step = self.setting
        with self.chart.hold_sync():
            for name, value in {"rule": rule, "step": STEPS.index(step), "cell": self.cell.value}.items():
                self.chart.params.set_trait(name, value)
        self.step.sentence = self._told()
        self.cell.options = self._offered(self.cell.value)
        self.cell.sentence = self._sentence(self.cell.value)

    def _letters(self) -> dict[str, str]:
        """The state of each cell at the present setting, by its name."""
        rule, step = self.setting
        return {cell: letters[STEPS.index(step)] for cell, letters in self._letters_of[rule].items()}

    def _offered(self, chosen: str | None) -> list[str]:
        """The cells to choose from: those that are hidden, and the chosen one; where nothing is hidden, all."""
        letters = self._letters()
        return [cell for cell, it in letters.items() if it != PRINTED or cell == chosen] or list(letters)

    def _told(self) -> str:
        """The sentence of the setting."""
        rule, step = self.setting
        [row] = self.prices[self.prices["rule"].eq(rule) & self.prices["step"].eq(step)].to_dict("records")
        sentence = strings.SENTENCE if row["hidden"] else strings.NOTHING_HIDDEN
        words = {"too_large": row["too large by"], "lost": row["minutes hidden"]}
        return sentence.format(hidden=row["hidden"], given_back=row["given back"], **words)

    def _sentence(self, cell: str) -> str:
        """What is known of one cell at the present setting, and why."""
        if self._letters()[cell] == PRINTED:
            return strings.CELL_PRINTED.format(cell=cell, count=self._amounts[cell], unit=self._unit)
        return self._why(*self.setting)[cell]

    def _reasons(self, rule: str, step: str) -> dict[str, str]:
        """The sentences about all hidden cells of one release, for an outsider."""
        rows = audit(self._published[rule][step], Outsider())
        return {row["target"]: _about(row, self._unit) for row in rows.to_dict("records")}


def _name(words: dict[str, str], said: str) -> str:
    """The name of what stands in words."""
    return next(name for name, text in words.items() if text == said)


def _about(row: dict[Any, Any], unit: str) -> str:
    """What is known of one cell, in words."""
    if pd.isna(row["high"]):
        amount = strings.AT_LEAST
    else:
        amount = strings.EXACTLY if row["low"] == row["high"] else strings.BETWEEN
    return strings.CELL_HIDDEN.format(cell=row["target"], amount=amount.format(**row), unit=unit, why=row["why"])
