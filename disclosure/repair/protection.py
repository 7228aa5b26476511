"""What "protected" means, and from whom: how far a hidden count must be able to move in an attacker's eyes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from disclosure.audit.attackers import Attacker, Contributor, Labels
from disclosure.audit.reading.label_sets import LabelSets
from disclosure.audit.reading.overlapping_cells import cell_lies_in, groups_apart
from disclosure.rules import as_written
from disclosure.whole_numbers import whole_number


@dataclass(frozen=True, repr=False)
class Width:
    """A level of protection: the largest possible count exceeds the smallest by so much.

    Args:
        people: the smallest difference, in people. ``Width(1)`` is what ``"exact"`` asks for.

    Raises:
        ValueError: the width is below 1.

    Examples:
        >>> Width(3)
        Width(people=3)
    """

    people: int
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse a width that protects nothing."""
        cure = "choose 1 or more, or nothing is protected"
        object.__setattr__(self, "people", whole_number("the width", self.people, cure, least=1))


@dataclass(frozen=True, repr=False)
class Singletons:
    """Everybody who is alone in a hidden cell, one at a time: each knows her own cell and looks at the others.

    Cells that are no totals are meant, and totals that their table does not break down. Who is alone in another total
    is alone in one of its parts as well; where zeros may be hidden, she looks twice: as one who knows that she is alone
    in her cell, and as one who knows it of the totals as well. In linked tables somebody may be alone in a cell and in
    a wider one of another table: she is one person, and knows both. In a table of amounts the same person may be alone
    in several cells: she knows all of these at once.

    Beside a nested edition in print, she knows whether she was there in the first one: whoever is alone in a cell of
    the second edition is both people that she may be, one at a time (`Contributor.alone_in`), or one of them where the
    office's counts and the print leave no other. Likewise somebody is alone in a cell of what is in print already where
    it follows from both.

    Not used is who was alone in a cell of what is in print already, such as a first edition, whose count all tables
    together leave open, and who is the only newcomer in a cell with others; that the same person may be alone in two
    cells of linked tables, where each is taken by itself; in which totals she is alone, beside a nested edition in
    print; and where she stands in a table that breaks her cell down further. Name somebody of whom this matters as a
    `disclosure.audit.attackers.Contributor`.

    Examples:
        >>> Singletons()
        Singletons()
    """

    __repr__ = as_written


Protection = Literal["handbook", "exact", "whole range"] | Width
"""The levels: what the SDC Handbook asks of the rule (4.2.2): for thresholds as "exact", for amounts the level of the
dominance rule; no primary cell is determined; every count that the rule hides is possible; its range has a width."""

Below = Literal["as above"] | int
"""How far below a dominated amount its smallest possible amount must lie: as far as above it, or so many units."""

CUT_BELOW: Final = (
    "{cell} has {possible} of the {asked} asked for below: whatever is hidden, {who} knows that it is {least} or more."
)
"""Where the lower protection level is cut."""

Against = Attacker | Singletons
"""Anybody whom the audit knows, or everybody who is alone in a hidden cell."""


@dataclass(frozen=True)
class ProtectionLevels:
    """How far a count must be able to move, in people or units: up, down, and both together.

    Args:
        upper, lower: the upper and the lower protection level: the least that each direction needs.
        sliding: the sliding protection level: the least sum of both.
        room_up, room_down: how far the count can move at most, by the rule alone.
        asked_below: the lower protection level that was asked for: more than ``lower`` where there is no room for it.
        every: whether each count between the two levels must be possible as well.
    """

    upper: int
    lower: int
    sliding: int
    room_up: int
    room_down: int
    asked_below: int = 0
    every: bool = False

    @property
    def levels(self) -> tuple[int, int, int]:
        """What is asked: the upper, lower and sliding level."""
        return self.upper, self.lower, self.sliding

    @property
    def is_exactness(self) -> bool:
        """Whether nothing is asked but that the count is not determined."""
        return self.levels == (0, 0, 1)

    def met_by(self, up: int, down: int) -> bool:
        """Whether a cell that can move so far is protected.

        Examples:
            >>> need_of("exact", 3, (1, 4), (1, 4)).met_by(up=0, down=1)
            True
        """
        return up >= self.upper and down >= self.lower and up + down >= self.sliding

    def ways(self) -> Iterator[tuple[int, int]]:
        """All moves up and down that are just enough.

        Examples:
            >>> list(need_of(Width(2), 3, (1, 4), (1, 4)).ways())
            [(0, 2), (1, 1)]
            >>> list(need_of("whole range", 3, (1, 4), (1, 4)).ways())
            [(1, 2)]
        """
        for up in range(self.upper, self.most_up + 1):
            down = self.down_with(up)
            if down <= self.room_down:
                yield up, down

    @property
    def most_up(self) -> int:
        """How far up the count ever needs to move."""
        return min(self.room_up, max(self.sliding - self.lower, self.upper))

    def down_with(self, up: int) -> int:
        """How far down the count must be able to move as well, if it can move so far up.

        Examples:
            >>> need_of(Width(5), 3, (1, 9), (1, 9)).down_with(4)
            1
        """
        return max(self.lower, self.sliding - up)


