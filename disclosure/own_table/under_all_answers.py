"""What holds of a table whatever the answers are that are still missing."""

from collections.abc import Hashable, Mapping
from typing import Any, Final

import pandas as pd

from disclosure.audit.reading.cells import NO_LIMIT, NOT_COVERED
from disclosure.own_table.answering import Leaf, differing, range_under_all
from disclosure.own_table.findings import COLUMNS, DEPENDS

DEPENDING: Final = "Depends on the answers: {told}."
SAME_VERDICT: Final = "The verdict is the same whatever is answered, and its range is one of these: {told}."
NOT_ASKED: Final = "Nothing more is asked, for the verdict stays the same; its range is one of these: {told}."

MOST_NAMED: Final = 4
"""So many verdicts of one cell are named, the surest; how far the others reach stands beside them as its range."""


def widest(leaves: list[Leaf]) -> Leaf:
    """The answers that hide the most cells, and of these those with the fewest exact: their reasons claim the least."""
    return min(
        leaves,
        key=lambda leaf: (
            -len(leaf.verdicts or {}),
            sum(low == high for _, low, high in (leaf.verdicts or {}).values()),
        ),
    )


def under_all(cells: pd.DataFrame, leaves: list[Leaf], *, is_open: bool = True) -> pd.DataFrame:
    """Findings as they hold under all answers: a verdict that depends on one says so.

    Args:
        cells: the findings under some answers.
        leaves: what comes out under all of them.
        is_open: whether a question is left: else none is spoken of.
    """
    unsure, same = differing(leaves), SAME_VERDICT if is_open else NOT_ASKED
    rows = []
    for row in cells.to_dict("records"):
        address = row["address"]
        if address and len(leaves) > 1 and any(address in (leaf.verdicts or {}) for leaf in leaves):
            low, high = range_under_all(leaves, address)
            other = (low, high) != (row["low"], NO_LIMIT if pd.isna(row["high"]) else row["high"])
            if address in unsure or other:
                told = sorted({_in_short(leaf, address) for leaf in leaves if address in (leaf.verdicts or {})})
                told = [*told[:MOST_NAMED], "others"] if len(told) > MOST_NAMED + 1 else told
                row |= {"low": low, "high": pd.NA if high >= NO_LIMIT else high, "given_away_by": ""}
                row |= {"why": (DEPENDING if address in unsure else same).format(told=", or ".join(told))}
                row |= {"verdict": DEPENDS} if address in unsure else {}
        elif not address and row["role"] == NOT_COVERED and _cover_differently(leaves):
            row |= {"why": f"Depends on the answers: {_words(row)}, or nobody is there.", "verdict": DEPENDS}
            row |= {"low": 0, "high": pd.NA, "given_away_by": "", "to_whom": ""}
        rows.append(row)
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"low": "Int64", "high": "Int64"})


def _cover_differently(leaves: list[Leaf]) -> bool:
    """Whether the lines cover everybody under some answers, and not under others."""
    told = [{name: each for name, each in leaf.answers.items() if name[:6] == "cover "} for leaf in leaves]
    return any(each != told[0] for each in told)


def _words(row: Mapping[Hashable, Any]) -> str:
    """A verdict of a cell that has no address, in a few words."""
    return _told(row["verdict"], row["low"], NO_LIMIT if pd.isna(row["high"]) else row["high"])


def _in_short(leaf: Leaf, address: str) -> str:
    """A verdict in a few words."""
    return _told(*(leaf.verdicts or {})[address])


def _told(verdict: str, low: int, high: int) -> str:
    """A verdict and its range."""
    if low == high:
        return f"{verdict} ({low})"
    return f"{verdict} ({low} or more)" if high >= NO_LIMIT else f"{verdict} ({low} to {high})"
