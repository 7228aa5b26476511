"""The people behind a count as dots: who stands alone."""

from typing import Final

import altair as alt
import pandas as pd

from lessons.singling_out import strings
from teaching.charts import colours

PER_LINE: Final = 18
"""Dots in a line of the explorer's chart."""
_SIDE: Final = alt.Axis(labelLimit=260, ticks=False, domain=False)


def crowd_dots(crowds: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Draw one dot per person and onlooker; who stands alone comes first.

    Args:
        crowds: tidy: ``onlooker``, ``viewer_id``, ``crowd`` (see ``lessons.singling_out.attack.crowds_by_knowledge``).

    Returns:
        One row of dots per onlooker, coloured by the size of each person's crowd, with the number of people alone.
    """
    onlookers = list(crowds["onlooker"].unique())
    people = len(crowds) / max(1, len(onlookers))
    down = alt.Y("onlooker:N", sort=onlookers, title=None, axis=_SIDE)
    chart = alt.layer(_dots(crowds, down, people), _numbers_alone(crowds, down, people))
    chart = chart.properties(width=620, height=alt.Step(30), description=strings.CROWD_CHART)
    return chart.configure_view(stroke=None).configure_legend(orient="bottom")


def _dots(crowds: pd.DataFrame, down: alt.Y, people: float) -> alt.Chart:
    """The people, alone first; shape says the same as colour."""
    dots = crowds.sort_values("crowd", kind="stable")
    dots = dots.assign(place=dots.groupby("onlooker").cumcount(), among=crowd_words(dots["crowd"]))
    words = list(strings.CROWDS)
    fill = alt.Scale(domain=words, range=[colours.FOUND, colours.BLIND, colours.CROWD])
    shape = alt.Scale(domain=words, range=["triangle-up", "square", "circle"])
    across = alt.X("place:Q", axis=None, scale=alt.Scale(domain=[-1, people + 6]))
    legend = alt.Legend(title=strings.CROWD_LEGEND, titleLimit=400)
    points = alt.Chart(dots).mark_point(filled=True, size=75, opacity=1)
    return points.encode(
        across,
        down,
        alt.Color("among:N", scale=fill, legend=legend),
        alt.Shape("among:N", scale=shape, legend=legend),
        tooltip=["onlooker", "crowd"],
    )


def _numbers_alone(crowds: pd.DataFrame, down: alt.Y, people: float) -> alt.Chart:
    """How many people stand alone, behind each row of dots."""
    alone = crowds["crowd"].eq(1).groupby(crowds["onlooker"], sort=False).sum().rename("alone").reset_index()
    words = alone.assign(said=[strings.ALONE.format(n=n) for n in alone["alone"]])
    return (
        alt.Chart(words)
        .mark_text(align="left", dx=4, color=colours.INK)
        .encode(alt.XDatum(people), down, text="said:N")
    )


def alone_dots(people: int, *, alone: int, few: int) -> alt.Chart:
    """Draw one dot per person, some lines of them; who stands alone comes first.

    Args:
        people: how many there are.
        alone, few: how many stand alone, and how many among two to four. They are the chart's parameters.
    """
    places = pd.DataFrame({"place": range(people)})
    words = list(strings.CROWDS)
    among = "datum.place < alone ? '{}' : datum.place < alone + few ? '{}' : '{}'".format(*words)
    fill = alt.Scale(domain=words, range=[colours.FOUND, colours.BLIND, colours.CROWD])
    shape = alt.Scale(domain=words, range=["triangle-up", "square", "circle"])
    legend = alt.Legend(title=strings.ADA_LEGEND, titleLimit=400, orient="bottom", labelFontSize=13, titleFontSize=13)
    dots = alt.Chart(places).transform_calculate(
        among=among, across=f"datum.place % {PER_LINE}", down=f"floor(datum.place / {PER_LINE})"
    )
    chart = dots.mark_point(filled=True, size=170, opacity=1).encode(
        alt.X("across:Q", axis=None, scale=alt.Scale(domain=[-1, PER_LINE])),
        alt.Y("down:O", axis=None),
        alt.Color("among:N", scale=fill, legend=legend),
        alt.Shape("among:N", scale=shape, legend=legend),
    )
    chart = chart.add_params(alt.param(name="alone", value=alone), alt.param(name="few", value=few))
    chart = chart.properties(width=560, height=alt.Step(32), description=strings.EXPLORER_CHART)
    return chart.configure_view(stroke=None)


def crowd_words(sizes: pd.Series) -> pd.Series:
    """Put crowd sizes into words: alone, among a few, among more.

    Examples:
        >>> crowd_words(pd.Series([1, 2, 4, 5])).tolist()
        ['alone', 'among 2 to 4', 'among 2 to 4', 'among 5 or more']
    """
    alone, few, more = strings.CROWDS
    return pd.cut(sizes, [0, 1, 4, float("inf")], labels=[alone, few, more]).astype("string")
