"""One table of amounts, several rules, alone and repaired: what is given back, how close Ada comes, what is lost."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import pandas as pd

from disclosure.audit.attackers import Attacker, Outsider
from disclosure.audit.states import LETTERS, PRINTED
from disclosure.audit.verdicts import audit
from disclosure.tables.count_table import CountTable
from lessons.amounts import strings
from lessons.amounts.chart import STATE, amounts_chart
from lessons.amounts.sweep import STEPS, amount_states, published_by, rules_and_prices
from teaching.charts.cell_table import renderer_for
from teaching.widgets.controls import Choice
from teaching.widgets.explorer import Cells, Explorer, Lookup, must_be_two_way

FIRST: Final = "p = 20"
"""The rule that is shown first."""


def explore_amounts(table: CountTable, insider: Attacker) -> Explorer:
    """Show a table of amounts under several rules, by the rule alone and with further cells hidden.

    Args:
        table: the office's table of amounts with totals, with the two largest contributions beside it.
        insider: one contributor to one cell, who takes hers away from it: Ada.

    Returns:
        Two choices, the chart, the sentence of their setting, and a list of the hidden cells with the sentence of the
        one that is chosen. All is computed beforehand but the reasons of cells, which the kernel gives when they are
        asked for. ``prices`` has one row per rule and step (see `lessons.amounts.sweep.rules_and_prices`).

    Raises:
        UnreachableError: under one of the rules no choice of cells protects this table.
        ValueError: the table has not two dimensions.
    """
    must_be_two_way(table)
    published = published_by(table)
    states, prices = amount_states(table, published), rules_and_prices(table, published, insider)
    printed = strings.CELL_PRINTED.format(cell="{cell}", count="{count}", unit=table.unit)
    hidden = {letter: {"lookup": "why"} for letter in LETTERS.values()}
    steps = dict(enumerate(strings.STEPS[step] for step in STEPS))
    return Explorer(
        [
            [Choice("rule", strings.RULE_LABEL, strings.RULES, start=FIRST, drop_down=True)],
            [Choice("step", strings.STEP_LABEL, steps)],
        ],
        amounts_chart(states, prices, rule=FIRST),
        {"setting": {"lookup": "sentences"}, "cell": {"states": {PRINTED: printed, **hidden}}},
        lookups={
            "sentences": Lookup(("rule", "step"), _sentences(prices)),
            "why": Lookup(("rule", "step", "cell"), asked=_reasons(table, published)),
        },
        cells=Cells(strings.CELL_LABEL, states, {"state": STATE}, "".join(LETTERS.values())),
        renderer=renderer_for(states),
        results={"prices": prices},
    )


def _sentences(prices: pd.DataFrame) -> dict[tuple[str, int], str]:
    """The sentence of each setting: (rule, place of the step) -> what is given back, and what it costs."""
    return {(row["rule"], STEPS.index(row["step"])): _sentence(row) for row in prices.to_dict("records")}


def _sentence(row: Mapping[Any, Any]) -> str:
    """What one rule hides and gives back, alone or repaired."""
    sentence = strings.SENTENCE if row["hidden"] else strings.NOTHING_HIDDEN
    words = {"too_large": row["too large by"], "lost": row["minutes hidden"]}
    return sentence.format(hidden=row["hidden"], given_back=row["given back"], **words)


def _reasons(table: CountTable, published: Mapping[str, Mapping[str, CountTable]]) -> Callable[[str, int, int], str]:
    """Make a function that says what an outsider knows of one hidden cell of one release, and why."""

    @cache
    def about(rule: str, step: int) -> pd.Series:
        """What is said of all hidden cells."""
        rows = audit(published[rule][STEPS[step]], Outsider())
        sentences = [_about(row, table.unit) for row in rows.to_dict("records")]
        return pd.Series(sentences, index=rows.index, dtype=object)

    return lambda rule, step, index: str(about(rule, step).get(table.cells.index[index], ""))


def _about(row: dict[Any, Any], unit: str) -> str:
    """What is known of one cell, in words."""
    if pd.isna(row["high"]):
        amount = strings.AT_LEAST
    else:
        amount = strings.EXACTLY if row["low"] == row["high"] else strings.BETWEEN
    return strings.CELL_HIDDEN.format(cell=row["target"], amount=amount.format(**row), unit=unit, why=row["why"])
