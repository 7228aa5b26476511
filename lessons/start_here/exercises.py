"""The exercise of the lesson on start here: a toy to try out how checking, hints and solutions work."""

from typing import Final

import numpy as np

from teaching.checks import Arguments
from teaching.exercise import Exercise

SMALL_TASK: Final = """
**How many counts are small?** Complete `my_small(counts, k)`. It gets a list of counts and returns how many of them are
below `k`.
"""


def small() -> Exercise:
    """Return the toy exercise."""
    return Exercise(
        SMALL_TASK,
        name="start_here/small",
        minutes=2,
        reference=how_many_small,
        make_case=_counts,
        hints=[
            "Go through the counts one by one, and ask of each whether it is below k.",
            "`sum(...)` adds up Trues as ones.",
            "`return sum(count < k for count in counts)`",
        ],
    )


def how_many_small(counts: list[int], k: int) -> int:
    """Return the number of counts below k."""
    return sum(count < k for count in counts)


def _counts(rng: np.random.Generator) -> Arguments:
    """A few counts, k itself among them."""
    k = int(rng.integers(3, 8))
    return {"counts": [*map(int, rng.integers(0, 12, 4)), k], "k": k}
