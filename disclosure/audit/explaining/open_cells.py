"""What is possible in a cell that nothing printed narrows, and what is not between two ends, in words."""

from typing import Final

from disclosure.audit import wording
from disclosure.audit.explaining.reasons import whole_numbers_of
from disclosure.audit.explaining.what_fits import what_fits
from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.solving.findings import Findings

OPEN_CELL: Final = "nothing printed narrows it: {numbers} {are} possible"
OPEN_ENDS: Final = "nothing printed narrows its ends: it may be as small as {low} and as large as {high}"
EVERY_FROM_TO: Final = "every number from {low} to {high}"
OPEN_WIDER: Final = (
    "nothing printed narrows what the rule hides: it may be as small as {low} and, if it is hidden to cover others, as "
    "large as {high}"
)
OPEN_SMALL: Final = (
    "nothing printed narrows what the rule hides: {numbers} {are} possible; for a larger one, hidden to cover others, "
    "there is no room"
)
OPEN_ENDED: Final = "nothing printed narrows it: it may be as small as {low} and has no upper limit"
MISSING: Final = "fewer and more are possible, but not {counts}: no whole numbers fit {lines} then"


def what_is_open(findings: Findings, cell: int) -> str:
    """What is possible in an open cell: all that the rule hides, or more where marks do not tell why it is hidden.

    Args:
        findings: the exact ranges.
        cell: its place.
    """
    low, high, system = int(findings.low[cell]), int(findings.high[cell]), findings.system
    if high >= NO_LIMIT:
        return OPEN_ENDED.format(low=low)
    if high > system.cells.open_high[cell]:
        return OPEN_WIDER.format(low=low, high=high)
    if findings.ends_alone(cell) and high < NO_LIMIT:
        return OPEN_ENDS.format(low=low, high=high)
    gaps = sorted(gap for gap in system.gaps.get(cell, ()) if low < gap[0] and gap[1] < high)
    starts, ends = [low, *(last + 1 for _, last in gaps)], [*(first - 1 for first, _ in gaps), high]
    runs = [_every(*run) for run in zip(starts, ends, strict=True)]
    sentence = OPEN_SMALL if system.cells.high[cell] > high else OPEN_CELL
    return sentence.format(numbers=wording.listed(runs), are="are" if gaps else "is")


def _every(low: int, high: int) -> str:
    """Every number from one to another."""
    return str(low) if low == high else EVERY_FROM_TO.format(low=low, high=high)


def what_is_missing(findings: Findings, cell: int) -> str:
    """Which counts between the ends of a cell are impossible, and what they do not fit.

    Args:
        findings: the exact ranges.
        cell: its place; one whose ends nothing narrows, and which is not open.
    """
    cells, block = findings.system.cells, next(block for block in findings.blocks if cell in block.cells)
    counts = findings.missing(cell, int(cells.open_low[cell]), int(cells.open_high[cell]))
    fits = whole_numbers_of(findings.system, block, block.lines)
    lines = what_fits(findings.system, fits.lines, fits.parts, fits.people)
    return MISSING.format(lines=lines, counts=wording.listed([str(count) for count in counts]))
