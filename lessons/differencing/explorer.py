"""Two releases under the learner's hand: take one off the other, and see who is left."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure import strings as difference_strings
from disclosure.attacks.difference_sentences import what_is_missing
from disclosure.attacks.query_sets import query_sets_of
from disclosure.defences.untreated import refuse_unless_two_way
from disclosure.measures.rhythm import RHYTHMS, isolated_by_rhythm
from disclosure.tables.editions import Archive, Publication
from lessons.differencing import strings
from lessons.differencing.chart import BEFORE, NOW, STATE, differencing_chart
from teaching.widgets.controls import Choice, Slider
from teaching.widgets.explorer import Cells, Explorer, Lookup, must_be_two_way
from teaching.widgets.thresholds import THRESHOLDS, threshold_slider

COMPUTED: Final = {
    "now": NOW,
    "before": BEFORE,
    "grown": "datum.now - datum.before",
    "state": STATE,
    "saying": "indexof('hz', datum.state) >= 0 ? datum.state : datum.grown === 1 ? 'one' : 'several'",
}
"""What the page works out for each cell, one from the other."""

COUNTED: Final = {
    "cells": "true",
    "isolated": "datum.state === 'x'",
    "people": "datum.state === 'x' ? datum.grown : 0",
    "alone": "datum.state === 'x' && datum.grown === 1",
    "hidden": "datum.state === 'h'",
}
"""What it counts over all cells."""


def explore_differencing(
    weekly: tuple[Publication, ...], others: tuple[Publication, ...] = (), *, thresholds: range = THRESHOLDS
) -> Explorer:
    """Show what is left when one release is taken off another, under a threshold and a rhythm that can be moved.

    Args:
        weekly: a two-way table without totals as it was counted week after week, nothing hidden; nobody leaves.
        others: more releases of the same table, such as one that leaves out the staff.
        thresholds: consecutive settings of the slider.

    Returns:
        A threshold, a rhythm and two lists of releases, the chart, the sentence of the setting, and a list of the cells
        that light up with the sentence of the one that is chosen. It begins with the last two releases. ``curves`` is
        what its curves are made of (see `disclosure.measures.rhythm.isolated_by_rhythm`).

    Raises:
        ValueError: the releases are not of one table, or it has not two dimensions.
    """
    releases = (*weekly, *others)
    must_be_two_way(releases[0].table)
    cells, curves = _cells(releases), isolated_by_rhythm(weekly, thresholds)
    larger, smaller = _offered(releases, len(weekly))
    last = next(iter(larger.values()))[0]
    before = smaller[next(iter(larger))[0], last][0]
    return Explorer(
        [[threshold_slider(thresholds)], _choices(releases, last, before)],
        differencing_chart(cells, curves, larger=last, smaller=before),
        {"setting": strings.DIFFERENCE_SENTENCE, "cell": {"states": _templates()}},
        lookups={
            "minuends": Lookup(("rhythm",), larger),
            "subtrahends": Lookup(("rhythm", "larger"), smaller),
            "minus": Lookup(("larger", "smaller"), dict(_missing(releases, smaller))),
        },
        cells=Cells(
            strings.CELL_LABEL, cells, COMPUTED, "x", COUNTED, {"strength": "threshold", "most": "threshold - 1"}
        ),
        results={"curves": curves},
    )


def _choices(releases: Sequence[Publication], larger: int, smaller: int) -> list[Slider | Choice]:
    """The rhythm, and two lists of releases."""
    names = {index: release.name for index, release in enumerate(releases)}
    return [
        Choice("rhythm", strings.RHYTHM_LABEL, strings.RHYTHMS),
        Choice("larger", strings.LARGER_LABEL, names, start=larger, drop_down=True, offered="minuends"),
        Choice("smaller", strings.SMALLER_LABEL, names, start=smaller, drop_down=True, offered="subtrahends"),
    ]


def _cells(releases: Sequence[Publication]) -> pd.DataFrame:
    """One row per cell, with its count in every release."""
    first = releases[0].table
    refuse_unless_two_way(first)
    rows, columns = first.by
    if any(not each.table.cells[[rows, columns]].equals(first.cells[[rows, columns]]) for each in releases):
        raise ValueError("the releases must be of one table: the same cells in the same order.")
    counts = np.array([each.table.cells["count"].to_numpy(dtype=np.int64) for each in releases]).T
    return first.cells[[rows, columns]].assign(cell=first.cell_names, counts=counts.tolist())


def _offered(
    releases: Sequence[Publication], weeks: int
) -> tuple[dict[tuple[Any, ...], list[int]], dict[tuple[Any, ...], list[int]]]:
    """The releases from which another one can be taken off, by rhythm; and those that can be taken off each of them.

    Both the latest first. A release can be taken off another one if it counts some of its people and nobody else.
    """
    lies_in = _lies_in(releases)
    larger: dict[tuple[Any, ...], list[int]] = {}
    smaller: dict[tuple[Any, ...], list[int]] = {}
    for rhythm, every in RHYTHMS.items():
        out = [*range(weeks)[::every][::-1], *range(weeks, len(releases))]
        inside = {one: [other for other in out if other != one and lies_in[other, one]] for one in out}
        larger[rhythm,] = [one for one in out if inside[one]]
        smaller |= {(rhythm, one): inside[one] for one in larger[rhythm,]}
    return larger, smaller


def _lies_in(releases: Sequence[Publication]) -> np.ndarray:
    """Whether release i counts some of the people of release j and nobody else; shape (releases, releases)."""
    query_sets = query_sets_of(Archive(tuple(releases)))
    first = [int(np.flatnonzero(query_sets.publication == number)[0]) for number in range(len(releases))]
    code = query_sets.codes[first, 0]
    return query_sets.sides[0].inside[np.ix_(code, code)]


def _missing(
    releases: Sequence[Publication], smaller: dict[tuple[Any, ...], list[int]]
) -> Iterator[tuple[tuple[int, int], str]]:
    """For each pair that can be chosen: how somebody differs who is in the first release and not in the other."""
    cells = [release.table.cells.iloc[0] for release in releases]
    for one, other in sorted({(one, other) for (_, one), others in smaller.items() for other in others}):
        plus, minus = (releases[one], cells[one]), (releases[other], cells[other])
        yield (one, other), what_is_missing([plus], minus)


def _templates() -> dict[str, str]:
    """What the difference of one cell says, as templates: the words of `disclosure.attacks.difference_sentences`."""
    printed = ", ".join(
        difference_strings.PRINTS.format(name=f"{{{name}}}", count=f"{{{count}}}")
        for name, count in (("larger", "now"), ("smaller", "before"))
    )
    words = difference_strings.SAME_CELL.format(cell="{cell}", cells=printed) + difference_strings.WHO["A - B"]
    numbers = {"one": difference_strings.PEOPLE[1], "several": difference_strings.PEOPLE[2].format(people="{grown}")}
    differing = {how: words.replace("{Number}", number[0].upper() + number[1:]) for how, number in numbers.items()}
    return {"h": strings.CELL_HIDDEN, "z": strings.CELL_SAME.replace("{count}", "{now}"), **differing}
