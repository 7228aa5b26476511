"""Classes of an extract by their size, and what a register makes of them."""

from typing import Any, Final

import altair as alt
import pandas as pd

from lessons.quasi_identifiers import strings
from teaching.charts import colours
from teaching.charts.legends import in_words
from teaching.charts.outcomes import OUTCOMES
from teaching.strings import outcomes

HEIGHT, BAR = 190, 44
SIZE_FILLS: Final = [colours.FOUND, colours.NARROWED, colours.BLIND, colours.CROWD, colours.HIDDEN]
ATTACKER_COLUMNS: Final = {"cautious": "", "daring": "dare_"}
NUMBERS_FROM: Final = 0.04
"""The smallest share of a bar in which its number still has room."""

HERE: Final = "datum.columns == columns && datum.coarse == coarse && datum.k == k"
"""The row or rows of the present setting."""

_SIDE: Final = alt.Axis(labelLimit=260, ticks=False, domain=False)


def class_size_bars(sizes: pd.DataFrame, description: str = strings.CLASS_CHART) -> alt.LayerChart | alt.FacetChart:
    """Draw one bar per set of columns: how many people stand in classes of which size.

    Args:
        sizes: one row per set of columns and size: ``known`` (its name), ``size`` (in words), ``people``.
        description: what the chart shows, for those who do not see it.
    """
    words = [word for word in (*strings.SIZES, strings.LEFT_OUT) if word in set(sizes["size"])]
    place = {word: number for number, word in enumerate(words)}
    total = max(1, int(sizes.groupby("known")["people"].sum().max()))
    bars = sizes.assign(place=sizes["size"].map(place), share=sizes["people"] / total)
    fill = alt.Scale(domain=words, range=[*SIZE_FILLS, colours.QUIET][: len(words)])
    legend = alt.Legend(title=strings.SIZE_LEGEND, orient="bottom", titleLimit=300)
    down = alt.Y("known:N", sort=None, title=None, axis=_SIDE)
    across = alt.X("people:Q", title=strings.PEOPLE_AXIS, stack="zero", scale=alt.Scale(domain=[0, total], nice=False))
    tooltip = ["known", "size", "people"]
    drawn = alt.Chart(bars).mark_bar().encode(across, down, order="place:Q", tooltip=tooltip)
    drawn = drawn.encode(alt.Color("size:N", scale=fill, legend=legend))
    roomy = bars.assign(said=bars["people"].map("{:,}".format).where(bars["share"] >= NUMBERS_FROM, ""))
    numbers = alt.Chart(roomy).mark_text(align="right", dx=-5).encode(
        alt.X("people:Q", stack="zero"), down, text="said:N", order="place:Q",
        color=alt.condition(f"datum.place == {place.get('2 to 4', -1)}", alt.value(colours.INK), alt.value("white")),
    )  # fmt: skip
    both = alt.layer(drawn, numbers).properties(width=520, height=alt.Step(34), description=description)
    return both.configure_view(stroke=None)


