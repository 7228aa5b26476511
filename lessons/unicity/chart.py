"""Curves of unicity: how many people k things single out, among how many, and at what price."""

from typing import Any, Final

import altair as alt
import pandas as pd

from lessons.unicity import strings
from teaching.charts import colours

HEIGHT: Final = 260
_COLOURS: Final = [colours.FOUND, colours.HIDDEN, colours.CROWD, colours.WRONG, colours.BLIND, colours.NARROWED]
_SHAPES: Final = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"]
_SHARE: Final = alt.Y(
    "unique:Q", title=strings.UNIQUE_AXIS, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%", grid=False)
)
_WHAT: Final = ["resolution", "viewers", "k", "n", "left_out", "crowd_median"]


def unicity_curves(found: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Draw one curve for each way to publish the log, over k, each with its 95 % interval.

    Args:
        found: one row per way to publish and k, all for one number of viewers (see `lessons.unicity.sweep`).
    """
    across = alt.X("k:Q", title=strings.K_AXIS, axis=alt.Axis(tickMinStep=1, grid=False))
    return _curves(found, across, strings.CURVES_CHART)


def population_curves(found: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Draw one curve for each way to publish the log, over the number of viewers, each with its 95 % interval.

    Args:
        found: one row per way to publish and number of viewers, all for one k.
    """
    return _curves(found, _viewers(found), strings.POPULATION_CHART)


def _curves(found: pd.DataFrame, across: alt.X, description: str) -> alt.LayerChart | alt.FacetChart:
    """Lines, marks of their own shapes, and bands."""
    ways = list(found["resolution"].unique())
    legend = alt.Legend(title=strings.RESOLUTION_LABEL, orient="right", labelLimit=240, titleLimit=240, symbolOpacity=1)
    colour = alt.Color("resolution:N", scale=alt.Scale(domain=ways, range=_COLOURS[: len(ways)]), legend=legend)
    shape = alt.Shape("resolution:N", scale=alt.Scale(domain=ways, range=_SHAPES[: len(ways)]), legend=legend)
    base = alt.Chart(found.dropna(subset="unique")).encode(across, colour)
    band = base.mark_area(opacity=0.18).encode(alt.Y("low:Q", title=strings.UNIQUE_AXIS), y2="high:Q")
    line = base.mark_line().encode(_SHARE)
    marks = base.mark_point(filled=True, opacity=1, size=70).encode(
        _SHARE, shape, tooltip=[*_WHAT, alt.Tooltip("unique", format=".1%")]
    )
    both = alt.layer(band, line, marks).properties(width=480, height=HEIGHT, description=description)
    return both.configure_view(stroke=None)


def unicity_chart(swept: pd.DataFrame) -> alt.HConcatChart:
    """Draw the share singled out over k, over the number of viewers, and the price of each way to publish.

    ``k``, ``resolution`` and ``population`` are the chart's parameters.

    Args:
        swept: one row per way to publish, number of viewers and k (see `lessons.unicity.sweep.unicity_sweep`).

    Returns:
        A chart that redraws when its parameters are set, with no further data.
    """
    data = swept.dropna(subset="unique")
    panels = alt.hconcat(_over_k(data), _over_viewers(data), _prices(swept), spacing=26)
    way, most = swept["resolution"].iloc[0], int(swept["viewers"].max())
    values = {"k": int(swept["k"].min()), "resolution": way, "population": most}
    panels = panels.add_params(*(alt.param(name=name, value=value) for name, value in values.items()))
    panels = panels.properties(description=strings.UNICITY_CHART).configure_view(stroke=None)
    return panels.configure_axis(titleFontWeight="normal").configure_title(anchor="start")


def sentences(swept: pd.DataFrame) -> dict[tuple[str, int, int], str]:
    """Say in words what the chart shows: (way to publish, number of viewers, k) -> sentence.

    Args:
        swept: one row per way to publish, number of viewers and k.

    Examples:
        >>> row = {"resolution": "title", "viewers": 4, "k": 2, "n": 3, "left_out": 1, "unique": 1 / 3, "low": 0.06,
        ...        "high": 0.79, "one_other": 2 / 3, "crowd_median": 2.0, "crowd_90": 2.0, "utility_lost": 0.5}
        >>> sentences(pd.DataFrame([row]))["title", 4, 2]
        'Among 4 viewers, 2 things of a person (title) fit nobody else for 33% of 3 people (95 %: 6% to 79%). ...'
    """
    rows: list[dict[str, Any]] = swept.to_dict("records")  # type: ignore[assignment]
    return {(row["resolution"], row["viewers"], row["k"]): _sentence(row) for row in rows}


def _sentence(row: dict[str, Any]) -> str:
    """What one setting means."""
    if not row["n"]:
        return strings.NOBODY_SENTENCE.format(**row)
    left_out = strings.LEFT_OUT[min(1, row["left_out"])].format(**row)
    return strings.UNICITY_SENTENCE.format(**row | {"left_out": left_out})


def _over_k(data: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """The chosen way to publish, thick and with its interval, before all others."""
    across = alt.X("k:Q", title=strings.K_AXIS, axis=alt.Axis(tickMinStep=1, grid=False))
    base = alt.Chart(data).transform_filter("datum.viewers == population").encode(across)
    others = base.mark_line(color="#bbb", strokeWidth=1).encode(_SHARE, alt.Detail("resolution:N"))
    chosen = _chosen(base.transform_filter("datum.resolution == resolution"), "datum.k == k")
    rule = alt.Chart(data[["k"]].drop_duplicates()).transform_filter("datum.k == k").mark_rule(strokeDash=[4, 3])
    both = alt.layer(others, rule.encode(across), *chosen)
    return both.properties(width=230, height=HEIGHT, title=alt.Title(strings.CHOSEN_TITLE, subtitle=strings.OTHERS))


def _over_viewers(data: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """The chosen way to publish at the chosen k, among more and more viewers."""
    across = _viewers(data)
    base = alt.Chart(data).transform_filter("datum.resolution == resolution && datum.k == k").encode(across)
    chosen = _chosen(base, "datum.viewers == population")
    numbers = alt.Chart(data[["viewers"]].drop_duplicates()).transform_filter("datum.viewers == population")
    both = alt.layer(numbers.mark_rule(strokeDash=[4, 3]).encode(across), *chosen)
    return both.properties(width=200, height=HEIGHT, title=strings.POPULATION_TITLE)


def _chosen(base: alt.Chart, here: str) -> list[alt.Chart]:
    """A thick line with marks and its interval; the mark of the present setting is large."""
    band = base.mark_area(color=colours.FOUND, opacity=0.2).encode(alt.Y("low:Q"), y2="high:Q")
    line = base.mark_line(color=colours.FOUND, strokeWidth=3).encode(_SHARE)
    marks = base.mark_point(filled=True, opacity=1, color=colours.FOUND).encode(
        _SHARE,
        size=alt.condition(here, alt.value(170), alt.value(40)),
        tooltip=[*_WHAT, alt.Tooltip("unique", format=".1%")],
    )
    return [band, line, marks]


def _viewers(data: pd.DataFrame) -> alt.X:
    """The axis of N: each step doubles it."""
    numbers = sorted(int(number) for number in data["viewers"].unique())
    scale = alt.Scale(type="log", base=2, domain=[numbers[0], max(numbers[-1], numbers[0] + 1)], nice=False)
    axis = alt.Axis(values=numbers, format=",", grid=False, labelAngle=-45)
    return alt.X("viewers:Q", title=strings.POPULATION_AXIS, scale=scale, axis=axis)


def _prices(swept: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """What the reader loses to each way to publish; the chosen one is dark, and a mark stands before its name."""
    prices = swept[["resolution", "utility_lost"]].drop_duplicates("resolution")
    down = alt.Y("resolution:N", sort=None, title=None, axis=alt.Axis(ticks=False, labelLimit=150))
    across = alt.X("utility_lost:Q", title=strings.LOST_AXIS, scale=alt.Scale(domain=[0, 1]), axis=_PERCENT)
    base = alt.Chart(prices).encode(down)
    chosen = "datum.resolution == resolution"
    fill = alt.condition(chosen, alt.value(colours.HIDDEN), alt.value("#c9ced2"))
    bars = base.mark_bar().encode(across, color=fill)
    words = alt.expr(f"({chosen} ? '◀ ' : '') + format(datum.utility_lost, '.0%')")
    texts = base.mark_text(align="left", dx=4, color=colours.INK, text=words).encode(across)
    return alt.layer(bars, texts).properties(width=130, height=HEIGHT, title=strings.LOST_TITLE)


_PERCENT: Final = alt.Axis(format="%", grid=False, tickCount=3)
