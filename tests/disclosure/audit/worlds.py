"""Every small world of people, one by one, and what each would print: slow, plain, and written apart from the audit.

A *kind* of person is a place in each dimension and, where there is one, a value of a quantity such as stars. A *world*
says how many people there are of each kind. An office prints tables of a world. What an attacker can know of a hidden
count is what is the same in all worlds that print the same and have room for what she knows.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Contributor
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable

Labels = tuple[str, ...]
Flags = np.ndarray
Member = tuple[Labels, tuple[Labels, ...]]
"""The cell in which somebody stands, and the cells in which she knows to be alone."""
HIDDEN = -1


@dataclass(frozen=True)
class Kinds:
    """All kinds of people: labels by dimension, and the values of the quantity, one if nothing is said of it."""

    labels: tuple[tuple[str, tuple[str, ...]], ...]
    values: tuple[int, ...] = (0,)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(name for name, _ in self.labels)

    @property
    def every(self) -> list[tuple[str, ...]]:
        """The labels of each kind, its value last; shape (kinds,)."""
        return list(product(*(labels for _, labels in self.labels), map(str, self.values)))

    def within(self, cell: Labels, value: int | None = None) -> Flags:
        """Which kinds a cell counts, given one label for each dimension, or `TOTAL`; shape (kinds,)."""
        fits = [
            all(label in (TOTAL, mine) for label, mine in zip(cell, kind, strict=False))
            and value in (None, int(kind[-1]))
            for kind in self.every
        ]
        return np.array(fits)

    @staticmethod
    def are_below(cell: Labels, above: Labels) -> bool:
        """Whether a cell is part of a sum."""
        return cell != above and all(wide in (TOTAL, label) for label, wide in zip(cell, above, strict=True))


@cache
def all_worlds(kinds: int, people: int) -> np.ndarray:
    """Every way to put up to so many people into so many kinds; shape (worlds, kinds)."""
    if kinds == 1:
        return np.arange(people + 1)[:, None]
    parts = [np.insert(all_worlds(kinds - 1, people - first), 0, first, axis=1) for first in range(people + 1)]
    return np.concatenate(parts)


@dataclass(frozen=True)
class Office:
    """How one table is printed: by which dimensions, under which rule, with which statistics, rounded how."""

    by: tuple[str, ...]
    rule: Rule | None
    totals: bool = True
    statistics: tuple[str, ...] = ()
    decimals: int = 2
    rounding: str = "half even"

    def cells(self, kinds: Kinds) -> list[Labels]:
        """The labels of its cells, one for each dimension of the kinds."""
        ways = [
            (*labels, TOTAL) if self.totals and name in self.by else labels if name in self.by else (TOTAL,)
            for name, labels in kinds.labels
        ]
        return list(product(*ways))


def rounded(number: np.ndarray, people: np.ndarray, decimals: int, rounding: str) -> np.ndarray:
    """A fraction in units of its last printed place; whole numbers only, so no machine's rounding is in it."""
    number, people = number * 10 ** max(decimals, 0), people * 10 ** max(-decimals, 0)
    floor, rest = np.divmod(number, people)
    if rounding == "truncated":
        return floor + ((floor < 0) & (rest > 0))
    half_goes_up = (floor % 2 == 1) | (rounding == "half up")
    return floor + ((2 * rest > people) | ((2 * rest == people) & half_goes_up))


