"""What an attack made of its targets, as bars: right, wrongly accused, no claim made; with a tick for a blind guess."""

from typing import Final

import altair as alt
import pandas as pd

from teaching.charts import colours
from teaching.charts.legends import in_words
from teaching.strings import outcomes as strings

_SIDE: Final = alt.Axis(labelLimit=260, ticks=False, domain=False)
OUTCOMES: Final = {"right": colours.FOUND, "wrong": colours.WRONG, "abstained": colours.HIDDEN}

NARROW: Final = 0.05
"""A bar that is narrower than this share of the widest one carries no number; the tooltip has it."""


def outcome_bars(risks: pd.DataFrame, *, of: str = strings.REMARKS) -> alt.LayerChart | alt.FacetChart:
    """Draw what came of an attack: right, wrongly accused, abstained, and what a blind guess gets right.

    Args:
        risks: one row per group of targets: ``targets`` (its name), ``right``, ``wrong``, ``abstained``, ``baseline``.
        of: what the targets are, in a word.
    """
    bars = risks.melt(["targets", "baseline"], list(OUTCOMES), var_name="outcome", value_name="people")
    bars = bars.assign(place=bars["outcome"].map({outcome: index for index, outcome in enumerate(OUTCOMES)}))
    labels = alt.Scale(domain=list(OUTCOMES), range=list(OUTCOMES.values()))
    down = alt.Y("targets:N", sort=None, title=None, axis=_SIDE)
    across = alt.X("people:Q", title=strings.OUTCOME_AXIS.format(of=of), stack="zero")
    fill = alt.Color("outcome:N", scale=labels, legend=alt.Legend(title=None, labelExpr=in_words(strings.OUTCOMES)))
    drawn = alt.Chart(bars).mark_bar().encode(across, down, fill, order="place:Q", tooltip="people:Q")
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
