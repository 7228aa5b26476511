"""Who looks at a repaired table: what opens for her, for how many people inside it does, and what the repair costs."""

from typing import Final

import altair as alt
import pandas as pd

from lessons.insiders import strings
from teaching.charts import colours
from teaching.charts.cell_table import cell_table, state_legend
from teaching.charts.legends import in_words

STATE: Final = "datum[repair][who]"
"""The letter of a cell, from two parameters: the name of the repair, and the place of the one who looks."""


PARTS: Final = ["#6b6b6b", "#cfcac2"]
"""Small cells, and those that cover them: greys, for the colours beside them mean what is known of a cell."""


def insiders_chart(states: pd.DataFrame, prices: pd.DataFrame, *, repair: str) -> alt.Chart:
    """Draw the table as somebody sees it, and the price of each repair.

    ``repair``, ``who`` and ``cell`` are parameters.

    Args:
        states: one row per cell, with one column of letters per repair (see `lessons.insiders.sweep.insider_states`).
        prices: one row per repair (see `lessons.insiders.sweep.repair_prices`).
        repair: the repair that is shown first; ``who`` begins with the first one who looks.
    """
    beside = alt.vconcat(_prices(prices), state_legend(strings.INSIDER_STATES)).resolve_scale(color="independent")
    both = alt.hconcat(cell_table(states, STATE), beside, spacing=18).resolve_scale(color="independent")
    values = {"repair": repair, "who": 0, "cell": None}
    both = both.add_params(*(alt.param(name=name, value=value) for name, value in values.items()))
    return both.properties(description=strings.INSIDERS_CHART).configure_view(stroke=None)


def _prices(prices: pd.DataFrame) -> alt.VConcatChart:
    """People in hidden cells for each repair, and below it the small cells that insiders learn."""
    words = in_words(strings.REPAIRS)
    names = alt.Y("repair:N", sort=None, title=None, axis=alt.Axis(labelExpr=words, labelLimit=210, ticks=False))
    parts = prices.melt("repair", list(strings.PRICE_PARTS), var_name="part", value_name="people")
    scale = alt.Scale(domain=list(strings.PRICE_PARTS), range=PARTS)
    legend = alt.Legend(title=None, orient="bottom", labelLimit=250, labelExpr=in_words(strings.PRICE_PARTS))
    width = alt.expr("datum.repair == repair ? 3 : 1")
    hidden = (
        alt.Chart(parts)
        .mark_bar(strokeWidth=width)
        .encode(
            alt.X("people:Q", title=strings.PRICE_AXIS, axis=alt.Axis(tickMinStep=1, grid=False)),
            names,
            alt.Color("part:N", scale=scale, legend=legend),
            alt.Order("order:Q"),
        )
        .transform_calculate(order="datum.part == 'small' ? 0 : 1")
    )
    base = alt.Chart(prices).encode(names)
    learnt = base.mark_bar(color=colours.FOUND, strokeWidth=width).encode(
        alt.X("learnt:Q", title=strings.LEARNT_AXIS, axis=alt.Axis(tickMinStep=1, grid=False))
    )
    numbers = base.mark_text(align="left", dx=4).encode(alt.X("learnt:Q"), text="learnt:Q")
    return alt.vconcat(
        hidden.properties(width=190, height=alt.Step(26)),
        alt.layer(learnt, numbers).properties(width=190, height=alt.Step(26)),
    )


def opened_chart(opened: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Draw how many small counts of others each insider learns: one bar per number of cells.

    Args:
        opened: one row per insider, with ``small`` (see `lessons.insiders.sweep.opened_by_each`).
    """
    counted = opened["small"].value_counts().sort_index().rename_axis("cells").rename("people").reset_index()
    counted["which"] = counted["cells"].gt(0).map({True: colours.FOUND, False: colours.HIDDEN})
    base = alt.Chart(counted).encode(
        alt.X("cells:O", title=strings.OPENED_AXIS, axis=alt.Axis(labelAngle=0)),
        alt.Y("people:Q", title=strings.OPENED_PEOPLE, axis=alt.Axis(tickMinStep=1, grid=False)),
    )
    bars = base.mark_bar().encode(alt.Color("which:N", scale=None))
    numbers = base.mark_text(dy=-8).encode(text="people:Q")
    return alt.layer(bars, numbers).properties(width=alt.Step(44), height=190, description=strings.OPENED_CHART)


def belief_chart(judged: pd.DataFrame) -> alt.FacetChart:
    """Draw rightly and wrongly declared cells for each repair and each kind of attacker.

    Args:
        judged: one row per repair and kind of attacker (see `lessons.insiders.sweep.repairs_and_insiders`).
    """
    declared = judged.melt(["repair", "who"], list(strings.BELIEF_KINDS), var_name="kind", value_name="cells")
    declared["repair"] = declared["repair"].map(strings.REPAIRS)
    declared["who"] = declared["who"].map(strings.BELIEF_WHO)
    declared["order"] = declared["kind"].eq("wrong").astype(int)
    scale = alt.Scale(domain=list(strings.BELIEF_KINDS), range=[colours.FOUND, colours.WRONG])
    legend = alt.Legend(title=None, orient="bottom", labelExpr=in_words(strings.BELIEF_KINDS))
    base = alt.Chart(declared).encode(
        alt.X("cells:Q", title=strings.BELIEF_AXIS, axis=alt.Axis(tickMinStep=1, grid=False)),
        alt.Y("kind:N", title=None, sort=list(strings.BELIEF_KINDS), axis=None),
    )
    bars = base.mark_bar().encode(alt.Color("kind:N", scale=scale, legend=legend))
    numbers = base.mark_text(align="left", dx=4).encode(text="cells:Q")
    rows = alt.Row(
        "who:N",
        sort=list(strings.BELIEF_WHO.values()),
        title=None,
        header=alt.Header(labelAngle=0, labelAlign="left", labelLimit=220),
    )
    columns = alt.Column("repair:N", sort=list(strings.REPAIRS.values()), title=None)
    cells = alt.layer(bars, numbers).properties(width=150, height=alt.Step(18))
    return cells.facet(row=rows, column=columns, spacing=10).properties(description=strings.BELIEF_CHART)