def share_bars(compared: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Draw one bar per group of people: the share that is right of what was declared, its interval, a blind guess.

    Args:
        compared: one row per group: ``targets`` (its name), ``share``, ``low``, ``high``, ``blind`` (see
            `lessons.quasi_identifiers.side_by_side.outcomes`).
    """
    down = alt.Y("targets:N", sort=None, title=None, axis=_SIDE)
    across = alt.X("share:Q", title=strings.SHARE_AXIS, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))
    base = alt.Chart(compared).encode(down)
    bars = base.mark_bar(color=colours.CROWD, size=26).encode(across, tooltip=["targets", "right", "wrong"])
    spans = base.mark_rule(color=colours.INK, strokeWidth=2).encode(alt.X("low:Q"), alt.X2("high:Q"))
    blind = alt.Chart(compared.head(1)).encode(alt.X("blind:Q"))
    line = blind.mark_rule(color=colours.INK, strokeDash=[6, 4], strokeWidth=2)
    word = blind.mark_text(align="left", dx=5, y=-8, fontSize=13).encode(text=alt.value(strings.BLIND_LINE))
    both = alt.layer(bars, spans, line, word)
    return both.properties(width=520, height=alt.Step(48), description=strings.SHARE_CHART).configure_view(stroke=None)


def quasi_identifier_chart(judged: pd.DataFrame, sizes: pd.DataFrame) -> alt.HConcatChart:
    """Draw one way to publish: sizes of classes, who is named, what is lost.

    ``columns``, ``coarse`` and ``k`` are the chart's parameters.

    Args:
        judged: one row per way and k (see `lessons.quasi_identifiers.sweep.publication_sweep`).
        sizes: one row per way, k and size of class (from the same).

    Returns:
        A chart that redraws when its parameters are set, with no further data.
    """
    panels = alt.hconcat(_sizes(sizes), _named(judged), _lost(judged), spacing=24)
    values = {"columns": next(iter(strings.COLUMNS)), "coarse": next(iter(strings.COARSE)), "k": int(judged["k"].min())}
    panels = panels.add_params(*(alt.param(name=name, value=value) for name, value in values.items()))
    panels = panels.resolve_scale(color="independent")
    panels = panels.properties(description=strings.QUASI_CHART).configure_view(stroke=None)
    return panels.configure_title(anchor="start").configure_axis(titleFontWeight="normal")


def sentences(judged: pd.DataFrame) -> dict[tuple[str, str, int], str]:
    """Say in words what the chart shows: (columns, how finely, k) -> sentence.

    Args:
        judged: one row per way and k.

    Examples:
        >>> row = {"columns": "all", "coarse": "day", "k": 2, "rows": 9, "published": 4, "smallest": 2, "n": 5,
        ...        "members": 3, "right": 0, "wrong": 0, "dare_right": 1, "dare_wrong": 2, "utility_lost": 0.5}
        >>> sentences(pd.DataFrame([row]))["all", "day", 2]
        'k = 2: 4 of 9 rows are published; the smallest class has 2. ... (33% of the 3 who are in the extract; ...'
    """
    rows: list[dict[str, Any]] = judged.to_dict("records")  # type: ignore[assignment]
    return {(row["columns"], row["coarse"], row["k"]): _sentence(row) for row in rows}


def _sentence(row: dict[str, Any]) -> str:
    """What one setting means."""
    if not row["published"]:
        return strings.NOTHING_LEFT.format(**row)
    share = row["dare_right"] / max(1, row["members"])
    return strings.SENTENCE.format(**row, of_members=share, bound=1 / row["k"])


def _sizes(sizes: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """The histogram: people by the size of their class; whoever is alone or left out is marked by colour and place."""
    words = [*strings.SIZES, strings.LEFT_OUT]
    fill = alt.Scale(domain=words, range=[colours.FOUND, *[colours.CROWD] * (len(words) - 2), "#b9b4aa"])
    total = max(1, int(sizes.groupby(["columns", "coarse", "k"])["people"].sum().max()))
    across = alt.X("size:N", sort=words, title=strings.SIZE_AXIS, axis=alt.Axis(labelAngle=-35, ticks=False))
    up = alt.Y("people:Q", title=strings.PEOPLE_AXIS, scale=alt.Scale(domain=[0, total]), axis=alt.Axis(grid=False))
    base = alt.Chart(sizes).transform_filter(HERE).encode(across, up)
    bars = base.mark_bar().encode(alt.Color("size:N", scale=fill, legend=None))
    numbers = base.mark_text(dy=-7, color=colours.INK).encode(text=alt.Text("people:Q", format=","))
    return alt.layer(bars, numbers).properties(width=250, height=HEIGHT, title=strings.SIZES_TITLE)


def _named(judged: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Both attackers: right, wrong, abstained, and what a blind guess gets right."""
    entries = max(1, int(judged["n"].max()))
    bars = _outcomes(judged)
    bars = bars.assign(said=bars["people"].map("{:,}".format).where(bars["people"] >= 3 * NUMBERS_FROM * entries, ""))
    labels = alt.Scale(domain=list(OUTCOMES), range=list(OUTCOMES.values()))
    legend = alt.Legend(title=None, orient="bottom", labelExpr=in_words(outcomes.OUTCOMES))
    down = alt.Y("attacker:N", sort=None, title=None, axis=_SIDE)
    across = alt.X(
        "people:Q", title=strings.ENTRIES_AXIS, stack="zero", scale=alt.Scale(domain=[0, entries], nice=False),
        axis=alt.Axis(grid=False, tickCount=4),
    )  # fmt: skip
    base = alt.Chart(bars).transform_filter(HERE)
    drawn = base.mark_bar(size=BAR).encode(
        across, down, alt.Color("outcome:N", scale=labels, legend=legend), order="place:Q"
    )
    numbers = base.mark_text(align="right", dx=-5, color="white", fontWeight="bold").encode(
        alt.X("people:Q", stack="zero"), down, text="said:N", order="place:Q"
    )
    blind = base.transform_filter("datum.place == 0").mark_tick(
        thickness=3, color=colours.INK, size=BAR + 14, opacity=1
    )
    marks = blind.encode(alt.X("baseline:Q"), down, tooltip=[alt.Tooltip("baseline:Q", title=outcomes.BLIND_GUESS)])
    named = alt.layer(drawn, numbers, marks)
    return named.properties(width=270, height=HEIGHT, title=strings.LINKED_TITLE)


def _outcomes(judged: pd.DataFrame) -> pd.DataFrame:
    """One row per setting, attacker and outcome."""
    parts = [
        judged[["columns", "coarse", "k", "baseline"]].assign(
            attacker=strings.ATTACKERS[attacker], outcome=outcome, people=judged[prefix + outcome], place=place
        )
        for attacker, prefix in ATTACKER_COLUMNS.items()
        for place, outcome in enumerate(OUTCOMES)
    ]
    return pd.concat(parts, ignore_index=True)


def _lost(judged: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """The price, from nothing to everything."""
    up = alt.Y(
        "utility_lost:Q", title=strings.LOST_AXIS, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%", grid=False)
    )
    base = alt.Chart(judged).transform_filter(HERE).encode(up)
    bar = base.mark_bar(color=colours.HIDDEN, size=36)
    number = base.mark_text(dy=-7, color=colours.INK).encode(text=alt.Text("utility_lost:Q", format=".0%"))
    return alt.layer(bar, number).properties(width=60, height=HEIGHT, title=strings.LOST_TITLE)
