"""Printed although small: counts that the table's own rule hides, and that stand there all the same.

Whoever prints one of them does not follow the rule to the letter. So the converse is lost, too: that a cell was hidden
to cover others, or was printed and rounded, no longer says that its count is large enough to be printed.
"""

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.contributors import contributors_of
from disclosure.rules import Rule
from disclosure.tables.count_table import PEOPLE, CountTable
from disclosure.tables.magnitude_table import CONTRIBUTORS
from disclosure.tables.must_be_printed import are_named

RuleKept = Literal["kept", "broken", "unknown"]
"""Whether a table hides all that its rule hides: of cells that must be printed nobody may know if they are small."""


def rule_kept(table: CountTable, low: np.ndarray, high: np.ndarray) -> RuleKept:
    """Whether a table hides all that its rule hides, as far as readers can see.

    Args:
        table, low, high: as in `printed_although_small`.
    """
    if printed_although_small(table, low, high).any():
        return "broken"
    named = are_named(table.cells, table.by, table.must_be_printed)
    return "unknown" if named.any() and (named & may_be_small(table, low, high)).any() else "kept"


def printed_although_small(table: CountTable, low: np.ndarray, high: np.ndarray) -> NDArray[np.bool_]:
    """True for each printed cell that breaks the table's own rule, whatever stands behind it; shape (cells,).

    Args:
        table: the printed table, totals included.
        low, high: the smallest and largest number that can stand behind what is printed; shape (cells,).

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"film": ["A", "B", "total"], "count": [2, 7, 9], "mark": ""})
        >>> printed_although_small(CountTable(cells, ("film",), Rule(5)), cells["count"], cells["count"]).tolist()
        [True, False, False]
    """
    rule, printed = table.rule or table.dominance, ~table.is_hidden.to_numpy(dtype=bool)
    if rule is None:
        return np.zeros(len(table.cells), dtype=bool)
    if isinstance(rule, Rule):
        small = np.asarray((low >= rule.smallest_hidden) & (high < rule.threshold), dtype=bool)
        return printed & (small | _has_few(table, rule.threshold))
    small = np.asarray((low >= 1) & (high < rule.smallest_printed), dtype=bool)
    return printed & (small | _has_few(table, rule.fewest_printed))


def may_be_small(table: CountTable, low: np.ndarray, high: np.ndarray) -> NDArray[np.bool_]:
    """True for each printed number behind which there may be what the table's own rule hides; shape (cells,).

    Of a rounded count nobody can say whether it is small, nor of events how many people are behind them, nor of an
    amount whether one of these has most of it.

    Args:
        table: the printed table, totals included.
        low, high: the smallest and largest number that can stand behind what is printed; shape (cells,).

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"film": ["A", "B"], "count": [0, 9], "mark": ""})
        >>> table = CountTable(cells, ("film",), Rule(3), base=3)
        >>> may_be_small(table, np.array([0, 8]), np.array([1, 10])).tolist()
        [True, False]
    """
    printed = ~table.is_hidden.to_numpy(dtype=bool)
    if not isinstance(table.rule, Rule):
        return np.asarray(printed & (high > 0) & (table.dominance is not None), dtype=bool)
    if table.unit != PEOPLE:
        known = contributors_of(table)
        low, high = np.where(known < 0, np.minimum(low, 1), known), np.where(known < 0, high, known)
    small = (high >= table.rule.smallest_hidden) & (low < table.rule.threshold)
    return np.asarray(small & printed, dtype=bool)


def _has_few(table: CountTable, fewest: int) -> NDArray[np.bool_]:
    """True for each cell behind which fewer people are printed than a rule asks for; shape (cells,)."""
    if CONTRIBUTORS not in table.cells:
        return np.zeros(len(table.cells), dtype=bool)
    return table.cells[CONTRIBUTORS].between(1, fewest - 1).fillna(False).to_numpy(dtype=bool)
