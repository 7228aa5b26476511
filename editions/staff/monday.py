"""Screen 6: the readers' panel, counted on one Monday and on the next. Who is the one who is new?"""

from typing import Any, Final

import numpy as np
import pandas as pd

from data_gen.office import MONDAYS, REGIONS, panel
from disclosure.attacks.growth import sole_growth

KINDS: Final = ("running", "members")
"""All who ever joined, by the region named on joining; or those who are members today, by where they live today."""


def counts_on(people: pd.DataFrame, day: pd.Timestamp, kind: str) -> list[int]:
    """Count the panel on a day.

    Args:
        people: see `data_gen.office.panel`.
        day: the day.
        kind: one of `KINDS`.

    Returns:
        People, one number per region.

    Examples:
        >>> counts_on(panel(), MONDAYS[0], "running")
        [58, 97, 131, 126]
    """
    there = people[people["began_on"] <= day]
    region = there["region"]
    if kind == "members":
        region = region.mask(there["moved_on"] <= day, there["lives_in"])[~(there["left_on"] <= day)]
    return [int((region == name).sum()) for name in REGIONS]


def certain_of_new(before: list[int], after: list[int], kind: str) -> str | None:
    """Return the region in which whoever is new certainly stands; None where nothing is certain.

    A running total never loses anybody, so that the one cell that grew holds all who are new. Members leave and move:
    a cell that grew proves nothing.

    Examples:
        >>> certain_of_new([58, 97, 131, 126], [59, 97, 131, 126], "running")
        'North'
        >>> certain_of_new([58, 97, 131, 126], [59, 97, 131, 126], "members") is None
        True
    """
    if kind != "running":
        return None
    grown = np.subtract(after, before).astype("float64")
    place, _, proven = sole_growth(grown[None], grown.sum(keepdims=True))
    return REGIONS[int(place[0])] if proven[0] else None


def last_monday() -> dict[str, Any]:
    """Return both tables of the last two Mondays.

    Returns:
        ``regions``; ``days`` (in words); ``kinds``: kind -> ``before``, ``after`` (people by region), ``grew`` (the
        region with the largest growth) and ``certain``; ``truth``: the region that the new member named.
    """
    people, (earlier, later) = panel(), MONDAYS[-2:]
    [new] = people.loc[(people["began_on"] > earlier) & (people["began_on"] <= later), "region"]
    kinds = {}
    for kind in KINDS:
        before, after = (counts_on(people, day, kind) for day in (earlier, later))
        grew = REGIONS[int(np.argmax(np.subtract(after, before)))]
        kinds[kind] = {"before": before, "after": after, "grew": grew, "certain": certain_of_new(before, after, kind)}
    days = [f"{day.day} {day:%B}" for day in (earlier, later)]
    return {"regions": REGIONS, "days": days, "kinds": kinds, "truth": new}
