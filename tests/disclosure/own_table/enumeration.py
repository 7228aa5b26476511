"""What the printed numbers of a small table leave possible: every whole-number filling, tried one after another.

It knows nothing of the audit, nor of how a table is read: lines and limits are written out, by address, in the TOML
file beside each table, as somebody with pencil and paper would write them down.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

ENDLESS: Final = 10**6
"""A cell that may be this large has no limit of its own."""

Limits = dict[str, tuple[int, int]]


@dataclass(frozen=True)
class Line:
    """Numbers and cells that add up to a total, or to no more than it.

    Examples:
        >>> line_of("B3 + 12 + D3 = 17")
        Line(cells=('B3', 'D3'), total=(), rest=5, least=5)
    """

    cells: tuple[str, ...]
    total: tuple[str, ...]
    rest: int
    least: int | None

    def within(self, limits: Limits) -> bool:
        """Whether some filling within the limits could still fit."""
        low = sum(limits[c][0] for c in self.cells) - sum(limits[c][1] for c in self.total)
        high = sum(limits[c][1] for c in self.cells) - sum(limits[c][0] for c in self.total)
        return low <= self.rest and (self.least is None or high >= self.least)

    def tightened(self, limits: Limits) -> Limits:
        """The limits that this line alone leaves."""
        low = sum(limits[c][0] for c in self.cells) - sum(limits[c][1] for c in self.total)
        high = sum(limits[c][1] for c in self.cells) - sum(limits[c][0] for c in self.total)
        new = dict(limits)
        for cell in self.cells:
            least, most = limits[cell]
            up = most if self.least is None else max(least, self.least - (high - most))
            new[cell] = (least if self.least is None else up, min(most, self.rest - (low - least)))
        for cell in self.total:
            least, most = limits[cell]
            smallest = max(least, (low + most) - self.rest)
            largest = most if self.least is None else min(most, (high + least) - self.least)
            new[cell] = (smallest, largest)
        return new


def line_of(text: str) -> Line:
    """Read ``"B3 + 12 = D3"`` or, where people are missing from the parts, ``"B3 + 12 <= 40"``."""
    left, sign, right = re.split(r"\s(<?=)\s", text)
    parts, total = left.split(" + "), right.split(" + ")
    numbers = sum(int(p) for p in total if p.isdigit()) - sum(int(p) for p in parts if p.isdigit())
    cells, totals = (tuple(p for p in side if not p.isdigit()) for side in (parts, total))
    return Line(cells, totals, numbers, numbers if sign == "=" else None)


def ranges(truth: Mapping) -> dict[str, tuple[int, int | None]]:
    """The least and the greatest number in each hidden cell, over all fillings; None where there is no limit.

    Examples:
        >>> ranges({"can_be": {"B3": [1, 4], "D3": [1, 4]}, "adds_up": {"lines": ["B3 + D3 = 7"], "shares": []}})
        {'B3': (3, 4), 'D3': (3, 4)}
    """
    limits = {cell: (low, high) for cell, (low, high) in truth["can_be"].items()}
    for share in truth["adds_up"]["shares"]:
        cell, fitting = _fitting(share, limits)
        limits[cell] = (min(fitting), max(fitting))
    lines = [line_of(text) for text in truth["adds_up"]["lines"]]
    return {cell: (_first(cell, lines, limits, 1), _first(cell, lines, limits, -1)) for cell in limits}


def _fitting(share: str, limits: Limits) -> tuple[str, list[int]]:
    """The counts of a cell whose printed percentage, or rate, is the one printed: halves are rounded up."""
    cell, per, base, printed = re.fullmatch(r"(\w+)(?: per (\d+))? of (\d+) = ([\d.]+)", share).groups()
    unit = Decimal(1).scaleb(-len(printed.partition(".")[2]))
    low, high = limits[cell]
    shares = {n: (Decimal(int(per or 100) * n) / int(base)).quantize(unit, ROUND_HALF_UP) for n in range(low, high + 1)}
    return cell, [n for n, value in shares.items() if value == Decimal(printed)]


def _narrowed(lines: list[Line], limits: Limits) -> Limits | None:
    """Limits that no single line narrows any further, or None if nothing fits."""
    before = None
    while before != limits:
        before = limits
        for line in lines:
            limits = line.tightened(limits)
            if any(low > high for low, high in limits.values()):
                return None
    return limits if all(line.within(limits) for line in lines) else None


def _possible(lines: list[Line], limits: Limits) -> bool:
    """Whether at least one filling fits all lines."""
    narrowed = _narrowed(lines, limits)
    if narrowed is None:
        return False
    open_cells = [cell for cell, (low, high) in narrowed.items() if low < high < ENDLESS // 2]
    if not open_cells:
        return True
    cell = min(open_cells, key=lambda c: narrowed[c][1] - narrowed[c][0])
    low, high = narrowed[cell]
    return any(_possible(lines, {**narrowed, cell: (n, n)}) for n in range(low, high + 1))


def _first(cell: str, lines: list[Line], limits: Limits, step: int) -> int | None:
    """The first number from one end that fits."""
    narrowed = _narrowed(lines, limits)
    low, high = narrowed[cell]
    if step < 0 and high > ENDLESS // 2:
        return None
    numbers = range(low, high + 1) if step > 0 else range(high, low - 1, -1)
    return next(n for n in numbers if _possible(lines, {**narrowed, cell: (n, n)}))
