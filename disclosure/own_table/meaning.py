"""What the signs of a table mean, as its footnotes or its makers say: the answers from which tables are built."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from disclosure.rules import Rule, Zeros
from disclosure.tables.percentages import Base, Forced

FROM_TO: Final = re.compile(r"([01]) to (\d+)")
ZERO, NOT_APPLICABLE, NOT_TOLD, COVERS = "zero", "not applicable", "not told", "covers"
SMALL_ONLY, COVERING, COVERING_ZEROS = "small counts only", "covers others too", "covers others too, zeros among them"

BEHIND: Final = "(percentage)"
"""Stands in place of a count of which only a percentage is printed: of its size that tells nothing."""

BLANK: Final = "(blank)"
"""Stands in the kit's tables where a sheet leaves a cell blank: a mark must be seen."""

Covering = Literal["small counts only", "covers others too", "covers others too, zeros among them"]

RoundedShares = Literal["half up", "half even", "truncated", "unknown"]


@dataclass(frozen=True)
class ShareMeaning:
    """What the percentages in one column are.

    Args:
        counts: the place of the column of counts to which they belong.
        base: what they are percentages of.
        rounding: how they are rounded.
        sums_to_100: whether complete sets were made to add up, and how.
        of_rounded: whether they were computed from rounded counts.
    """

    counts: int
    base: Base
    rounding: RoundedShares = "unknown"
    sums_to_100: Forced = False
    of_rounded: bool = False


@dataclass(frozen=True)
class Meaning:
    """What the signs of a table mean.

    Args:
        marks: what stands behind each mark: ``"1 to 4"``, ``"zero"``, ``"not applicable"``, ``"not told"``,
            ``"covers"`` (a mark of its own for cells that cover others).
        covering: for a mark of small counts, whether it covers others as well.
        base: to which multiple counts were rounded; 1 if they were not.
        added_after: whether totals are sums of rounded numbers.
        not_covered: the dimensions whose labels do not cover everybody in the totals.
        shares: what the percentages in a column are, by the place of the column; of one that is missing, nobody knows.
    """

    marks: Mapping[str, str] = field(default_factory=dict)
    covering: Mapping[str, Covering] = field(default_factory=dict)
    base: int = 1
    added_after: bool = False
    not_covered: frozenset[str] = frozenset()
    shares: Mapping[int, ShareMeaning] = field(default_factory=dict)

    def is_nothing(self, mark: str) -> bool:
        """Whether a mark stands for nobody: a zero, or a cell in which nobody can be."""
        return self.marks.get(mark) in (ZERO, NOT_APPLICABLE)

    def small(self) -> dict[str, tuple[int, int]]:
        """The marks of small counts: the least that each stands for, and the threshold.

        Examples:
            >>> Meaning({"<5": "1 to 4", "-": "zero"}).small()
            {'<5': (1, 5)}
        """
        ranges = {mark: FROM_TO.fullmatch(means) for mark, means in self.marks.items()}
        return {mark: (int(found[1]), int(found[2]) + 1) for mark, found in ranges.items() if found}

    def one_by_one(self) -> list["Meaning"]:
        """One meaning for each rule: in it, the marks of all other rules hide a count of any size.

        A table with marks of several rules is one table for each of these, of the same people; see `rule`.

        Examples:
            >>> [each.rule().threshold for each in Meaning({"<10": "1 to 9", "<5": "1 to 4"}).one_by_one()]
            [5, 10]
        """
        small = self.small()
        ways = {
            mark: (threshold, least, self.covering.get(mark, SMALL_ONLY)) for mark, (least, threshold) in small.items()
        }
        if len(set(ways.values())) < 2:
            return [self]
        others = {way: {mark: NOT_TOLD for mark in small if ways[mark] != way} for way in sorted(set(ways.values()))}
        return [replace(self, marks={**self.marks, **untold}) for untold in others.values()]

    def rule(self) -> Rule | None:
        """The rule that hid small counts, where all marks of small counts are of one.

        Examples:
            >>> Meaning({"*": "1 to 4", "x": "covers"}).rule()
            Rule(threshold=5, mark='*', complementary_mark='x')
        """
        small = self.small()
        if not small:
            return None
        mark, (least, threshold) = next(iter(small.items()))
        way = self.covering.get(mark, SMALL_ONLY)
        covers = next((mark for mark, means in self.marks.items() if means == COVERS), None)
        zeros: Zeros = "hidden" if least == 0 else "may be hidden" if way == COVERING_ZEROS else "printed"
        own = mark or BLANK
        return Rule(threshold, zeros, own, own if way != SMALL_ONLY else covers)


def base_of(rounding: str) -> int:
    """The base that an answer on rounding names; 1 if nothing was rounded.

    Examples:
        >>> base_of("to 5, totals added up afterwards"), base_of("not rounded")
        (5, 1)
    """
    words = rounding.replace(",", " ").split()
    return int(words[1]) if words[:1] == ["to"] else 1
