"""Ask again, ask differently: a count, a way of changing it, and more and more other ways to ask."""

from collections.abc import Sequence
from typing import Any, Final

import pandas as pd

from disclosure.defences.cell_key import CellKey
from disclosure.defences.random_rounding import RoundRandomly
from lessons.rounding import strings
from lessons.rounding.chart import averaging_chart
from lessons.rounding.release import Change, nearest_5
from lessons.rounding.sweep import estimates, exact_again
from teaching.widgets.controls import Choice, Slider
from teaching.widgets.explorer import Explorer, Lookup

WAYS: Final[dict[str, Change]] = {
    "nearest 5": nearest_5,
    "random 3": RoundRandomly(3).printed,
    "keys 2": CellKey(2, 1, 1).printed,
    "keys 3": CellKey(3, 1.5, 2).printed,
    "keys 5": CellKey().printed,
}
"""The ways of changing, by the names of the controls."""

FIRST: Final = "keys 5"
MOST_ASKED: Final = 100
SPLIT_BY: Final = "age_group"
"""The column by which cells are split: its 8 labels make more than a hundred splits."""

GROUPS: Final = 3
"""How many cells can be chosen: a small one, a middle one, a large one."""


def explore_averaging(people: pd.DataFrame, by: Sequence[str], cells: pd.DataFrame) -> Explorer:
    """Show how the estimates of a count narrow when it is asked for in more and more other ways.

    Args:
        people: one row per person, with ``record_key`` and ``SPLIT_BY``.
        by: the columns that make a cell.
        cells: one row per cell: its labels and ``count`` (in truth).

    Returns:
        Two choices, a slider, the chart and the sentence of their setting. ``shares`` has one row per way and number of
        questions (see `lessons.rounding.sweep.exact_again`).
    """
    estimated = estimates(people, WAYS, by, cells, other=SPLIT_BY)
    asked = range(min(MOST_ASKED, int(estimated["asked"].max())) + 1)
    shares, names = exact_again(estimated, asked), _some_cells(estimated)
    places = {name: place for place, name in enumerate(names)}
    curves = estimated[estimated["target"].isin(names) & estimated["asked"].isin(asked)]
    curves = curves.assign(group=curves["target"].map(places), estimate=curves["estimate"].round(1))
    return Explorer(
        [
            [Choice("way", strings.WAY_LABEL, strings.WAYS, start=FIRST, drop_down=True)],
            [
                Choice("group", strings.GROUP_LABEL, dict(enumerate(names)), drop_down=True),
                Slider("asked", strings.ASKED_LABEL, minimum=0, maximum=asked[-1]),
            ],
        ],
        averaging_chart(curves.drop(columns="target"), shares.drop(columns="error"), way=FIRST, group=0),
        {"setting": {"lookup": "sentences"}},
        lookups={"sentences": Lookup(("way", "group", "asked"), _sentences(curves, shares))},
        results={"shares": shares},
    )


def _some_cells(estimated: pd.DataFrame) -> list[str]:
    """The names of some cells, evenly from the smallest to the largest."""
    ordered = estimated.drop_duplicates("target").sort_values("count", kind="stable")["target"].tolist()
    places = [round(place * (len(ordered) - 1) / (GROUPS - 1)) for place in range(GROUPS)]
    return list(dict.fromkeys(ordered[place] for place in places))


def _sentences(curves: pd.DataFrame, shares: pd.DataFrame) -> dict[tuple[str, int, int], str]:
    """The sentence of each setting: (way, place of the cell, number of questions) -> what is known and true."""
    printed = curves[curves["asked"] == 0].set_index(["way", "group"])["estimate"].astype(int)
    exact = shares.set_index(["way", "asked"])
    return {
        (row["way"], row["group"], row["asked"]): _sentence(
            row, int(printed[row["way"], row["group"]]), exact.loc[(row["way"], row["asked"])]
        )
        for row in curves.to_dict("records")
    }


def _sentence(row: dict[Any, Any], printed: int, exact: pd.Series) -> str:
    """What somebody knows who has asked so often."""
    n = row["asked"]
    asked = strings.ASKED[n == 1].format(n=n, estimate=row["estimate"]) if n else strings.NOT_ASKED
    return strings.SENTENCE.format(
        group=row["target"],
        printed=printed,
        asked=asked,
        count=row["count"],
        cells=int(exact["cells"]),
        exact=int(exact["exact"]),
    )
