"""What stands behind a printed count: how likely each true number makes what is printed.

A release says in its footnote how it was treated. Here the footnote is used twice: to print other counts in the same
way, and to say what a reader can conclude from a print.
"""

from typing import Final

import numpy as np

from disclosure.defences.noise import noise
from disclosure.tables.count_table import CountTable
from disclosure.tables.perturbation import PerturbationTable

HIDDEN: Final = -1
"""Stands for a count that is not printed."""

UNKNOWN: Final = "what a table tells of a member that {how} is not known here: choose another way to print it."


def printed_counts(release: CountTable) -> np.ndarray:
    """The printed counts as plain numbers, ``HIDDEN`` where nothing is printed; shape (cells,)."""
    return release.cells["count"].fillna(HIDDEN).to_numpy(dtype=np.int64)


def printed_likewise(
    footnote: CountTable, counts: np.ndarray, keys: np.ndarray, rng: np.random.Generator
) -> np.ndarray:
    """Print other counts as a release was printed: the fast way, for many groups.

    Args:
        footnote: a release, of which only the footnote is used.
        counts: true counts, one per cell.
        keys: the cell key of each cell (see `disclosure.defences.cell_key`).
        rng: draws noise.

    Returns:
        As of `printed_counts`.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> table = Suppress(5)(count_table(pd.DataFrame({"title": list("AB")}), by="title", totals=False))
        >>> printed_likewise(table, np.array([0, 4, 5]), np.zeros(3), np.random.default_rng(1)).tolist()
        [0, -1, 5]
    """
    _refuse_unknown(footnote)
    if footnote.noise:
        drawn = noise(footnote.noise.epsilon, footnote.noise.sensitivity, len(counts), rng)
        return np.asarray(np.maximum(counts + drawn, 0))
    if footnote.perturbation:
        return footnote.perturbation.printed(counts, keys)
    return np.where(_hidden(footnote, counts), HIDDEN, _rounded(footnote, counts))


def chance_of_print(footnote: CountTable, printed: np.ndarray, size: int) -> np.ndarray:
    """Return how likely each true count would be printed as it is.

    Args:
        footnote: a release without totals, as counted or after one defence; only its footnote is used.
        printed: the printed counts, ``HIDDEN`` where nothing is printed; shape (cells,).
        size: how many people are in the group: no count is larger.

    Returns:
        Chances; shape (cells, size + 1), for true counts of 0, 1, ... ``size``.

    Raises:
        ValueError: the table was treated in a way that is not known here.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> table = Suppress(3)(count_table(pd.DataFrame({"title": list("AAAB")}), by="title", totals=False))
        >>> chance_of_print(table, printed_counts(table), size=4).tolist()      # A has 3; B has 1 or 2
        [[0.0, 0.0, 0.0, 1.0, 0.0], [0.0, 1.0, 1.0, 0.0, 0.0]]
    """
    _refuse_unknown(footnote)
    true, seen = np.arange(size + 1)[None, :], printed[:, None]
    if footnote.noise:
        return _of_noise(seen, true, float(np.exp(-footnote.noise.epsilon / footnote.noise.sensitivity)))
    if footnote.perturbation:
        return _of_changes(footnote.perturbation, seen - true, true)
    hidden = _hidden(footnote, true)
    shown = ~hidden & (_rounded(footnote, true) == seen)
    return np.where(seen == HIDDEN, hidden, shown).astype(np.float64)


def _rounded(footnote: CountTable, counts: np.ndarray) -> np.ndarray:
    """Counts as the footnote rounds them."""
    return (counts + footnote.base // 2) // footnote.base * footnote.base


def _hidden(footnote: CountTable, counts: np.ndarray) -> np.ndarray:
    """Which true counts the footnote's rule hides."""
    if footnote.rule is None:
        return np.zeros_like(counts, dtype=bool)
    return np.asarray((counts >= footnote.rule.smallest_hidden) & (counts < footnote.rule.threshold))


def _of_noise(printed: np.ndarray, true: np.ndarray, a: float) -> np.ndarray:
    """Two-sided geometric noise, where a 0 stands for itself and for all numbers below it.

    P(x) = (1 - a) / (1 + a) * a ** abs(x), and P(x or less) = a ** (-x) / (1 + a) for x of 0 or less.
    """
    away = np.abs(printed - true)
    powers = a ** np.arange(int(away.max()) + 1) / (1 + a)
    return np.asarray(np.where(printed > 0, 1 - a, printed == 0) * powers[away])


def _of_changes(table: PerturbationTable, change: np.ndarray, true: np.ndarray) -> np.ndarray:
    """Chances of cell keys: the last row of the table holds for all larger counts."""
    chances, reach = np.array(table.chances), table.largest_change
    row = np.broadcast_to(np.minimum(true, len(chances) - 1), change.shape)
    found = chances[row, np.clip(change + reach, 0, 2 * reach)]
    return np.asarray(np.where(np.abs(change) <= reach, found, 0.0))


def _refuse_unknown(footnote: CountTable) -> None:
    """Say in a sentence that nothing is known of such a table."""
    rule = footnote.rule
    if footnote.rounding not in ("half up", "half even") or (footnote.rounding == "half even" and footnote.base > 1):
        raise ValueError(UNKNOWN.format(how="is rounded by lot, or half way to even"))
    if rule and (rule.complementary_mark is not None or rule.zeros == "may be hidden"):
        raise ValueError(UNKNOWN.format(how="hides cells to cover others"))
    if len(footnote.by) > 1 or footnote.dominance or footnote.weights or footnote.companions:
        raise ValueError(UNKNOWN.format(how="has several dimensions, amounts, weights or statistics"))
