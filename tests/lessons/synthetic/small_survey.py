"""A small survey, drawn in a moment: the genre goes with the plan and with two titles, and titles with each other."""

import numpy as np
import pandas as pd

from lessons.synthetic.release import public_tree, two_halves

GENRES = ["comedy", "crime", "drama"]


def small_survey(n=800, seed=53):
    """So many people, labelled by numbers from 100 on, with the columns of the lesson and three titles."""
    rng = np.random.default_rng(seed)
    watches, genre = rng.integers(0, 3, n), rng.choice(3, n, p=[0.5, 0.3, 0.2])
    seen = {f"title {at}": rng.random(n) < 0.1 + 0.35 * watches for at in range(2)}
    seen["title 2"] = rng.random(n) < np.where(genre == 1, 0.7, 0.2)
    columns = {
        "sex": (rng.integers(0, 2, n), ["female", "male"]),
        "age_group": (rng.integers(0, 4, n), ["under 18", "18 to 34", "35 to 54", "55 and over"]),
        "plan": ((genre + rng.integers(0, 2, n)) % 3, ["basic", "standard", "premium"]),
        "device": (rng.integers(0, 3, n), ["phone", "tablet", "tv"]),
        "watches": (watches, ["little", "some", "much"]),
        **{name: (each.astype(int), ["no", "yes"]) for name, each in seen.items()},
        "genre": (genre, GENRES),
    }
    labels = {name: pd.Categorical(np.array(each)[at], each) for name, (at, each) in columns.items()}
    return pd.DataFrame(labels, index=pd.RangeIndex(100, 100 + n, name="viewer_id"))


MEMBERS, OTHERS = two_halves(small_survey())
EDGES = public_tree(MEMBERS)
