"""All that an office has published so far: tables, and of each whom it counts and until when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Final

import numpy as np
import pandas as pd

from disclosure.tables.count_table import PEOPLE, CountTable
from disclosure.tables.weights import refuse_weighted

MOST_GROUPS: Final = 10
"""How many groups may be left out of, or kept in, the publications of an archive."""


@dataclass(frozen=True)
class Publication:
    """One table as it came out, and what its heading says of the people in it.

    Args:
        name: what it is called, such as ``"all viewers, 4 December"``.
        table: what is printed.
        day: it counts everybody who was there by the end of this day; None if no publication of the archive has a day.
        only: the groups outside of which nobody is counted: people count who are in all of them.
        without: the groups whose people are left out.
        people_leave: whether somebody who was counted once may be missing on a later day, or stand at another label.
            A running total never loses anybody; a count of those who are members today does.

    Raises:
        ValueError: a group is left out and kept, or the table counts something else than people.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> table = count_table(pd.DataFrame({"film": ["A", "B"]}), by=("film",))
        >>> Publication("all but the staff", table, without={"staff"}).without
        frozenset({'staff'})
    """

    name: str
    table: CountTable
    day: pd.Timestamp | None = None
    only: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    people_leave: bool = False

    def __post_init__(self) -> None:
        """Keep the groups as sets, and refuse what counts nobody or no people."""
        for name in ("only", "without"):
            object.__setattr__(self, name, frozenset(getattr(self, name)))
        if both := sorted(self.only & self.without):
            raise ValueError(
                f"publication {self.name!r} counts only {both[0]!r} and leaves them out: it counts nobody."
            )
        if not isinstance(self.table, CountTable):
            raise ValueError(
                f"the table of {self.name!r} is a {type(self.table).__name__}: make it with count_table(...)."
            )
        refuse_weighted(self.table)
        if self.table.unit != PEOPLE:
            raise ValueError(f"publication {self.name!r} counts {self.table.unit}: only counts of people can be told.")


Publications = tuple[Publication, ...]
"""Several publications, mostly in the order in which they came out."""


def days_of(releases: Publications) -> np.ndarray:
    """Return the days of releases that came out one after the other; datetime64[s], shape (releases,).

    Raises:
        ValueError: a release has no day, or the earliest does not come first.
    """
    days = np.array([each.day for each in releases], dtype="datetime64[s]")
    if np.isnat(days).any() or (np.diff(days) <= np.timedelta64(0, "s")).any():
        raise ValueError("the releases of a year must each have a day, the earliest first.")
    return days


def counts_of(releases: Publications) -> np.ndarray:
    """Return the counts of one table in all its releases, not a number where hidden; shape (releases, cells).

    Raises:
        ValueError: the table has totals, or the releases differ in their number of cells.
    """
    first = releases[0].table
    if first.is_total.any() or any(len(each.table.cells) != len(first.cells) for each in releases):
        raise ValueError("the releases of a year must be of one table without totals.")
    counts = [each.table.cells["count"].to_numpy(dtype="float64", na_value=np.nan) for each in releases]
    return np.array(counts)


@dataclass(frozen=True)
class Archive:
    """All publications of an office, side by side.

    A dimension means the same wherever it stands (the same question, with the same answer for each person), and its
    labels cover everybody who is counted. A label lies in a wider one where a table's hierarchies say so.

    Args:
        publications: in any order, each with a name of its own.
        within: groups that lie in others, narrower -> wider, such as ``{"trainees": "staff"}``.

    Raises:
        ValueError: there is no publication, two have one name, some have a day and some have none, there are more than
            ``MOST_GROUPS`` groups, groups lie in each other in a circle, or two tables give a wider label other parts.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> table = count_table(pd.DataFrame({"film": ["A", "B"]}), by=("film",))
        >>> Archive((Publication("all", table), Publication("others", table, without={"staff"}))).groups
        ('staff',)
    """

    publications: tuple[Publication, ...]
    within: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Say in a sentence why these publications cannot be laid side by side."""
        object.__setattr__(self, "publications", tuple(self.publications))
        names = [publication.name for publication in self.publications]
        if not names:
            raise ValueError("an archive needs at least one publication.")
        if twice := next((name for name in names if names.count(name) > 1), None):
            raise ValueError(f"two publications are called {twice!r}: give each a name of its own.")
        undated = [publication.name for publication in self.publications if publication.day is None]
        if undated and len(undated) < len(names):
            raise ValueError(f"publication {undated[0]!r} has no day and others have one: give all a day, or none.")
        if len(self.groups) > MOST_GROUPS:
            raise ValueError(f"the publications name {len(self.groups)} groups: at most {MOST_GROUPS}, please.")
        for group in self.within:
            self.wider_groups(group)
        for dimension in self.dimensions:
            self.parts(dimension)

    @cached_property
    def dimensions(self) -> tuple[str, ...]:
        """The names of all dimensions, in the order in which they first appear."""
        return tuple(dict.fromkeys(chain.from_iterable(each.table.by for each in self.publications)))

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """All groups that are left out, kept, or lie in others, in alphabetical order."""
        named = chain.from_iterable(each.only | each.without for each in self.publications)
        return tuple(sorted({*named, *self.within, *self.within.values()}))

    def wider_groups(self, group: str) -> list[str]:
        """The groups in which a group lies, itself first."""
        found = [group]
        while found[-1] in self.within:
            found.append(self.within[found[-1]])
            if found.count(found[-1]) > 1:
                raise ValueError(f"group {group!r} lies in itself: {' in '.join(found)}.")
        return found

    def parts(self, dimension: str) -> dict[str, frozenset[str]]:
        """For each wider label of a dimension, the narrowest labels that lie in it."""
        found: dict[str, frozenset[str]] = {}
        for publication in self.publications:
            hierarchy = publication.table.hierarchies.get(dimension, {})
            for wide in dict.fromkeys(hierarchy.values()):
                parts = _narrowest(wide, hierarchy)
                if found.setdefault(wide, parts) != parts:
                    raise ValueError(f"{wide!r} has other parts in {publication.name!r} than before: rename one.")
        return found


def _narrowest(label: str, hierarchy: Mapping[str, str]) -> frozenset[str]:
    """The labels in a label that have no parts themselves."""
    below = [part for part, wide in hierarchy.items() if wide == label]
    return frozenset().union(*(_narrowest(part, hierarchy) for part in below)) if below else frozenset({label})
