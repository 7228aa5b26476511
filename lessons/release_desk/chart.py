"""People found and wrong claims of each attack, and the questions of those who asked, at each setting of the desk."""

from typing import Any, Final

import altair as alt
import pandas as pd

from lessons.release_desk import strings
from lessons.release_desk.attackers import ATTACKS
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.sweep import AT_MOST, Swept, control_of
from teaching.charts import colours

FOUND_COLOURS: Final = {"found": colours.FOUND, "wrong": colours.WRONG}
ANSWER_COLOURS: Final = {"right": colours.CROWD, "false": colours.WRONG, "open": colours.QUIET}
OUTLINE: Final[dict[str, Any]] = {"stroke": colours.INK, "strokeWidth": 0.5}
ROW: Final = 30
"""Height of a row, in pixels: of a chart that has no bars, too."""

DECLINED: Final = "4"
"""The place of the last choice of each request."""


def desk_chart(swept: Swept) -> alt.HConcatChart:
    """Draw one setting of the desk; the names of the requests are the chart's parameters, each the place of a choice.

    Args:
        swept: see `lessons.release_desk.sweep.all_settings`.
    """
    names = [control_of(request) for request in REQUESTS]
    published = " + ".join(f"toNumber({name} != '{DECLINED}')" for name in names)
    parameters = [
        *(alt.param(name=name, value=DECLINED) for name in names),
        alt.param(name="published", expr=published),
        alt.param(name="saying", expr=f"published > {AT_MOST} ? 'many' : 'few'"),
    ]
    panels = alt.hconcat(_people(swept.attacks), _answers(swept.settings), spacing=24).add_params(*parameters)
    panels = panels.properties(description=strings.CHART).configure_view(stroke=None)
    return (
        panels.resolve_scale(color="independent")
        .configure_axis(titleFontWeight="normal")
        .configure_title(anchor="start")
    )


def _here() -> str:
    """Whether a row belongs to where the controls stand."""
    return f"datum.key == {' + '.join(control_of(request) for request in REQUESTS)}"


def _people(attacks: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """For each attack the people whom it finds, and its false claims."""
    order = [attack.name for attack in ATTACKS]
    most = max(1, int(attacks[["found", "wrong"]].to_numpy().max(initial=0)))
    chart = alt.Chart(attacks).transform_filter(_here()).transform_fold(list(FOUND_COLOURS), as_=["part", "number"])
    scale = alt.Scale(domain=list(FOUND_COLOURS), range=list(FOUND_COLOURS.values()))
    legend = alt.Legend(title=None, orient="top", labelExpr=_labels(strings.FOUND_PARTS), symbolOpacity=1)
    base = chart.encode(
        alt.Y("attack:N", scale=alt.Scale(domain=order), title=None, axis=alt.Axis(ticks=False, labelLimit=170)),
        alt.X("number:Q", title=strings.PEOPLE_AXIS, scale=alt.Scale(type="symlog", domain=[0, most]), axis=_axis()),
        yOffset=alt.YOffset("part:N", sort=list(FOUND_COLOURS)),
    )
    bars = base.mark_bar(aria=False, **OUTLINE).encode(alt.Color("part:N", scale=scale, legend=legend))
    numbers = base.mark_text(aria=False, align="left", dx=4, fontSize=10, color=colours.INK).encode(
        alt.Text("number:Q", format=",")
    )
    return alt.layer(bars, numbers).properties(width=250, height=ROW * len(order), title=strings.PEOPLE_TITLE)


def _answers(settings: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """The questions: answered rightly, wrongly, or not."""
    chart = alt.Chart(settings[["key", *ANSWER_COLOURS]]).transform_filter(_here())
    chart = chart.transform_fold(list(ANSWER_COLOURS), as_=["part", "number"])
    scale = alt.Scale(domain=list(ANSWER_COLOURS), range=list(ANSWER_COLOURS.values()))
    most = int(settings[list(ANSWER_COLOURS)].sum(axis=1).max())
    base = chart.encode(
        alt.Y(
            "part:N",
            scale=alt.Scale(domain=list(ANSWER_COLOURS)),
            title=None,
            axis=alt.Axis(ticks=False, labelExpr=_labels(strings.ANSWER_PARTS), labelLimit=170),
        ),
        alt.X("number:Q", title=strings.ANSWERS_AXIS, scale=alt.Scale(domain=[0, most]), axis=_axis()),
    )
    bars = base.mark_bar(**OUTLINE).encode(alt.Color("part:N", scale=scale, legend=None))
    numbers = base.mark_text(align="left", dx=4, color=colours.INK).encode(text="number:Q")
    return alt.layer(bars, numbers).properties(width=150, height=ROW * len(ANSWER_COLOURS), title=strings.ANSWERS_TITLE)


def _labels(names: dict[str, str]) -> str:
    """An expression that says a part in words."""
    return " : ".join(f"datum.value == '{part}' ? '{name}'" for part, name in names.items()) + " : ''"


def _axis() -> alt.Axis:
    """An axis of whole numbers, without a grid."""
    return alt.Axis(grid=False, format="d", tickCount=4)
