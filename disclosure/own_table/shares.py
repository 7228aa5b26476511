"""What the percentages of a table are percentages of: the bases that fit all cells where both counts are printed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.grid import Grid, Share
from disclosure.own_table.layout.measures import Measure
from disclosure.own_table.meaning import RoundedShares, ShareMeaning
from disclosure.own_table.questions import MOST_CELLS_NAMED, Question
from disclosure.tables.percentages import Base, Forced
from disclosure.tables.rounded_numbers import interval_behind

NONE_OF_THESE = "none of these"
WAYS: dict[str, RoundedShares] = {
    "half up": "half up",
    "half even": "half even",
    "cut off": "truncated",
    "not known": "unknown",
}
IN_WORDS = {
    "half up": "to the nearest, halves upwards",
    "half even": "to the nearest, halves to the even digit",
    "cut off": "further decimals are cut off",
    "not known": "to the nearest; what becomes of halves is not known",
}

SUMS: dict[str, tuple[Forced, str]] = {
    "no": (False, "each was rounded by itself"),
    "largest remainders": (True, "by largest remainders: no part is more than one unit off"),
    "yes": ("moved", "some were moved by one unit after rounding, or it is not known how"),
}
"""Whether percentages were made to add up, as it is answered; as the kit's tables say it, and in words."""


@dataclass(frozen=True)
class Candidate:
    """A number of the table of which percentages could be taken.

    Args:
        name: what it is called in a question.
        base: the same, as the kit's tables say it.
        bases: for each count with a percentage, the address of its base.
    """

    name: str
    base: Base
    bases: Mapping[str, str]


