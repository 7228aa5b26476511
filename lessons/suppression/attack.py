"""Subtraction: what an outsider gets back from a table by looking at one line after another.

She has the printed table, its totals and the rule under it ("no count below k").
She wants the counts that are hidden.
She does what everybody can: takes what is printed off each total, and starts again as long as something new appears.

Going over the lines again and again until no bound moves is called the shuttle algorithm.

What she does not get this way is *not found by subtraction*. That is not the same as safe: a cell can be determined
although no single line shows it.
"""

from collections.abc import Iterator
from itertools import product

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from disclosure.frames import guesses, one_in
from disclosure.rules import Rule
from disclosure.tables.count_table import PEOPLE, TOTAL, CountTable

Counts = NDArray[np.int64]
"""Counts laid out as the table is, the total last on every axis; shape (rows + 1, columns + 1, ...)."""


def subtract(release: CountTable) -> pd.DataFrame:
    """Narrow every hidden cell line by line until nothing moves.

    Args:
        release: a table with hidden cells. Without totals there is no line to subtract in, and only the rule is left.

    Returns:
        One row per hidden cell: the dimensions, ``low`` and ``high`` (the counts that are still possible as far as
        subtraction shows), and the columns of a guess: ``target``, ``claim``, ``confidence``, ``declared``. A cell is
        declared where ``low`` and ``high`` meet.

    Raises:
        ValueError: the release hides cells and names no rule, or is not what she can subtract in: a hidden cell may be
            anything but 1 to k - 1, counts are rounded, or the totals are not just the last of each dimension.
            `disclosure.audit.verdicts.audit` reads these.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBBBB"), "region": ["north"] * 2 + ["south"] * 6})
        >>> release = Suppress(threshold=3)(count_table(people, by=("film", "region")))
        >>> release.grid()
        region north south total
        film
        A          c     c     3
        B          0     5     5
        total      c     6     8
        >>> subtract(release)[["film", "region", "low", "high", "declared"]]
            film region  low  high  declared
        0      A  north    2     2      True
        1      A  south    1     1      True
        6  total  north    2     2      True
    """
    if not isinstance(release, CountTable):
        raise ValueError(f"this is a {type(release).__name__}: subtract one table at a time.")
    hidden = release.is_hidden
    low, high = _first_bounds(release)
    if release.is_total.any():
        low, high = narrow(low, high)
    found = release.cells.loc[hidden, list(release.by)].assign(low=low.ravel()[hidden], high=high.ravel()[hidden])
    possible = found["high"] - found["low"] + 1
    return found.join(guesses(release.cell_names[hidden], found["low"], one_in(possible), possible == 1))


def narrow(low: Counts, high: Counts) -> tuple[Counts, Counts]:
    """Tighten all bounds, axis by axis, until a whole round changes nothing.

    Args:
        low, high: the counts that each cell can have at least and at most, totals last on every axis.

    Raises:
        ValueError: no counts fit the totals.

    Examples:
        >>> low, high = narrow(np.array([1, 4, 6]), np.array([4, 4, 6]))   # ? + 4 = 6
        >>> low, high
        (array([2, 4, 6]), array([2, 4, 6]))
    """
    before = None
    while before is None or not (np.array_equal(before[0], low) and np.array_equal(before[1], high)):
        before = low, high
        for axis in range(low.ndim):
            low, high = _subtract_along(axis, low, high)
        if (low > high).any():
            raise ValueError("this table contradicts itself: a total is less than its parts, or more than fits.")
    return low, high


def _subtract_along(axis: int, low: Counts, high: Counts) -> tuple[Counts, Counts]:
    """Use every line of one axis once: a total is the sum of its parts, a part is the total less the others."""
    low, high = np.moveaxis(low, axis, 0).copy(), np.moveaxis(high, axis, 0).copy()
    least, most = low[:-1].sum(axis=0), high[:-1].sum(axis=0)
    low[-1], high[-1] = np.maximum(low[-1], least), np.minimum(high[-1], most)
    others_least, others_most = least - low[:-1], most - high[:-1]
    low[:-1] = np.maximum(low[:-1], low[-1] - others_most)
    high[:-1] = np.minimum(high[:-1], high[-1] - others_least)
    return np.moveaxis(low, 0, axis), np.moveaxis(high, 0, axis)


def _first_bounds(release: CountTable) -> tuple[Counts, Counts]:
    """What the print and the rule alone say of every cell."""
    hidden = release.is_hidden.to_numpy()
    for reason in _unreadable(release, release.rule):
        raise ValueError(f"subtraction cannot read this table: {reason}. Take audit(release, Outsider()).")
    if hidden.any() and release.rule is None:
        raise ValueError("this table hides cells and names no rule: say by which, as CountTable(..., rule=Rule(k)).")
    printed = release.cells["count"].fillna(0).to_numpy(dtype=np.int64)
    largest_hidden = release.rule.threshold - 1 if release.rule else 0
    shape = [release.cells[column].nunique() for column in release.by]
    return np.where(hidden, 1, printed).reshape(shape), np.where(hidden, largest_hidden, printed).reshape(shape)


def _unreadable(release: CountTable, rule: Rule | None) -> Iterator[str]:
    """Why she cannot take one number off another here, or does not know that a hidden cell is 1 to k - 1."""
    if release.unit != PEOPLE or release.dominance:
        yield f"it counts {release.unit}, and a rule about people says nothing of these"
    if rule and rule.complementary_mark is not None:
        yield "some of its cells are hidden to cover others, and may be as large as you like"
    if rule and rule.zeros != "printed":
        yield f"its zeros are {rule.zeros!r}, so that a hidden cell may be 0"
    if release.how_changed:
        yield f"its counts are {release.how_changed}"
    if release.totals_of == "printed cells":
        yield "its totals sum printed cells only"
    if release.hierarchies:
        yield "it has sums over wider labels beside its totals"
    if not _is_laid_out(release):
        yield "it is not laid out row by row with each total last, or has totals in some dimensions only"


def _is_laid_out(release: CountTable) -> bool:
    """Whether the cells stand in reading order, with the total last in every dimension or in none."""
    labels = [list(release.cells[column].unique()) for column in release.by]
    grid = pd.DataFrame(list(product(*labels)), columns=list(release.by), dtype=object)
    last = {TOTAL in its_labels and its_labels[-1] == TOTAL for its_labels in labels}
    whole = len(grid) == len(release.cells) and bool(
        (grid.to_numpy() == release.cells[list(release.by)]).all(axis=None)
    )
    return whole and len(last) == 1 and release.is_total.any() in last
