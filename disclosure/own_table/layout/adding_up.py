"""Totals are found by adding up: which line of a table is the sum of which others, in every column where that shows.

What a line is called is only a hint. It decides where hidden cells leave nothing to add up, and it makes a line whose
sum does not come out a matter to be said, or asked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final

import numpy as np

from disclosure.own_table.layout.lines import Lines, Sum, Values
from disclosure.own_table.layout.quiet_sums import only_way_shown, only_way_to_less, ways_of_quiet_sums

SURE: Final = 20
"""A sum of this size in a single column is not there by accident, if all other lines add up to it."""


@dataclass(frozen=True)
class Nesting:
    """Which lines add up to which.

    Args:
        parent: for a line, the line in whose sum it is, by place.
        roots: the lines that are in no sum, in order.
        unsure: totals that neither a name nor enough sums tell.
        broken: totals by name whose parts do not add up, with what adding up says.
        others: further ways in which lines add up to a total that has parts already: (total, parts).
        ways: where hidden cells show too little to tell which lines are sums of lines before them: what could stand in
            place of ``parent``.
    """

    parent: dict[int, int]
    roots: tuple[int, ...]
    unsure: tuple[int, ...] = ()
    broken: dict[int, Sum] = field(default_factory=dict)
    others: tuple[tuple[int, tuple[int, ...]], ...] = ()
    ways: tuple[dict[int, int], ...] = ()

    def by_way(self, way: Mapping[int, int]) -> "Nesting":
        """The same lines, where one of the ways is the right one."""
        roots = tuple(line for line in sorted({*self.parent, *self.roots}) if line not in way)
        return replace(self, parent=dict(way), roots=roots, broken={}, ways=())

    def parts_of(self, total: int) -> list[int]:
        """The lines that add up to a total."""
        return [part for part, parent in self.parent.items() if parent == total]


def nesting_of(lines: Lines) -> Nesting:
    """Find which lines are sums of others: sums below or above their parts, or by name between them; sums of sums.

    The sum of all may stand at the other end than its parts' own sums do: these above their parts, and it below all. Of
    a line that prints no count, or zeros alone, nothing shows that.

    Examples:
        >>> nesting_of(Lines(np.array([[3.0, 1], [4, 5], [7, 6]]), [False, False, False])).parent
        {0: 2, 1: 2}
    """
    places = range(len(lines.values))
    named_last = sorted(places, key=lambda line: bool(lines.hints[line]))
    at_other_end = [[*places[-2::-1], *places[-1:]], [*places[1:], *places[:1]]]
    printed = [bool((line > 0).any()) for line in lines.values]
    shown = [order for order in at_other_end if printed[order[-1]]]
    readings = [_nest(lines, order) for order in (places, places[::-1], named_last, *shown)]

    def doubts(found: Nesting) -> tuple[int, ...]:
        broken = {} if found.ways else found.broken  # which of its lines are sums is asked, and then it adds up
        totals = {*found.parent.values(), *found.broken} - {*broken}
        lost = [line for line in places if lines.hints[line] and line not in totals]
        hidden = sum(not printed[total] for total in totals)
        return len({*lost, *broken}), len(found.roots), hidden, len(found.unsure), -len(found.broken)

    best = _in_several_ways(lines, min(readings, key=doubts))
    return replace(best, others=best.others or _other_ways(lines, best))


def _nest(lines: Lines, order: Sequence[int]) -> Nesting:
    """Read lines in one order: each may be the sum of those before that are in no sum yet."""
    parent: dict[int, int] = {}
    open_lines: list[int] = []
    unsure: list[int] = []
    ways: list[dict[int, int]] = []
    for line in order:
        last = line == order[-1]
        if last and lines.hints[line] and parent and _is_sum_of_all(lines, line):
            return Nesting(dict.fromkeys(order[:-1], line), (line,))
        parts, sure = _parts_of(lines, line, open_lines, last=last)
        is_shown = bool(parts) and (lines.slack > 0 or lines.sum_of(line, parts).agrees > 0)
        if last and lines.hints[line] and (len(parts) < len(open_lines) or not is_shown):
            quiet = ways_of_quiet_sums(lines, line, open_lines)
            if chosen := only_way_shown(quiet):
                parent, parts, sure = parent | chosen.inner, chosen.parts, True
            else:
                ways = [parent | way.inner | dict.fromkeys(way.parts, line) for way in quiet if not is_shown]
        parent |= dict.fromkeys(parts, line)
        open_lines = [each for each in open_lines if each not in parent]
        open_lines.append(line)
        unsure += [line] * (not sure)
    broken, end = dict[int, Sum](), open_lines[-1]
    if lines.hints[end] and end not in parent.values() and len(open_lines) > 2:
        broken[end] = lines.sum_of(end, open_lines[:-1])
        if broken[end].over and (way := only_way_to_less(lines, end, order[:-1])):
            return Nesting(way.inner | dict.fromkeys(way.parts, end), (end,))
        if not broken[end].over:
            parent |= dict.fromkeys(open_lines[:-1], end)
    roots = tuple(line for line in range(len(lines.values)) if line not in parent)
    return Nesting(parent, roots, tuple(unsure), broken, ways=tuple(ways))


def _is_sum_of_all(lines: Lines, line: int) -> bool:
    """Whether all other lines together are a total: then none of them is a sum of others, whatever it looks like."""
    found = lines.sum_of(line, [part for part in range(len(lines.values)) if part != line])
    return found.fits and (found.agrees > 0 or lines.slack > 0)


def _parts_of(lines: Lines, line: int, before: list[int], *, last: bool) -> tuple[list[int], bool]:
    """The open lines that add up to one, as many as possible, and whether that is sure; none if there are none."""
    hint = lines.hints[line]
    if hint is None:
        return [], True
    perhaps: list[int] = []
    for start in _fitting_starts(lines, line, before):
        if start > len(before) - (1 if hint else 2):
            break
        parts = before[start:]
        found = lines.sum_of(line, parts)
        if not found.fits:
            continue
        everything = start == 0 and len(parts) > 1
        shown = found.agrees > (lines.slack > 0)
        named = hint and (shown or (everything and last) or lines.is_group(parts, line, before))
        if named and start > 0 and not last and found.agrees == 1 and not lines.is_group(parts, line, before):
            perhaps = perhaps or parts  # a name and one column may both be an accident: “All Saints”
            continue
        if named or found.agrees > 1 + (lines.slack > 0):
            return parts, True
        if found.agrees == 1 and not lines.slack and np.nanmax(lines.values[line]) >= SURE:
            if everything and last:
                return parts, True
            perhaps = perhaps or parts
        if everything and last and _could_be_total(lines.values, line, parts):
            perhaps = perhaps or parts
    return perhaps, not perhaps


def _fitting_starts(lines: Lines, line: int, before: list[int]) -> list[int]:
    """From which of some lines on all of them may add up to a line: nothing in any column speaks against it."""
    known = lines.values[before[::-1]]
    gaps = lines.values[line] - np.cumsum(np.nan_to_num(known), axis=0)
    complete = ~np.maximum.accumulate(np.isnan(known), axis=0)
    off = lines.slack * (np.arange(1, len(before) + 1)[:, None] + 1)
    wrong = (gaps < -off) | (complete & (gaps > off))
    return [len(before) - 1 - int(k) for k in np.flatnonzero(~wrong.any(axis=1))[::-1]]


def _could_be_total(values: Values, line: int, parts: list[int]) -> bool:
    """Whether a line is larger than all others in each column where it is printed."""
    largest = np.fmax.reduce(values[parts], axis=0)
    both = ~np.isnan(values[line]) & ~np.isnan(largest)
    return bool(both.any()) and bool((values[line][both] >= largest[both]).all())


def _other_ways(lines: Lines, found: Nesting) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Runs of lines in no sum that add up to a total as well: by sex and by age, side by side."""
    totals = [root for root in found.roots if found.parts_of(root)]
    ways: list[tuple[int, tuple[int, ...]]] = []
    for total in totals:
        left = [root for root in found.roots if root not in totals]
        while left:
            length = next((n for n in range(len(left), 1, -1) if _adds_up(lines, total, left[:n])), 0)
            if length:
                ways.append((total, tuple(left[:length])))
            left = left[max(length, 1) :]
    return tuple(ways)


