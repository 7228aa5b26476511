"""A table under a threshold: which cells are hidden, what is known of them all the same, and of how many people."""

import json
from textwrap import wrap
from typing import Any, Final

import altair as alt
import pandas as pd

from lessons.charts import colours
from lessons.charts.legends import in_words
from lessons.releases.count_table import HIDDEN_MARK
from lessons.strings import suppression as strings
from lessons.sweep.thresholds import LEFT_OUT, LETTERS, PRINTED, SETTINGS, setting_name

CELL_WIDTH: Final = 36
MOST_SVG_CELLS: Final = 400
"""Up to here a table is drawn as SVG, whose text is sharp at any size; beyond, a move would take too long."""

CELL_HEIGHT: Final = 21
EXACT, NARROWED, OPEN = LETTERS.values()
FILLS: Final = {
    PRINTED: colours.QUIET,
    EXACT: colours.FOUND,
    NARROWED: colours.NARROWED,
    OPEN: colours.HIDDEN,
    LEFT_OUT: "white",
}
INKS: Final = {PRINTED: colours.INK, EXACT: "white", NARROWED: colours.INK, OPEN: "white", LEFT_OUT: "white"}
MARKS: Final = {NARROWED: strings.NARROWED_MARK.format(mark=HIDDEN_MARK), OPEN: HIDDEN_MARK, LEFT_OUT: ""}
"""What stands in a cell in place of its count: the second sign beside its colour."""

SETTING: Final = "who + ', totals ' + totals"
"""The name of the present setting, from two parameters; see `lessons.sweep.thresholds.setting_name`."""


def suppression_chart(counted: pd.DataFrame, states: pd.DataFrame, *, cell: str = "", bound: bool = False) -> alt.Chart:
    """Draw the table and the curves behind it; ``threshold``, ``totals``, ``who`` and ``cell`` are its parameters.

    Args:
        counted: one row per setting and threshold, consecutive (see `lessons.sweep.thresholds.count_states`).
        states: one row per cell, with one letter per threshold (see `lessons.sweep.thresholds.cell_states`); its first
            two columns are the rows and columns of the table.
        cell: the name of the cell that is outlined at first.
        bound: also draw controls of the browser's own and the sentence of the setting, for a page without a kernel.

    Returns:
        A chart that redraws when its parameters are set, with no further data. A cell's accessible name is its name,
        so that a click on it can be told.
    """
    first = int(counted["strength"].min())
    height = CELL_HEIGHT * states[states.columns[0]].nunique()
    both = alt.hconcat(_table(states, first) & _legend(), _curves(counted, height), spacing=14)
    both = both.resolve_scale(color="independent", shape="independent")
    both = both.add_params(*_parameters(counted, cell, bound))
    if bound:
        texts = {name: [wrap(text, 110) for text in texts] for name, texts in sentences(counted).items()}
        sentence = alt.ExprRef(f"{json.dumps(texts)}[{SETTING}][threshold - {first}]")
        both = both.properties(title=alt.Title(sentence, anchor="start", fontWeight="normal"))
    return both.properties(description=strings.SUPPRESSION_CHART).configure_view(stroke=None)


def drawn_with(states: pd.DataFrame) -> dict[str, object]:
    """Choose how the browser draws: a large table on a canvas, which follows a slider faster than SVG.

    Args:
        states: one row per cell.

    Returns:
        Options for vega-embed.

    Examples:
        >>> [drawn_with(pd.DataFrame(index=range(cells)))["renderer"] for cells in (187, 1071)]
        ['svg', 'canvas']
    """
    return {"actions": False, "renderer": "svg" if len(states) <= MOST_SVG_CELLS else "canvas"}


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


def _table(states: pd.DataFrame, first: int) -> alt.LayerChart | alt.FacetChart:
    """The table cell by cell: hidden cells carry the mark, narrowed ones another, exact ones their number.

    Fill and text are expressions of the mark, not of the data: a move then runs no data transform at all.
    """
    rows, columns = states.columns[:2]
    across = alt.X(f"{columns}:N", sort=None, title=None, axis=alt.Axis(orient="top", labelAngle=-40, ticks=False))
    down = alt.Y(f"{rows}:N", sort=None, title=None, axis=alt.Axis(labelLimit=190, ticks=False))
    state = f"datum[{SETTING}][threshold - {first}]"
    base = alt.Chart(states).encode(across, down, alt.Description("cell:N"))
    cells = base.mark_rect(
        stroke="white", strokeWidth=1, fill=alt.expr(f"{json.dumps(FILLS)}[{state}]"), cursor="pointer"
    )
    shown = f"{state} in {json.dumps(MARKS)} ? {json.dumps(MARKS)}[{state}] : datum.count"
    ink, weight = f"{json.dumps(INKS)}[{state}]", f"{state} == '{EXACT}' ? 'bold' : 'normal'"
    numbers = base.mark_text(
        fontSize=11, fill=alt.expr(ink), fontWeight=alt.expr(weight), text=alt.expr(shown), aria=False, cursor="pointer"
    ).encode(detail="count:Q")
    chosen = base.transform_filter("datum.cell == cell")
    outlines = [
        chosen.mark_rect(fillOpacity=0, stroke=colour, strokeWidth=width, aria=False)
        for colour, width in (("white", 6), (colours.INK, 3))
    ]
    return alt.layer(cells, numbers, *outlines).properties(width=alt.Step(CELL_WIDTH), height=alt.Step(CELL_HEIGHT))


def _legend() -> alt.LayerChart | alt.FacetChart:
    """What fills and marks of the table mean."""
    meanings = pd.DataFrame({"fill": FILLS, "ink": INKS, "sign": MARKS, "meaning": strings.CELL_STATES}).dropna(
        subset="meaning"
    )
    meanings = meanings.fillna({"sign": "7"}).loc[list(strings.CELL_STATES)]
    base = alt.Chart(meanings).encode(alt.Y("meaning:N", sort=None, axis=None))
    squares = base.mark_square(size=250, filled=True, opacity=1, stroke="#888", strokeWidth=1)
    signs = base.mark_text(fontSize=11).encode(alt.Color("ink:N", scale=None), x=alt.value(8), text="sign:N")
    words = base.mark_text(align="left").encode(x=alt.value(24), text="meaning:N")
    squares = squares.encode(alt.Color("fill:N", scale=None), x=alt.value(8))
    return alt.layer(squares, signs, words).properties(height=alt.Step(20))


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
