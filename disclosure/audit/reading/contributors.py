"""Who is behind an amount, as far as a table prints it: how many people, and whether one of them dominates."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.dominance import dominated_amounts
from disclosure.rules import DominanceRule, PPercentRule
from disclosure.tables.count_table import CountTable
from disclosure.tables.magnitude_table import CONTRIBUTORS
from disclosure.whole_numbers import real_numbers


def contributors_of(table: CountTable) -> NDArray[np.int64]:
    """Return how many people are behind each amount, -1 where that is not printed; shape (cells,).

    Raises:
        ValueError: something else than a whole number of 0 and more stands there.

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"film": ["A", "B"], "count": [90, 45], "contributors": [2, None]})
        >>> contributors_of(CountTable(cells, ("film",), unit="minutes")).tolist()
        [2, -1]
    """
    if CONTRIBUTORS not in table.cells:
        return np.full(len(table.cells), -1)
    read = real_numbers(table.cells[CONTRIBUTORS])
    wrong = (read.isna() & table.cells[CONTRIBUTORS].notna()) | (read < 0) | (read % 1 != 0) & read.notna()
    if wrong.any():
        name, value = table.cell_names[wrong].iloc[0], table.cells.loc[wrong, CONTRIBUTORS].iloc[0]
        raise ValueError(f"{name} has {value!r} contributors: write a whole number of 0 or more, or leave it missing.")
    return np.asarray(read.fillna(-1), dtype=np.int64)


def dominance_of(table: CountTable, primary: NDArray[np.bool_]) -> dict[int, DominanceRule]:
    """Return for each cell that is known to be dominated, by place, a rule that surely calls it so.

    Where p is secret, it is 100 at most, and that rule calls dominated whatever any other does. An (n, k)-rule whose
    numbers are secret may call any cell dominated.

    Args:
        table: the printed table.
        primary: which cells the rule itself hides, as far as that is known; shape (cells,).
    """
    rule = table.dominance
    if rule is not None and rule.secret:
        rule = replace(rule, p=100) if isinstance(rule, PPercentRule) else None
    return {int(index): rule for index in np.flatnonzero(primary)} if rule else {}


def least_amounts(behind: NDArray[np.int64], dominance: Mapping[int, DominanceRule]) -> NDArray[np.int64]:
    """Return the smallest amounts: everybody contributes at least 1, and few dominate many only with a lot.

    Args:
        behind: how many people are behind each amount, -1 where that is not known; shape (cells,).
        dominance: as `dominance_of` returns it.

    Returns:
        The amounts in units; shape (cells,).

    Examples:
        >>> least_amounts(np.array([2, 4, -1]), {1: PPercentRule(100)}).tolist()
        [2, 6, 0]
    """
    least = np.maximum(behind, 0)
    for index, rule in dominance.items():
        least[index] = dominated_amounts(rule, [], None if behind[index] < 0 else int(behind[index]))[0]
    return least
