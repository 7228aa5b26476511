"""A table cell by cell: what is printed, hidden, narrowed, known exactly or one's own, by colour and by sign."""

import json
from collections.abc import Mapping
from typing import Final

import altair as alt
import pandas as pd

from disclosure.audit.states import LEFT_OUT, LETTERS, OWN, PRINTED
from disclosure.tables.count_table import HIDDEN_MARK
from teaching.charts import colours
from teaching.strings import cell_table as strings

PLACE: Final = "cell_place"
"""The column that says which cell of the table each is, counted from 0: two cells may have the same name."""

CELL_WIDTH: Final = 36
CELL_HEIGHT: Final = 20
LABELS: Final = 200
"""Pixels that the names of the rows may take."""

SAMPLE, LEGEND_COLUMN = 34, 300
"""Width of a sample in a legend, and from one column of it to the next, in pixels."""

MOST_SVG_CELLS: Final = 400
"""Up to here a table is drawn as SVG, whose text is sharp at any size; beyond, a move would take too long."""

EXACT, NARROWED, OPEN, UNSURE = LETTERS.values()
FILLS: Final = {
    PRINTED: colours.QUIET,
    EXACT: colours.FOUND,
    NARROWED: colours.NARROWED,
    OPEN: colours.HIDDEN,
    UNSURE: colours.HIDDEN,
    LEFT_OUT: "white",
    OWN: colours.BLIND,
}
INKS: Final = {
    PRINTED: colours.INK,
    EXACT: "white",
    NARROWED: colours.INK,
    OPEN: "white",
    UNSURE: "white",
    LEFT_OUT: "white",
    OWN: colours.INK,
}
MARKS: Final = {
    NARROWED: strings.NARROWED_MARK.format(mark=HIDDEN_MARK),
    OPEN: HIDDEN_MARK,
    UNSURE: strings.UNSURE_MARK.format(mark=HIDDEN_MARK),
    LEFT_OUT: "",
    OWN: strings.OWN_MARK,
}
"""What stands in a cell in place of its count: the second sign beside its colour."""


def cell_table(states: pd.DataFrame, state: str) -> alt.LayerChart | alt.FacetChart:
    """Draw a table cell by cell: hidden cells carry the mark, narrowed ones another, exact ones their number.

    Fill and text are expressions of the mark, not of the data: a move then runs no data transform at all. The chart
    around it has a parameter ``cell``, the place of the cell that is outlined (see `PLACE`), or none.

    Args:
        states: one row per cell: the rows and the columns of the table, ``count`` and ``cell`` (its name), and whatever
            the expression reads.
        state: the Vega expression that gives the letter of a cell, such as ``"datum.state"``; the letters are those of
            `disclosure.audit.states`.
    """
    base = cells_in_place(states)
    cells = base.mark_rect(
        stroke="white", strokeWidth=1, fill=alt.expr(f"{json.dumps(FILLS)}[{state}]"), cursor="pointer"
    )
    marks = f"{json.dumps(MARKS)}[{state}]"
    shown = f"isValid({marks}) ? {marks} : datum.count"
    ink, weight = f"{json.dumps(INKS)}[{state}]", f"{state} == '{EXACT}' ? 'bold' : 'normal'"
    numbers = base.mark_text(
        fill=alt.expr(ink), fontWeight=alt.expr(weight), text=alt.expr(shown), aria=False, cursor="pointer"
    ).encode(detail="count:Q")
    return alt.layer(cells, numbers, *outlines_of_chosen(base)).properties(
        width=alt.Step(CELL_WIDTH), height=alt.Step(CELL_HEIGHT)
    )


def cells_in_place(cells: pd.DataFrame) -> alt.Chart:
    """Give each cell its place: the first dimension down, the second across; a screen reader reads its name.

    Args:
        cells: one row per cell: the two dimensions first, whatever they are called, and ``cell`` (its name).
    """
    placed = cells.set_axis(["row", "column", *cells.columns[2:]], axis="columns").assign(**{PLACE: range(len(cells))})
    top = alt.Axis(orient="top", labelAngle=-40, labelLimit=150, ticks=False)
    across = alt.X("column:N", sort=None, title=None, axis=top)
    down = alt.Y("row:N", sort=None, title=None, axis=alt.Axis(labelLimit=LABELS, ticks=False))
    return alt.Chart(placed).encode(across, down, alt.Description("cell:N"))


def outlines_of_chosen(base: alt.Chart) -> list[alt.Chart]:
    """Draw a line round the cell whose place is in the chart's parameter ``cell``, to be seen on any fill.

    Args:
        base: the cells in their places.
    """
    chosen = base.transform_filter(f"datum.{PLACE} === cell")
    return [
        chosen.mark_rect(fillOpacity=0, stroke=colour, strokeWidth=width, aria=False)
        for colour, width in (("white", 6), (colours.INK, 3))
    ]


def state_legend(meanings: Mapping[str, str], *, columns: int = 1) -> alt.LayerChart | alt.FacetChart:
    """Draw what fills and marks of a table mean.

    Args:
        meanings: the letters that are shown, each with its meaning in words.
        columns: how many stand in one line; with two, the legend begins under the names of the table's rows.
    """
    words = pd.Series(dict(meanings), name="meaning")
    shown = pd.DataFrame({"fill": FILLS, "ink": INKS, "sign": MARKS}).join(words, how="right")
    return legend_of(shown.fillna({"sign": "7"}).loc[list(meanings)], columns=columns)


def legend_of(shown: pd.DataFrame, *, columns: int = 1) -> alt.LayerChart | alt.FacetChart:
    """Draw samples of cells, each with its meaning.

    Args:
        shown: one row per kind of cell: ``fill``, ``ink``, ``sign``, ``meaning``.
        columns: how many stand in one line; with two, the legend begins under the names of the table's rows.
    """
    left = 0 if columns == 1 else -LABELS
    placed = shown.assign(
        line=[index // columns for index in range(len(shown))],
        x=[left + LEGEND_COLUMN * (index % columns) for index in range(len(shown))],
    )
    start = alt.X("x:Q", scale=None, axis=None)
    base = alt.Chart(placed).encode(start, alt.Y("line:O", axis=None))
    samples = base.mark_rect(width=SAMPLE, height=18, stroke="#888", strokeWidth=1, xOffset=SAMPLE / 2)
    signs = base.mark_text(xOffset=SAMPLE / 2).encode(alt.Color("ink:N", scale=None), text="sign:N")
    words = base.mark_text(align="left", xOffset=SAMPLE + 8).encode(text="meaning:N")
    samples = samples.encode(alt.Color("fill:N", scale=None))
    return alt.layer(samples, signs, words).properties(height=alt.Step(22))


def renderer_for(cells: pd.DataFrame) -> str:
    """Choose how the browser draws: a large table on a canvas, which follows a slider faster than SVG.

    Args:
        cells: one row per cell.

    Examples:
        >>> [renderer_for(pd.DataFrame(index=range(cells))) for cells in (187, 1071)]
        ['svg', 'canvas']
    """
    return "svg" if len(cells) <= MOST_SVG_CELLS else "canvas"
