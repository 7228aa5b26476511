"""Who is the best candidate and how far ahead; what comes of that at each phi; and what a publisher can do about it."""

from typing import Any, Final

import altair as alt
import numpy as np
import pandas as pd

from lessons.linking import strings
from lessons.linking.attack import PHI
from lessons.linking.scoreboard import lead
from teaching.charts import colours
from teaching.charts.legends import in_words

SHOWN: Final = 12
"""How many of the best records a board shows."""

KINDS: Final = ["right", "wrong", "abstained"]
FILLS: Final = [colours.FOUND, colours.WRONG, colours.HIDDEN]
SHAPES: Final = ["triangle-up", "square", "circle"]
WIDTH: Final = 470


def board_chart(board: pd.DataFrame, *, phi: float = PHI) -> alt.LayerChart | alt.FacetChart:
    """Draw the best scores of all records, and how far the best one must reach to be declared.

    Args:
        board: ``viewer_id`` and ``score`` of every record, the best first (see `lessons.linking.attack.scoreboard`).
        phi: the eccentricity from which on a match is declared.
    """
    found = lead(board["score"].to_numpy())
    top = board.head(SHOWN).assign(
        record=lambda rows: rows["viewer_id"].astype("str"),
        place=lambda rows: np.select(
            [rows.index == 0, rows.index == 1], [strings.BEST, strings.SECOND], strings.OTHERS
        ),
    )
    needed = found.second + phi * float(board["score"].std(ddof=0))
    scale = alt.Scale(domain=[0, 1.02 * max(needed, found.best)], nice=False)
    base = alt.Chart(top).encode(
        alt.Y("record:N", sort=None, title=strings.RECORDS_AXIS, axis=alt.Axis(ticks=False)),
        alt.X("score:Q", title=strings.RECORD_AXIS, scale=scale, axis=alt.Axis(grid=False)),
    )
    indices = alt.Scale(
        domain=[strings.BEST, strings.SECOND, strings.OTHERS], range=[colours.FOUND, colours.NARROWED, colours.BLIND]
    )
    bars = base.mark_bar().encode(
        alt.Color("place:N", scale=indices, legend=None), tooltip=["record", "score", "place"]
    )
    words = base.transform_filter(f"datum.place != '{strings.OTHERS}'").mark_text(
        align="right", dx=-6, fontWeight="bold"
    )
    line = alt.Chart(pd.DataFrame({"needed": [needed]})).encode(alt.X("needed:Q", scale=scale))
    label = line.mark_text(y=-8, text=strings.NEEDED)
    rule = line.mark_rule(strokeDash=[5, 3], strokeWidth=2, color=colours.INK)
    title = alt.Title(_decision(board, phi), anchor="start", offset=20)
    drawn = alt.layer(bars, words.encode(text="place:N"), rule, label).properties(width=WIDTH, height=alt.Step(20))
    return drawn.properties(title=title, description=strings.BOARD_CHART)


def _decision(board: pd.DataFrame, phi: float) -> str:
    """The lead of the best score, and whether it is enough, in words."""
    found = lead(board["score"].to_numpy())
    declared = found.record >= 0 and found.eccentricity >= phi
    return strings.BOARD_TITLE.format(
        records=len(board),
        eccentricity=found.eccentricity,
        phi=phi,
        decision=strings.DECLARED if declared else strings.ABSTAINED,
    )


def outcome_chart(outcomes: pd.DataFrame) -> alt.VConcatChart:
    """Draw what comes of all accusations: a bar for the chosen phi, and curves; ``phi``, ``evidence``, ``presence``.

    Args:
        outcomes: one row per evidence, presence and phi (see `lessons.linking.sweep.outcomes_by_phi`).
    """
    rows = _long(outcomes)
    both = alt.vconcat(_bar(rows), _curves(rows, outcomes), spacing=14)
    values = {"phi": PHI, "evidence": next(reversed(strings.EVIDENCE)), "presence": next(iter(strings.PRESENCE))}
    both = both.add_params(*(alt.param(name=name, value=value) for name, value in values.items()))
    both = both.resolve_scale(color="shared", shape="shared")
    return both.properties(description=strings.OUTCOME_CHART).configure_view(stroke=None)


