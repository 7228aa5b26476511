"""A table comes out again and again: what the neighbours of all newcomers read from its steps."""

import numpy as np
import pandas as pd

from disclosure.attacks.growth import sole_growth
from disclosure.frames import guesses, one_in
from disclosure.tables.editions import Publications, counts_of, days_of


def guess_newcomers(published: Publications, known: pd.DataFrame, *, wanted: str) -> pd.DataFrame:
    """Let the neighbour of every newcomer take the release before she began off the first one after it.

    A line that grows in a single cell tells where whoever is new in it stands. Where counts are changed by keys, the
    same people get the same number: then she takes every number that is another for growth.

    Args:
        published: releases of one table without totals, the earliest first.
        known: one row per target: ``target``, ``day`` (on which she began), and the table's other dimensions.
        wanted: the dimension whose label the neighbour wants.

    Returns:
        Guesses, one row per target, as in `disclosure.frames.guesses`, with the confidence 1 divided by the number of
        cells that grow; nothing is declared of those who began before the first release or after the last one.

    Raises:
        ValueError: fewer than two releases, or they are not of one table without totals, the earliest first.
    """
    if len(published) < 2:
        raise ValueError("a year needs at least two releases: nothing can be taken off a single one.")
    cells = published[0].table.cells
    others = [name for name in published[0].table.by if name != wanted]
    lines, labels = pd.MultiIndex.from_frame(cells[others]).unique(), pd.Index(cells[wanted].unique())
    grown = np.diff(counts_of(published)[:, _in_lines(cells, lines, labels, wanted)], axis=0)
    if any(each.table.perturbation or each.table.rounding == "random" for each in published):
        grown = np.abs(grown)
    label, grow, proven = sole_growth(grown, np.full(grown.shape[:-1], np.nan))
    step = np.searchsorted(days_of(published), known["day"].to_numpy(dtype="datetime64[s]")) - 1
    line = lines.get_indexer(pd.MultiIndex.from_frame(known[others]))
    seen = (step >= 0) & (step < len(grown)) & (line >= 0)
    at = step.clip(0, len(grown) - 1), line
    claim = labels.astype("str").to_numpy()[label[at]]
    return guesses(known["target"], claim, np.where(seen, one_in(grow[at]), 0.0), seen & proven[at])


def _in_lines(cells: pd.DataFrame, lines: pd.MultiIndex, labels: pd.Index, wanted: str) -> np.ndarray:
    """The places of the cells, line by line; shape (lines, labels)."""
    every = pd.MultiIndex.from_tuples([(*line, label) for line in lines for label in labels])
    return pd.MultiIndex.from_frame(cells[[*lines.names, wanted]]).get_indexer(every).reshape(len(lines), len(labels))
