"""What noise buys and costs, drawn: the valley of titles kept, many prints, and the chart of the explorer."""

from typing import Final

import altair as alt
import pandas as pd

from lessons.noise import strings
from teaching.charts import colours
from teaching.charts.legends import in_words

HEIGHT: Final = 240
_DASHES: Final = [[1, 0], [6, 3], [2, 2]]


def kept_chart(found: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Draw how far counts are off, by titles kept: together, through what is left out, and through noise.

    Args:
        found: one row per number kept (see `lessons.noise.sweep.kept_sweep`).
    """
    parts = found.melt("kept", list(strings.OFF_PARTS), var_name="part", value_name="viewers")
    across = alt.X("kept:Q", title=strings.KEPT_AXIS, scale=alt.Scale(type="log"), axis=_ticks(found["kept"]))
    up = alt.Y("viewers:Q", title=strings.OFF_AXIS, axis=alt.Axis(grid=False))
    return _lines(parts, across, up, strings.OFF_PARTS, [colours.INK, colours.BLIND, colours.FOUND], strings.KEPT_CHART)


def refresh_chart(found: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Draw how often Ada is right, and what was promised, by the number of prints.

    Args:
        found: one row per number of prints (see `lessons.noise.sweep.refresh_sweep`).
    """
    parts = found.melt("refreshes", list(strings.REFRESH_PARTS), var_name="part", value_name="guessed")
    across = alt.X(
        "refreshes:Q", title=strings.REFRESH_AXIS, scale=alt.Scale(type="log"), axis=_ticks(found["refreshes"])
    )
    scale = alt.Scale(domain=[0.5, 1])
    up = alt.Y("guessed:Q", title=strings.SHARE_AXIS, scale=scale, axis=alt.Axis(format="%", grid=False))
    return _lines(parts, across, up, strings.REFRESH_PARTS, [colours.FOUND, colours.HIDDEN], strings.REFRESH_CHART)


def _ticks(numbers: pd.Series) -> alt.Axis:
    """One mark for each number that was tried, the last one without a neighbour that covers it."""
    return alt.Axis(values=numbers.tolist(), grid=False, labelOverlap=True, format=",d")


def _lines(
    parts: pd.DataFrame, across: alt.X, up: alt.Y, names: dict[str, str], hues: list[str], description: str
) -> alt.LayerChart | alt.FacetChart:
    """Lines that differ by colour, by dash and by mark."""
    order, shapes = list(names), ["circle", "square", "triangle-up"][: len(names)]
    legend = alt.Legend(title=None, orient="bottom", labelLimit=280, labelExpr=in_words(names), columns=1)
    base = alt.Chart(parts).encode(
        across, up, alt.Color("part:N", scale=alt.Scale(domain=order, range=hues), legend=legend)
    )
    lines = base.mark_line().encode(
        alt.StrokeDash("part:N", scale=alt.Scale(domain=order, range=_DASHES[: len(names)]), legend=None)
    )
    marks = base.mark_point(filled=True, size=60, opacity=1).encode(
        alt.Shape("part:N", scale=alt.Scale(domain=order, range=shapes), legend=legend)
    )
    return alt.layer(lines, marks).properties(width=480, height=HEIGHT, description=description)


PRINTED: Final = "max(0, datum.kept[toString(kept)] + floor(datum.up * scale) - floor(datum.down * scale))"
"""The two-sided geometric noise of a title, from two exponential numbers: the same as in `lessons.noise.explorer`."""


def noise_chart(top: pd.DataFrame, setting: dict[str, object]) -> alt.HConcatChart:
    """Draw the most watched titles, true and printed, and how often Ada is right beside the promise.

    Args:
        top: one row per title: ``title``, ``true``, ``kept`` (titles kept -> the count before noise, keys as text),
            ``up`` and ``down`` (exponential numbers that make the noise).
        setting: the first value of each parameter: ``epsilon``, ``kept``, ``unit``, ``right``, ``promise``, ``scale``.
    """
    panels = alt.hconcat(_titles(top), _bars(), spacing=30)
    panels = panels.add_params(*(alt.param(name=name, value=value) for name, value in setting.items()))
    return panels.properties(description=strings.NOISE_CHART).configure_view(stroke=None)


def _titles(top: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Bars for what is true, marks for what is printed."""
    down = alt.Y("title:N", sort=None, title=None, axis=alt.Axis(ticks=False, labelLimit=190))
    axis = alt.Axis(grid=False, tickCount=5)
    base = alt.Chart(top).encode(down)
    bars = base.mark_bar(color=colours.QUIET, stroke=colours.INK, strokeWidth=1).encode(
        alt.X("true:Q", title=strings.VIEWERS_AXIS, axis=axis)
    )
    printed = base.transform_calculate(printed=PRINTED)
    marks = printed.mark_point(shape="diamond", filled=True, size=110, opacity=1, color=colours.FOUND).encode(
        alt.X("printed:Q")
    )
    numbers = printed.mark_text(align="left", dx=9, color=colours.INK).encode(alt.X("printed:Q"), text="printed:Q")
    both = alt.layer(bars, marks, numbers)
    return both.properties(width=300, height=alt.Step(24), title=alt.Title(strings.TOP_TITLE, anchor="start"))


def _bars() -> alt.LayerChart | alt.FacetChart:
    """A blind guess, Ada, and the promise."""
    kinds = {"blind": strings.BLIND, "right": strings.ADA, "promise": strings.AT_MOST}
    rows = pd.DataFrame({"kind": list(kinds), "name": list(kinds.values())})
    which = "datum.kind === 'blind' ? 50 : datum.kind === 'right' ? right : promise"
    base = (
        alt.Chart(rows)
        .transform_calculate(of100=which)
        .encode(alt.Y("name:N", sort=None, title=None, axis=alt.Axis(ticks=False, labelLimit=150)))
    )
    across = alt.X("of100:Q", title=None, scale=alt.Scale(domain=[0, 100]), axis=alt.Axis(grid=False, tickCount=3))
    scale = alt.Scale(domain=list(kinds), range=[colours.BLIND, colours.FOUND, colours.HIDDEN])
    bars = base.mark_bar(stroke=colours.INK, strokeWidth=1).encode(
        across, alt.Color("kind:N", scale=scale, legend=None)
    )
    numbers = base.mark_text(align="left", dx=4, color=colours.INK).encode(alt.X("of100:Q"), alt.Text("of100:Q"))
    both = alt.layer(bars, numbers)
    return both.properties(width=150, height=alt.Step(34), title=alt.Title(strings.RIGHT_TITLE, anchor="start"))
