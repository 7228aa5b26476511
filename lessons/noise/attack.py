"""Ada knows everybody but Bea, and asks of a table with noise: is Bea in it?

She knows what each count would be without Bea, and what Bea would add. So each printed count lies nearer to one of the
two. That is all there is to know: no other way to guess is right more often (the likelihood-ratio test; Neyman &
Pearson, Philosophical Transactions A 231, 1933).
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from disclosure.frames import guesses
from disclosure.tables.count_table import CountTable

IN, OUT = "in", "out"


def evidence(printed: np.ndarray, without_her: np.ndarray, epsilon: float) -> np.ndarray:
    """Add up how much the printed counts speak for Bea: the logarithm of the odds that she is in.

    Args:
        printed: counts with noise to which Bea would add 1 each; shape (..., counts).
        without_her: the true counts of all the others; shape (counts,), or as ``printed``.
        epsilon: how strong one count speaks: the epsilon of the table divided by its sensitivity.

    Returns:
        Above 0 for "in", below 0 for "out"; shape (...).

    Examples:
        >>> evidence(np.array([[43, 8], [41, 9]]), np.array([42, 8]), epsilon=1.0).tolist()
        [0.0, 0.0]
        >>> evidence(np.array([50]), np.array([42]), epsilon=1.0).item()
        1.0
    """
    nearer = np.abs(printed - without_her) - np.abs(printed - without_her - 1)
    return epsilon * np.asarray(nearer).sum(axis=-1)


def is_she_in(release: CountTable, without_her: CountTable, added: Sequence[int]) -> pd.DataFrame:
    """Guess whether Bea is in a table with noise.

    Args:
        release: what is published.
        without_her: the same table of all the others, as it was counted: this is what Ada knows.
        added: the places of the cells to which Bea would add 1.

    Returns:
        One guess about ``Bea``: in or out, with how sure Ada is who had thought both equally likely before.

    Examples:
        >>> from dataclasses import replace
        >>> from disclosure.tables.added_noise import AddedNoise
        >>> from disclosure.tables.count_table import count_table
        >>> others = count_table(pd.DataFrame({"film": list("AAB")}), by="film", totals=False)
        >>> printed = replace(others, cells=others.cells.assign(count=[5, 1]), noise=AddedNoise(1.0))
        >>> is_she_in(printed, others, [0]).to_numpy().tolist()
        [['Bea', 'in', 0.73..., True]]
    """
    if release.noise is None:
        raise ValueError("the table says nothing of noise: without it, Ada only has to subtract.")
    printed, known = (table.cells["count"].to_numpy(dtype=np.int64)[list(added)] for table in (release, without_her))
    odds = float(evidence(printed, known, release.noise.epsilon / release.noise.sensitivity))
    sure = 1 / (1 + np.exp(-abs(odds)))
    return guesses(["Bea"], [IN if odds > 0 else OUT], [sure], [True])


def says_watched(release: CountTable) -> str:
    """What somebody guesses of a stranger who has watched the one film: the answer that most of its viewers give.

    Args:
        release: the counts of `lessons.noise.release.two_films`, with noise or without.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"one": ["watched"] * 3, "other": ["watched", "watched", "not watched"]})
        >>> says_watched(count_table(people, by=("one", "other"), totals=False))
        'watched'
    """
    seen = release.cells[release.cells["one"] == "watched"]
    return str(seen.sort_values("count", ascending=False)["other"].iloc[0])
