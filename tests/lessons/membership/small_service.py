"""A small service that tests share: some people, some titles, three genres, and taste."""

from functools import cache

import numpy as np
import pandas as pd
import scipy.sparse as sp

from lessons.membership.release import Watched


@cache
def service(people=360, titles=120):
    """Common titles come first; everybody prefers one of three genres."""
    rng = np.random.default_rng(53)
    genre = np.arange(titles) % 3
    chance = 0.6 / (1 + np.arange(titles) / 10)
    taste = np.where(rng.integers(0, 3, people)[:, None] == genre[None, :], 1.6, 0.6)
    matrix = sp.csr_array((rng.random((people, titles)) < np.minimum(0.9, chance * taste)).astype(np.float32))
    names = [f"Film {number}" for number in range(titles)]
    frame = {"title_id": range(titles), "title": names, "genre": np.array(["horror", "drama", "music"])[genre]}
    return Watched(matrix, np.arange(1_000, 1_000 + people), pd.DataFrame(frame))
