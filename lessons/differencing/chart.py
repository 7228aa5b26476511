"""Two releases and their difference, cell by cell; and what publishing rules buy and cost within a year."""

import json
from collections.abc import Sequence
from typing import Final

import altair as alt
import pandas as pd

from lessons.differencing import strings
from teaching.charts import colours
from teaching.charts.cell_table import cells_in_place, legend_of, outlines_of_chosen
from teaching.charts.legends import in_words

CELL_WIDTH: Final = 38
CELL_HEIGHT: Final = 20
ROW_HEIGHT: Final = 42
ROOM_FOR_LEGEND: Final = 60
"""Pixels by which the curves are lower than the table, for their legend stands below them."""

FILLS: Final = {"x": colours.FOUND, "m": colours.BLIND, "z": colours.QUIET, "h": colours.HIDDEN}
INKS: Final = {"x": "white", "m": colours.INK, "z": colours.INK, "h": "white"}
_RHYTHMS: Final = list(strings.RHYTHMS)

NOW, BEFORE = "datum.counts[larger]", "datum.counts[smaller]"
HIDDEN: Final = f"(({NOW} > 0 && {NOW} < threshold) || ({BEFORE} > 0 && {BEFORE} < threshold))"
STATE: Final = f"({HIDDEN} ? 'h' : {NOW} == {BEFORE} ? 'z' : {NOW} - {BEFORE} < threshold ? 'x' : 'm')"
"""The state of a cell as an expression over the parameters: no data change when one is set."""


def differencing_chart(cells: pd.DataFrame, curves: pd.DataFrame, *, larger: int, smaller: int) -> alt.Chart:
    """Draw the difference of two releases.

    Its parameters are ``threshold``, ``larger``, ``smaller``, ``rhythm`` and ``cell``.

    Args:
        cells: one row per cell: the two dimensions (rows, then columns), ``cell`` (its name), ``counts`` (a list: its
            count in each release).
        curves: who is told apart in a year (see `disclosure.measures.rhythm.isolated_by_rhythm`).
        larger, smaller: the numbers of the releases that are shown at first.
    """
    height = CELL_HEIGHT * cells[cells.columns[0]].nunique()
    legend = pd.DataFrame({"fill": FILLS, "ink": INKS, "sign": strings.SIGNS, "meaning": strings.CELL_STATES})
    table = _table(cells) & legend_of(legend, columns=2)
    both = alt.hconcat(table, _curves(curves, max(120, height - ROOM_FOR_LEGEND)), spacing=14)
    first = {"threshold": int(curves["strength"].min()), "rhythm": _RHYTHMS[0], "cell": None}
    values = first | {"larger": larger, "smaller": smaller}
    both = both.add_params(*(alt.param(name=name, value=value) for name, value in values.items()))
    both = both.resolve_scale(color="independent", shape="independent")
    return both.properties(description=strings.DIFFERENCING_CHART).configure_view(stroke=None)


