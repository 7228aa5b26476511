"""A few people behind a desk, for the tests of this lesson, and a plain way to count them."""

import numpy as np
import pandas as pd

from lessons.trackers.conditions import Both, Either, Fact, Not
from lessons.trackers.release import KNOWN

LABELS = {
    "sex": ["female", "male"],
    "age": [30, 31, 32, 33],
    "region": ["North", "South", "West"],
    "plan": ["basic", "standard"],
    "device": ["tv", "phone", "tablet"],
    "joined": [2015, 2016, 2017],
}


def small_people(n=60, seed=5):
    rng = np.random.default_rng(seed)
    rows = pd.DataFrame({name: rng.choice(LABELS[name], n) for name in KNOWN})
    return rows.assign(viewer_id=range(n), watched=rng.random(n) < 0.4)


def holds(condition, person):
    """Whether a condition is true of one person, read word by word."""
    match condition:
        case Fact(column, label):
            return person[column] == label
        case Both(one, other):
            return holds(one, person) and holds(other, person)
        case Either(one, other):
            return holds(one, person) or holds(other, person)
        case Not(inner):
            return not holds(inner, person)


def counted_plainly(condition, rows):
    """Count person by person."""
    return sum(holds(condition, person) for person in rows)
