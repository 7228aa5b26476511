"""Six ways to print a group, by the library's defences: as counted, small numbers hidden, rounded, changed, noisy."""

from collections.abc import Callable
from typing import Final

import numpy as np
import pandas as pd

from disclosure.defences import AddNoise, CellKey, KeepAtMost, RoundTo, Suppress, with_record_keys
from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.perturbation import KEYS
from lessons.membership.release import TITLE, Watched, cohort_counts

AS_COUNTED: Final = "as counted"
KEPT: Final = 20
"""Titles of each member that count where there is noise."""

EPSILON: Final = 1.0
"""The promise of the noise, for one member."""

SEED_OF_KEYS: Final = 53

HIDE: Final = 10
"""The threshold: no count below it. ACRO's default and a part of the rules of the ONS for its Longitudinal Study."""


def _keyed(watched: Watched, members: np.ndarray) -> CountTable:
    """Cell keys: the keys are drawn once, for everybody."""
    people = with_record_keys(pd.DataFrame({"viewer_id": watched.profiles}), seed=SEED_OF_KEYS)
    rows = watched.rows(members).merge(people, on="viewer_id")
    return CellKey()(rows, by=TITLE, totals=False)


def _noisy(watched: Watched, members: np.ndarray) -> CountTable:
    """Noise for a whole member with all titles of hers that count."""
    rows = KeepAtMost(KEPT)(watched.rows(members))
    return AddNoise(EPSILON, sensitivity=KEPT)(count_table(rows, by=TITLE, totals=False))


PRINTS: Final[dict[str, Callable[[Watched, np.ndarray], CountTable]]] = {
    AS_COUNTED: cohort_counts,
    "hide 1 to 9": lambda watched, members: Suppress(HIDE)(cohort_counts(watched, members)),
    "hide 0 to 9": lambda watched, members: Suppress(HIDE, zeros="hidden")(cohort_counts(watched, members)),
    "nearest 5": lambda watched, members: RoundTo(5)(cohort_counts(watched, members)),
    "cell keys": _keyed,
    "noise": _noisy,
}
"""Way to print -> who has watched what, and the members -> the release."""


def record_keys(watched: Watched) -> np.ndarray:
    """The record key of each profile, in the order of the matrix: a cell key is their sum over its members; (n,)."""
    people = with_record_keys(pd.DataFrame({"viewer_id": watched.profiles}), seed=SEED_OF_KEYS)
    return people["record_key"].to_numpy(dtype=np.int64)


def cell_keys_of(watched: Watched, members: np.ndarray, record_keys: np.ndarray) -> np.ndarray:
    """The cell key of each title, for one group; shape (titles,)."""
    part = watched.matrix[members]
    sums = np.bincount(
        part.indices,
        weights=np.repeat(record_keys[members], np.diff(part.indptr)),
        minlength=watched.matrix.shape[1],
    )
    return sums.astype(np.int64) % KEYS
