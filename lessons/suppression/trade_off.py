"""Defences side by side: who is still learnt about, and what the reader loses."""

from typing import Final

import altair as alt
import pandas as pd

from lessons.suppression import defence_strings as strings
from teaching.charts import colours

WIDTH, HEIGHT = 560, 380
LETTER_WIDTH, LINE_HEIGHT, POINT = 6, 13, 7
"""How much room a label takes, and half a point, in pixels."""

_KINDS: Final = list(dict.fromkeys(strings.DEFENCE_KINDS.values()))
_COLOURS: Final = [colours.HIDDEN, colours.CROWD, colours.BLIND, colours.WRONG, colours.INK]
_SHAPES: Final = ["circle", "square", "triangle-up", "diamond", "cross"]


def trade_off(judged: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Draw one labelled point per defence: what the reader loses against how many people are still learnt about.

    Args:
        judged: one row per defence (see `lessons.suppression.side_by_side.compare_defences`).
    """
    most = max(1, int(judged["people_learnt"].max()))
    widest = max(0.01, float(judged["utility_lost"].max()))
    indices = pd.DataFrame(
        {"x": judged["utility_lost"] / widest * WIDTH, "y": HEIGHT * (1 - judged["people_learnt"] / most)}
    )
    points = judged.assign(lift=lifts(indices, judged["label"]), nobody=0)
    across, up = alt.Scale(domain=[0, widest], nice=False), alt.Scale(domain=[0, most], nice=False)
    x = alt.X("utility_lost:Q", title=strings.LOSS_AXIS, scale=across, axis=alt.Axis(format="%", grid=False, offset=6))
    y = alt.Y("people_learnt:Q", title=strings.LEARNT_AXIS, scale=up, axis=alt.Axis(grid=False, tickMinStep=1))
    legend = alt.Legend(title=None, orient="bottom")
    fill = alt.Color("kind:N", scale=alt.Scale(domain=_KINDS, range=_COLOURS), legend=legend)
    shape = alt.Shape("kind:N", scale=alt.Scale(domain=_KINDS, range=_SHAPES), legend=legend)
    base = alt.Chart(points).encode(x, y)
    tooltip = ["label", "people_learnt", alt.Tooltip("utility_lost", format=".1%"), "still_possible", "order_preserved"]
    drawn = base.mark_point(filled=True, opacity=1, size=90).encode(fill, shape, tooltip=tooltip)
    labels = base.mark_text(align="left", dx=POINT + 1, color=colours.INK, yOffset=alt.expr("-datum.lift"))
    both = alt.layer(drawn, labels.encode(text="label:N")).properties(width=WIDTH, height=HEIGHT)
    return both.properties(description=strings.TRADE_OFF_CHART).configure_view(stroke=None)


def lifts(places: pd.DataFrame, labels: pd.Series) -> list[int]:
    """How far each label must be lifted (or, below 0, let down) so that it lies on no other label and on no point.

    Args:
        places: where the points are, ``x`` and ``y`` (downwards), in pixels.
        labels: their texts; they begin at the points and run to the right.

    Examples:
        >>> places = pd.DataFrame({"x": [0, 10, 200], "y": [50, 50, 50]})
        >>> lifts(places, pd.Series(["hide below 3", "hide below 5", "round to 5"]))
        [13, 0, 0]
    """
    taken = [(x - POINT, x + POINT, y) for x, y in zip(places["x"], places["y"], strict=True)]
    lifted = []
    for x, y, label in zip(places["x"], places["y"], labels, strict=True):
        start, end = x + POINT + 1, x + POINT + LETTER_WIDTH * len(label)
        steps = [LINE_HEIGHT * sign * step for step in range(len(taken) + 1) for sign in (1, -1)]
        lift = next(step for step in steps if y - step <= HEIGHT and _is_free(start, end, y - step, taken))
        taken.append((start, end, y - lift))
        lifted.append(lift)
    return lifted


def _is_free(start: float, end: float, at: float, taken: list[tuple[float, float, float]]) -> bool:
    """Whether a label has room here."""
    return all(start >= right or end <= left or abs(at - y) >= LINE_HEIGHT for left, right, y in taken)
