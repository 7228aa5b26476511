"""The four verdicts on a cell."""

from typing import Final

EXACT: Final = "exact"
NARROWED: Final = "narrowed"
OPEN: Final = "open"
NOT_FOUND: Final = "not found"
