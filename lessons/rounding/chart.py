"""A count that is asked for again and again: its estimates narrow, and more and more cells are exact."""

import altair as alt
import pandas as pd

from lessons.rounding import strings
from teaching.charts import colours


def averaging_chart(curves: pd.DataFrame, shares: pd.DataFrame, *, way: str, group: int) -> alt.HConcatChart:
    """Draw the estimates of one cell, question by question, and beside it how many of all cells are exact.

    ``way``, ``group`` and ``asked`` are parameters.

    Args:
        curves: one row per way, cell and number of questions: ``way``, ``group`` (the place of the cell), ``asked``,
            ``estimate``, ``count``.
        shares: one row per way and number of questions: ``way``, ``asked``, ``cells``, ``exact``.
        way, group: what is shown first; ``asked`` begins with 0.
    """
    cells = int(shares["cells"].max())
    both = alt.hconcat(
        _estimates(curves).properties(width=300, height=250, title=strings.TITLES[0]),
        _shares(shares, cells).properties(width=240, height=250, title=strings.TITLES[1].format(cells=cells)),
        spacing=24,
    )
    values = {"way": way, "group": group, "asked": 0}
    both = both.add_params(*(alt.param(name=name, value=value) for name, value in values.items()))
    return both.properties(description=strings.CHART).configure_view(stroke=None)


def _estimates(curves: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """The printed number, the mean of the answers so far, and the true count."""
    chosen = alt.Chart(curves).transform_filter("datum.way == way && datum.group == group")
    ends = alt.Scale(domain=[0, int(curves["asked"].max())])
    across = alt.X("asked:Q", title=strings.ASKED_AXIS, scale=ends, axis=alt.Axis(tickMinStep=1, grid=False))
    up = alt.Y("estimate:Q", title=strings.ESTIMATE_AXIS, scale=alt.Scale(zero=False), axis=alt.Axis(tickMinStep=1))
    first = chosen.transform_filter("datum.asked == 0")
    truth = first.mark_rule(strokeDash=[5, 4], color=colours.INK).encode(alt.Y("count:Q"))
    path = chosen.transform_filter("datum.asked > 0 && datum.asked <= asked").mark_line(color=colours.FOUND, aria=False)
    now = chosen.transform_filter("datum.asked == asked && asked > 0").mark_point(
        filled=True, size=90, color=colours.FOUND, opacity=1, aria=False
    )
    printed = first.mark_point(shape="square", filled=True, size=80, color=colours.HIDDEN, opacity=1)
    return alt.layer(truth, *(mark.encode(across, up) for mark in (path, now, printed)))


def _shares(shares: pd.DataFrame, cells: int) -> alt.LayerChart | alt.FacetChart:
    """How many cells are exact, by the number of questions."""
    across = alt.X("asked:Q", title=strings.ASKED_AXIS, axis=alt.Axis(tickMinStep=1, grid=False))
    up = alt.Y("exact:Q", title=strings.EXACT_AXIS, scale=alt.Scale(domain=[0, cells]), axis=alt.Axis(tickMinStep=1))
    base = alt.Chart(shares).encode(across, up)
    others = base.mark_line(color="#8a8a8a", strokeWidth=1).encode(detail="way:N")
    chosen = base.transform_filter("datum.way == way")
    now = chosen.transform_filter("datum.asked == asked")
    return alt.layer(
        others,
        chosen.mark_line(color=colours.FOUND, strokeWidth=3),
        now.mark_point(filled=True, size=90, color=colours.FOUND, opacity=1),
        now.mark_text(dy=18, fontSize=14).encode(text="exact:Q"),
    )
