"""A table under a threshold: which cells are hidden, what is known of them all the same, and of how many people."""

import json
from textwrap import wrap
from typing import Any, Final

import altair as alt
import pandas as pd

from lessons.suppression import strings
from lessons.suppression.sweep import SETTINGS, setting_name
from teaching.charts import colours
from teaching.charts.cell_table import CELL_HEIGHT, cell_table, state_legend
from teaching.charts.legends import in_words

SETTING: Final = "who + ', totals ' + totals"
"""The name of the present setting, from two parameters; see `lessons.suppression.sweep.setting_name`."""


def suppression_chart(counted: pd.DataFrame, states: pd.DataFrame, *, cell: str = "", bound: bool = False) -> alt.Chart:
    """Draw the table and the curves behind it; ``threshold``, ``totals``, ``who`` and ``cell`` are its parameters.

    Args:
        counted: one row per setting and threshold, consecutive (see `lessons.suppression.sweep.count_states`).
        states: one row per cell, with one letter per threshold (see `lessons.suppression.sweep.cell_states`); its first
            two columns are the rows and columns of the table.
        cell: the name of the cell that is outlined at first.
        bound: also draw controls of the browser's own and the sentence of the setting, for a page without a kernel.

    Returns:
        A chart that redraws when its parameters are set, with no further data. A cell's accessible name is its name,
        so that a click on it can be told.
    """
    first = int(counted["strength"].min())
    height = CELL_HEIGHT * states[states.columns[0]].nunique()
    table = cell_table(states, f"datum[{SETTING}][threshold - {first}]") & state_legend(strings.CELL_STATES)
    both = alt.hconcat(table, _curves(counted, height), spacing=14)
    both = both.resolve_scale(color="independent", shape="independent")
    both = both.add_params(*_parameters(counted, cell, bound))
    if bound:
        texts = {name: [wrap(text, 110) for text in texts] for name, texts in sentences(counted).items()}
        sentence = alt.ExprRef(f"{json.dumps(texts)}[{SETTING}][threshold - {first}]")
        both = both.properties(title=alt.Title(sentence, anchor="start", fontWeight="normal"))
    return both.properties(description=strings.SUPPRESSION_CHART).configure_view(stroke=None)


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
    said: dict[str, list[str]] = {}
    for row in rows:
        facts = strings.FACTS[min(1, row["facts"])].format(facts=row["facts"])
        text = strings.SUPPRESSION_SENTENCE.format(**row | {"facts": facts, "who": who[row["setting"]]})
        said.setdefault(row["setting"], []).append(text)
    return said


def _parameters(counted: pd.DataFrame, cell: str, bound: bool) -> list[alt.Parameter]:
    """What can be set: the threshold, whether totals are printed, who looks, and the cell that is outlined."""
    first, last = int(counted["strength"].min()), int(counted["strength"].max())
    binds: dict[str, Any] = {
        "threshold": alt.binding_range(min=first, max=last, step=1, name=f"{strings.THRESHOLD_LABEL} "),
        "totals": _list(strings.TOTALS_LABEL, strings.TOTALS),
        "who": _list(strings.WHO_LABEL, strings.WHO),
    }
    values = {"threshold": first, "totals": next(iter(strings.TOTALS)), "who": next(iter(strings.WHO)), "cell": cell}
    return [
        alt.param(name=name, value=value, bind=binds.get(name, alt.Undefined) if bound else alt.Undefined)
        for name, value in values.items()
    ]


def _list(label: str, options: dict[str, str]) -> alt.BindRadioSelect:
    """A drop-down list of the browser's own."""
    return alt.binding_select(options=list(options), labels=list(options.values()), name=f"{label} ")


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
