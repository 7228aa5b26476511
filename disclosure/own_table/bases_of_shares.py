"""Which counts the percentages of a column belong to, and of which totals: all pairs that fit what is printed.

The numbers tell, not the heading: each column of counts is tried as the part, and each total as the base.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, log10

from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.grid import Grid, Share
from disclosure.own_table.layout.measures import Measure, counts_named
from disclosure.own_table.sheets.sheet import address_of, place_of
from disclosure.tables.percentages import Base

ENOUGH, ENOUGH_NAMED = 2, 1
"""So many digits show what percentages are of, if a single number is tried; fewer, where the heading says it too.

Of ten numbers that are tried, one fits a digit by accident: each ten times more candidates ask for a digit more.
"""


Ends = tuple[Fraction, Fraction]


@dataclass(frozen=True)
class Candidate:
    """Counts, and a number of the table of which they could be percentages.

    Args:
        name: the answer to a question that chooses it.
        counts: the column of the counts.
        whole: of what, in words.
        base: the same, as the kit's tables say it.
        pairs: for the address of each percentage, those of its count and of its base.
    """

    name: str
    counts: Measure
    whole: str
    base: Base
    pairs: Mapping[str, tuple[str, str]]

    @property
    def is_of_itself(self) -> bool:
        """Whether each percentage is one of a total of itself: then it is 100."""
        return all(own == whole for own, whole in self.pairs.values())


@dataclass(frozen=True)
class Fitting:
    """The candidates that fit one column of percentages.

    Args:
        candidates: those that fit, the likeliest first.
        told: the one that it is; None if the numbers do not tell.
    """

    candidates: tuple[Candidate, ...]
    told: Candidate | None


def fittings_of(grid: Grid, nestings: Sequence[Nesting], slack: float) -> dict[Measure, Fitting]:
    """For each column of percentages, what these can be percentages of; see `fitting_of`."""
    return {measure: fitting_of(grid, nestings, shares, slack) for measure, shares in grid.shares_in.items()}


def fitting_of(grid: Grid, nestings: Sequence[Nesting], shares: Sequence[Share], slack: float) -> Fitting:
    """What the percentages of one column can be percentages of.

    Args:
        grid: the counts.
        nestings: what adds up to what.
        shares: the percentages of the column.
        slack: by how much counts may be off, for they are rounded.
    """
    named = counts_named(grid.measures, shares[0].measure)[:1]
    every = [(each, fits(grid, nestings, each, shares, slack)) for each in candidates(grid, nestings, shares)]
    fitting = [(each, number) for each, number in every if number is not None]
    of_named = [(each, number) for each, number in fitting if each.counts in named]
    same_name = any(each.stem == shares[0].measure.stem for each in named)
    enough = ENOUGH + ceil(log10(max(len(every), 2)))
    if of_named and (same_name or any(number for _, number in of_named)):
        fitting, enough = of_named, ENOUGH_NAMED + ceil(log10(sum(each.counts in named for each, _ in every)))
    fitting.sort(key=lambda found: -found[1])
    told = fitting[0][0] if len(fitting) == 1 and fitting[0][1] >= enough else None
    return Fitting(tuple(each for each, _ in fitting), told)


def candidates(grid: Grid, nestings: Sequence[Nesting], shares: Sequence[Share]) -> list[Candidate]:
    """Each column of counts, with each number of which these could be percentages; the column that is named first.

    Args:
        grid: the counts.
        nestings: what adds up to what.
        shares: the percentages of one column.
    """
    measure, found = shares[0].measure, []
    named = counts_named(grid.measures, measure)[:1]
    counts = [each for each in grid.measures if each.holds == "count" and each not in named]
    left = sorted(counts, key=lambda each: (each.column > measure.column, abs(measure.column - each.column)))
    for part in (*named, *left):
        parts = {each.address: address_of(place_of(each.address)[0], part.column) for each in shares}
        for name, base, labels in _bases(grid, nestings):
            pairs = {share: (own, whole) for share, own in parts.items() if (whole := _with(grid, own, labels))}
            if len(pairs) == len(shares):
                called = name if part in named and part.stem == measure.stem else f"{_called(grid, part)}, of {name}"
                found.append(Candidate(called, part, name, base, pairs))
    return [each for each in found if not each.is_of_itself] + _of_itself(found, named, shares)


def _of_itself(found: Sequence[Candidate], named: Sequence[Measure], shares: Sequence[Share]) -> list[Candidate]:
    """That a column of nothing but 100 holds percentages of a total of itself, if its heading names nothing else."""
    if any(share.number != share.measure.per for share in shares) or (shares[0].measure.stem and not named):
        return []
    totals = [each for each in found if each.is_of_itself and not isinstance(each.base, Mapping)]
    return [each for each in totals if not named or each.counts in named][:1]


def _called(grid: Grid, part: Measure) -> str:
    """The heading of a column of counts; with its letter, where another one has the same."""
    alike = [measure for measure in grid.measures if measure.name == part.name]
    return part.name if len(alike) == 1 and part.name else f"{part.name} (column {part.letter})"


def _bases(grid: Grid, nestings: Sequence[Nesting]) -> list[tuple[str, Base, dict[int, str]]]:
    """Of what percentages could be: totals over each dimension, and columns that are no parts.

    Each with its name, its form in the kit's tables, and the labels by which its cells differ from those of the parts.
    """
    ways: list[tuple[str, Base, dict[int, str]]] = []
    roots: dict[int, str] = {}
    for axis, (dimension, nesting) in enumerate(zip(grid.dimensions, nestings, strict=True)):
        summed = [root for root in nesting.roots if nesting.parts_of(root)]
        if len(summed) == 1 and len(nesting.roots) - sum(len(parts) for _, parts in nesting.others) == 1:
            roots[axis] = dimension.labels[summed[0]]
            ways.append((f"the total {roots[axis]}".strip(), dimension.name, {axis: roots[axis]}))
        else:
            whole = [root for root in nesting.roots if dimension.axis == "columns" or dimension.hints[root]]
            named = [dimension.labels[root] for root in whole]
            ways += [(f"{label}", {dimension.name: label}, {axis: label}) for label in named]
    if len(roots) > 1 and len(roots) == len(grid.dimensions):
        ways.append(("the grand total", tuple(grid.dimensions[axis].name for axis in roots), roots))
    return ways


def _with(grid: Grid, address: str, labels: Mapping[int, str]) -> str | None:
    """The cell with other labels in some dimensions."""
    if address not in grid.keys:
        return None
    key = tuple(labels.get(axis, label) for axis, label in enumerate(grid.keys[address]))
    return grid.by_key.get(key)


def fits(
    grid: Grid, nestings: Sequence[Nesting], candidate: Candidate, shares: Sequence[Share], slack: float
) -> int | None:
    """In how many digits a candidate is seen to fit; None if it does not fit somewhere.

    Small counts make few percentages: that 50.0 is 1 of 2 shows less than that 60.9 is 14 of 23.

    Args:
        grid: the counts.
        nestings: what adds up to what.
        candidate: counts, and of what they could be percentages.
        shares: the percentages.
        slack: by how much counts may be off, for they are rounded.
    """
    number, off = 0, Fraction(slack)
    hidden: dict[str, Ends] = {}
    for share in shares:
        own, whole = candidate.pairs[share.address]
        if own == whole:
            if share.number != share.measure.per:
                return None
            number += _digits(share) if candidate.is_of_itself else 1
            continue
        low, high = behind_share(share)
        part, base = ends_of(grid, own, off), ends_of(grid, whole, off)
        if base and part and (part[0] > high * base[1] or part[1] < low * base[0]):
            return None
        if base and part and base[0] > 0 and part[0] > 0:
            number += min(_digits(share), len(str(grid.numbers[own])) + len(str(grid.numbers[whole])) - 1)
        for address, ends in _implied(own, part, whole, base, (low, high)):
            before = hidden.get(address, ends)
            hidden[address] = max(before[0], ends[0]), min(before[1], ends[1])
    wrong = any(ceil(low) > floor(high) for low, high in hidden.values())
    return None if wrong or _exceed(grid, nestings, hidden, off) else number


def _exceed(grid: Grid, nestings: Sequence[Nesting], hidden: Mapping[str, Ends], off: Fraction) -> bool:
    """Whether hidden counts would be more than a printed total has room for beside its other parts.

    Where it is open what adds up to a total, nothing is said of its room.
    """
    least = {address: ceil(low) for address, (low, _) in hidden.items()}
    for axis, (dimension, nesting) in enumerate(zip(grid.dimensions, nestings, strict=True)):
        if nesting.ways or nesting.others:
            continue
        labels, places = dimension.labels, {label: line for line, label in enumerate(dimension.labels)}
        totals = {address: nesting.parent.get(places[grid.keys[address][axis]]) for address in hidden}
        for whole, total in {(_with(grid, a, {axis: labels[t]}) or "", t) for a, t in totals.items() if t is not None}:
            if whole not in grid.numbers:
                continue
            parts = [_with(grid, whole, {axis: labels[part]}) or "" for part in nesting.parts_of(total)]
            held = sum(grid.numbers.get(part, least.get(part, 0)) for part in parts)
            if held > grid.numbers[whole] + off * (len(parts) + 1):
                return True
    return False


def _digits(share: Share) -> int:
    """How many digits of a percentage are printed, without zeros at its beginning."""
    return len(f"{share.number:.{share.measure.decimals}f}".replace(".", "").lstrip("0"))


def ends_of(grid: Grid, address: str, off: Fraction) -> Ends | None:
    """From where to where a printed count can be; None in place of a mark, whatever that is said to stand for."""
    if address not in grid.numbers:
        return None
    return max(grid.numbers[address] - off, Fraction(0)), grid.numbers[address] + off


def behind_share(share: Share) -> Ends:
    """From where to where a share can be (1 is the whole base), however it was rounded or cut off."""
    unit = Fraction(1, 10**share.measure.decimals)
    low, high = Fraction(str(share.number)) - unit / 2, Fraction(str(share.number)) + unit
    return max(low, Fraction(0)) / share.measure.per, high / share.measure.per


def _implied(own: str, part: Ends | None, whole: str, base: Ends | None, behind: Ends) -> Iterator[tuple[str, Ends]]:
    """From where to where the hidden one of a count and its base must be."""
    if part is None and base is not None:
        yield own, (behind[0] * base[0], behind[1] * base[1])
    if base is None and part is not None and behind[0] > 0:
        yield whole, (part[0] / behind[1], part[1] / behind[0])
