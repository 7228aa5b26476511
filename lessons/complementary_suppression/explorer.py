"""Repairs under the learner's finger: the table at each threshold, who pays, and the frontier of all thresholds."""

from functools import cache
from typing import Any, Final, Literal

import altair as alt
import ipywidgets as widgets
import pandas as pd

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.defences.untreated import refuse_treated, refuse_unless_two_way
from disclosure.repair.optimal_repair import Watch
from disclosure.repair.protection import Protection, Width
from disclosure.rules import THRESHOLDS_IN_USE
from disclosure.tables.count_table import CountTable
from lessons.complementary_suppression import strings
from lessons.complementary_suppression.chart import frontier, points_of
from lessons.complementary_suppression.repaired_table import LEGEND, cells_of, names_of
from lessons.complementary_suppression.sweep import hidden_cells, judged, prices_in_words, repaired
from teaching.charts.offline import draw_offline
from teaching.widgets.button_control import ButtonControl
from teaching.widgets.choice_control import ChoiceControl
from teaching.widgets.one_at_a_time import one_at_a_time
from teaching.widgets.range_control import RangeControl
from teaching.widgets.table_control import TableControl

THRESHOLDS: Final = range(3, 16)
"""What the slider offers. Under k = 2 a hidden cell is known to be 1, and no repair can help it."""

PROTECT: Final[dict[str, Protection]] = {"exact": "exact", "width 2": Width(2), "whole range": "whole range"}
START: Final = 5
"""The threshold that the lesson is about."""

NEVER: Final = 10**6
"""Milliseconds until the chart would report its parameters to the kernel, which is where they came from."""

PATIENCE: Final = 20.0
"""Seconds after which the search for the cheapest repair takes the best found so far."""

BETWEEN_NEWS: Final = 0.4
"""Seconds between two sentences about a search: faster, nobody can read or hear them."""

Setting = tuple[str, int]
"""What is protected (a key of ``PROTECT``), and the threshold."""

Kind = Literal["rule alone", "greedy", "optimal"]
Result = tuple[dict[str, Any], CountTable | None]


def explore_repairs(table: CountTable, *, thresholds: range = THRESHOLDS) -> "RepairExplorer":
    """Show a table under a threshold that can be moved, repaired, with what the repair buys and costs.

    Args:
        table: a two-way table with totals as it was counted, nothing hidden.
        thresholds: consecutive settings of the slider.

    Returns:
        A slider and two choices, the table, the frontier, and a button that searches for the cheapest repair. Quick
        repairs at the thresholds that somebody really uses are made at once, others when the slider stands there.
    """
    draw_offline()
    return RepairExplorer(table, thresholds)


