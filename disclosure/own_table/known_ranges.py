"""From where to where a count can be, in words."""

import pandas as pd


def known(low: object, high: object) -> str:
    """What can be known of a cell, in words.

    Examples:
        >>> known(3, 3), known(1, 4), known(2, None)
        ('exactly 3', '1 to 4', '2 or more')
    """
    if low is None or pd.isna(low):  # type: ignore[call-overload]
        return ""
    if high is None or pd.isna(high):  # type: ignore[call-overload]
        return f"{low:,} or more"
    return f"exactly {low:,}" if low == high else f"{low:,} to {high:,}"
