"""Two humps and a line, counted in people: who is not in the group, and who is."""

from typing import Any, Final

import altair as alt
import pandas as pd

from lessons.membership import strings
from teaching.charts import colours

REACH: Final = 15
"""How far the axis goes to both sides of the line; what lies farther is drawn at its end."""

WIDTH, HEIGHT = 290, 130
AXIS: Final = 44
"""Pixels left of both panels, so that their lines stand above each other."""
CONTROLS: Final = ("size", "known", "way", "group", "line")


def humps_chart(humps: pd.DataFrame, setting: dict[str, Any]) -> alt.VConcatChart:
    """Draw one setting: above the people who are not in the group, below its members; right of the line: accused.

    Args:
        humps: one row per setting: the controls (`CONTROLS`), ``others`` and ``members`` (lists of 2 * ``REACH``
            numbers: people in each step of the evidence, from the left), ``right`` and ``wrong`` (people accused).
        setting: the first value of each control.
    """
    above = _hump(humps, "others", "wrong", strings.OTHERS_TITLE, strings.WRONGLY, colours.WRONG)
    below = _hump(humps, "members", "right", strings.MEMBERS_TITLE, strings.RIGHTLY, colours.FOUND)
    panels = alt.vconcat(above, below, spacing=14).resolve_scale(y="independent", color="independent")
    panels = panels.add_params(*(alt.param(name=name, value=value) for name, value in setting.items()))
    return panels.properties(description=strings.CHART).configure_view(stroke=None).configure_title(anchor="start")


def _hump(
    humps: pd.DataFrame, column: str, accused: str, title: str, words: str, hue: str
) -> alt.LayerChart | alt.FacetChart:
    """The people of one kind, by their evidence, and how many of them are accused."""
    here = " && ".join(f"datum.{name} == {name}" for name in CONTROLS)
    base = alt.Chart(humps[[*CONTROLS, column, accused]]).transform_filter(here)
    steps = base.transform_calculate(step=f"sequence({-REACH}, {REACH})").transform_flatten(
        [column, "step"], ["people", "step"]
    )
    steps = steps.transform_calculate(end="datum.step + 1", accused="datum.step >= 0 ? 'accused' : 'not accused'")
    across = alt.X(
        "step:Q", title=strings.X_AXIS, scale=alt.Scale(domain=[-REACH, REACH], nice=False), axis=alt.Axis(grid=False)
    )
    up = alt.Y("people:Q", title=strings.Y_AXIS, axis=alt.Axis(grid=False, tickCount=4, minExtent=AXIS, maxExtent=AXIS))
    scale = alt.Scale(domain=["accused", "not accused"], range=[hue, colours.QUIET])
    bars = steps.mark_bar(stroke=colours.INK, strokeWidth=0.5).encode(
        across, up, alt.Color("accused:N", scale=scale, legend=None), x2="end:Q", y2=alt.datum(0)
    )
    line = base.mark_rule(color=colours.INK, strokeWidth=2, aria=False).encode(x=alt.datum(0))
    told = base.transform_calculate(told=f"(datum.{accused} < 0.5 ? '0' : format(datum.{accused}, ',.0f')) + {words}")
    text = told.mark_text(align="right", fontWeight="bold", fontSize=13, color=colours.INK).encode(
        text="told:N", x=alt.value(WIDTH), y=alt.value(12)
    )
    return alt.layer(bars, line, text).properties(width=WIDTH, height=HEIGHT, title=title)
