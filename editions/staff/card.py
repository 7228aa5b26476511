"""Screen 5: a remark of a colleague, five rows of a log without names, and the one row that fits."""

from typing import Any, Final

import pandas as pd

FACTS: Final = {"device": "tablet", "region": "North", "time": "on the early ferry"}
"""What the remark says; all three are true of Robin, and of Kim."""

LOG: Final = pd.DataFrame(
    [
        ("phone", "North", "on the early ferry", "Parking at Old Dock", 2),
        ("tablet", "North", "on the early ferry", "Fewer hours: how to ask", 9),
        ("tablet", "South", "on the early ferry", "Canteen vouchers", 3),
        ("tablet", "North", "in the evening", "Summer training", 1),
        ("laptop", "North", "at lunch", "Parking at Old Dock", 4),
    ],
    columns=["device", "region", "time", "opened most", "times"],
)
"""Some of the newsletter's readers, without names, without errors."""

OF_ROBIN: Final = 1
"""Whose remark it is; she is in the log."""


def fitting(log: pd.DataFrame, facts: dict[str, str]) -> list[int]:
    """Find the rows that fit all facts.

    Examples:
        >>> fitting(LOG, FACTS)
        [1]
    """
    fits = pd.concat([log[name] == value for name, value in facts.items()], axis="columns").all(axis="columns")
    return log.index[fits].tolist()


def card() -> dict[str, Any]:
    """Return what the screen carries: ``facts``, ``rows`` and ``fits``, the place of the row that fits."""
    [fits] = fitting(LOG, FACTS)
    shown = LOG.assign(**{"opened most": LOG["opened most"] + ", " + LOG["times"].astype(str) + "×"}).drop(
        columns="times"
    )
    return {"facts": FACTS, "columns": list(shown), "rows": shown.to_numpy().tolist(), "fits": fits}
