"""A public register such as an electoral roll: part of the viewers, and people who are not viewers."""

from __future__ import annotations

import pandas as pd

from data_gen.knobs import Knobs
from data_gen.streams import Seed, stream
from data_gen.viewers import make_neighbours

STRANGERS = 0.5  # people of the register who are not viewers, per viewer of the service
COLUMNS = ["name", "sex", "birth_date", "country", "region", "postcode"]


def make_register(viewers: pd.DataFrame, knobs: Knobs, seed: Seed, block: int) -> pd.DataFrame:
    """One block of the register with its truth: COLUMNS and answer (viewer_id or <NA>), in an order that tells nothing.

    Everybody in it is an adult, as on an electoral roll.
    """
    rng = stream(seed, "register", block)
    listed = viewers[(rng.random(len(viewers)) < knobs.register_share) & (viewers["age"] >= 18)]
    strangers = make_neighbours(round(len(viewers) * STRANGERS), seed, rng)
    strangers = strangers[strangers["age"] >= 18]
    known = listed[COLUMNS].assign(answer=listed["viewer_id"].astype("Int64"))
    others = strangers[COLUMNS].assign(answer=pd.Series(pd.NA, index=strangers.index, dtype="Int64"))
    everyone = pd.concat([known, others], ignore_index=True)
    return everyone.iloc[rng.permutation(len(everyone))].reset_index(drop=True)
