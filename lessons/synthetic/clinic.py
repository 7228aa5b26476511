"""A small clinic: what a synthetic file of its patients promises, and what doctors can still read from it."""

from dataclasses import replace
from functools import cache
from typing import Final

import numpy as np
import pandas as pd

from lessons.synthetic import strings
from lessons.synthetic.defences import CopyRows, DrawColumns, DrawFromTree
from lessons.synthetic.pairs import two_way_error

PATIENTS: Final = 400
MOST_EPSILON, MOST_PAIR, MOST_ALL = 2.0, 0.08, 0.08
DRAWS: Final = 20
"""How often a file is made: one draw may be lucky."""

PAIR: Final = ["reason", "sent_on"]
LABELS: Final = {
    "age": ["child", "adult", "old"],
    "area": ["north", "east", "south", "west"],
    "reason": ["heart", "lungs", "bones", "skin"],
    "sent_on": ["no", "yes"],
}
Way = CopyRows | DrawColumns | DrawFromTree


@cache
def patients() -> pd.DataFrame:
    """Return the patients: ``age``, ``area``, ``reason`` (by age), ``sent_on`` (by reason)."""
    rng = np.random.default_rng(53)
    age = rng.choice(3, PATIENTS, p=[0.25, 0.45, 0.3])
    by_age = np.array([[0.05, 0.35, 0.25, 0.35], [0.2, 0.2, 0.3, 0.3], [0.5, 0.2, 0.25, 0.05]])
    reason = np.array([rng.choice(4, p=by_age[each]) for each in age])
    sent_on = (rng.random(PATIENTS) < np.array([0.85, 0.3, 0.5, 0.1])[reason]).astype(int)
    places = {"age": age, "area": rng.choice(4, PATIENTS), "reason": reason, "sent_on": sent_on}
    return pd.DataFrame({name: pd.Categorical(np.array(each)[places[name]], each) for name, each in LABELS.items()})


def errors(way: Way) -> tuple[float, float]:
    """By how much the table that doctors read is off, and all tables of two columns, on average over some draws."""
    files = [replace(way, seed=seed)(patients()) for seed in range(DRAWS)]
    pair = [two_way_error(patients()[PAIR], file[PAIR]) for file in files]
    return float(np.mean(pair)), float(np.mean([two_way_error(patients(), file) for file in files]))


def what_file_does(way: Way) -> str:
    """Say by how much the tables of such a file are off."""
    pair, everything = errors(way)
    return strings.OFF.format(pair=pair, everything=everything)


def what_is_wrong(way: Way) -> str:
    """Say what is wrong with a way to make the file; nothing, if it keeps the promise and doctors can read it."""
    epsilon = None if isinstance(way, CopyRows) else way.epsilon
    if epsilon is None:
        return strings.NO_PROMISE.format(most=MOST_EPSILON)
    if epsilon > MOST_EPSILON:
        return strings.TOO_LARGE.format(epsilon=epsilon, most=MOST_EPSILON)
    if isinstance(way, DrawFromTree) and way.edges is None:
        return strings.CHOSEN
    pair, everything = errors(way)
    if pair > MOST_PAIR:
        return strings.WANTED_PAIR.format(error=pair, most=MOST_PAIR)
    return strings.ALL_PAIRS.format(error=everything, most=MOST_ALL) if everything > MOST_ALL else ""
