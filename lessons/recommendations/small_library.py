"""The loans of a made-up library that no world holds: for the task that asks for a decision."""

from typing import Final

import numpy as np
import pandas as pd

READERS: Final = 800
BOOKS: Final = 300
TASTES: Final = 6


def small_library(*, seed: int = 53) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Draw who has borrowed what: some books are borrowed by many, and each reader leans to two of six subjects.

    Returns:
        Rows, one per reader and book, and the catalogue; the columns are called as in the rest of the lesson
        (``viewer_id``, ``title_id``).
    """
    rng = np.random.default_rng(seed)
    popularity = 1 / (np.arange(BOOKS) + 5.0)
    subject = rng.integers(0, TASTES, BOOKS)
    tastes = rng.dirichlet(np.full(TASTES, 0.25), READERS)
    loans = np.clip(rng.lognormal(3.0, 0.7, READERS), 6, 120).astype(int)
    weights = popularity * (0.05 + tastes[:, subject])
    order = np.argsort(rng.exponential(size=weights.shape) / weights, axis=1)  # so many drawn without putting back
    reader, place = np.nonzero(np.arange(BOOKS) < loans[:, None])
    rows = pd.DataFrame({"viewer_id": reader + 1, "title_id": order[reader, place] + 1})
    return rows, pd.DataFrame({"title_id": range(1, BOOKS + 1)})
