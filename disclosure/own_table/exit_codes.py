"""What a check ends with: 0 nothing found, 1 something found, 2 not read, or not all that was chosen was looked at."""

from typing import Final

import pandas as pd

from disclosure.audit.reading.cells import NOT_COVERED, ROUNDED
from disclosure.audit.verdicts import EXACT, NARROWED, NOT_FOUND

NOTHING_FOUND, SOMETHING_FOUND, NOT_READ = 0, 1, 2
BESIDE: Final = (ROUNDED, NOT_COVERED)
"""Roles of figures that are no secret by themselves."""


def exit_code(findings: pd.DataFrame, *, leaks: bool, is_open: bool) -> int:
    """0, 1 or 2: a hidden figure that is only narrowed is something found; one that is rounded, if it is exact.

    Args:
        findings: of the check.
        leaks: whether the file itself gives something away.
        is_open: whether an answer is missing, or an edition that was chosen was not laid beside the table.

    Examples:
        >>> found = pd.DataFrame({"role": ["primary"], "verdict": ["open"]})
        >>> exit_code(found, leaks=False, is_open=False), exit_code(found, leaks=True, is_open=False)
        (0, 1)
    """
    if is_open:
        return NOT_READ
    beside = findings["role"].isin(BESIDE)
    found = findings["verdict"].isin([EXACT, NARROWED, NOT_FOUND]) & ~beside | findings["verdict"].eq(EXACT)
    return SOMETHING_FOUND if leaks or found.any() else NOTHING_FOUND
