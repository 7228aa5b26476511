"""Rules for an office that publishes again and again: about all of its releases together, not about each table.

Each takes all publications, in the order in which they come out, and returns what is published instead.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from disclosure.labels import as_text
from disclosure.rules import as_written
from disclosure.tables.count_table import CountTable
from disclosure.tables.editions import Publication, Publications
from disclosure.whole_numbers import whole_number


@dataclass(frozen=True, repr=False)
class ForEachTable:
    """Protect every table in the same way: one threshold for all, for example.

    Args:
        defence: takes a table and returns what is published of it, such as ``Suppress(threshold=10)``.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> ForEachTable(Suppress(threshold=10))
        ForEachTable(defence=Suppress(threshold=10))
    """

    defence: Callable[[CountTable], CountTable]
    __repr__ = as_written

    def __call__(self, publications: Sequence[Publication]) -> Publications:
        """Return the publications with every table protected."""
        return tuple(replace(each, table=self.defence(each.table)) for each in publications)


@dataclass(frozen=True, repr=False)
class PublishEvery:
    """Publish less often: the first, and every n-th after it.

    Args:
        n: how many times as rarely, 2 or more.

    Raises:
        ValueError: n is below 2.

    Examples:
        >>> PublishEvery(4)("abcdefghi")
        ('a', 'e', 'i')
    """

    n: int
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse a number that leaves nothing out."""
        cure = "choose 2 or more, or nothing is left out"
        object.__setattr__(self, "n", whole_number("n", self.n, cure, least=2))

    def __call__(self, publications: Sequence[Publication]) -> Publications:
        """Return every n-th publication."""
        return tuple(publications)[:: self.n]


@dataclass(frozen=True, repr=False)
class FixedPopulation:
    """Fixed reporting populations: what leaves out other groups than the first publication does is not published.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> table = count_table(pd.DataFrame({"film": ["A"]}), by=["film"])
        >>> two = (Publication("all", table), Publication("all but the staff", table, without={"staff"}))
        >>> [publication.name for publication in FixedPopulation()(two)]
        ['all']
    """

    __repr__ = as_written

    def __call__(self, publications: Sequence[Publication]) -> Publications:
        """Return the publications about the same groups as the first one."""
        fixed = [(each.only, each.without) for each in publications[:1]]
        return tuple(each for each in publications if (each.only, each.without) in fixed)


@dataclass(frozen=True, repr=False)
class DelaySmallChanges:
    """Print the old number of a cell again until it has changed by at least so many people.

    A repeated number is the count of an earlier day, so it is marked: ``repeated`` in the cells (bool).

    Args:
        below: a change of fewer people is not printed yet, 2 or more.

    Raises:
        ValueError: ``below`` is less than 2, or a table is rounded (delay first, then round).

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> tables = [count_table(pd.DataFrame({"film": ["A"] * n}), by=["film"]) for n in (5, 6, 8)]
        >>> mondays = [Publication(name, table) for name, table in zip("abc", tables)]
        >>> [int(it.table.cells["count"].iloc[0]) for it in DelaySmallChanges(below=3)(mondays)]
        [5, 5, 8]
    """

    below: int
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse a number that delays nothing."""
        cure = "choose 2 or more, or nothing is delayed"
        object.__setattr__(self, "below", whole_number("below", self.below, cure, least=2))

    def __call__(self, publications: Sequence[Publication]) -> Publications:
        """Return the publications with small changes held back; tables must be of one kind."""
        shown: list[Publication] = []
        for each in publications:
            shown.append(self._after(shown[-1].table, each) if shown else each)
        return tuple(shown)

    def _after(self, before: CountTable, publication: Publication) -> Publication:
        """One publication, given what was printed the last time."""
        table = publication.table
        if table.how_changed:
            raise ValueError(f"{publication.name!r} is {table.how_changed}: delay first, then round.")
        labels = list(table.by)
        last = before.cells.set_index(labels)["count"].reindex(table.cells.set_index(labels).index).to_numpy()
        count, old = table.cells["count"], pd.Series(last, index=table.cells.index, dtype="Int64")
        held = ((count - old).abs() < self.below).fillna(False) | (count.isna() & old.notna())
        mark = table.cells["mark"].mask(held, "")
        cells = table.cells.assign(count=count.mask(held, old), mark=mark, repeated=held.astype(bool))
        return replace(publication, table=replace(table, cells=cells))


@dataclass(frozen=True, repr=False)
class CountAgain:
    """Count the people of every publication again, by a defence that works on people and not on their counts.

    Args:
        defence: takes people and returns their table, such as ``CellKey()``.
        people: one row per person: ``began_on``, the tables' dimensions, and what the defence needs.

    Examples:
        >>> from disclosure.defences.cell_key import CellKey
        >>> CountAgain(CellKey(), pd.DataFrame())
        CountAgain(CellKey())
    """

    defence: Callable[..., CountTable]
    people: pd.DataFrame

    def __repr__(self) -> str:
        """The defence; the people stay in the office."""
        return f"CountAgain({self.defence!r})"

    def __call__(self, publications: Sequence[Publication]) -> Publications:
        """Return the publications with the people counted who had begun by each one's day.

        Raises:
            ValueError: a publication has no day, leaves out groups, or its people may leave; or as in the defence.
        """
        return tuple(replace(each, table=self._table(each)) for each in publications)

    def _table(self, publication: Publication) -> CountTable:
        """One table, counted again; labels that nobody has yet stay in it."""
        if publication.day is None or publication.only or publication.without or publication.people_leave:
            raise ValueError(f"{publication.name!r} is no running total of everybody: it cannot be counted again.")
        by = list(publication.table.by)
        labels = {name: publication.table.cells[name].unique() for name in by}
        people = self.people.assign(**{name: pd.Categorical(as_text(self.people[name]), labels[name]) for name in by})
        begun = people[people["began_on"] <= publication.day]
        return self.defence(begun, by=by, totals=False)
