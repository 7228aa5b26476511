"""A table under a threshold: which cells are hidden, what is yet known of them, and of how many people."""

from typing import Any, Final

import altair as alt
import pandas as pd

from lessons.suppression import strings
from lessons.suppression.sweep import SETTINGS, setting_name
from teaching.charts import colours
from teaching.charts.cell_table import CELL_HEIGHT, cell_table, state_legend
from teaching.charts.legends import in_words

ROOM_FOR_LEGEND: Final = 60
"""Pixels by which the curves are lower than the table, for their legend stands below them."""

SETTING: Final = "who + ', totals ' + totals"
"""The name of the present setting, from two parameters; see `lessons.suppression.sweep.setting_name`."""


def suppression_chart(counted: pd.DataFrame, states: pd.DataFrame) -> alt.HConcatChart:
    """Draw the table and the curves behind it; ``threshold``, ``totals``, ``who`` and ``cell`` are its parameters.

    Args:
        counted: one row per setting and threshold, consecutive (see `lessons.suppression.sweep.count_states`).
        states: one row per cell, with one letter per threshold (see `lessons.suppression.sweep.cell_states`); its first
            two columns are the rows and columns of the table.

    Returns:
        A chart that redraws when its parameters are set, with no further data.
    """
    first = int(counted["strength"].min())
    height = CELL_HEIGHT * states[states.columns[0]].nunique()
    table = cell_table(states, state_at(first)) & state_legend(strings.CELL_STATES, columns=2)
    values = {"threshold": first, "totals": next(iter(strings.TOTALS)), "who": next(iter(strings.WHO)), "cell": None}
    return alt.hconcat(
        table,
        _curves(counted, max(120, height - ROOM_FOR_LEGEND)),
        spacing=14,
        resolve={"scale": {"color": "independent", "shape": "independent"}},
        params=[alt.param(name=name, value=value).param for name, value in values.items()],
        description=strings.SUPPRESSION_CHART,
        config={"view": {"stroke": None}},
    )


def state_at(first: int) -> str:
    """Return the Vega expression for the letter of a cell at the present setting.

    Args:
        first: the first threshold.

    Examples:
        >>> state_at(3)
        "datum[who + ', totals ' + totals][threshold - 3]"
    """
    return f"datum[{SETTING}][threshold - {first}]"


def sentences(counted: pd.DataFrame) -> dict[str, list[str]]:
    """Say in words what the chart shows: for every setting, one sentence per threshold.

    Args:
        counted: one row per setting and threshold.

    Examples:
        >>> row = {"setting": "outsider, totals printed", "strength": 5, "cells": 100, "hidden": 40, "exact": 9,
        ...        "narrowed": 20, "open": 11, "people_exact": 14, "utility_lost": 0.25, "facts": 2}
        >>> sentences(pd.DataFrame([row]))["outsider, totals printed"]
        ['With k = 5, 40 of 100 cells are hidden. An outsider knows 9 of these exactly (people in them: 14) and ...']
    """
    who = {setting_name(*setting): strings.LEARNERS[setting[0]] for setting in SETTINGS}
    rows: list[dict[str, Any]] = counted.to_dict("records")  # type: ignore[assignment]
    words: dict[str, list[str]] = {}
    for row in rows:
        facts = strings.FACTS[min(1, row["facts"])].format(facts=row["facts"])
        text = strings.SUPPRESSION_SENTENCE.format(**row | {"facts": facts, "who": who[row["setting"]]})
        words.setdefault(row["setting"], []).append(text)
    return words


def _curves(counted: pd.DataFrame, height: int) -> alt.LayerChart | alt.FacetChart:
    """People whom the rule hides, and those of them whose cells are narrowed or exact, over all thresholds."""
    people = counted.melt(["setting", "strength"], list(strings.PEOPLE_CURVES), var_name="which", value_name="people")
    scale = alt.Scale(domain=list(strings.PEOPLE_CURVES), range=[colours.HIDDEN, colours.NARROWED, colours.FOUND])
    shapes = alt.Scale(domain=list(strings.PEOPLE_CURVES), range=["circle", "square", "triangle-up"])
    legend = alt.Legend(
        title=None, orient="bottom", direction="vertical", labelLimit=220, labelExpr=in_words(strings.PEOPLE_CURVES)
    )
    ticks = alt.Axis(tickMinStep=1, grid=False)
    x = alt.X("strength:Q", title=strings.THRESHOLD_AXIS, scale=alt.Scale(zero=False), axis=ticks)
    highest = alt.Scale(domain=[0, max(1, int(counted["people_hidden"].max()))], nice=True)
    y = alt.Y("people:Q", title=strings.PEOPLE_AXIS, scale=highest)
    base = alt.Chart(people).transform_filter(f"datum.setting == {SETTING}").encode(x, y)
    lines = base.mark_line().encode(alt.Color("which:N", scale=scale, legend=legend))
    points = base.mark_point(filled=True, opacity=1, size=45).encode(
        alt.Color("which:N", scale=scale, legend=legend), alt.Shape("which:N", scale=shapes, legend=legend)
    )
    thresholds = counted[["strength"]].drop_duplicates()
    setting = alt.Chart(thresholds).transform_filter("datum.strength == threshold").mark_rule(strokeDash=[4, 3])
    return alt.layer(setting.encode(x), lines, points).properties(width=170, height=height)
