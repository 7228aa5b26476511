"""A public register such as an electoral roll: part of the viewers, and people who are not viewers."""

import pandas as pd

from data_gen.knobs import Knobs
from data_gen.streams import Seed, stream
from data_gen.viewers import BLOCK, make_neighbours

STRANGERS = 0.5  # people of the register who are not viewers, per viewer of the service
ADULT = 18
COLUMNS = ["name", "sex", "birth_date", "country", "region", "postcode"]


def make_register(viewers: pd.DataFrame, knobs: Knobs, seed: Seed, block: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One block of the register, in an order that tells nothing; everybody in it is an adult.

    Args:
        viewers: of the block.
        knobs: register_share says how many adult viewers are listed.
        seed: of the world.
        block: its number.

    Returns:
        The register: register_id and COLUMNS. The truth: target (register_id), answer (viewer_id or <NA>).
    """
    rng = stream(seed, "register", block)
    listed = viewers[rng.random(len(viewers)) < knobs.register_share]
    strangers = make_neighbours(round(len(viewers) * STRANGERS), seed, rng)
    everyone = pd.concat([listed, strangers], ignore_index=True)
    everyone = everyone[everyone["age"] >= ADULT]
    everyone = everyone.iloc[rng.permutation(len(everyone))].reset_index(drop=True)
    numbers = pd.RangeIndex(1, len(everyone) + 1) + 2 * BLOCK * block
    truth = pd.DataFrame({"target": numbers, "answer": everyone["viewer_id"].astype("Int64")})
    everyone.insert(0, "register_id", numbers)
    return everyone[["register_id", *COLUMNS]], truth