def _table(cells: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """The differences; fill and text are expressions of the mark, so that a move runs no data transform."""
    base = cells_in_place(cells)
    squares = base.mark_rect(
        stroke="white", strokeWidth=1, cursor="pointer", fill=alt.expr(f"{json.dumps(FILLS)}[{STATE}]")
    )
    shown = f"{HIDDEN} ? '{strings.HIDDEN_TEXT}' : {NOW} > {BEFORE} ? '+' + ({NOW} - {BEFORE}) : {NOW} - {BEFORE}"
    numbers = base.mark_text(
        aria=False,
        cursor="pointer",
        fill=alt.expr(f"{json.dumps(INKS)}[{STATE}]"),
        fontWeight=alt.expr(f"{STATE} == 'x' ? 'bold' : 'normal'"),
        text=alt.expr(shown),
    ).encode(detail="counts:N")
    return alt.layer(squares, numbers, *outlines_of_chosen(base)).properties(
        width=alt.Step(CELL_WIDTH), height=alt.Step(CELL_HEIGHT)
    )


def _curves(curves: pd.DataFrame, height: int) -> alt.LayerChart | alt.FacetChart:
    """Single people who are told apart in a year, over all thresholds; the present rhythm stands out."""
    ticks = alt.Axis(tickMinStep=1, grid=False)
    x = alt.X("strength:Q", title=strings.THRESHOLD_AXIS, scale=alt.Scale(zero=False), axis=ticks)
    y = alt.Y("alone:Q", title=strings.YEAR_AXIS, scale=alt.Scale(domainMin=0))
    scale = alt.Scale(domain=_RHYTHMS, range=[colours.FOUND, colours.NARROWED, colours.HIDDEN])
    shapes = alt.Scale(domain=_RHYTHMS, range=["circle", "square", "triangle-up"])
    legend = alt.Legend(
        title=None, orient="bottom", direction="vertical", labelLimit=220, labelExpr=in_words(strings.RHYTHMS)
    )
    colour, shape = (
        alt.Color("rhythm:N", scale=scale, legend=legend),
        alt.Shape("rhythm:N", scale=shapes, legend=legend),
    )
    base = alt.Chart(curves).encode(x, y)
    lines = base.mark_line().encode(colour)
    points = base.mark_point(filled=True, opacity=1, size=45).encode(
        colour, shape, tooltip=["rhythm", "strength", "alone"]
    )
    now = base.transform_filter("datum.strength == threshold && datum.rhythm == rhythm")
    number = now.mark_text(dy=-12, fontWeight="bold", color=colours.INK).encode(text="alone:Q")
    ring = now.mark_point(size=160, color=colours.INK, strokeWidth=2)
    setting = alt.Chart(curves[["strength"]].drop_duplicates()).transform_filter("datum.strength == threshold")
    rule = setting.mark_rule(strokeDash=[4, 3]).encode(x)
    return alt.layer(rule, lines, points, ring, number).properties(width=190, height=height)


def difference_sentences(cells: pd.DataFrame, names: Sequence[str], larger: int, smaller: int, threshold: int) -> str:
    """Say in words what the table of differences shows at one setting.

    Args:
        cells: as in `differencing_chart`.
        names: the names of the releases.
        larger, smaller: the numbers of the two releases.
        threshold: no count below it is published.

    Examples:
        >>> cells = pd.DataFrame({"counts": [[12, 11], [9, 8], [30, 30]]})
        >>> difference_sentences(cells, ["this", "last"], 0, 1, 10)
        'With k = 10, “this” less “last”: of 3 cells, 1 differ by 1 to 9 (1 people in all; 1 of these ...'
    """
    counts = pd.DataFrame(cells["counts"].to_list())
    now, before = counts[larger], counts[smaller]
    hidden = now.between(1, threshold - 1) | before.between(1, threshold - 1)
    grown = (now - before)[~hidden]
    small = grown[grown.between(1, threshold - 1)]
    return strings.DIFFERENCE_SENTENCE.format(
        strength=threshold,
        larger=names[larger],
        smaller=names[smaller],
        cells=len(cells),
        isolated=len(small),
        most=threshold - 1,
        people=int(small.sum()),
        alone=int(small.eq(1).sum()),
        hidden=int(hidden.sum()),
    )


def price_bars(judged: pd.DataFrame) -> alt.HConcatChart:
    """Draw what publishing rules buy and cost: newcomers guessed rightly and wrongly, and the news that is lost.

    Args:
        judged: one row per set of rules (see `lessons.differencing.sweep.year_of_releases`).
    """
    rows, height = alt.Scale(paddingInner=0.25, paddingOuter=0.1), ROW_HEIGHT * len(judged)
    side = alt.Axis(labelLimit=260, ticks=False, domain=False)
    down = alt.Y("label:N", sort=None, title=None, axis=side, scale=rows)
    guesses = judged.melt(["label"], list(strings.OUTCOMES), var_name="outcome", value_name="people")
    colour = alt.Scale(domain=list(strings.OUTCOMES), range=[colours.FOUND, colours.WRONG])
    legend = alt.Legend(title=None, orient="bottom", labelExpr=in_words(strings.OUTCOMES))
    offset = alt.YOffset("outcome:N", sort=list(strings.OUTCOMES))
    people = alt.X("people:Q", title=strings.OUTCOME_AXIS, axis=alt.Axis(grid=False, tickMinStep=1))
    base = alt.Chart(guesses).encode(people, down, offset)
    bars = base.mark_bar().encode(alt.Color("outcome:N", scale=colour, legend=legend))
    numbers = base.mark_text(align="left", dx=4, color=colours.INK).encode(text="people:Q")
    blind = alt.Chart(judged).mark_tick(thickness=2, color=colours.INK, size=32, opacity=1)
    left = alt.layer(bars, numbers, blind.encode(alt.X("by_chance:Q"), down)).properties(width=300, height=height)
    lost = alt.X("utility_lost:Q", title=strings.LOST_AXIS, axis=alt.Axis(format="%", grid=False))
    price = alt.Chart(judged).encode(lost, alt.Y("label:N", sort=None, title=None, axis=None, scale=rows))
    drawn = price.mark_bar(color=colours.HIDDEN, size=14)
    shares = price.mark_text(align="left", dx=4, color=colours.INK).encode(
        text=alt.Text("utility_lost:Q", format=".0%")
    )
    right = alt.layer(drawn, shares).properties(width=170, height=height)
    return alt.hconcat(left, right).properties(description=strings.PRICE_CHART).configure_view(stroke=None)
