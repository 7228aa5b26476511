"""The people behind a count as dots, and what an attack made of them."""

from typing import Final

import altair as alt
import pandas as pd

from lessons.singling_out import strings
from teaching.charts import colours
from teaching.charts.legends import in_words

_SIDE: Final = alt.Axis(labelLimit=260, labelFontSize=12, ticks=False, domain=False)
OUTCOMES: Final = {"right": colours.FOUND, "wrong": colours.WRONG, "abstained": colours.HIDDEN}


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
    said = alone.assign(said=[strings.ALONE.format(n=n) for n in alone["alone"]])
    return (
        alt.Chart(said).mark_text(align="left", dx=4, color=colours.INK).encode(alt.XDatum(people), down, text="said:N")
    )


def crowd_words(sizes: pd.Series) -> pd.Series:
    """Put crowd sizes into words: alone, among a few, among more.

    Examples:
        >>> crowd_words(pd.Series([1, 2, 4, 5])).tolist()
        ['alone', 'among 2 to 4', 'among 2 to 4', 'among 5 or more']
    """
    alone, few, more = strings.CROWDS
    return pd.cut(sizes, [0, 1, 4, float("inf")], labels=[alone, few, more]).astype("string")


NARROW: Final = 0.05
"""A bar that is narrower than this share of the widest one carries no number; the tooltip has it."""


def outcome_bars(risks: pd.DataFrame, *, of: str = strings.REMARKS) -> alt.LayerChart | alt.FacetChart:
    """Draw what came of an attack: right, wrongly accused, abstained, and what a blind guess gets right.

    Args:
        risks: one row per group of targets: ``targets`` (its name), ``right``, ``wrong``, ``abstained``, ``baseline``.
        of: what the targets are, in a word.
    """
    bars = risks.melt(["targets", "baseline"], list(OUTCOMES), var_name="outcome", value_name="people")
    bars = bars.assign(place=bars["outcome"].map({outcome: place for place, outcome in enumerate(OUTCOMES)}))
    labels = alt.Scale(domain=list(OUTCOMES), range=list(OUTCOMES.values()))
    down = alt.Y("targets:N", sort=None, title=None, axis=_SIDE)
    across = alt.X("people:Q", title=strings.OUTCOME_AXIS.format(of=of), stack="zero")
    fill = alt.Color("outcome:N", scale=labels, legend=alt.Legend(title=None, labelExpr=in_words(strings.OUTCOMES)))
    drawn = alt.Chart(bars).mark_bar(stroke="white").encode(across, down, fill, order="place:Q", tooltip="people:Q")
    roomy = bars["people"] > NARROW * risks[list(OUTCOMES)].sum(axis="columns").max()
    numbers = (
        alt.Chart(bars.assign(number=bars["people"].astype("string").where(roomy, "")))
        .mark_text(color="white", fontWeight="bold", align="right", dx=-5)
        .encode(alt.X("people:Q", stack="zero"), down, text="number:N", order="place:Q")
    )
    blind = (
        alt.Chart(risks)
        .mark_tick(thickness=4, color=colours.INK, size=34, opacity=1)
        .encode(alt.X("baseline:Q"), down, tooltip=[alt.Tooltip("baseline:Q", title=strings.BLIND_GUESS, format=".1f")])
    )
    chart = alt.layer(drawn, numbers, blind).properties(
        width=620, height=alt.Step(46), description=strings.OUTCOME_CHART.format(of=of)
    )
    return chart.configure_view(stroke=None).configure_legend(orient="bottom")
