"""Sums that hidden cells leave possible and printed percentages refute: these are not offered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import inf

from disclosure.own_table.bases_of_shares import behind_share, ends_of, fittings_of
from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.grid import Grid

Range = tuple[Fraction | float, Fraction | float]


def ways_beside_shares(grid: Grid, nestings: Sequence[Nesting], slack: float) -> list[Nesting]:
    """What adds up to what, without the ways that percentages refute.

    Args:
        grid: the counts, and the percentages.
        nestings: for each dimension, what adds up to what, and the ways in which hidden cells may add up.
        slack: by how much counts may be off, for they are rounded.
    """
    if not grid.shares or not any(nesting.ways for nesting in nestings):
        return list(nestings)
    ranges = _ranges(grid, nestings, slack)
    return [
        replace(nesting, ways=tuple(way for way in nesting.ways if _is_possible(grid, axis, way, ranges)))
        for axis, nesting in enumerate(nestings)
    ]


def _ranges(grid: Grid, nestings: Sequence[Nesting], slack: float) -> dict[str, Range]:
    """From where to where each count can be, by itself and by its percentages; one that is not here can be any.

    A percentage may be one unit off, for it may have been moved so that all add up.
    """
    found: dict[str, Range] = {}
    for measure, fitting in fittings_of(grid, nestings, slack).items():
        unit = Fraction(1, 10**measure.decimals * measure.per)
        for share in grid.shares_in[measure] if fitting.told else ():
            own, whole = fitting.told.pairs[share.address] if fitting.told else ("", "")
            if base := ends_of(grid, whole, Fraction(slack)):
                low, high = behind_share(share)
                found[own] = (max(low - unit, Fraction(0)) * base[0], (high + unit) * base[1])
    printed = {address: ends_of(grid, address, Fraction(slack)) for address in grid.numbers}
    return found | {address: ends for address, ends in printed.items() if ends is not None}


def _is_possible(grid: Grid, axis: int, way: Mapping[int, int], ranges: Mapping[str, Range]) -> bool:
    """Whether all sums of a way can be, in each line across it."""
    labels = grid.dimensions[axis].labels
    for key in {(*key[:axis], "", *key[axis + 1 :]) for key in grid.keys.values()}:
        at = [grid.by_key.get((*key[:axis], label, *key[axis + 1 :]), "") for label in labels]
        for total in set(way.values()):
            low, high = ranges.get(at[total], (0, inf))
            parts = [ranges.get(at[part], (0, inf)) for part, whole in way.items() if whole == total]
            if sum(least for least, _ in parts) > high or sum(most for _, most in parts) < low:
                return False
    return True
