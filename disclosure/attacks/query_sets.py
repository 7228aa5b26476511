"""What each printed cell counts, as a box: a set of populations times a set of labels in each dimension.

Two cells are compared by what their headings and labels say, and never by their counts. A box lies in another one if it
does so on every side; two query sets share nobody if they do so on one side.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod
from typing import Final

import numpy as np
import pandas as pd

from disclosure.tables.count_table import TOTAL
from disclosure.tables.editions import Archive, Publication

MOST_CELLS: Final = 1 << 62
"""How many different query_sets can be told apart by a whole number."""


@dataclass(frozen=True)
class Side:
    """One side of all query_sets: the population, or a dimension.

    Args:
        atoms: for each value that the side can take, what it is made of; bool, shape (values, atoms).
        register: values of different registers cannot be compared at all; shape (values,).
    """

    atoms: np.ndarray
    register: np.ndarray

    @cached_property
    def inside(self) -> np.ndarray:
        """Whether value i lies in value j; shape (values, values)."""
        return self._same & np.array([self.atoms[:, made_of].all(axis=1) for made_of in self.atoms])

    @cached_property
    def apart(self) -> np.ndarray:
        """Whether values i and j have nothing in common; shape (values, values)."""
        return self._same & np.array([~self.atoms[:, made_of].any(axis=1) for made_of in self.atoms])

    @property
    def _same(self) -> np.ndarray:
        return self.register[:, None] == self.register

    def covers(self) -> Iterator[tuple[int, np.ndarray]]:
        """For each value c that two others cover together, neither alone: c, and the pairs (a, b); shape (n, 2)."""
        sizes = self.atoms.sum(axis=1)
        for c, made_of in enumerate(self.atoms):
            halves = np.flatnonzero(self._same[c] & ~self.inside[c] & self.atoms[:, made_of].any(axis=1))
            shared = self.atoms[np.ix_(halves, made_of)]
            if 2 * shared.sum(axis=1).max(initial=0) < sizes[c]:
                continue
            together = np.array([(shared | one).all(axis=1) for one in shared], dtype=bool)
            if together.any():
                yield c, halves[np.argwhere(together)]


@dataclass(frozen=True)
class QuerySets:
    """The printed cells of an archive, each box once.

    Args:
        sides: the population first, then the dimensions of the archive.
        codes: for each box, its value on each side; int64, shape (query_sets, sides).
        count: how many people it has, as printed; int64, shape (query_sets,).
        publication, row: where it is printed first: number of the publication, and row of its table's cells.
    """

    sides: tuple[Side, ...]
    codes: np.ndarray
    count: np.ndarray
    publication: np.ndarray
    row: np.ndarray

    def keys(self, codes: np.ndarray, first: int = 0) -> np.ndarray:
        """One number for the values from side ``first`` on; shape (query_sets,)."""
        key = np.zeros(len(codes), dtype=np.int64)
        for column in range(first, len(self.sides)):
            key = key * len(self.sides[column].atoms) + codes[:, column]
        return key

    def lies_in(self, one: int, other: int) -> bool:
        """Whether everybody in one query set is in another, whatever the numbers are: its labels and heading say so."""
        return all(side.inside[self.codes[one, i], self.codes[other, i]] for i, side in enumerate(self.sides))

    def apart(self, one: np.ndarray, other: np.ndarray) -> np.ndarray:
        """Whether query sets share nobody, pair by pair; shape (pairs,)."""
        pairs = [side.apart[self.codes[one, i], self.codes[other, i]] for i, side in enumerate(self.sides)]
        return np.logical_or.reduce(pairs)

    def overlap_within(self, one: np.ndarray, other: np.ndarray, third: np.ndarray) -> np.ndarray:
        """Whether what two query sets share lies in a third, triple by triple; shape (triples,)."""
        found = np.ones(len(one), dtype=bool)
        for i, side in enumerate(self.sides):
            a, b, c = (side.atoms[self.codes[which, i]] for which in (one, other, third))
            found &= ~(a & b & ~c).any(axis=1)
        return found | self.apart(one, other)


def query_sets_of(archive: Archive) -> QuerySets:
    """Lay out what every printed cell of an archive counts.

    Left out are cells that are hidden, rounded, repeated from an earlier day (``repeated`` in a table's cells), or sums
    of printed cells only: none of them is the count of a box.

    Raises:
        ValueError: there are more than ``MOST_CELLS`` combinations of labels.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> table = count_table(pd.DataFrame({"film": ["A", "A", "B"]}), by=("film",))
        >>> query_sets_of(Archive((Publication("all", table),))).count.tolist()
        [2, 1, 3]
    """
    populations, of_publication = _population_side(archive)
    labels = {name: _label_side(archive, name) for name in archive.dimensions}
    codes, counts, indices, rows = [], [], [], []
    for index, publication in enumerate(archive.publications):
        printed = np.flatnonzero(_is_exact(publication))
        cells = publication.table.cells.iloc[printed]
        columns = [np.full(len(cells), of_publication[index])]
        for name, (_, code_of) in labels.items():
            cell_labels = cells[name] if name in cells else pd.Series(TOTAL, index=cells.index)
            columns.append(cell_labels.map(code_of).to_numpy())
        codes.append(np.column_stack(columns).astype(np.int64))
        counts.append(cells["count"].to_numpy(dtype=np.int64))
        indices.append(np.full(len(cells), index))
        rows.append(printed)
    sides = (populations, *(side for side, _ in labels.values()))
    if prod(len(side.atoms) for side in sides) > MOST_CELLS:
        raise ValueError("the archive has too many dimensions and labels to be searched: take fewer publications.")
    every = QuerySets(sides, *map(np.concatenate, (codes, counts, indices, rows)))
    first = np.sort(np.unique(every.keys(every.codes), return_index=True)[1])
    return QuerySets(sides, every.codes[first], every.count[first], every.publication[first], every.row[first])


def _is_exact(publication: Publication) -> np.ndarray:
    """Which cells of a publication print the count of what their labels say; shape (cells,)."""
    table = publication.table
    if table.how_changed:
        return np.zeros(len(table.cells), dtype=bool)
    exact = ~table.is_hidden
    if table.totals_of == "printed cells":
        exact &= ~table.is_total
    if "repeated" in table.cells:
        exact &= ~table.cells["repeated"].astype(bool)
    return exact.to_numpy(dtype=bool)


def _label_side(archive: Archive, dimension: str) -> tuple[Side, dict[str, int]]:
    """The labels of a dimension, and the number of each; ``TOTAL`` is all of them together, and may be a single one."""
    parts = archive.parts(dimension)
    tables = [each.table.cells[dimension] for each in archive.publications if dimension in each.table.by]
    printed = dict.fromkeys(label for column in tables for label in column.unique() if label != TOTAL)
    for each in archive.publications:  # parts that totals count and no label covers
        printed |= dict.fromkeys(each.table.not_covered.get(dimension, ()))
    narrow = list(dict.fromkeys([*(x for x in printed if x not in parts), *sorted(frozenset().union(*parts.values()))]))
    index = {label: number for number, label in enumerate(narrow)}
    labels = [*narrow, *parts, TOTAL]
    atoms = np.zeros((len(labels), len(narrow)), dtype=bool)
    for number, label in enumerate(labels):
        atoms[number, [index[part] for part in parts.get(label, narrow if label == TOTAL else [label])]] = True
    different = list(dict.fromkeys(map(tuple, atoms.tolist())))
    codes = {label: different.index(tuple(made_of)) for label, made_of in zip(labels, atoms.tolist(), strict=True)}
    return Side(np.array(different, dtype=bool), np.zeros(len(different), dtype=np.int64)), codes


def _population_side(archive: Archive) -> tuple[Side, list[int]]:
    """The different populations, and the number of each publication's."""
    days = sorted({each.day for each in archive.publications if each.day is not None})
    people = list(_kinds_of_people(archive))
    made = [_population(each, people, days) for each in archive.publications]
    different = list(dict.fromkeys(made))
    atoms = np.array([atoms for _, atoms in different], dtype=bool)
    return Side(atoms, np.array([register for register, _ in different])), [different.index(each) for each in made]


def _kinds_of_people(archive: Archive) -> Iterator[frozenset[str]]:
    """Every combination of groups that somebody can be in."""
    for chosen in product([False, True], repeat=len(archive.groups)):
        groups = frozenset(group for group, is_in in zip(archive.groups, chosen, strict=True) if is_in)
        if all(groups.issuperset(archive.wider_groups(group)) for group in groups):
            yield groups


def _population(
    publication: Publication, people: Sequence[frozenset[str]], days: Sequence[object]
) -> tuple[int, tuple[bool, ...]]:
    """The register of a publication, and which atoms it counts: each kind of people, by the day of its coming."""
    counted = [publication.only <= groups and not publication.without & groups for groups in people]
    if publication.day is None:
        return 0, tuple(counted)
    index = days.index(publication.day)
    if publication.people_leave:
        return 1 + index, tuple(is_in for is_in in counted for _ in days)
    return 0, tuple(is_in and slot <= index for is_in in counted for slot in range(len(days)))
