"""Sums that no column shows by itself: where a total adds up only if some lines before it are sums of lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from disclosure.own_table.layout.lines import Lines

MOST_QUIET: Final = 14
"""Of so many lines at most, all ways are tried in which some are sums although hidden cells show too little."""

MOST_LINES: Final = 40
MOST_WAYS_TRIED: Final = 2_000
"""Where a total is less than all lines together, some of them are sums of others: of so many lines ways are tried."""


@dataclass(frozen=True)
class QuietSums:
    """A way in which a total adds up, if some lines are sums of lines before them.

    Args:
        inner: what lies in which of these lines.
        parts: the parts of the total.
        agrees: in how many columns that shows.
    """

    inner: dict[int, int]
    parts: list[int]
    agrees: int


def ways_of_quiet_sums(lines: Lines, total: int, open_lines: Sequence[int]) -> list[QuietSums]:
    """The ways in which lines of which hidden cells show too little may be sums, so that a total adds up."""
    ways = _ways_to_nest(lines, tuple(open_lines)) if len(open_lines) <= MOST_QUIET else ()
    return [way for inner in ways if inner and (way := _quiet_sums(lines, total, open_lines, inner))]


def only_way_to_less(lines: Lines, total: int, others: Sequence[int]) -> QuietSums | None:
    """The one way in which lines are sums of lines before them where all of them are more than their total.

    Args:
        lines: the lines.
        total, others: the place of the total, and those of all other lines, in the order in which they are read.
    """
    if len(others) > MOST_LINES:
        return None
    ways = list(islice(_ways_to_nest(lines, tuple(others)), MOST_WAYS_TRIED + 1))
    found = (_quiet_sums(lines, total, others, inner) for inner in ways if inner)
    return only_way_shown([way for way in found if way]) if len(ways) <= MOST_WAYS_TRIED else None


def _quiet_sums(lines: Lines, total: int, others: Sequence[int], inner: dict[int, int]) -> QuietSums | None:
    """One way, if the total adds up in it."""
    parts = [line for line in others if line not in inner]
    added = lines.sum_of(total, parts)
    return QuietSums(inner, parts, added.agrees) if len(parts) > 1 and added.fits else None


def only_way_shown(ways: Sequence[QuietSums]) -> QuietSums | None:
    """The one way that some column shows, with the most sums; None if there are several."""
    shown = [way for way in ways if way.agrees]
    most = max((len(way.inner) for way in shown), default=0)
    best = [way for way in shown if len(way.inner) == most]
    return best[0] if len(best) == 1 else None


def _ways_to_nest(lines: Lines, open_lines: tuple[int, ...]) -> Iterator[dict[int, int]]:
    """All ways in which lines may be sums of lines right before them: what lies in which."""
    if not open_lines:
        yield {}
        return
    for rest in _ways_to_nest(lines, open_lines[1:]):
        yield rest
    for end in range(2, len(open_lines)):
        inner, quiet = open_lines[:end], open_lines[end]
        if lines.hints[quiet] is not None and lines.sum_of(quiet, inner).fits:
            for rest in _ways_to_nest(lines, open_lines[end + 1 :]):
                yield dict.fromkeys(inner, quiet) | rest
