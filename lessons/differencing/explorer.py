"""Two releases under the learner's hand: take one off the other, and see who is left."""

from functools import cached_property
from typing import Any, Final

import altair as alt
import ipywidgets as widgets
import numpy as np
import pandas as pd

from disclosure.attacks.difference_sentences import sentence
from disclosure.attacks.query_sets import query_sets_of
from disclosure.defences.untreated import refuse_unless_two_way
from disclosure.measures.rhythm import RHYTHMS, isolated_by_rhythm
from disclosure.rules import THRESHOLDS_IN_USE
from disclosure.tables.editions import Archive, Publication
from lessons.differencing import strings
from lessons.differencing.chart import difference_sentences, differencing_chart
from teaching.charts.offline import draw_offline
from teaching.widgets.choice_control import ChoiceControl
from teaching.widgets.one_at_a_time import one_at_a_time
from teaching.widgets.range_control import RangeControl

THRESHOLDS: Final = range(3, 16)
"""What the slider offers, as in the lesson on suppression."""

NEVER: Final = 10**6
"""Milliseconds until the chart would report its parameter to the kernel, which is where it came from."""


def explore_differencing(
    weekly: tuple[Publication, ...], others: tuple[Publication, ...] = (), *, thresholds: range = THRESHOLDS
) -> "DifferencingExplorer":
    """Show what is left when one release is taken off another, under a threshold and a rhythm that can be moved.

    Args:
        weekly: a two-way table without totals as it was counted week after week, nothing hidden; nobody leaves.
        others: more releases of the same table, such as one that leaves out the staff.
        thresholds: consecutive settings of the slider.

    Returns:
        A rhythm, a threshold, two lists of releases, the chart, and a list of the cells that light up with the sentence
        of the one that is chosen. A move sends numbers, names and sentences to the browser, and no chart.
    """
    draw_offline()
    return DifferencingExplorer(weekly, others, thresholds)


