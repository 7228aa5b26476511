"""A table under a threshold: which cells are hidden, which come back, and for how many people."""

import json
from textwrap import wrap
from typing import Any, Final

import altair as alt
import pandas as pd

from lessons import strings
from lessons.charts import colours
from lessons.charts.legends import in_words
from lessons.releases.count_table import HIDDEN_MARK
from lessons.sweep import HIDDEN, PRINTED, RECOVERED

CELL_WIDTH: Final = 33
CELL_HEIGHT: Final = 19
FILLS: Final = {PRINTED: colours.QUIET, HIDDEN: colours.HIDDEN, RECOVERED: colours.FOUND}


def suppression_chart(sweep: pd.DataFrame, states: pd.DataFrame, *, bound: bool = False) -> alt.Chart:
    """Draw the table and the two curves behind it, with ``threshold`` as a parameter of the chart.

    Args:
        sweep: one row per threshold, consecutive (see ``lessons.sweep.sweep_thresholds``).
        states: one row per cell, with one letter per threshold (see ``lessons.sweep.cell_states``); its first two
            columns are the rows and columns of the table.
        bound: also draw a slider of the browser's own and the sentence of the setting, for a page without a kernel.

    Returns:
        A chart that redraws when its parameter ``threshold`` is set, with no further data.
    """
    first, last = int(sweep["strength"].min()), int(sweep["strength"].max())
    slider = alt.binding_range(min=first, max=last, step=1, name=strings.THRESHOLD_LABEL + " ")
    threshold = alt.param(name="threshold", value=first, bind=slider if bound else alt.Undefined)
    height = CELL_HEIGHT * states[states.columns[0]].nunique()
    both = alt.hconcat(_table(states, first) & _legend(), _curves(sweep, height), spacing=20).add_params(threshold)
    if bound:
        sentence = alt.Title(_at_setting(sentences(sweep), first), anchor="start", fontWeight="normal")
        both = both.properties(title=sentence)
    return both.properties(description=strings.SUPPRESSION_CHART).configure_view(stroke=None)


def sentences(sweep: pd.DataFrame) -> list[str]:
    """Say in words what the chart shows, one sentence per threshold.

    Args:
        sweep: one row per threshold.

    Examples:
        >>> row = {"strength": 5, "n": 40, "printed": 60, "right": 9, "people_hidden": 80, "people_recovered": 14,
        ...        "utility_lost": 0.25}
        >>> print(sentences(pd.DataFrame([row]))[0])
        With k = 5, 40 of 100 cells are hidden; 9 of these are found by subtraction, 31 are not. In the hidden cells ...
    """
    said = []
    settings: list[dict[str, Any]] = sweep.to_dict("records")  # type: ignore[assignment]
    for row in settings:
        not_found, lost = row["n"] - row["right"], row["utility_lost"]
        said.append(
            strings.SUPPRESSION_SENTENCE.format(**row, cells=row["n"] + row["printed"], not_found=not_found, lost=lost)
        )
    return said


def _table(states: pd.DataFrame, first: int) -> alt.LayerChart | alt.FacetChart:
    """The table cell by cell; hidden cells carry the mark, recovered ones their number.

    Fill and text are expressions of the mark, not of the data: a move then runs no data transform at all.
    """
    rows, columns = states.columns[:2]
    across = alt.X(f"{columns}:N", sort=None, title=None, axis=alt.Axis(orient="top", labelAngle=-40, ticks=False))
    down = alt.Y(f"{rows}:N", sort=None, title=None, axis=alt.Axis(labelLimit=190, ticks=False))
    state = f"datum.states[threshold - {first}]"
    fill = alt.expr(f"{json.dumps(FILLS)}[{state}]")
    ink = alt.expr(f"{state} == '{PRINTED}' ? '{colours.INK}' : 'white'")
    shown = alt.expr(f"{state} == '{HIDDEN}' ? '{HIDDEN_MARK}' : datum.count")
    base = alt.Chart(states).encode(across, down)
    cells = base.mark_rect(stroke="white", strokeWidth=1, fill=fill)
    numbers = base.mark_text(fontSize=11, fill=ink, text=shown).encode(detail="count:Q")
    return alt.layer(cells, numbers).properties(width=alt.Step(CELL_WIDTH), height=alt.Step(CELL_HEIGHT))


def _legend() -> alt.LayerChart | alt.FacetChart:
    """What the fills of the table mean."""
    meanings = pd.DataFrame({"fill": FILLS, "meaning": strings.CELL_STATES})
    base = alt.Chart(meanings).encode(alt.Y("meaning:N", sort=None, axis=None))
    squares = base.mark_square(size=150, filled=True, opacity=1, stroke="#888", strokeWidth=1)
    words = base.mark_text(align="left").encode(x=alt.value(16), text="meaning:N")
    return alt.layer(squares.encode(alt.Color("fill:N", scale=None), x=alt.value(4)), words).properties(
        height=alt.Step(18)
    )


def _curves(sweep: pd.DataFrame, height: int) -> alt.LayerChart | alt.FacetChart:
    """People hidden by the rule, and those of them whom the totals give back, over all thresholds."""
    people = sweep.melt("strength", ["people_hidden", "people_recovered"], var_name="who", value_name="people")
    line_colours = alt.Scale(domain=list(strings.PEOPLE_CURVES), range=[colours.HIDDEN, colours.FOUND])
    legend = alt.Legend(
        title=None, orient="bottom", direction="vertical", labelLimit=220, labelExpr=in_words(strings.PEOPLE_CURVES)
    )
    x = alt.X(
        "strength:Q",
        title=strings.THRESHOLD_AXIS,
        scale=alt.Scale(zero=False),
        axis=alt.Axis(tickMinStep=1, grid=False),
    )
    lines = (
        alt.Chart(people)
        .mark_line(point=True)
        .encode(x, alt.Y("people:Q", title=strings.PEOPLE_AXIS), alt.Color("who:N", scale=line_colours, legend=legend))
    )
    setting = alt.Chart(sweep).transform_filter("datum.strength == threshold").mark_rule(strokeDash=[4, 3]).encode(x)
    return alt.layer(setting, lines).resolve_scale(color="independent").properties(width=200, height=height)


def _at_setting(texts: list[str], first: int) -> alt.ExprRef:
    """Pick one of several texts by the chart's parameter."""
    return alt.ExprRef(f"{json.dumps([wrap(text, 110) for text in texts])}[threshold - {first}]")
