"""What can become of a cell, one letter each: charts and controls carry these in place of words."""

from typing import Final

from disclosure.audit.verdicts import EXACT, NARROWED, NOT_FOUND, OPEN

PRINTED: Final = "p"
LETTERS: Final = {EXACT: "x", NARROWED: "n", OPEN: "o", NOT_FOUND: "u"}
LEFT_OUT: Final = "-"
OWN: Final = "h"
"""A cell that the attackers know because it is their own."""
