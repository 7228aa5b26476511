"""The line from 0 to everybody, its refused ends, and the questions on it; and what a higher threshold brings."""

from typing import Any, Final

import altair as alt
import pandas as pd

from lessons.trackers import strings
from teaching.charts import colours

TOLD: Final = "({count} >= k && {count} <= n - k)"
FIRST, SECOND = TOLD.format(count="first"), TOLD.format(count="second")
BOTH: Final = f"({FIRST} && {SECOND})"
WITHOUT: Final = "(op1 === 'alone' && a1 === a2 && op2 === 'and not')"
"""The second crowd is the first one without some people."""

SAYING: Final = (
    f"step !== 'subtract' ? step : !{BOTH} ? 'refused' : !{WITHOUT} ? 'difference' "
    ": b2 === 'all' ? 'like' : b2 === 'all watched' ? 'watched' : 'difference'"
)
"""Which sentence is said."""

ENDS: Final = alt.Title(text=alt.expr(strings.ENDS))
LEAKED: Final = "#a3370b"
"""The kit's orange of what was found, dark enough for text."""

WIDTH, ROW = 340, 34


def desk_chart(n: int, start: dict[str, Any]) -> alt.LayerChart | alt.FacetChart:
    """Draw what a desk has answered.

    Its parameters are the controls (``percent``, ``step``, ``a1``, ``op1``, ``b1``, ``a2``, ``op2``, ``b2``), the true
    counts ``first`` and ``second``, and what it works out itself: ``k``, what is told, ``difference`` and
    ``saying``.

    Args:
        n: how many people there are.
        start: the value of each parameter that is set.
    """
    told = "{is_told} ? format({count}, ',') + ' people' : 'refused'"
    worked_out = {
        "n": f"{n}",
        "k": "max(1, ceil(percent * n / 100))",
        "limit": "format(k, ',')",
        "everybody": "format(n, ',')",
        "told1": told.format(is_told=FIRST, count="first"),
        "told2": told.format(is_told=SECOND, count="second"),
        "difference": "first - second",
        "saying": SAYING,
    }
    across = alt.X("at:Q", title=strings.AXIS, scale=alt.Scale(domain=[0, n], nice=False), axis=alt.Axis(grid=False))
    down = alt.Y("row:O", title=None, axis=None, scale=alt.Scale(domain=[1, 2, 3]))
    chart = alt.layer(*_ends(across), *_questions(across, down), *_difference(down))
    params = [alt.param(name=name, value=value) for name, value in start.items()]
    params += [alt.param(name=name, expr=expression) for name, expression in worked_out.items()]
    chart = chart.add_params(*params).properties(width=WIDTH, height=3 * ROW, description=strings.CHART, title=ENDS)
    return chart.configure_view(stroke=None).configure_title(anchor="start", fontWeight="normal")


def _ends(across: alt.X) -> list[alt.Chart]:
    """What is refused: two dark ends; and the middle, which is answered."""
    ends = alt.Chart(pd.DataFrame({"end": [0, 1, 2]})).transform_calculate(
        at="datum.end == 0 ? 0 : datum.end == 1 ? max(k, n - k) : min(k, n - k)",
        to="datum.end == 0 ? min(k, n) : datum.end == 1 ? n : max(k, n - k)",
    )
    middle = ends.transform_filter("datum.end == 2 && k <= n - k").mark_rect(color=colours.QUIET)
    dark = ends.transform_filter("datum.end < 2").mark_rect(color=colours.HIDDEN)
    return [middle.encode(across, x2="to:Q"), dark.encode(across, x2="to:Q")]


def _questions(across: alt.X, down: alt.Y) -> list[alt.Chart]:
    """Each question: a mark at its answer, or words where there is none."""
    base = alt.Chart(pd.DataFrame({"row": [1, 2]})).transform_calculate(
        at="datum.row == 1 ? first : second",
        told=f"datum.row == 1 ? {FIRST} : {SECOND}",
        asked="datum.row == 1 || step !== 'first'",
        words="datum.row + ': ' + format(datum.at, ',')",
        nothing=f"datum.row + ': ' + (datum.asked ? '{strings.NOWHERE}' : '{strings.NOT_ASKED}')",
    )
    answered = base.transform_filter("datum.asked && datum.told")
    ticks = answered.mark_tick(thickness=4, size=ROW - 8, color=colours.INK, aria=False).encode(across, down)
    numbers = answered.mark_text(align="left", dx=7, fontSize=13, fontWeight="bold", color=colours.INK)
    middle = alt.value(WIDTH / 2)
    others = base.transform_filter("!(datum.asked && datum.told)").mark_text(
        fontSize=13, fontStyle="italic", color=colours.INK
    )
    return [ticks, numbers.encode(across, down, text="words:N"), others.encode(down, x=middle, text="nothing:N")]


def _difference(down: alt.Y) -> list[alt.Chart]:
    """What is left after subtracting."""
    left = alt.Chart(pd.DataFrame({"row": [3]})).transform_filter(f"step === 'subtract' && {BOTH}")
    left = left.transform_calculate(
        words="format(first, ',') + ' − ' + format(second, ',') + ' = ' + format(difference, ',')"
    )
    text = left.mark_text(fontSize=18, fontWeight="bold", color=LEAKED)
    return [text.encode(down, x=alt.value(WIDTH / 2), text="words:N")]