def _in_several_ways(lines: Lines, found: Nesting) -> Nesting:
    """Lines that are more than their total, cut into runs each of which may add up to it, if one cut does that."""
    for total in (total for total, gap in found.broken.items() if gap.over):
        cuts = list(islice(_cuts(lines, total, [root for root in found.roots if root != total]), 2))
        if len(cuts) == 1:
            first, *others = cuts[0]
            roots = tuple(root for root in found.roots if root not in first)
            ways = tuple((total, tuple(run)) for run in others)
            return Nesting(found.parent | dict.fromkeys(first, total), roots, found.unsure, others=ways)
    return found


def _cuts(lines: Lines, total: int, left: list[int]) -> Iterator[list[list[int]]]:
    """All ways to cut lines into runs of two and more, each of which may add up to a total."""
    if not left:
        yield []
    for end in range(2, len(left) + 1):
        if end != len(left) - 1 and lines.sum_of(total, left[:end]).fits:
            yield from ([left[:end], *rest] for rest in _cuts(lines, total, left[end:]))


def _adds_up(lines: Lines, total: int, parts: list[int]) -> bool:
    """Whether parts add up to a total in so many columns that it is no accident."""
    found = lines.sum_of(total, parts)
    return found.fits and found.agrees > (lines.slack > 0)