def statistic(name: str, counts: np.ndarray, values: Sequence[int], office: Office) -> np.ndarray:
    """What is printed of some people, in units of the last place; ``HIDDEN`` - 10**6 of nobody; shape (worlds,).

    Args:
        name: mean, median, minimum or maximum.
        counts: how many have each value; shape (worlds, values).
        values: these values, the lowest first.
        office: how it rounds.
    """
    people, below = counts.sum(axis=1), counts.cumsum(axis=1)
    ranked = np.array(values)

    def at(rank: np.ndarray) -> np.ndarray:
        """The value of the person of a rank, the first is 0."""
        return ranked[np.minimum((below <= rank[:, None]).sum(axis=1), len(ranked) - 1)]

    over, under = {
        "mean": (counts @ ranked, people),
        "median": (at((people - 1) // 2) + at(people // 2), np.full(len(people), 2)),
        "minimum": (at(people * 0), np.ones(len(people), dtype=int)),
        "maximum": (at(people - 1), np.ones(len(people), dtype=int)),
    }[name]
    printed = rounded(over, np.maximum(under, 1), office.decimals, office.rounding)
    return np.where(people == 0, HIDDEN - 10**6, printed)


@dataclass(frozen=True)
class Printed:
    """One table as it stands: counts (``HIDDEN`` where hidden), marks and statistics, cell by cell."""

    office: Office
    cells: tuple[Labels, ...]
    counts: tuple[int, ...]
    marks: tuple[str, ...]
    statistics: tuple[tuple[int, ...], ...]

    def table(self, kinds: Kinds, companions: Any) -> CountTable:
        """The release that the audit gets."""
        used = [name for name in kinds.names if name in self.office.by]
        frame = pd.DataFrame(self.cells, columns=list(kinds.names), dtype=object)[used]
        counts = pd.array([pd.NA if n == HIDDEN else n for n in self.counts], dtype="Int64")
        frame = frame.assign(count=counts, mark=list(self.marks))
        for name, column in zip(self.office.statistics, self.statistics, strict=True):
            frame[name] = [np.nan if n < -(10**5) else round(n / 10**self.office.decimals, 6) for n in column]
        rule = self.office.rule
        return CountTable(frame, tuple(used), rule, companions=companions if self.office.statistics else None)


def print_table(world: np.ndarray, kinds: Kinds, office: Office, also_hidden: Sequence[bool]) -> Printed:
    """Print one table of one world.

    Args:
        world: how many people there are of each kind.
        kinds: the kinds.
        office: how it is printed.
        also_hidden: which cells are hidden to cover others, where the rule knows such cells and they may be.
    """
    cells, rule = office.cells(kinds), office.rule
    counts, marks = [], []
    for cell, wanted in zip(cells, also_hidden, strict=True):
        count = int(world[kinds.within(cell)].sum())
        primary = rule is not None and rule.hides(count)
        other = rule is not None and rule.complementary_mark is not None and wanted and not primary
        other = other and (count > 0 or rule.zeros == "may be hidden")
        counts.append(HIDDEN if primary or other else count)
        marks.append(rule.mark if primary else rule.complementary_mark if other else "")
    beside = [
        tuple(int(statistic(name, by_value(world[None], kinds, cell), kinds.values, office)[0]) for cell in cells)
        for name in office.statistics
    ]
    return Printed(office, tuple(cells), tuple(counts), tuple(marks), tuple(beside))


def by_value(worlds: np.ndarray, kinds: Kinds, cell: Labels) -> np.ndarray:
    """How many people of a cell have each value; shape (worlds, values)."""
    return np.column_stack([worlds[:, kinds.within(cell, value)].sum(axis=1) for value in kinds.values])


def could_print(worlds: np.ndarray, kinds: Kinds, printed: Printed) -> Flags:
    """Which worlds could stand behind one table; shape (worlds,)."""
    rule, fits = printed.office.rule, np.ones(len(worlds), dtype=bool)
    for place, (cell, count, mark) in enumerate(zip(printed.cells, printed.counts, printed.marks, strict=True)):
        here = np.flatnonzero(fits)
        counts = worlds[np.ix_(here, kinds.within(cell))].sum(axis=1)
        fits[here] &= counts == count if count != HIDDEN else may_be_hidden(counts, mark, rule)
        for name, column in zip(printed.office.statistics, printed.statistics, strict=True):
            here = np.flatnonzero(fits)
            shown = statistic(name, by_value(worlds[here], kinds, cell), kinds.values, printed.office)
            fits[here] &= shown == column[place]
    return fits


def may_be_hidden(counts: np.ndarray, mark: str, rule: Rule | None) -> Flags:
    """Which counts may stand behind a mark; shape (worlds,)."""
    assert rule is not None
    primary = np.isin(counts, [n for n in range(rule.threshold) if rule.hides(n)])
    others = (counts >= rule.threshold) | ((counts == 0) & (rule.zeros == "may be hidden"))
    if rule.complementary_mark is None:
        return primary
    if rule.complementary_mark == rule.mark:
        return primary | others
    return primary if mark == rule.mark else others


def have_room(worlds: np.ndarray, kinds: Kinds, members: Sequence[Member]) -> Flags:
    """In which worlds some different people can be where they say, those who are alone all alone; shape (worlds,)."""
    room = np.zeros(len(worlds), dtype=bool)
    alone = [kinds.within(cell) for _, cells in members for cell in cells]
    single = np.ones(len(worlds), dtype=bool)
    for inside in alone:
        single &= worlds[:, inside].sum(axis=1) == 1
    for places in product(*(np.flatnonzero(kinds.within(cell)) for cell, _ in members)):
        taken = np.bincount(np.array(places, dtype=int), minlength=worlds.shape[1])
        room |= (worlds >= taken).all(axis=1)
    return room & single


def contributor(member: Member) -> Contributor:
    """Somebody, as the audit takes her."""
    cell, alone = member
    wider = tuple(other for other in alone if other != cell)
    return Contributor(cell, alone=cell in alone, alone_in=wider)


def with_member(members: Sequence[Member], member: Member) -> list[Member]:
    """The members with one more, unless she or one of them would be alone in company."""
    cell, alone = member
    clash = any({cell, *alone} & {*theirs} or {*alone} & {other, *theirs} for other, theirs in members)
    return [*members] if clash else [*members, member]


def bounds(worlds: np.ndarray, kinds: Kinds, cells: Sequence[Labels]) -> Iterator[tuple[int, int]]:
    """The smallest and largest count of each cell over some worlds."""
    for cell in cells:
        counts = worlds[:, kinds.within(cell)].sum(axis=1)
        yield int(counts.min()), int(counts.max())