def need_of(protect: Protection, count: int, possible: tuple[int, int], hidden: tuple[int, int]) -> ProtectionLevels:
    """Find how far one primary cell of a table of people must be able to move.

    Args:
        protect: the level of protection.
        count: the count of the cell, in people.
        possible: the smallest and largest count that the attacker takes to be possible before she uses any total.
        hidden: the smallest and largest count that the rule itself hides.
    """
    room_up, room_down = possible[1] - count, count - possible[0]
    if protect == "whole range":
        up, down = min(hidden[1], possible[1]) - count, count - max(hidden[0], possible[0])
        return ProtectionLevels(up, down, up + down, room_up, room_down, every=True)
    width = protect.people if isinstance(protect, Width) else 1
    return ProtectionLevels(0, 0, width, room_up, room_down)


def need_of_amount(level: int, below: Below, amount: int, possible: tuple[int, int]) -> ProtectionLevels:
    """The need of a dominated amount: how far above and below it an amount must be possible.

    From above, the second largest contributor must not come close to the largest. From below, nobody shall see that the
    amount is at least nearly what it is: the SDC Handbook (4.2.2) often sets the lower protection level equal to the
    upper one. It is cut where an attacker rules out such small amounts before she looks at any printed number: by what
    she herself contributes, and as everybody else has at least 1.

    Args:
        level: the upper protection level, in units.
        below: the lower protection level, or ``"as above"``.
        amount: the cell.
        possible: the smallest and largest amount that the attacker takes to be possible before she uses any number.

    Examples:
        >>> list(need_of_amount(70, "as above", 1_000, possible=(1, 2**52)).ways())
        [(70, 70)]
        >>> list(need_of_amount(70, "as above", 1_000, possible=(960, 2**52)).ways())
        [(70, 40)]
        >>> list(need_of_amount(70, 0, 1_000, possible=(1, 2**52)).ways())
        [(70, 0)]
    """
    asked = level if below == "as above" else below
    room_up, room_down = possible[1] - amount, amount - possible[0]
    lower = min(asked, room_down)
    return ProtectionLevels(level, lower, level + lower, room_up, room_down, asked)


class UnreachableError(ValueError):
    """No choice of hidden cells protects this table as asked: the message names a cell, what prevents it, and who."""


class UnfinishedError(ValueError):
    """The time was over, or the search was stopped, before there was a repair: nobody knows whether there is one."""


def holds_only(names: Labels, count: int, attackers: Sequence[Contributor], sets: Sequence[LabelSets]) -> bool:
    """Whether a cell holds nobody but attackers who know that they are alone: there is nothing of others to learn.

    It lies in a cell in which one of them is alone, or it counts these people and no more. Where two of their cells
    overlap, the same may be theirs twice.

    Args:
        names: the labels of the cell.
        count: its count, in people or units.
        attackers: those who look, together.
        sets: for each dimension, whom its labels hold.
    """
    alone = {cell: member.amount or 1 for member in attackers for cell in member.alone_cells[:1]}
    if any(cell_lies_in(names, cell, sets) for member in attackers for cell in member.alone_cells):
        return True
    within = [cell for cell in alone if cell_lies_in(cell, names, sets)]
    return any(count == sum(alone[cell] for cell in group) for group in groups_apart(within, sets))
