"""A table of amounts under a rule, and what each rule costs."""

from textwrap import wrap

import altair as alt
import pandas as pd

from lessons.amounts import strings
from teaching.charts import colours
from teaching.charts.cell_table import cell_table, state_legend
from teaching.charts.legends import in_words

MINUTES_PER_HOUR = 60
STATE = "datum[rule][step]"
"""The letter of a cell, from two parameters: the name of the rule, and the place of the step."""


def amounts_chart(states: pd.DataFrame, prices: pd.DataFrame, *, rule: str) -> alt.HConcatChart:
    """Draw the table as an outsider sees it, and the price of each rule.

    ``rule``, ``step`` and ``cell`` are parameters.

    Args:
        states: one row per cell, in minutes, with one column of letters per rule (see
            `lessons.amounts.sweep.amount_states`).
        prices: one row per rule and step (see `lessons.amounts.sweep.rules_and_prices`).
        rule: the rule that is shown first; ``step`` begins with the rule alone.
    """
    hours = (states["count"].astype("float64") / MINUTES_PER_HOUR).round().astype(int)
    table = cell_table(states.assign(count=hours), STATE) & state_legend(strings.STATES)
    both = alt.hconcat(table, _prices(prices), spacing=18).resolve_scale(color="independent")
    values = {"rule": rule, "step": 0, "cell": None}
    both = both.add_params(*(alt.param(name=name, value=value) for name, value in values.items()))
    return both.properties(description=strings.CHART).configure_view(stroke=None)


def _prices(prices: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Minutes in hidden cells under each rule with its repair."""
    repaired = prices.loc[prices["step"] == "repaired", ["rule", "minutes hidden"]].rename(
        columns={"minutes hidden": "hidden"}
    )
    names = alt.Axis(labelExpr=in_words(strings.RULES), labelLimit=210, ticks=False)
    base = alt.Chart(repaired).encode(
        alt.Y("rule:N", sort=None, title=None, axis=names),
        alt.X("hidden:Q", title=wrap(strings.PRICE_AXIS, 22), axis=alt.Axis(grid=False)),
    )
    bars = base.mark_bar(color=colours.HIDDEN, strokeWidth=alt.expr("datum.rule == rule ? 4 : 1"))
    numbers = base.mark_text(align="left", dx=4, fontSize=13).encode(text=alt.Text("hidden:Q", format=".1f"))
    return alt.layer(bars, numbers).properties(width=105, height=alt.Step(26))
