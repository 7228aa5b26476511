"""Thresholds and their repairs side by side: whom they protect, and what the reader loses."""

from collections.abc import Sequence
from typing import Final

import altair as alt
import pandas as pd

from lessons.complementary_suppression import strings
from teaching.charts import colours
from teaching.charts.legends import in_words

KINDS: Final = list(strings.FRONTIER_KINDS)
FILLS: Final = [colours.FOUND, colours.HIDDEN, colours.CROWD]
SHAPES: Final = ["circle", "square", "triangle-up"]

Points = dict[str, dict[str, list[float]]]
"""Kind of repair -> threshold -> (share of people in hidden cells, people protected)."""


def points_of(judged: pd.DataFrame) -> Points:
    """Lay out the points of a frontier as the chart's parameter ``points`` takes them.

    Args:
        judged: one row per point: ``kind`` (rule alone, greedy, optimal), ``strength``, ``utility_lost``,
            ``people_protected``; rows without a repair have these missing and are left out.

    Examples:
        >>> row = {"kind": "greedy", "strength": 5, "utility_lost": 0.25, "people_protected": 7}
        >>> points_of(pd.DataFrame([row]))
        {'rule alone': {}, 'greedy': {'5': [0.25, 7.0]}, 'optimal': {}}
    """
    points: Points = {kind: {} for kind in KINDS}
    for row in judged.dropna(subset="people_protected").to_dict("records"):
        points[row["kind"]][str(row["strength"])] = [float(row["utility_lost"]), float(row["people_protected"])]
    return points


def frontier(thresholds: Sequence[int]) -> alt.LayerChart:
    """Draw people protected against what is lost; ``threshold`` and ``points`` (see `points_of`) are its parameters.

    Args:
        thresholds: all thresholds that may get a point, smallest first.

    Returns:
        A chart that redraws when its parameters are set. Points may join it later.
    """
    base = _known_points(thresholds)
    named_now = alt.ExprRef(_kinds_to_name(thresholds))
    legend = alt.Legend(title=None, orient="bottom", labelExpr=in_words(strings.FRONTIER_KINDS), values=named_now)
    colour = alt.Color("kind:N", scale=alt.Scale(domain=KINDS, range=FILLS), legend=legend)
    shape = alt.Shape("kind:N", scale=alt.Scale(domain=KINDS, range=SHAPES), legend=legend)
    tooltip = ["strength:Q", "protected:Q", alt.Tooltip("lost:Q", format=".1%")]
    steps = base.transform_calculate(place=f"indexof({KINDS}, datum.kind)").mark_line(strokeWidth=1.5, opacity=0.5)
    drawn = base.mark_point(filled=True, size=70, opacity=1).encode(colour, shape, tooltip=tooltip)
    now = base.transform_filter("datum.strength == threshold")
    circles = now.mark_point(filled=False, size=150, strokeWidth=1.5, opacity=1, shape="circle", aria=False)
    first = base.transform_filter(f"datum.kind == '{KINDS[0]}'")
    named = first.transform_calculate(name="(datum.strength == threshold ? 'k = ' : '') + datum.strength")
    names = named.mark_text(dx=-4, dy=-13, align="right", aria=False).encode(text="name:N")
    chart = alt.layer(
        steps.encode(detail="strength:Q", order="place:Q", color=alt.value(colours.INK)),
        circles.encode(color=alt.value(colours.INK)),
        drawn,
        names,
    )
    return (
        chart.add_params(
            alt.param(name="threshold", value=thresholds[0]),
            alt.param(name="points", value={kind: {} for kind in KINDS}),
        )
        .properties(width=640, height=270, description=strings.FRONTIER_CHART)
        .configure_view(stroke=None)
    )


def _kinds_to_name(thresholds: Sequence[int]) -> str:
    """The Vega expression for what the legend names: the cheapest repair, the last kind, once one was searched for."""
    searched = " || ".join(f"isValid(points['{KINDS[-1]}']['{k}'])" for k in thresholds)
    return f"slice({KINDS}, 0, {searched} ? {len(KINDS)} : {len(KINDS) - 1})"


def _known_points(thresholds: Sequence[int]) -> alt.Chart:
    """A place for each kind of repair at each threshold; it counts as soon as the parameter has its point."""
    lost = alt.Axis(format="%", grid=False, offset=20, labelFlush=False, tickCount=8)
    slots = pd.DataFrame([(kind, k) for kind in KINDS for k in thresholds], columns=["kind", "strength"])
    return (
        alt.Chart(slots)
        .transform_filter("isValid(points[datum.kind][datum.strength])")
        .transform_calculate(lost="points[datum.kind][datum.strength][0]")
        .transform_calculate(protected="points[datum.kind][datum.strength][1]")
        .encode(
            alt.X("lost:Q", title=strings.LOST_AXIS, axis=lost),
            alt.Y("protected:Q", title=strings.PROTECTED_AXIS, axis=alt.Axis(grid=False, tickMinStep=1)),
        )
    )