class RepairExplorer(widgets.VBox):
    """The controls, the table, the chart, and what ties them together.

    Args:
        table: a two-way table with totals as it was counted, nothing hidden.
        thresholds: consecutive settings of the slider.

    Attributes:
        threshold, protect, shown, search: the controls.
        grid: the table.
        chart: the frontier; its parameters are ``threshold`` and ``points``.
        found: all results so far: (kind, setting) -> its row (see
            `lessons.complementary_suppression.sweep.repairs`) and the release.
    """

    def __init__(self, table: CountTable, thresholds: range) -> None:
        """Make the quick repairs at the landmarks, then show the first."""
        refuse_unless_two_way(table)
        refuse_treated(table)
        self._table, self._thresholds = table, thresholds
        self._landmarks = {rule.k: rule.who for rule in THRESHOLDS_IN_USE if rule.k in thresholds}
        self._cells = cache(self._cells_at)
        self.found: dict[tuple[Kind, Setting], Result] = {}
        self.threshold = self._slider()
        self.protect = ChoiceControl(label=strings.PROTECT_LABEL, options=list(strings.PROTECT.values()))
        self.shown = ChoiceControl(label=strings.SHOW_LABEL, options=list(strings.SHOW.values()))
        self.search = ButtonControl(label=strings.SEARCH)
        self.grid = TableControl(
            label=strings.EXPLORED_TABLE,
            cells=self._cells("rule alone", self.setting),
            legend=LEGEND,
            read_only=True,
            **names_of(table),
        )
        spec = frontier(self.points, thresholds, threshold=self.threshold.value)
        self.chart = alt.JupyterChart(spec, embed_options={"actions": False, "renderer": "svg"}, debounce_wait=NEVER)
        for control in (self.threshold, self.protect, self.shown):
            control.observe(self._show, "value")
        self.search.observe(self._search, "presses")
        choices = widgets.HBox([self.protect, self.shown], layout={"flex_flow": "row wrap"})
        super().__init__([self.threshold, choices, self.chart, self.search, self.grid])
        self._show({})

    @property
    def setting(self) -> Setting:
        """What is protected, and the threshold."""
        protect = next(key for key, text in strings.PROTECT.items() if text == self.protect.value)
        return protect, self.threshold.value

    @property
    def points(self) -> pd.DataFrame:
        """All points of the frontier that are known for the present protection: see `points_of`."""
        protect, present = self.setting
        for k in {*self._landmarks, present}:
            self._result("rule alone", (protect, k))
            self._result("greedy", (protect, k))
        return pd.DataFrame(
            [{"kind": kind, **row} for (kind, (of, _)), (row, _) in self.found.items() if of == protect]
        )

    @property
    def prices(self) -> pd.DataFrame:
        """One row per threshold, for the present protection: who is protected, and who pays; quick repairs."""
        protect = self.setting[0]
        rows = [self._result("greedy", (protect, k))[0] for k in self._thresholds]
        return prices_in_words(pd.DataFrame([row for row in rows if "price" in row])).reset_index()

    def _slider(self) -> RangeControl:
        """The threshold, with the names of those who use it; it starts at the lesson's own, where that is offered."""
        return RangeControl(
            label=strings.THRESHOLD_LABEL,
            value=START if START in self._thresholds else self._thresholds[0],
            minimum=self._thresholds[0],
            maximum=self._thresholds[-1],
            landmarks=self._landmarks,
            value_text=strings.THRESHOLD_VALUE,
        )

    def _result(self, kind: Kind, setting: Setting) -> Result:
        """What comes of one setting; computed when it is first asked for."""
        if (kind, setting) not in self.found:
            protect, threshold = PROTECT[setting[0]], setting[1]
            if kind == "rule alone":
                release = Suppress(threshold)(self._table)
                row = {"strength": threshold, **judged(self._table, release, protect=protect)}
                self.found[kind, setting] = row, release
            else:
                defence = SuppressComplementary(threshold, protect=protect, method=kind, time_limit=PATIENCE)
                self.found[kind, setting] = repaired(self._table, defence, watch=self._watch())
        return self.found[kind, setting]

    def _best(self, setting: Setting) -> Literal["greedy", "optimal"]:
        """The best repair that is known at one setting."""
        return "optimal" if ("optimal", setting) in self.found else "greedy"

    def _cells_at(self, kind: Kind, setting: Setting) -> list[dict[str, Any]]:
        """The table at one setting; where there is no repair, as the rule alone leaves it."""
        release = self._result(kind, setting)[1] or self._result("rule alone", setting)[1]
        return cells_of(hidden_cells(self._table, release, protect=PROTECT[setting[0]]))  # type: ignore[arg-type]

    @one_at_a_time
    def _show(self, change: dict[str, Any]) -> None:
        """Bring table, chart and sentences to the present setting."""
        setting, points = self.setting, points_of(self.points)
        best = self._best(setting)
        with self.chart.hold_sync():
            self.chart.params.set_trait("threshold", setting[1])
            self.chart.params.set_trait("points", points)
        self.grid.cells = self._cells(best if self.shown.value == strings.SHOW["repaired"] else "rule alone", setting)
        self.threshold.sentence = self._sentence(setting, best)
        self.search.disabled = self._result(best, setting)[1] is None
        self.search.sentence = strings.NO_SEARCH if self.search.disabled else ""
        if best == "optimal":
            row, quick = self._result("optimal", setting)[0], self._result("greedy", setting)[0]
            self.search.sentence = strings.SEARCHED.format(**row, greedy=quick["price"])

    def _sentence(self, setting: Setting, method: Literal["greedy", "optimal"]) -> str:
        """What the rule does by itself, and what the repair buys and costs."""
        row, release = self._result(method, setting)
        noun = strings.CELL_NOUN[min(2, row.get("complementary", 0) or 2)]
        words = {"method": strings.METHODS[method], "noun": noun, **row}
        told = strings.REPAIR_SENTENCE.format(**words) if release else row["sentence"]
        return strings.SETTING_SENTENCE.format(**self._result("rule alone", setting)[0], repair=told)

    @one_at_a_time
    def _search(self, change: dict[str, Any]) -> None:
        """Search for the cheapest repair at the present setting."""
        if not self.search.disabled:
            self._result("optimal", self.setting)
            self._show({})

    def _watch(self) -> Watch:
        """Something that says beside the button how a search goes, not too often."""
        last = -BETWEEN_NEWS

        def watch(best: int, least: int, seconds: float) -> None:
            nonlocal last
            if seconds - last >= BETWEEN_NEWS:
                last = seconds
                self.search.sentence = strings.SEARCHING.format(best=best, least=least, seconds=seconds)

        return watch
