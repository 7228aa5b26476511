"""People who may stand in several cells, or behind several events: what is sure of them, as conditions on cells.

Of a group in which each person stands once, its cells along one dimension are sets of people, and their total is the
union: no smaller than the largest set, no larger than the sum. Any sizes between can be had (a set cover of these
sizes exists), so nothing else follows. Behind events there are as many people or fewer, and nobody only where there is
no event.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import (
    COMPLEMENTARY,
    NO_LIMIT,
    NOT_TOLD,
    PRIMARY,
    PRINTED,
    ROLES,
    ROUNDED,
    Cells,
    Gap,
    hidden_range,
    places_of,
)
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint
from disclosure.audit.reading.lines import Lines
from disclosure.audit.reading.several import BEHIND
from disclosure.tables.count_table import CountTable
from disclosure.tables.must_be_printed import are_named

Places = NDArray[np.int64]

NOBODY_FITS: Final = "{name}: no number of people behind it fits its number or mark, its contributors and the rule."
NO_COVER: Final = (
    "{total}: its people are not as many as the people in its cells can be, of whom each stands in one or more."
)


@dataclass(frozen=True)
class Group:
    """Cells along one dimension that cover their total, by their places.

    Args:
        dimension: the place of the dimension.
        total: the cell of everybody.
        others: the cells in several of which a person may stand.
        apart: the cell of people who stand in none of these, or nothing.
    """

    dimension: int
    total: int
    others: tuple[int, ...]
    apart: tuple[int, ...]

    @property
    def rows(self) -> tuple[LinearConstraint, ...]:
        """The total is no smaller than each cell and no larger than their sum, people who stand apart added."""
        beside, parts = (-1,) * len(self.apart), (*self.others, *self.apart)
        largest = [LinearConstraint((self.total, one, *self.apart), (1, -1, *beside), 0, None) for one in self.others]
        together = LinearConstraint((self.total, *parts), (1, *(-1,) * len(parts)), None if self.others else 0, 0)
        return (*largest, together)


@dataclass(frozen=True)
class People:
    """What is known of people who may stand in several cells, or are behind events.

    Args:
        behind: for each cell of events, by place, the place of the people behind it.
        told: for each cell whose people are conditions for the solver, the places of all cells in these.
        groups: the cells of people that cover a total.
        several: the places of the dimensions in which one person may stand at several labels.
        all_asked: whether totals also count people who stand nowhere else, in a cell of their own.
    """

    behind: dict[int, int] = field(default_factory=dict)
    told: dict[int, frozenset[int]] = field(default_factory=dict)
    groups: tuple[Group, ...] = ()
    several: frozenset[int] = frozenset()
    all_asked: bool = True


def groups_of(groups: Lines, codes: Places, none: dict[int, int]) -> Iterator[Group]:
    """The groups whose cells cover a total.

    Args:
        groups: totals and the cells that cover them, as lines.
        codes: the places of the labels of all cells; shape (cells, dimensions).
        none: for a dimension with several answers, by its place, the label of people who stand at no other, or -1.
    """
    order = np.argsort(groups.line, kind="stable")
    for entries in np.split(order, np.cumsum(np.bincount(groups.line))[:-1]) if len(order) else ():
        is_part = groups.sign[entries] > 0
        parts, total = groups.cell[entries[is_part]], int(groups.cell[entries[~is_part]][0])
        dimension = int(groups.dimension[groups.line[entries[0]]])
        apart = codes[parts, dimension] == none.get(dimension, -1)
        yield Group(dimension, total, tuple(parts[~apart].tolist()), tuple(parts[apart].tolist()))


def places_behind(cells: Cells, labels: dict[str, dict[str, int]]) -> dict[int, int]:
    """For each cell of events, by its place, the place of the people behind it, whether it has a row or not."""
    if BEHIND not in labels:
        return {}
    at = list(labels).index(BEHIND)
    people = np.flatnonzero(cells.codes[:, at])
    events = cells.codes[people]
    events[:, at] = 0
    found = places_of(cells, events, labels).clip(max=len(cells.codes) - 1)
    there = (cells.codes[found] == events).all(axis=1)
    return dict(zip(found[there].tolist(), people[there].tolist(), strict=True))


def conditions_of_people(
    groups: Lines, cells: Cells, none: dict[int, int], behind: dict[int, int], name_of: Callable[[int], str]
) -> tuple[list[Disjunction], People]:
    """All conditions of people who may stand in several cells, or are behind events.

    Args:
        groups, none: as in `groups_of`.
        cells: what print, marks and rule say of each cell.
        behind: for each cell of events, by place, the place of the people behind it.
        name_of: what the cell at a place is called, for the sentence.

    Raises:
        ContradictionError: the printed numbers cannot be covered like this.
    """
    events = {people: place for place, people in behind.items()}
    found = list(groups_of(groups, cells.codes, none))
    covers = cover_conditions(found, cells, lambda cell: name_of(events.get(cell, cell)))
    below = behind_conditions(cells, behind)
    told: dict[int, frozenset[int]] = {}
    for place, conditions in (*((total, [one]) for total, one in covers.items()), *below.items()):
        for condition in conditions:
            named = events.get(place, place)
            told[named] = told.get(named, frozenset()) | condition.cells
    every = [*covers.values(), *(condition for conditions in below.values() for condition in conditions)]
    of_people = () if behind else tuple(found)
    return every, People(behind, told, of_people, frozenset(none), all_asked=min(none.values(), default=0) >= 0)


def cover_conditions(groups: Sequence[Group], cells: Cells, name_of: Callable[[int], str]) -> dict[int, Disjunction]:
    """The conditions of groups that bounds alone do not keep, by the place of their total.

    Args:
        groups: the groups.
        cells, name_of: as in `conditions_of_people`.

    Raises:
        ContradictionError: the printed numbers cannot be covered like this.
    """
    found: dict[int, list[LinearConstraint]] = {}
    for group in groups:
        for row in group.rows:
            least, most = row.reach(cells.low, cells.high)
            if (row.low is not None and most < row.low) or (row.high is not None and least > row.high):
                raise ContradictionError(NO_COVER.format(total=name_of(group.total)))
            if (row.low is not None and least < row.low) or (row.high is not None and most > row.high):
                found.setdefault(group.total, []).append(row)
    return {total: Disjunction((tuple(rows),)) for total, rows in found.items()}


def people_behind(table: CountTable, events: Cells, codes: Places) -> tuple[Cells, Cells]:
    """How many people can be behind each cell of events, by print, mark and rule; and the events, as that limits them.

    Args:
        table: the printed table of events.
        events: what it says of its cells.
        codes: the places of the labels of the people behind them; shape (cells, dimensions).

    Raises:
        ContradictionError: no number of people fits.
    """
    low, high = np.zeros(len(events.low), dtype=np.int64), events.high.copy()
    gaps: dict[int, tuple[Gap, ...]] = {}
    for kind in (PRIMARY, COMPLEMENTARY, NOT_TOLD, PRINTED, ROUNDED):
        chosen = events.role == ROLES.index(kind)
        least, most, gap = _by_rule(table, kind, follows=events.follows)
        low[chosen], high[chosen] = least, np.minimum(high[chosen], most)
        gaps |= {int(index): (gap,) for index in np.flatnonzero(chosen) if gap}
    named = are_named(table.cells, table.by, table.must_be_printed)
    low[named], gaps = 0, {index: gap for index, gap in gaps.items() if not named[index]}
    known = events.contributors >= 0
    low = np.where(known, np.maximum(low, events.contributors), np.maximum(low, np.minimum(events.low, 1)))
    high = np.where(known, np.minimum(high, events.contributors), high)
    low = _above_gaps(low, high, gaps)
    if (wrong := low > high).any():
        raise ContradictionError(NOBODY_FITS.format(name=table.cell_names[wrong].iloc[0]))
    raised = replace(events, low=np.maximum(events.low, low), open_low=np.maximum(events.open_low, low))
    role = np.zeros_like(events.role)
    behind = replace(raised, codes=codes, low=low, high=high, role=role, gaps=gaps, contributors=role - 1)
    return behind, raised


def _by_rule(table: CountTable, kind: str, *, follows: bool) -> tuple[int, int, Gap | None]:
    """How many people can be behind a cell that a rule hides or prints; whether the table follows it in all cells."""
    if table.rule is None or kind in (PRIMARY, COMPLEMENTARY, NOT_TOLD):
        return hidden_range(table.rule, kind, people=True, follows=follows)
    if not follows:
        return 0, NO_LIMIT, None
    if table.rule.zeros == "hidden":
        return table.rule.threshold, NO_LIMIT, None
    return 0, NO_LIMIT, (1, table.rule.threshold - 1)


def _above_gaps(low: Places, high: Places, gaps: dict[int, tuple[Gap, ...]]) -> Places:
    """The least numbers of people, where a gap begins at or below them; gaps of cells without people are dropped."""
    low = low.copy()
    for index, ((first, last),) in list(gaps.items()):
        if low[index] >= first:
            low[index] = max(low[index], last + 1)
        if low[index] > last or high[index] < first:
            del gaps[index]
    return low


def behind_conditions(cells: Cells, behind: dict[int, int]) -> dict[int, list[Disjunction]]:
    """Behind events there are as many people or fewer, and nobody only where there is no event; by the place of these.

    Args:
        cells: all cells.
        behind: for each cell of events, by place, the place of the people behind it.
    """
    found: dict[int, list[Disjunction]] = {}
    for events, people in behind.items():
        if cells.low[events] == cells.high[events] and cells.low[people] == cells.high[people]:
            continue
        if cells.high[people] > cells.low[events]:
            fewer = LinearConstraint((events, people), (1, -1), 0, None)
            found.setdefault(events, []).append(Disjunction(((fewer,),)))
        if cells.low[people] == 0 and cells.high[events] > 0:
            nobody, somebody = (LinearConstraint((events,), (1,), 0, 0),), (LinearConstraint((people,), (1,), 1, None),)
            found.setdefault(events, []).append(Disjunction((nobody, somebody)))
    return found
