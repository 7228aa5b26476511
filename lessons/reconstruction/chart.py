"""Blocks by how many lists fit, and the map of questions and noise with its field of people."""

import json
from typing import Any, Final

import altair as alt
import numpy as np
import pandas as pd

from lessons.reconstruction import strings
from lessons.reconstruction.settings import LINE
from lessons.reconstruction.sweep import MEAN_ERROR
from teaching.charts import colours
from teaching.charts.legends import in_words

ACROSS: Final = 20
"""People in one row of the field."""

SIDE: Final = 15
CELL: Final = (37, 22)
"""Pixels of a person, and of a setting on the map."""


OF_100: Final = "datum.right == datum.n ? 100 : min(99, round(100 * datum.right / datum.n))"
"""A share in whole numbers of 100: it is 100 only where nobody is missing."""


def blocks_chart(swept: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Draw how many lists fit each block, on a scale of tens, and how many people are the same in all.

    Args:
        swept: see `lessons.reconstruction.sweep.block_sweep`.
    """
    data = swept[["block", "left", "same"]].assign(begin=0.7)
    down = alt.Y("block:N", sort=None, title=None, axis=alt.Axis(ticks=False, labelLimit=220))
    scale = alt.Scale(type="log", domain=[0.7, float(10 * swept["left"].max())], nice=False)
    ticks = [10.0**power for power in range(int(np.log10(swept["left"].max())) + 2)]
    axis = alt.Axis(values=ticks, format=",d", grid=False, labelOverlap=True)
    base = alt.Chart(data).encode(down)
    bars = base.mark_bar(color=colours.HIDDEN, height=9).encode(
        alt.X("begin:Q", scale=scale, axis=axis, title=strings.BLOCKS_AXIS), x2="left:Q"
    )
    words = base.transform_calculate(words="format(datum.left, ',') + ' · ' + datum.same").mark_text(
        align="left", dx=5, color=colours.INK
    )
    both = alt.layer(bars, words.encode(alt.X("left:Q"), alt.Text("words:N")))
    return both.properties(width=420, height=alt.Step(17), description=strings.BLOCKS_CHART)


def map_chart(settings: pd.DataFrame, first: dict[str, Any], *, blind: float) -> alt.HConcatChart:
    """Draw the people of one setting, and the map of all settings with a line and a frame.

    Args:
        settings: see `lessons.reconstruction.settings.settings_of`.
        first: the first value of each parameter: ``questions``, ``noise``, ``field``.
        blind: the share that a blind guess gets right; there the colours of the map begin.
    """
    panels = alt.hconcat(_field(int(settings["n"].iloc[0])), _map(settings, blind), spacing=26)
    panels = panels.add_params(*(alt.param(name=name, value=value) for name, value in first.items()))
    return (
        panels.resolve_scale(color="independent", shape="independent")
        .properties(description=strings.MAP_CHART)
        .configure_view(stroke=None)
        .configure_title(anchor="start")
    )


def _field(n: int) -> alt.Chart:
    """One mark for each person: a square where Ada is right, a cross where she is wrong."""
    places = np.arange(n)
    people = pd.DataFrame({"place": places, "x": places % ACROSS, "y": places // ACROSS})
    states, rows = list(strings.STATES), -(-n // ACROSS)
    legend = alt.Legend(title=None, orient="bottom", labelExpr=in_words(strings.STATES), symbolOpacity=1)
    hues = alt.Scale(domain=states, range=[colours.FOUND, colours.INK])
    shapes = alt.Scale(domain=states, range=["square", "cross"])
    return (
        alt.Chart(people)
        .transform_calculate(state="substring(field, datum.place, datum.place + 1)")
        .mark_point(filled=True, size=110, opacity=1)
        .encode(
            alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.6, ACROSS - 0.4], nice=False)),
            alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[rows - 0.4, -0.6], nice=False)),
            alt.Color("state:N", scale=hues, legend=legend),
            alt.Shape("state:N", scale=shapes, legend=legend),
        )
        .properties(width=ACROSS * SIDE, height=rows * SIDE, title=strings.FIELD_TITLE)
    )


def _map(settings: pd.DataFrame, blind: float) -> alt.LayerChart | alt.FacetChart:
    """A number and a colour for each setting, the line, and a frame round the setting that is chosen."""
    data = settings[["questions", "noise", "right", "n"]]
    columns, rows = data["questions"].nunique(), data["noise"].nunique()
    across = _axis(alt.X, "questions", strings.MAP_X, settings.drop_duplicates("questions")["asked"].map("{:,}".format))
    up = _axis(alt.Y, "noise", strings.MAP_Y, settings.drop_duplicates("noise")["off"].map(people))
    base = alt.Chart(data).encode(across, up)
    scale = alt.Scale(domain=[blind, 1], range=[colours.QUIET, colours.FOUND], clamp=True)
    cells = base.transform_calculate(share="datum.right / datum.n")
    cells = cells.mark_rect(stroke="white", strokeWidth=1).encode(alt.Color("share:Q", scale=scale, legend=None))
    numbers = base.transform_calculate(of100=OF_100).mark_text(color="black")
    line = alt.Chart(_line(settings)).encode(across, up)
    line = line.mark_line(color="white", strokeWidth=5, opacity=0.75)
    frame = base.transform_filter("datum.questions == questions && datum.noise == noise")
    frame = frame.mark_rect(fillOpacity=0, stroke="black", strokeWidth=3)
    title = alt.Title(strings.MAP_TITLE, subtitle=strings.LINE)
    both = alt.layer(cells, line, numbers.encode(alt.Text("of100:Q")), frame)
    return both.properties(width=CELL[0] * columns, height=CELL[1] * rows, title=title)


def _axis(channel: type[Any], name: str, title: str, texts: pd.Series) -> Any:
    """An axis with one step for each place of a slider, named by what stands there."""
    axis = alt.Axis(
        labelExpr=f"{json.dumps(texts.tolist())}[datum.value]",
        ticks=False,
        domain=False,
        labelAngle=0,
        labelFontSize=10,
    )
    return channel(f"{name}:O", title=title, axis=axis, sort="ascending" if channel is alt.X else "descending")


def _line(settings: pd.DataFrame) -> pd.DataFrame:
    """The settings in which noise is a fixed part of the root of the questions: each column has one at most."""
    spread = settings["off"] / MEAN_ERROR
    on_it = np.isclose(spread / np.sqrt(settings["asked"]), LINE)
    return settings.loc[on_it, ["questions", "noise"]]


def people(number: float) -> str:
    """By how many people an answer is off, in words: one decimal where it is small.

    Examples:
        >>> people(2.82), people(11.3)
        ('2.8', '11')
    """
    return f"{number:.1f}" if number < 9.95 else f"{number:,.0f}"