def candidates(grid: Grid, nestings: Sequence[Nesting], shares: Sequence[Share]) -> list[Candidate]:
    """The numbers of which some percentages could be taken: totals over each dimension, and columns that are no parts.

    Args:
        grid: the counts.
        nestings: what adds up to what.
        shares: the percentages of one column.
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
    found = []
    for name, base, labels in ways:
        bases = {share.counts: where for share in shares if (where := _with(grid, share.counts, labels))}
        if len(bases) == len(shares):
            found.append(Candidate(name, base, bases))
    return found


def _with(grid: Grid, address: str, labels: Mapping[int, str]) -> str | None:
    """The cell with other labels in some dimensions."""
    key = tuple(labels.get(axis, label) for axis, label in enumerate(grid.keys[address]))
    return grid.by_key.get(key)


def fits(grid: Grid, candidate: Candidate, shares: Sequence[Share], slack: float) -> int | None:
    """In how many cells a base fits what is printed; None if it does not fit somewhere.

    Args:
        grid: the counts.
        candidate: the base.
        shares: the percentages.
        slack: by how much counts may be off, for they are rounded.
    """
    number, off = 0, Fraction(slack)
    for share in shares:
        base = candidate.bases[share.counts]
        if base == share.counts and share.number != share.measure.per:
            return None
        if base == share.counts or share.counts not in grid.numbers or base not in grid.numbers:
            number += base == share.counts
            continue
        part, whole = grid.numbers[share.counts], grid.numbers[base]
        unit = Fraction(1, 10**share.measure.decimals)
        low, high = Fraction(str(share.number)) - unit / 2, Fraction(str(share.number)) + unit
        per = share.measure.per
        least, most = per * max(part - off, Fraction(0)), per * (part + off)
        if least > high * (whole + off) or most < low * (whole - off):
            return None
        number += part > 0 and whole > 0
    return number


def share_questions(
    grid: Grid, nestings: Sequence[Nesting], slack: float, answers: Mapping[str, str]
) -> Iterator[Question]:
    """What is asked of percentages: of each column the base; of all their rounding, and whether sets were made to fit.

    Args:
        grid: the counts.
        nestings: what adds up to what.
        slack: by how much counts may be off, for they are rounded.
        answers: what was answered so far.
    """
    used: dict[Share, Candidate] = {}
    for measure, shares in by_measure(grid).items():
        fitting = _fitting(grid, nestings, shares, slack)
        name = f"base of {measure.name}"
        if not _is_told(fitting):
            options = {each.name: each.name for each, _ in fitting} | {NONE_OF_THESE: "a number that is not printed"}
            where = tuple(share.address for share in shares)[:MOST_CELLS_NAMED]
            yield Question(name, f"Of what are the numbers in {measure.name!r} percentages?", options, where)
        if (chosen := _chosen(fitting, answers.get(name))) is not None:
            used |= dict.fromkeys(shares, chosen)
    if not used:
        return
    where = tuple(share.address for share in used)[:MOST_CELLS_NAMED]
    yield Question("rounding of percentages", "How were percentages rounded?", _ways(grid, used, slack), where)
    if not all(isinstance(chosen.base, Mapping) for chosen in used.values()):
        options = {answer: words for answer, (_, words) in SUMS.items()}
        yield Question("sums of percentages", "Were complete sets of percentages made to add up?", options, where)
    if slack:
        options = {"no": "from the true counts", "yes": "from the rounded counts"}
        yield Question("counts behind percentages", "From which counts were percentages computed?", options, where)


def _ways(grid: Grid, used: Mapping[Share, Candidate], slack: float) -> dict[str, str]:
    """The ways of rounding that fit where a count and its base are printed; all of them where these are rounded."""
    if slack:
        return IN_WORDS
    pairs = [
        (share, Fraction(share.measure.per * grid.numbers[share.counts], grid.numbers[base]))
        for share, chosen in used.items()
        if share.counts in grid.numbers and grid.numbers.get(base := chosen.bases[share.counts])
    ]
    fitting = {
        way: all(
            (behind := interval_behind(share.number, share.measure.decimals, WAYS[way])) and true in behind
            for share, true in pairs
        )
        for way in IN_WORDS
    }
    return {way: words for way, words in IN_WORDS.items() if fitting[way] or not any(fitting.values())}


def meanings_of_shares(
    grid: Grid, nestings: Sequence[Nesting], slack: float, answers: Mapping[str, str]
) -> dict[int, ShareMeaning]:
    """What the percentages in each column are, by its place, once all is answered."""
    way = WAYS[answers.get("rounding of percentages", "not known")]
    sums, _ = SUMS[answers.get("sums of percentages", "no")]
    rounded = answers.get("counts behind percentages") == "yes"
    found = {}
    for measure, shares in by_measure(grid).items():
        chosen = _chosen(_fitting(grid, nestings, shares, slack), answers.get(f"base of {measure.name}"))
        found[measure.column] = ShareMeaning(chosen.base if chosen else None, way, sums, rounded)
    return found


def by_measure(grid: Grid) -> dict[Measure, list[Share]]:
    """The percentages of each column."""
    found: dict[Measure, list[Share]] = {}
    for share in grid.shares:
        found.setdefault(share.measure, []).append(share)
    return found


def _fitting(
    grid: Grid, nestings: Sequence[Nesting], shares: Sequence[Share], slack: float
) -> list[tuple[Candidate, int]]:
    """The bases that fit, and in how many cells that shows."""
    every = [(each, fits(grid, each, shares, slack)) for each in candidates(grid, nestings, shares)]
    return [(each, number) for each, number in every if number is not None]


def _is_told(fitting: Sequence[tuple[Candidate, int]]) -> bool:
    """Whether exactly one base fits, and in at least one cell its fit can be seen."""
    return len(fitting) == 1 and fitting[0][1] > 0


def _chosen(fitting: Sequence[tuple[Candidate, int]], answer: str | None) -> Candidate | None:
    """The base that was answered, or is the only one."""
    if _is_told(fitting):
        return fitting[0][0]
    return next((each for each, _ in fitting if each.name == answer), None)
