"""The stars that viewers give in private: one block of ratings, from what they watched."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data_gen.streams import Seed, stream
from data_gen.titles import Catalogue

MEAN_STARS = 3.5  # assumed; the spread follows from viewer, title and mood


def make_ratings(views: pd.DataFrame, titles: Catalogue, seed: Seed, block: int) -> pd.DataFrame:
    """Make the ratings of one block: some viewers rate much, others never.

    Args:
        views: of the block, sorted by viewer and start.
        titles: of the world.
        seed: of the world.
        block: its number.

    Returns:
        viewer_id, title_id, stars (1 to 5), rated_on (the local day of the first showing).
    """
    rng = stream(seed, "ratings", block)
    pair = views["viewer_id"].to_numpy() * np.int64(len(titles.frame) + 1) + views["title_id"].to_numpy()
    first = views.loc[~pd.Series(pair).duplicated().to_numpy(), ["viewer_id", "title_id", "day"]]
    viewer, _ = pd.factorize(first["viewer_id"])
    n = int(viewer.max(initial=-1)) + 1
    eager, kind = rng.beta(0.8, 1.6, n), rng.normal(0, 0.35, n)
    rated = rng.random(len(first)) < eager[viewer]
    mood = rng.normal(0, 0.75, len(first))
    quality = titles.quality[first["title_id"].to_numpy() - 1]
    stars = np.rint(MEAN_STARS + kind[viewer] + quality + mood).clip(1, 5).astype(np.int8)
    ratings = first.assign(stars=stars)[rated].rename(columns={"day": "rated_on"}).reset_index(drop=True)
    return ratings[["viewer_id", "title_id", "stars", "rated_on"]]
