"""The learner's progress as a picture: one sign for each thing that she has begun."""

from typing import Final

import altair as alt
import pandas as pd

from teaching.charts import colours
from teaching.lesson_names import lesson_name
from teaching.strings import progress as strings

STATES: Final = (strings.RIGHT, strings.NOT_YET, strings.BEGUN, strings.GUESSED)


def progress_chart(standing: pd.DataFrame) -> alt.Chart:
    """Draw how things stand: a row of signs for each lesson.

    Args:
        standing: one row for each thing (see `teaching.progress.my_progress`).
    """
    names = standing["lesson"].map(lesson_name)
    signs = standing.assign(place=standing.groupby("lesson").cumcount(), lesson=names)
    fill = [colours.CROWD, colours.FOUND, colours.NARROWED, colours.BLIND]
    shapes = ["circle", "triangle-up", "diamond", "square"]
    legend = alt.Legend(title=strings.PROGRESS_LEGEND, orient="top")
    return (
        alt.Chart(signs, description=strings.PROGRESS_CHART)
        .mark_point(filled=True, size=140, opacity=1)
        .encode(
            x=alt.X("place:Q", axis=None, scale=alt.Scale(domainMin=-0.6)),
            y=alt.Y("lesson:N", sort=None, title=None, axis=alt.Axis(ticks=False, domain=False, labelLimit=260)),
            color=alt.Color("state:N", scale=alt.Scale(domain=list(STATES), range=fill), legend=legend),
            shape=alt.Shape("state:N", scale=alt.Scale(domain=list(STATES), range=shapes), legend=legend),
            tooltip=["what:N", "state:N", "tries:Q", "hints:Q"],
        )
        .properties(width=480, height=alt.Step(32))
        .configure_view(stroke=None)
    )
