"""Who works at the service: a name, a role, and an area to live in, like everybody."""

import numpy as np
import pandas as pd

from data_gen.access.assumptions import Assumptions
from data_gen.streams import Seed, scrambled, stream
from data_gen.viewers import make_neighbours


def make_employees(assumed: Assumptions, seed: Seed) -> pd.DataFrame:
    """Make the employees. They are drawn like everybody else: some share a surname or an area with viewers by chance.

    Args:
        assumed: how many, and their roles.
        seed: of the world.

    Returns:
        One row per employee: ``employee_id`` (int64; it tells nothing), ``name``, ``surname``, ``role``, ``area`` (a
        postcode of the world).

    Examples:
        >>> staff = make_employees(Assumptions(), 53)
        >>> len(staff), sorted(staff["role"].unique())[:2]
        (60, ['data protection', 'engineering'])
    """
    rng = stream(seed, "employees")
    people = make_neighbours(assumed.employees, seed, rng)
    return pd.DataFrame(
        {
            "employee_id": scrambled(np.arange(assumed.employees), seed, "employee", assumed.employees),
            "name": people["name"],
            "surname": surnames(people["name"]),
            "role": rng.permutation(_roles(assumed)),
            "area": people["postcode"],
        }
    )


def surnames(names: pd.Series) -> pd.Series:
    """What stands after the first space.

    Examples:
        >>> surnames(pd.Series(["Ada Lovelace", "Jan van Dijk"])).tolist()
        ['Lovelace', 'van Dijk']
    """
    return names.str.partition(" ")[2].astype("str")


def _roles(assumed: Assumptions) -> np.ndarray:
    """As many of each role as its share says, one at least; what is left over works in support."""
    counts = {role: max(1, int(share * assumed.employees)) for role, share in assumed.roles.items()}
    counts["support"] += assumed.employees - sum(counts.values())
    return np.repeat(np.array(list(counts), dtype=object), list(counts.values()))