def sentences(outcomes: pd.DataFrame) -> dict[tuple[str, str, float], str]:
    """Say in words what the chart shows: one sentence for each evidence, presence and phi.

    Args:
        outcomes: one row per evidence, presence and phi.

    Examples:
        >>> row = {"evidence": "titles", "presence": "out", "phi": 1.5, "records": 90, "n": 10, "right": 0, "wrong": 3,
        ...        "abstained": 7, "wrong_low": 0.1, "wrong_high": 0.6}
        >>> sentences(pd.DataFrame([row]))["titles", "out", 1.5]
        'With phi = 1.5, of 10 people who are not among the 90 records at all, Ada still accuses 3 (10% to 60%), ...'
    """
    texts = {"in": strings.SENTENCE_IN, "out": strings.SENTENCE_OUT}
    rows: list[dict[str, Any]] = outcomes.to_dict("records")  # type: ignore[assignment]
    return {(row["evidence"], row["presence"], row["phi"]): texts[row["presence"]].format(**row) for row in rows}


def defences_chart(judged: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """Draw, for each defence, who is found all the same and who is accused without being there, with intervals.

    Args:
        judged: one row per defence (see `lessons.linking.sweep.sweep_logs`).
    """
    found = judged.assign(which="found", share=judged["right"] / judged["n"].clip(lower=1))
    accused = judged.assign(
        which="accused",
        share=judged["accused"] / judged["n_absent"].clip(lower=1),
        low=judged["accused_low"],
        high=judged["accused_high"],
    )
    both = pd.concat([found, accused]).assign(lost=_losses(judged) * 2)
    domain = list(strings.DEFENCE_MARKS)
    legend = alt.Legend(title=None, orient="top", labelLimit=300, labelExpr=in_words(strings.DEFENCE_MARKS))
    colour = alt.Color("which:N", scale=alt.Scale(domain=domain, range=[colours.FOUND, colours.WRONG]), legend=legend)
    shape = alt.Shape("which:N", scale=alt.Scale(domain=domain, range=["triangle-up", "square"]), legend=legend)
    lines = f"split(datum.label, '{strings.THEN}')"
    y = alt.Y(
        "label:N", sort=None, title=None, axis=alt.Axis(labelLimit=330, labelExpr=lines, labelPadding=10, ticks=False)
    )
    base = alt.Chart(both).encode(y, yOffset=alt.YOffset("which:N", sort=domain))
    x = alt.X(
        "share:Q", title=strings.DEFENCES_AXIS, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%", grid=False)
    )
    tooltip = ["label", "n", "right", "wrong", "abstained", "accused", alt.Tooltip("utility_lost", format=".0%")]
    points = base.mark_point(filled=True, opacity=1, size=70).encode(x, colour, shape, tooltip=tooltip)
    spans = base.mark_rule(strokeWidth=2).encode(alt.X("low:Q"), alt.X2("high:Q"), colour)
    loss = base.transform_filter("datum.which == 'found'").mark_text(align="left", x=WIDTH + 8).encode(y, text="lost:N")
    return alt.layer(spans, points, loss).properties(
        width=WIDTH, height=alt.Step(13), description=strings.DEFENCES_CHART
    )


def _losses(judged: pd.DataFrame) -> list[str]:
    """What the reader loses to each defence, in words."""
    return [
        strings.LOSS_TEXT.format(loss=loss, what=what) if loss else strings.NOTHING_LOST
        for loss, what in zip(judged["utility_lost"], judged["lost_of"], strict=True)
    ]


def _long(outcomes: pd.DataFrame) -> pd.DataFrame:
    """One row per setting and kind of outcome, with its share, and its interval where it is an accusation."""
    columns = ["evidence", "presence", "phi", "n"]
    rows = outcomes.melt(columns, KINDS, var_name="which", value_name="people")
    ends = {"right": ("low", "high"), "wrong": ("wrong_low", "wrong_high")}
    low, high = (
        np.concatenate(
            [outcomes[ends[kind][end]] if kind in ends else np.full(len(outcomes), np.nan) for kind in KINDS]
        )
        for end in (0, 1)
    )
    return rows.assign(
        share=rows["people"] / rows["n"].clip(lower=1), low=low, high=high, order=rows["which"].map(KINDS.index)
    )


def _colour() -> alt.Color:
    """The colours of the outcomes, in words."""
    return alt.Color("which:N", scale=alt.Scale(domain=KINDS, range=FILLS), legend=_legend())


def _legend() -> alt.Legend:
    """One legend for colours and shapes."""
    return alt.Legend(title=None, orient="top", labelExpr=in_words(strings.OUTCOMES))


def _bar(rows: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """All people looked for, by what comes of them at the chosen phi."""
    chosen = "datum.evidence == evidence && datum.presence == presence && datum.phi == phi"
    base = alt.Chart(rows).transform_filter(chosen).transform_stack(
        stack="people", as_=["from", "to"], groupby=["phi"], sort=[alt.SortField("order")]
    )  # fmt: skip
    most = alt.Scale(domain=[0, max(1, int(rows["n"].max()))], nice=False)
    x = alt.X("from:Q", title=strings.PEOPLE_NOW, scale=most, axis=alt.Axis(grid=False))
    bars = base.mark_bar(height=30).encode(x, alt.X2("to:Q"), _colour())
    counts = base.transform_filter("datum.people > 0").transform_calculate(middle="(datum.from + datum.to) / 2")
    inside = counts.transform_filter(f"datum.people / {most.domain[1]} >= 0.06").mark_text(
        fontWeight="bold", color="white"
    )
    return alt.layer(bars, inside.encode(alt.X("middle:Q", scale=most), text="people:Q")).properties(
        width=WIDTH, height=34
    )


def _curves(rows: pd.DataFrame, outcomes: pd.DataFrame) -> alt.LayerChart | alt.FacetChart:
    """The share of each outcome over all phi, with intervals, the chosen phi and a blind guess."""
    x = alt.X("phi:Q", title=strings.PHI_AXIS, axis=alt.Axis(grid=False))
    scale = alt.Scale(domain=[0, 1])
    here = "datum.evidence == evidence && datum.presence == presence"
    base = alt.Chart(rows).transform_filter(here).encode(x)
    y = alt.Y("share:Q", title=strings.SHARE_AXIS, scale=scale, axis=alt.Axis(format="%", grid=False))
    bands = base.transform_filter("isValid(datum.low)").mark_area(opacity=0.25).encode(
        alt.Y("low:Q", scale=scale), alt.Y2("high:Q"), _colour()
    )  # fmt: skip
    lines = base.mark_line().encode(y, _colour())
    shape = alt.Shape("which:N", scale=alt.Scale(domain=KINDS, range=SHAPES), legend=_legend())
    points = base.mark_point(filled=True, opacity=1, size=45).encode(y, _colour(), shape)
    blind = outcomes.assign(share=outcomes["baseline"] / outcomes["n"].clip(lower=1))[
        ["evidence", "presence", "phi", "share"]
    ]
    guess = alt.Chart(blind).transform_filter(here).encode(x, y)
    dashes = guess.mark_line(strokeDash=[2, 3], color=colours.INK)
    last = guess.transform_filter(f"datum.phi == {outcomes['phi'].max()}")
    name = last.mark_text(align="left", dx=8, text=strings.BLIND_GUESS)
    phis = pd.DataFrame({"phi": sorted(set(outcomes["phi"]))})
    setting = alt.Chart(phis).transform_filter("datum.phi == phi").mark_rule(strokeDash=[5, 3], strokeWidth=2).encode(x)
    return alt.layer(bands, dashes, name, setting, lines, points).properties(width=WIDTH, height=230)
