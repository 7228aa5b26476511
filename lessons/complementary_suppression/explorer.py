"""Repairs under the learner's finger: the frontier of all thresholds, who pays, and the table at each threshold."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Literal

import pandas as pd

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.suppression import Suppress
from disclosure.repair.protection import Protection, Width
from disclosure.tables.count_table import CountTable
from lessons.complementary_suppression import strings
from lessons.complementary_suppression.chart import Points, frontier, points_of
from lessons.complementary_suppression.repaired_table import folded_table, letters_of
from lessons.complementary_suppression.sweep import hidden_cells, judged, prices_in_words, repaired
from teaching.widgets.controls import Choice
from teaching.widgets.explorer import Answers, Explorer, Lookup, must_be_two_way
from teaching.widgets.thresholds import THRESHOLDS, threshold_slider

PROTECT: Final[dict[str, Protection]] = {"exact": "exact", "width 2": Width(2), "whole range": "whole range"}

PATIENCE: Final = 20.0
"""Seconds after which the search for the cheapest repair takes the best found so far."""

BETWEEN_NEWS: Final = 0.4
"""Seconds between two sentences about a search: faster, nobody can read or hear them."""

Setting = tuple[str, int]
"""What is protected (a key of ``PROTECT``), and the threshold."""

Kind = Literal["rule alone", "greedy", "optimal"]
Result = tuple[dict[str, Any], CountTable | None]
"""A row of `lessons.complementary_suppression.sweep.repairs`, and the release; None where there is no repair."""


def explore_repairs(table: CountTable, *, thresholds: range = THRESHOLDS) -> Explorer:
    """Show a table under a threshold that can be moved, repaired, with what the repair buys and costs.

    Args:
        table: a two-way table with totals as it was counted, nothing hidden.
        thresholds: consecutive settings of the slider.

    Returns:
        A slider and two choices, the sentence of the setting, the frontier, a button that searches for the cheapest
        repair, and the table, folded. Quick repairs for the first promise are made beforehand, those for others when
        they are asked for. ``prices`` has one row per threshold for the first promise.

    Raises:
        ValueError: the table has not two dimensions.
    """
    must_be_two_way(table)
    found = _Repairs(table, thresholds)
    first, settings = next(iter(PROTECT)), [(next(iter(PROTECT)), k) for k in thresholds]
    words, letters = found.said(settings), found.tables(settings)
    return Explorer(
        [
            [threshold_slider(thresholds)],
            [
                Choice("protect", strings.PROTECT_LABEL, strings.PROTECT),
                Choice("shown", strings.SHOW_LABEL, strings.SHOW),
            ],
        ],
        frontier(thresholds),
        {"setting": {"lookup": "sentences"}},
        lookups={
            "points": Lookup(("protect",), {(first,): found.points(first)}, found.points),
            "letters": Lookup(("shown", "protect", "threshold"), letters, found.letters),
            "sentences": Lookup(("protect", "threshold"), words["sentences"], found.sentence),
            "searched": Lookup(("protect", "threshold"), words["searched"]),
        },
        extras={
            "table": folded_table(table, "letters"),
            "search": {"label": strings.SEARCH, "ask": "search", "lookup": "searched"},
        },
        asked={"search": found.search, "sentences": lambda at, _: found.said([(at["protect"], at["threshold"])])},
        results={"prices": found.prices(first)},
    )


class _Repairs:
    """All repairs of a table that were asked for so far.

    Args:
        table: the table as it was counted.
        thresholds: all that may be asked for.
    """

    def __init__(self, table: CountTable, thresholds: range) -> None:
        self._table, self._thresholds = table, thresholds
        self._found: dict[tuple[Kind, str, int], Result] = {}

    def _result(self, kind: Kind, protect: str, threshold: int, tell: Callable[[str], None] | None = None) -> Result:
        """What comes of one setting; computed when it is first asked for."""
        key = (kind, protect, threshold)
        if key in self._found:
            return self._found[key]
        if kind == "rule alone":
            release = Suppress(threshold)(self._table)
            row = {"strength": threshold, **judged(self._table, release, protect=PROTECT[protect])}
            self._found[key] = row, release
        else:
            defence = SuppressComplementary(threshold, protect=PROTECT[protect], method=kind, time_limit=PATIENCE)
            self._found[key] = repaired(self._table, defence, watch=_watch(tell) if tell else None)
        return self._found[key]

    def _best(self, protect: str, threshold: int) -> Literal["greedy", "optimal"]:
        """The best repair that is known at one setting."""
        return "optimal" if ("optimal", protect, threshold) in self._found else "greedy"

    def points(self, protect: str) -> Points:
        """All points of the frontier that are known for one promise."""
        for k in self._thresholds:
            self._result("rule alone", protect, k)
            self._result("greedy", protect, k)
        rows = [{"kind": kind, **row} for (kind, of, _), (row, _) in list(self._found.items()) if of == protect]
        return points_of(pd.DataFrame(rows))

    def prices(self, protect: str) -> pd.DataFrame:
        """One row per threshold: who is protected, and who pays; quick repairs, where there is one."""
        rows = [self._result("greedy", protect, k)[0] for k in self._thresholds]
        return prices_in_words(pd.DataFrame([row for row in rows if "price" in row])).reset_index()

    def letters(self, shown: str, protect: str, threshold: int) -> dict[str, Any]:
        """The table at one setting; where there is no repair, as the rule alone leaves it."""
        kind: Kind = self._best(protect, threshold) if shown == "repaired" else "rule alone"
        release = self._result(kind, protect, threshold)[1] or self._result("rule alone", protect, threshold)[1]
        return letters_of(hidden_cells(self._table, release, protect=PROTECT[protect]))  # type: ignore[arg-type]

    def sentence(self, protect: str, threshold: int) -> str:
        """What the rule does by itself, and what the repair buys and costs."""
        method = self._best(protect, threshold)
        row, release = self._result(method, protect, threshold)
        noun = strings.CELL_NOUN[min(2, row.get("complementary", 0) or 2)]
        words = {"method": strings.METHODS[method], "noun": noun, **row}
        told = strings.REPAIR_SENTENCE.format(**words) if release else row["sentence"]
        return strings.SETTING_SENTENCE.format(**self._result("rule alone", protect, threshold)[0], repair=told)

    def said(self, settings: Iterable[Setting]) -> dict[str, dict[Setting, str]]:
        """What is said of some settings, and of searches where there is something to say."""
        sentences = {at: self.sentence(*at) for at in settings}
        return {"sentences": sentences, "searched": {at: text for at in sentences if (text := self.searched(*at))}}

    def tables(self, settings: Iterable[Setting]) -> dict[tuple[str, str, int], dict[str, Any]]:
        """The table at some settings, repaired and as the rule alone leaves it."""
        return {(shown, *at): self.letters(shown, *at) for at in settings for shown in strings.SHOW}

    def searched(self, protect: str, threshold: int) -> str:
        """What a search has found; empty as long as there is something to search."""
        quick = self._result("greedy", protect, threshold)
        if quick[1] is None:
            return strings.NO_SEARCH
        if self._best(protect, threshold) == "greedy":
            return ""
        return strings.SEARCHED.format(**self._result("optimal", protect, threshold)[0], greedy=quick[0]["price"])

    def search(self, setting: Mapping[str, Any], tell: Callable[[str], None]) -> Answers:
        """Search for the cheapest repair at one setting."""
        protect, threshold = at = setting["protect"], setting["threshold"]
        if not self.searched(*at):
            self._result("optimal", protect, threshold, tell)
        return {"points": {(protect,): self.points(protect)}, "letters": self.tables([at]), **self.said([at])}


def _watch(tell: Callable[[str], None]) -> Callable[[int, int, float], None]:
    """Something that says how a search goes, not too often."""
    last = -BETWEEN_NEWS

    def watch(best: int, least: int, seconds: float) -> None:
        nonlocal last
        if seconds - last >= BETWEEN_NEWS:
            last = seconds
            tell(strings.SEARCHING.format(best=best, least=least, seconds=seconds))

    return watch
