"""53 dots and one slider: the more somebody knows, the smaller the groups that the 53 fall into."""

from math import ceil, sqrt
from typing import Final

import altair as alt
import pandas as pd

from data_gen import make_world
from data_gen.streams import Seed
from editions.pages.language import Language
from lessons.singling_out.chart import crowd_words
from lessons.singling_out.release import drill_down, people_behind
from teaching.charts import colours
from teaching.widgets.controls import Slider
from teaching.widgets.explorer import Explorer, Lookup

FILM: Final = "Mistletoe at Thimble Hall"
DAYS: Final = pd.date_range("2017-11-23", "2017-12-10")
KNOWN: Final = ("country", "region", "device", "joined_week")
"""What becomes known, one fact at each step."""

WIDE: Final = 18
"""Dots in a line of groups, gaps included, before the next line begins."""


def explore_the_53(seed: str | None, language: Language) -> Explorer:
    """Show the 53 as dots that fall into groups, one fact more at each step of a slider.

    Args:
        seed: the nickname of the world; None for everybody's.
        language: what to say it in.
    """
    rows = rows_of_the_53(53 if seed is None else seed)
    steps = range(len(KNOWN) + 1)
    placed = pd.concat([in_groups(rows, KNOWN[:step]).assign(step=step) for step in steps], ignore_index=True)
    words = [language.page[f"onlooker_{step}"] for step in steps]
    alone = placed["crowd"].eq(1).groupby(placed["step"]).sum()
    sentences = {
        (step,): language.page["knows"].format(onlooker=words[step], people=len(rows), alone=alone[step])
        for step in steps
    }
    slider = Slider(
        "step", language.page["knows_label"], minimum=0, maximum=len(KNOWN), value_text=language.page["knows_value"]
    )
    return Explorer(
        [[slider]],
        dots(placed, language),
        {"setting": {"lookup": "said"}},
        lookups={"said": Lookup(("step",), sentences)},
    )


def rows_of_the_53(seed: Seed) -> pd.DataFrame:
    """Return the rows behind the joke: one per person, with the everyday facts."""
    world = make_world(seed=seed)
    film = int(world.titles.loc[world.titles["title"] == FILM, "title_id"].iloc[0])
    return drill_down(world.viewers, people_behind(world.views, title_id=film, days=DAYS))


def in_groups(rows: pd.DataFrame, facts: tuple[str, ...]) -> pd.DataFrame:
    """Place people who look alike next to each other, the largest group first.

    Args:
        rows: one per person.
        facts: the columns that the onlooker knows.

    Returns:
        One row per person: ``x`` and ``y`` in dots, ``crowd`` (people in the group).

    Examples:
        >>> in_groups(pd.DataFrame({"country": ["A", "B", "A"]}), ("country",))["crowd"].tolist()
        [2, 2, 1]
    """
    sizes = rows.groupby(list(facts)).size().to_list() if facts else [len(rows)]
    places, left, top, tallest = [], 0, 0, 0
    for size in sorted(sizes, reverse=True):
        side = ceil(sqrt(size))
        if left and left + side > WIDE:
            left, top, tallest = 0, top + tallest + 1, 0
        places += [(left + index % side, top + index // side, size) for index in range(size)]
        left, tallest = left + side + 1, max(tallest, ceil(size / side))
    return pd.DataFrame(places, columns=["x", "y", "crowd"])


def dots(placed: pd.DataFrame, language: Language) -> alt.Chart:
    """Draw the people of one step; shape says the same as colour."""
    words = crowd_words(placed["crowd"]).map(language.text)
    domain = [language.text(word) for word in crowd_words(pd.Series([1, 2, 5]))]
    fill = alt.Scale(domain=domain, range=[colours.FOUND, colours.BLIND, colours.CROWD])
    shapes = alt.Scale(domain=domain, range=["triangle-up", "square", "circle"])
    legend = alt.Legend(title=None, orient="bottom", direction="vertical")
    across = alt.Scale(domain=[-1, WIDE + 1], nice=False)
    down = alt.Scale(domain=[-1, int(placed["y"].max()) + 1], reverse=True, nice=False)
    return (
        alt.Chart(placed.assign(among=words), description=language.page["dots_chart"])
        .add_params(alt.param(name="step", value=0))
        .transform_filter("datum.step === step")
        .mark_point(filled=True, size=120, opacity=1, stroke=colours.INK, strokeWidth=1)
        .encode(
            alt.X("x:Q", axis=None, scale=across),
            alt.Y("y:Q", axis=None, scale=down),
            alt.Color("among:N", scale=fill, legend=legend),
            alt.Shape("among:N", scale=shapes, legend=legend),
        )
        .properties(width=330, height=300)
        .configure_view(stroke=None)
    )
