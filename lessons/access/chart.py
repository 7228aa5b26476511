"""Who is stopped, what honest work pays, whom an audit asks: for each setting of the rules, and for more work."""

from typing import Any, Final

import altair as alt
import pandas as pd

from lessons.access import strings
from lessons.access.settings import SWITCHES
from lessons.access.sweep import FOUND, MISSED, STOPPED
from teaching.charts import colours

FATE_COLOURS: Final = {STOPPED: colours.CROWD, FOUND: colours.NARROWED, MISSED: colours.FOUND}
WORK_COLOURS: Final = {"at once": colours.QUIET, "waited": colours.BLIND, "refused": colours.HIDDEN}
ASKED_COLOURS: Final = {"right": colours.FOUND, "wrong": colours.WRONG}
HERE: Final = f"datum.on == {' + '.join(SWITCHES)} && datum.audit == audit"
OUTLINE: Final[dict[str, Any]] = {"stroke": colours.INK, "strokeWidth": 0.5}


def access_chart(plans: pd.DataFrame, settings: pd.DataFrame) -> alt.HConcatChart:
    """Draw one setting of the rules; the switches, ``audit`` and ``looks`` are the chart's parameters.

    Args:
        plans, settings: see `lessons.access.settings.all_settings`.
    """
    beside = alt.vconcat(_work(settings), _asked(settings), spacing=20).resolve_scale(color="independent")
    panels = alt.hconcat(_plans(plans), beside, spacing=24)
    first = dict.fromkeys(SWITCHES, "0") | {
        "audit": settings["audit"].iloc[0],
        "looks": int(min(5, settings["looks"].max())),
    }
    panels = panels.add_params(*(alt.param(name=name, value=value) for name, value in first.items()))
    panels = panels.properties(description=strings.CHART).configure_view(stroke=None)
    return (
        panels.resolve_scale(color="independent")
        .configure_axis(titleFontWeight="normal")
        .configure_title(anchor="start")
    )


def _plans(plans: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Each plan with what became of it: a colour, a letter and a word."""
    data = plans.assign(letter=plans["fate"].map(strings.FATE_LETTERS), words=plans["fate"].map(strings.FATES))
    base = (
        alt.Chart(data)
        .transform_filter(HERE)
        .encode(
            alt.Y(
                "kind:N",
                sort=None,
                title=None,
                axis=alt.Axis(ticks=False, domain=False, labelLimit=230, labelPadding=8),
            )
        )
    )
    scale = alt.Scale(domain=list(FATE_COLOURS), range=list(FATE_COLOURS.values()))
    marks = base.mark_square(size=330, opacity=1, **OUTLINE).encode(
        alt.Color("fate:N", scale=scale, legend=None), x=alt.value(10)
    )
    letters = base.mark_text(fontWeight="bold", color="black").encode(text="letter:N", x=alt.value(10))
    words = base.mark_text(align="left", dx=18, color=colours.INK).encode(text="words:N", x=alt.value(10))
    return alt.layer(marks, letters, words).properties(width=160, height=alt.Step(25), title=strings.PLANS_TITLE)


def _work(settings: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """One bar of all honest looks, in its three parts."""
    parts = settings[["on", "audit", "looks", "honest", "refused", "waited"]].copy()
    parts["at once"] = parts["honest"] - parts["refused"] - parts["waited"]
    chart = alt.Chart(parts).transform_filter(f"{HERE} && datum.looks == looks")
    chart = chart.transform_fold(list(WORK_COLOURS), as_=["part", "number"])
    chart = chart.transform_calculate(share="datum.number / datum.honest")
    return _bars(chart, WORK_COLOURS, strings.WORK_PARTS, "share:Q", strings.WORK_AXIS, "%", 1.0, strings.WORK_TITLE)


def _asked(settings: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Those who are asked: who did it and who did not."""
    most = int((settings["right"] + settings["wrong"]).max())
    chart = alt.Chart(settings[["on", "audit", "looks", "right", "wrong"]])
    chart = chart.transform_filter(f"{HERE} && datum.looks == looks")
    chart = chart.transform_fold(list(ASKED_COLOURS), as_=["part", "number"])
    return _bars(
        chart, ASKED_COLOURS, strings.ASKED_PARTS, "number:Q", strings.ASKED_AXIS, "d", most, strings.ASKED_TITLE
    )


def _bars(
    chart: alt.Chart,
    tints: dict[str, str],
    names: dict[str, str],
    across: str,
    axis: str,
    form: str,
    most: float,
    title: str,
) -> alt.LayerChart | alt.FacetChart:
    """One bar per part, with its name and number."""
    scale = alt.Scale(domain=list(tints), range=list(tints.values()))
    labels = " : ".join(f"datum.value == '{part}' ? '{name}'" for part, name in names.items()) + " : ''"
    base = chart.encode(
        alt.Y(
            "part:N",
            sort=list(tints),
            title=None,
            axis=alt.Axis(ticks=False, labelExpr=labels, labelLimit=190, labelPadding=6),
        ),
        alt.X(
            across, title=axis, scale=alt.Scale(domain=[0, most]), axis=alt.Axis(grid=False, format=form, tickCount=4)
        ),
    )
    bars = base.mark_bar(**OUTLINE).encode(alt.Color("part:N", scale=scale, legend=None))
    numbers = base.mark_text(align="left", dx=4, color=colours.INK).encode(alt.Text("number:Q", format=","))
    return alt.layer(bars, numbers).properties(width=210, height=alt.Step(24), title=title)


def sizes_chart(swept: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Draw how the share of right flags falls while honest work grows.

    Args:
        swept: see `lessons.access.sweep.audits_at_sizes`.
    """
    data = swept[swept["unit"].eq("employees")].assign(
        random=swept["baseline"] / (swept["right"] + swept["wrong"]).clip(lower=1)
    )
    names = list(data["audit"].unique())
    scale = alt.Scale(domain=names, range=[colours.FOUND, colours.HIDDEN][: len(names)])
    shapes = alt.Scale(domain=names, range=["circle", "square"][: len(names)])
    legend = alt.Legend(title=strings.AUDIT, orient="top", labelLimit=300, symbolOpacity=1)
    base = alt.Chart(data).encode(
        alt.X("size:Q", title=strings.SIZES_X, axis=alt.Axis(format=",d", grid=False, tickCount=5)),
        alt.Color("audit:N", scale=scale, legend=legend),
    )
    share = alt.Y(
        "precision:Q", title=strings.SIZES_Y, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%", grid=False)
    )
    band = base.mark_area(opacity=0.15).encode(alt.Y("low:Q", title=strings.SIZES_Y), y2="high:Q")
    marks = base.mark_point(filled=True, opacity=1, size=70).encode(
        share, alt.Shape("audit:N", scale=shapes, legend=legend)
    )
    chance = base.mark_line(strokeDash=[4, 3]).encode(alt.Y("random:Q"))
    both = alt.layer(band, base.mark_line().encode(share), marks, chance)
    return both.properties(width=430, height=240, description=strings.SIZES_CHART).configure_view(stroke=None)
