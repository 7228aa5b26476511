"""One name, drawn with the chances that the formula says."""

from math import exp

import numpy as np
import pandas as pd
import pytest

from disclosure.tables.count_table import count_table
from lessons.noise.defences import NameTheTop

TABLE = count_table(pd.DataFrame({"title": list("AAABBC")}), by="title", totals=False)


def test_chances_are_those_of_the_exponential_mechanism():
    named = pd.Series([NameTheTop(1.0, seed=seed)(TABLE) for seed in range(2_000)]).value_counts(normalize=True)
    weights = np.array([exp(count / 2) for count in (3, 2, 1)])
    assert named[["A", "B", "C"]].to_numpy() == pytest.approx(weights / weights.sum(), abs=0.04)


def test_the_same_seed_names_the_same():
    assert NameTheTop(0.1, seed=7)(TABLE) == NameTheTop(0.1, seed=7)(TABLE)


def test_no_epsilon():
    with pytest.raises(ValueError, match="epsilon is 0: choose a number above 0"):
        NameTheTop(0)
