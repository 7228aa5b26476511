"""Labels that a spreadsheet would run as a formula, made harmless (CSV injection)."""

import re
from typing import Final

RUNS: Final = re.compile(r"\s*(?:[=@\t\r]\s*\S|[+-](?=.*[(|!=]))", re.DOTALL)
"""How a text begins that a spreadsheet runs: = or @ and more, or + or - in front of something that calls."""


def runs_as_formula(text: str) -> bool:
    """Whether a spreadsheet that opens a CSV would run this text instead of showing it.

    Marks and numbers are none of these: ``-``, ``-5``, ``+1.5`` and ``- of which girls`` stay as they are.

    Examples:
        >>> [runs_as_formula(text) for text in ("=cmd()", "@SUM(A1)", "-2+cmd|' /C calc'!A0", "-", "-5", "=", "Total")]
        [True, True, True, False, False, False, False]
    """
    return RUNS.match(text) is not None


def neutralised(text: str) -> str:
    """A text that is shown and not run: an apostrophe stands before a formula, as spreadsheets themselves write it.

    Examples:
        >>> neutralised("=cmd()"), neutralised("North")
        ("'=cmd()", 'North')
    """
    return f"'{text}" if runs_as_formula(text) else text
