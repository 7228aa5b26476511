"""A threshold under the learner's finger: the table, what is hidden, what is yet known, to whom, and why."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import pandas as pd

from disclosure.audit.attackers import Attacker, Contributor
from disclosure.audit.states import LEFT_OUT, LETTERS, PRINTED
from disclosure.audit.verdicts import audit
from disclosure.labels import cell_name
from disclosure.own_table import Check
from disclosure.own_table.repair_marks import zeros_of
from disclosure.own_table.repairing import counted_table
from disclosure.own_table.thresholds import price_of_repair
from disclosure.own_table.wishes import Look
from disclosure.tables.count_table import CountTable
from lessons.suppression import strings
from lessons.suppression.chart import sentences, state_at, suppression_chart
from lessons.suppression.sweep import (
    SETTINGS,
    Learnt,
    Totals,
    cell_states,
    count_states,
    learnt_by_setting,
    release_at,
    setting_name,
)
from lessons.suppression.who_learns import Who
from teaching.charts.cell_table import renderer_for
from teaching.widgets.controls import Choice
from teaching.widgets.explorer import Cells, Explorer, Lookup, must_be_two_way
from teaching.widgets.thresholds import THRESHOLDS, threshold_slider

Prices = Mapping[tuple[Who, int], str]
"""Who looks, and the threshold -> what a repair costs, in a sentence."""


def explore_suppression(table: CountTable | Check, *, thresholds: range = THRESHOLDS) -> Explorer:
    """Show a table under a threshold that can be moved, with and without totals, to an outsider and to insiders.

    Args:
        table: a two-way table with totals as it was counted, nothing hidden; or what `disclosure.own_table.check_table`
            made of one's own table and the office's file: then the price of a repair is said as well.
        thresholds: consecutive settings of the slider.

    Returns:
        A slider and two choices, the chart, the sentence of their setting, and a list of the hidden cells with the
        sentence of the one that is chosen. All is computed beforehand but the reasons of cells, which the kernel gives
        when they are asked for. ``counted`` is what the sentences are made of (see
        `lessons.suppression.sweep.count_states`).

    Raises:
        ValueError: the table has not two dimensions, or some of it is hidden or rounded already.
    """
    prices: Prices = {}
    if isinstance(table, Check):
        prices = _prices(table, thresholds)
        table = counted_table(table)
    must_be_two_way(table)
    learnt = learnt_by_setting(table, thresholds)
    states, counted = cell_states(table, learnt), count_states(table, learnt)
    reasons = Lookup(("who", "totals", "threshold", "cell"), asked=_reasons(table, learnt))
    shown = {PRINTED: strings.CELL_PRINTED, LEFT_OUT: strings.CELL_LEFT_OUT}
    hidden = {letter: {"lookup": "why"} for letter in LETTERS.values()}
    return Explorer(
        [[threshold_slider(thresholds)], [Choice("totals", strings.TOTALS_LABEL, strings.TOTALS),
                                 Choice("who", strings.WHO_LABEL, strings.WHO)]],
        suppression_chart(counted, states),
        {"setting": {"lookup": "sentences"}, "cell": {"states": shown | hidden}},
        lookups={"sentences": Lookup(("who", "totals", "threshold"), _told(counted, prices)), "why": reasons},
        cells=Cells(strings.CELL_LABEL, states, {"state": state_at(thresholds[0])}, "".join(LETTERS.values())),
        renderer=renderer_for(states),
        results={"counted": counted},
    )  # fmt: skip


def _prices(check: Check, thresholds: range) -> Prices:
    """What a repair of one's own table costs at each threshold, against an outsider and against insiders."""
    table, zeros = counted_table(check), zeros_of(check)
    looks: dict[Who, Look] = {"outsider": "readers", "insider": "alone"}
    return {(who, k): price_of_repair(table, k, zeros, look) for who, look in looks.items() for k in thresholds}


def _told(counted: pd.DataFrame, prices: Prices) -> dict[tuple[Any, ...], str]:
    """The sentence of each setting; where totals are printed, with the price of a repair if it is known."""
    texts, first = sentences(counted), int(counted["strength"].min())
    return {
        (who, totals, first + step): f"{text} {prices.get((who, first + step), '') * (totals == 'printed')}".strip()
        for who, totals in SETTINGS
        for step, text in enumerate(texts[setting_name(who, totals)])
    }


def _reasons(table: CountTable, learnt: Learnt) -> Callable[[Who, Totals, int, int], str]:
    """Make a function that says what is known of one hidden cell at one setting, and why."""

    @cache
    def words(totals: Totals, threshold: int, attacker: Attacker) -> pd.Series:
        """What is said of all hidden cells of one release, for one attacker."""
        rows = audit(release_at(table, totals, threshold), attacker, nothing_to_subtract=totals == "left out")
        by = strings.BY_AN_INSIDER.format(cell=cell_name(attacker.cell)) if isinstance(attacker, Contributor) else ""
        return pd.Series([_about(row, by) for row in rows.to_dict("records")], index=rows.index, dtype=object)

    def reason(who: Who, totals: Totals, threshold: int, index: int) -> str:
        """The audit's reason for one cell, by its place in the table."""
        label, known = table.cells.index[index], learnt[totals, threshold][who]
        return str(words(totals, threshold, known.loc[label, "attacker"])[label]) if label in known.index else ""

    return reason


def _about(row: dict[Any, Any], by: str) -> str:
    """What is known of one cell, in words."""
    people = strings.PEOPLE_EXACTLY if row["low"] == row["high"] else strings.PEOPLE_BETWEEN
    return strings.CELL_HIDDEN.format(
        cell=row["target"], people=people.format(**row), verdict=row["verdict"], by=by, why=row["why"]
    )
