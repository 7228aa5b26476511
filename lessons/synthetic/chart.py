"""Who is told right in the data and out of it, and how far the tables of a file are off."""

from typing import Any, Final

import altair as alt
import pandas as pd

from lessons.synthetic import strings
from teaching.charts import colours
from teaching.charts.legends import in_words

HERE: Final = "datum.kind === kind && datum.epsilon === epsilon && datum.people === people"
OUTLINE: Final[dict[str, Any]] = {"stroke": colours.INK, "strokeWidth": 1}
BARS: Final = {
    "right": colours.FOUND,
    "right_without": colours.BLIND,
    "wrong": colours.WRONG,
    "wrong_without": colours.QUIET,
}
ERRORS: Final = {"error": colours.HIDDEN, "fresh": colours.QUIET}


def synthetic_chart(settings: pd.DataFrame, first: dict[str, Any]) -> alt.HConcatChart:
    """Draw one way to make a file; ``kind``, ``epsilon`` and ``people`` are parameters.

    Args:
        settings: one row per setting (see `lessons.synthetic.sweep.all_settings`), every epsilon for every kind.
        first: the first value of each parameter.
    """
    n = int(settings["n"].iloc[0])
    most = float(settings[list(BARS)].max().max())
    told = _bars(settings, BARS, strings.BARS, most, strings.PEOPLE_AXIS, "d", strings.TITLES[0].format(n=n), 250)
    most = float(settings[list(ERRORS)].max().max())
    good = _bars(settings, ERRORS, strings.ERRORS, most, strings.ERROR_AXIS, ".1%", strings.TITLES[1], 190)
    both = alt.hconcat(told, good, spacing=24).resolve_scale(color="independent")
    both = both.add_params(*(alt.param(name=name, value=value) for name, value in first.items()))
    both = both.properties(description=strings.CHART).configure_view(stroke=None)
    return both.configure_axis(titleFontWeight="normal").configure_title(anchor="start")


def _bars(
    settings: pd.DataFrame,
    tints: dict[str, str],
    names: dict[str, str],
    most: float,
    axis: str,
    form: str,
    title: str,
    width: int,
) -> alt.LayerChart | alt.FacetChart:
    """One bar for each number of a setting, with its name and value; shares up to ``most``."""
    chart = alt.Chart(settings[["kind", "epsilon", "people", *tints]]).transform_filter(HERE)
    chart = chart.transform_fold(list(tints), as_=["part", "number"])
    down = alt.Axis(ticks=False, domain=False, labelExpr=in_words(names), labelLimit=160, labelPadding=6)
    across = alt.Axis(grid=False, tickCount=3, format="d" if form == "d" else "%")
    base = chart.encode(
        alt.Y("part:N", sort=list(tints), title=None, axis=down),
        alt.X("number:Q", title=axis, scale=alt.Scale(domain=[0, most]), axis=across),
    )
    scale = alt.Scale(domain=list(tints), range=list(tints.values()))
    bars = base.mark_bar(**OUTLINE).encode(alt.Color("part:N", scale=scale, legend=None))
    numbers = base.mark_text(align="left", dx=4, color=colours.INK).encode(alt.Text("number:Q", format=form))
    return alt.layer(bars, numbers).properties(width=width, height=alt.Step(30), title=title)