class DifferencingExplorer(widgets.VBox):
    """The controls, the chart and what ties them together.

    Args:
        weekly, others, thresholds: as in `explore_differencing`.

    Attributes:
        rhythm, threshold, larger, smaller, cell: the controls.
        chart: the chart; its parameters have the names of the controls.
        curves: what its curves are made of (see `disclosure.measures.rhythm.isolated_by_rhythm`).
    """

    def __init__(self, weekly: tuple[Publication, ...], others: tuple[Publication, ...], thresholds: range) -> None:
        """Compute all settings, then show the last two releases."""
        self._releases, self._weeks = (*weekly, *others), len(weekly)
        self._names = [release.name for release in self._releases]
        self._cells = _cells(self._releases)
        self.curves = isolated_by_rhythm(weekly, thresholds)
        self.rhythm = ChoiceControl(label=strings.RHYTHM_LABEL, options=list(strings.RHYTHMS.values()))
        self.threshold = _slider(thresholds)
        self.larger = ChoiceControl(label=strings.LARGER_LABEL, options=self._larger(), drop_down=True)
        self.smaller = ChoiceControl(label=strings.SMALLER_LABEL, options=self._smaller(), drop_down=True)
        self.cell = ChoiceControl(
            label=strings.CELL_LABEL, options=self._offered(None), drop_down=True, from_chart=True
        )
        spec = differencing_chart(
            self._cells, self.curves, self._names, larger=self._pair[0], smaller=self._pair[1], cell=self.cell.value
        )
        options = {"actions": False, "renderer": "svg"}
        self.chart = alt.JupyterChart(spec, embed_options=options, debounce_wait=NEVER)
        for control in (self.rhythm, self.larger, self.smaller, self.threshold, self.cell):
            control.observe(self._show, "value")
        pair = widgets.HBox([self.larger, self.smaller], layout={"flex_flow": "row wrap"})
        super().__init__([self.rhythm, pair, self.threshold, self.chart, self.cell])
        self._show({})

    @property
    def _pair(self) -> tuple[int, int]:
        """The numbers of the two chosen releases."""
        return self._names.index(self.larger.value), self._names.index(self.smaller.value)

    @cached_property
    def _lies_in(self) -> np.ndarray:
        """Whether release i counts some of the people of release j and nobody else; shape (releases, releases)."""
        query_sets = query_sets_of(Archive(self._releases))
        first = [int(np.flatnonzero(query_sets.publication == number)[0]) for number in range(len(self._releases))]
        code = query_sets.codes[first, 0]
        return query_sets.sides[0].inside[np.ix_(code, code)]

    def _out(self) -> list[int]:
        """The numbers of the releases that come out in this rhythm, the latest first."""
        every = RHYTHMS[next(key for key, words in strings.RHYTHMS.items() if words == self.rhythm.value)]
        return [*range(self._weeks)[::every][::-1], *range(self._weeks, len(self._releases))]

    def _larger(self) -> list[str]:
        """The releases from which another one can be taken off."""
        out = self._out()
        return [self._names[i] for i in out if any(self._lies_in[j, i] for j in out if j != i)]

    def _smaller(self) -> list[str]:
        """The releases that can be taken off the chosen one, the latest first."""
        chosen = self._names.index(self.larger.value)
        return [self._names[i] for i in self._out() if i != chosen and self._lies_in[i, chosen]]

    @one_at_a_time
    def _show(self, change: dict[str, Any]) -> None:
        """Bring lists, chart and sentences to the present setting."""
        _offer(self.larger, self._larger())
        _offer(self.smaller, self._smaller())
        larger, smaller = self._pair
        setting = {"threshold": self.threshold.value, "larger": larger, "smaller": smaller, "cell": self.cell.value}
        rhythm = next(key for key, words in strings.RHYTHMS.items() if words == self.rhythm.value)
        with self.chart.hold_sync():
            for name, value in (setting | {"rhythm": rhythm}).items():
                self.chart.params.set_trait(name, value)
        said = difference_sentences(self._cells, self._names, larger, smaller, self.threshold.value)
        self.threshold.sentence = said
        _offer(self.cell, self._offered(self.cell.value))
        self.cell.sentence = self._sentence(self.cell.value)

    def _offered(self, chosen: str | None) -> list[str]:
        """The cells that light up, and the chosen one, whatever became of it."""
        now, before = (np.array([its[i] for its in self._cells["counts"]]) for i in self._pair)
        k = self.threshold.value
        lit = (np.minimum(now, before) >= k) | ((now >= k) & (before == 0))
        lit &= (now - before >= 1) & (now - before < k)
        names = self._cells["cell"]
        return names[lit | names.eq(chosen or "").to_numpy()].to_list() or names.to_list()[:1]

    def _sentence(self, cell: str) -> str:
        """What the difference of one cell says."""
        place = int(self._cells["cell"].eq(cell).to_numpy().argmax())
        larger, smaller = (self._releases[number] for number in self._pair)
        now, before = (release.table.cells.iloc[place] for release in (larger, smaller))
        if any(0 < int(each["count"]) < self.threshold.value for each in (now, before)):
            return strings.CELL_HIDDEN.format(cell=cell)
        if now["count"] == before["count"]:
            return strings.CELL_SAME.format(cell=cell, count=now["count"])
        return sentence("A - B", [(larger, now), (smaller, before)])


def _cells(releases: tuple[Publication, ...]) -> pd.DataFrame:
    """One row per cell, with its count in every release."""
    first = releases[0].table
    refuse_unless_two_way(first)
    rows, columns = first.by
    if any(not each.table.cells[[rows, columns]].equals(first.cells[[rows, columns]]) for each in releases):
        raise ValueError("the releases must be of one table: the same cells in the same order.")
    counts = np.array([each.table.cells["count"].to_numpy(dtype=np.int64) for each in releases]).T
    return first.cells[[rows, columns]].assign(cell=first.cell_names, counts=counts.tolist())


def _offer(control: ChoiceControl, options: list[str]) -> None:
    """Give a list its options; what is chosen stays if it can."""
    with control.hold_trait_notifications():
        control.options = options
        if control.value not in options:
            control.value = options[0]


def _slider(thresholds: range) -> RangeControl:
    """The threshold, with the names of those who use it."""
    landmarks = {rule.k: rule.who for rule in THRESHOLDS_IN_USE if rule.k in thresholds}
    return RangeControl(
        label=strings.THRESHOLD_LABEL,
        minimum=thresholds[0],
        maximum=thresholds[-1],
        landmarks=landmarks,
        value_text=strings.THRESHOLD_VALUE,
    )
