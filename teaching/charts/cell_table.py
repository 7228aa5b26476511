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

CELL_WIDTH: Final = 36
CELL_HEIGHT: Final = 21
MOST_SVG_CELLS: Final = 400
"""Up to here a table is drawn as SVG, whose text is sharp at any size; beyond, a move would take too long."""

ROW: Final = "row of the table"
COLUMN: Final = "column of the table"
"""What the chart calls the two dimensions: their own names may hold signs that Vega reads as paths or types."""

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
    around it has a parameter ``cell``, the name of the cell that is outlined.

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
    shown = f"{state} in {json.dumps(MARKS)} ? {json.dumps(MARKS)}[{state}] : datum.count"
    ink, weight = f"{json.dumps(INKS)}[{state}]", f"{state} == '{EXACT}' ? 'bold' : 'normal'"
    numbers = base.mark_text(
        fontSize=11, fill=alt.expr(ink), fontWeight=alt.expr(weight), text=alt.expr(shown), aria=False, cursor="pointer"
    ).encode(detail="count:Q")
    return alt.layer(cells, numbers, *outlines_of_chosen(base)).properties(
        width=alt.Step(CELL_WIDTH), height=alt.Step(CELL_HEIGHT)
    )


def cells_in_place(cells: pd.DataFrame) -> alt.Chart:
    """Give each cell its place: the first dimension down, the second across; a screen reader reads its name.

    Args:
        cells: one row per cell: the two dimensions first, and ``cell`` (its name).
    """
    placed = cells.set_axis([ROW, COLUMN, *cells.columns[2:]], axis="columns")
    across = alt.X(f"{COLUMN}:N", sort=None, title=None, axis=alt.Axis(orient="top", labelAngle=-40, ticks=False))
    down = alt.Y(f"{ROW}:N", sort=None, title=None, axis=alt.Axis(labelLimit=190, ticks=False))
    return alt.Chart(placed).encode(across, down, alt.Description("cell:N"))


def outlines_of_chosen(base: alt.Chart) -> list[alt.Chart]:
    """Draw a line round the cell whose name is in the chart's parameter ``cell``, to be seen on any fill.

    Args:
        base: the cells in their places.
    """
    chosen = base.transform_filter("datum.cell == cell")
    return [
        chosen.mark_rect(fillOpacity=0, stroke=colour, strokeWidth=width, aria=False)
        for colour, width in (("white", 6), (colours.INK, 3))
    ]


def state_legend(meanings: Mapping[str, str]) -> alt.LayerChart | alt.FacetChart:
    """Draw what fills and marks of a table mean.

    Args:
        meanings: the letters that are shown, each with its meaning in words.
    """
    words = pd.Series(dict(meanings), name="meaning")
    shown = pd.DataFrame({"fill": FILLS, "ink": INKS, "sign": MARKS}).join(words, how="right")
    shown = shown.fillna({"sign": "7"}).loc[list(meanings)]
    base = alt.Chart(shown).encode(alt.Y("meaning:N", sort=None, axis=None))
    squares = base.mark_square(size=250, filled=True, opacity=1, stroke="#888", strokeWidth=1)
    signs = base.mark_text(fontSize=11).encode(alt.Color("ink:N", scale=None), x=alt.value(8), text="sign:N")
    texts = base.mark_text(align="left").encode(x=alt.value(24), text="meaning:N")
    squares = squares.encode(alt.Color("fill:N", scale=None), x=alt.value(8))
    return alt.layer(squares, signs, texts).properties(height=alt.Step(20))


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
