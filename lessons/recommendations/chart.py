"""Five lists side by side with the common title lit, and right and wrong claims with her and without her."""

from typing import Any, Final

import altair as alt
import pandas as pd

from lessons.recommendations import strings
from teaching.charts import colours

COLUMN: Final = 132
"""Width of a list, in pixels."""

HERE: Final = "datum.which == which && datum.least == least"
OUTLINE: Final[dict[str, Any]] = {"stroke": colours.INK, "strokeWidth": 0.5}
PART_COLOURS: Final = {"right": colours.FOUND, "wrong": colours.WRONG}


def lists_chart(places: pd.DataFrame, swept: pd.DataFrame) -> alt.VConcatChart:
    """Draw one setting: Bea's lists, and the bars of all targets; ``which``, ``least`` and ``bea`` are parameters.

    Args:
        places: one row per setting, list and place (see `lessons.recommendations.explorer.settings_of`).
        swept: one row per ``which`` and ``least`` (see `lessons.recommendations.sweep.known_sweep`).
    """
    first = {name: places[name].iloc[0].item() if name == "least" else places[name].iloc[0] for name in SETTING}
    panels = alt.vconcat(_lists(places), _bars(swept), spacing=14)
    panels = panels.add_params(*(alt.param(name=name, value=value) for name, value in first.items()))
    panels = panels.properties(description=strings.CHART).configure_view(stroke=None)
    panels = panels.resolve_scale(color="independent")
    return panels.configure_title(anchor="start").configure_axis(titleFontWeight="normal")


SETTING: Final = ("which", "least", "bea")


def _lists(places: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """One column per list: its title on top, then the titles that stand in it; place 0 is the heading."""
    base = (
        alt.Chart(places)
        .transform_filter(f"{HERE} && datum.bea == bea")
        .encode(
            alt.X("list:O", axis=None, scale=alt.Scale(domain=[0, 1, 2, 3, 4], paddingInner=0.03)),
            alt.Y("place:O", title=strings.PLACE, axis=alt.Axis(ticks=False, domain=False, labelExpr=_PLACES)),
        )
    )
    fill = alt.when("datum.place == 0").then(alt.value(colours.HIDDEN)).when("datum.lit").then(
        alt.value(colours.FOUND)
    ).otherwise(alt.value(colours.QUIET))  # fmt: skip
    width = alt.when("datum.lit").then(alt.value(1.5)).otherwise(alt.value(0.3))
    cells = base.mark_rect(stroke=colours.INK).encode(color=fill, strokeWidth=width, tooltip="words:N")
    words = base.mark_text(limit=COLUMN - 8, fontSize=11).encode(
        text="words:N",
        tooltip="words:N",
        color=alt.when("datum.place == 0").then(alt.value("white")).otherwise(alt.value("black")),
    )
    return alt.layer(cells, words).properties(width=alt.Step(COLUMN), height=alt.Step(16), title=strings.LISTS_TITLE)


_PLACES: Final = "datum.value == 0 ? '' : datum.value"


def _bars(swept: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Right and wrong claims about all targets, with each of them and without."""
    return _claims(_long(swept), swept).transform_filter(HERE).properties(title=_title(swept))


def both_bars(swept: pd.DataFrame) -> alt.FacetChart:
    """Draw right and wrong claims with her and without her, for each way to know five titles.

    Args:
        swept: one row per way (see `lessons.recommendations.sweep.known_sweep`), one least number of viewers.
    """
    long = _long(swept).assign(known=lambda frame: frame["which"].map(strings.KNOWN))
    rows = alt.Row("known:N", sort=None, title=None, header=alt.Header(labelAngle=0, labelAlign="left"))
    chart = _claims(long, swept).facet(row=rows, spacing=12)
    chart = chart.properties(description=strings.BOTH_CHART, title=_title(swept))
    return chart.configure_view(stroke=None).configure_title(anchor="start")


def _long(swept: pd.DataFrame) -> pd.DataFrame:
    """One row per setting, time (with her, without her) and part (right, wrong); both numbers in words stand at one."""
    parts = []
    for time, words in strings.BARS.items():
        right, wrong = (swept[part if time == "with" else f"{part}_without"] for part in PART_COLOURS)
        both = [strings.BOTH_NUMBERS.format(right=one, wrong=other) for one, other in zip(right, wrong, strict=True)]
        for place, (part, viewers) in enumerate({"right": right, "wrong": wrong}.items()):
            sentences = both if part == "wrong" else ""
            of_part = swept[["which", "least"]].assign(
                time=words, part=part, viewers=viewers, place=place, words=sentences
            )
            parts.append(of_part.assign(all=right + wrong))
    return pd.concat(parts, ignore_index=True)


def _claims(long: pd.DataFrame, swept: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """One bar for each time, in its two parts, with their numbers behind it."""
    most = int((swept["right"] + swept["wrong"]).max())
    labels = alt.Axis(ticks=False, domain=False, labelLimit=120)
    down = alt.Y("time:N", sort=list(strings.BARS.values()), title=None, axis=labels)
    scale, axis = alt.Scale(domain=[0, most]), alt.Axis(grid=False, tickCount=5)
    across = alt.X("viewers:Q", title=strings.BARS_AXIS, stack="zero", scale=scale, axis=axis)
    hues = alt.Scale(domain=list(PART_COLOURS), range=list(PART_COLOURS.values()))
    base = alt.Chart(long).encode(down)
    bars = base.mark_bar(**OUTLINE).encode(across, alt.Color("part:N", scale=hues, legend=None), order="place:Q")
    behind = alt.X("all:Q", title=strings.BARS_AXIS)
    numbers = base.mark_text(align="left", dx=6, color=colours.INK).encode(behind, text="words:N")
    return alt.layer(bars, numbers).properties(width=4 * COLUMN, height=alt.Step(24))


def _title(swept: pd.DataFrame) -> str:
    """Of how many viewers the bars are."""
    return strings.BARS_TITLE.format(n=int(swept["n"].max()))
