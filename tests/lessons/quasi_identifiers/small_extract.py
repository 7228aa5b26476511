"""A small extract and a register that misses people and lists others."""

import numpy as np
import pandas as pd

RNG = np.random.default_rng(53)
PEOPLE = pd.DataFrame(
    {
        "birth_date": [f"19{RNG.integers(50, 80)}-0{RNG.integers(1, 10)}-1{RNG.integers(0, 10)}" for _ in range(90)],
        "sex": RNG.choice(["female", "male"], 90),
        "postcode": RNG.choice(["North, 1", "North, 2", "South, 1", "South, 2", "South, 3"], 90),
        "late_nights": RNG.choice(["hardly ever", "now and then", "every week"], 90, p=[0.6, 0.3, 0.1]),
    }
)
EXTRACT = PEOPLE.head(60).assign(row_id=range(1, 61))
REGISTER = PEOPLE.iloc[30:].drop(columns="late_nights").assign(register_id=range(101, 161)).reset_index(drop=True)
TRUTH = pd.DataFrame({"target": range(101, 161), "answer": pd.array([*range(31, 61), *[None] * 30], dtype="Int64")})
"""The last thirty of the extract are the first thirty of the register."""
