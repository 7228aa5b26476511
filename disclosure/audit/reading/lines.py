"""Lines: every place where printed or hidden parts must add up to a total."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from disclosure.audit.reading.cells import codes_of
from disclosure.audit.reading.cuts import Vertex, edges_of
from disclosure.audit.reading.label_sets import LabelSets
from disclosure.audit.reading.pieces import Ways, cut_into_pieces
from disclosure.audit.reading.several import BEHIND, several_in
from disclosure.tables.count_table import CountTable
from disclosure.tables.distinct_persons import DistinctPersons

Places = NDArray[np.int64]

CUT_IN_TWO: Final = (
    "the linked tables run in a circle and cut {name!r} in two ways: the audit does not join these. Print {name!r} "
    "with the same labels, or with one hierarchy, in all of them; or audit the tables without one of the circle."
)


@dataclass(frozen=True)
class Lines:
    """The lines of a release, entry by entry: parts that add up to a total.

    Args:
        dimension: along which dimension each line runs; shape (lines,).
        line, cell, sign: one entry for each cell in each line; the sign is 1 for a part and -1 for the total.
    """

    dimension: Places
    line: Places
    cell: Places
    sign: Places

    @property
    def keys(self) -> Places:
        """The cells that any line uses, each once."""
        return np.unique(self.cell)

    @cached_property
    def _order(self) -> tuple[Places, Places]:
        """The entries, line by line, and where in these each line begins."""
        order = np.argsort(self.line, kind="stable")
        return order, np.searchsorted(self.line[order], np.arange(len(self.dimension) + 1))

    def entries_of(self, line: int) -> Places:
        """The places of one line's entries."""
        order, starts = self._order
        return order[starts[line] : starts[line + 1]]


NO_LINES: Final = Lines(*[np.zeros(0, dtype=np.int64)] * 4)
"""Where there are none."""


@dataclass(frozen=True)
class Parts:
    """One table's parts along one dimension: which cell adds to which total, and which labels make up which other.

    Where people may stand in several parts, these do not add up: they cover their total.
    """

    dimension: int
    split: tuple[int, ...]
    above: int
    part: Places
    total: Places
    covers: bool


def lines_of(table: CountTable, codes: Places, labels: dict[str, dict[str, int]]) -> list[Parts]:
    """List what adds up to what in one table, totals that are not printed included.

    Args:
        table: the printed table.
        codes: the place of each cell's label in each dimension; shape (cells, dimensions).
        labels: for every dimension of the release, the place of each label.
    """
    sizes = tuple(len(indices) for indices in labels.values())
    wider = {name: wider_places(table, name, labels[name]) for name in table.by if name != BEHIND}
    codes = with_all_totals(codes, wider, labels, sizes)
    return list(_parts(codes, wider, labels, sizes, several_in(table)))


def joint_lines(
    tables: tuple[CountTable, ...],
    labels: dict[str, dict[str, int]],
    split: tuple[CountTable, ...] = (),
    *,
    sets: Mapping[str, LabelSets],
    ways: Ways,
    apart: Collection[str] = (),
) -> list[list[Parts]]:
    """The lines of the table that nobody printed: all dimensions together, where linked tables run in a circle.

    Film by region, region by age and age by film may agree in pairs although no people fit all three; likewise stars
    by film, stars by region and film by region, where statistics tell of the stars. Where tables do not run in a
    circle, agreement in pairs is enough (Beeri, Fagin, Maier & Yannakakis 1983, J. ACM 30(3), of sets;
    Vorob'ev 1962 of distributions; Atserias & Kolaitis 2021, arXiv 2012.12126, of bags, which tables of counts are).

    Args:
        tables: the printed tables.
        labels: for every dimension, the place of each label.
        split: tables that nobody printed: split by the values behind statistics, or cut into pieces.
        sets, ways: for each dimension, whom its labels hold, and how they nest.
        apart: dimensions of which nobody knows how their cuts overlap.

    Raises:
        ValueError: a dimension of the circle is cut in two ways.
    """
    every = (*tables, *split)
    circle = _circle(edges_of(every, tables, sets, apart))
    if not circle:
        return []
    for vertex in circle:
        if isinstance(vertex.divided, int):
            raise ValueError(CUT_IN_TWO.format(name=vertex.dimension))
    by = tuple(name for name in labels if any(name == vertex.dimension for vertex in circle))
    joint = cut_into_pieces(by, ways)
    several = tuple(name for name in by if any(name in several_in(table) for table in tables))
    persons = DistinctPersons(several, no_answer=False) if several else None
    return [lines_of(replace(table, persons=persons), codes_of(table, labels), labels) for table in joint]


def _circle(edges: list[set[Vertex]]) -> set[Vertex]:
    """What remains when what stands in one table only, and tables inside others, are taken away."""
    while True:
        alone = {name for edge in edges for name in edge if sum(name in other for other in edges) == 1}
        shorter = [edge - alone for edge in edges]
        kept = [
            edge
            for index, edge in enumerate(shorter)
            if edge and not any(edge < other or (edge == other and i < index) for i, other in enumerate(shorter))
        ]
        if kept == edges:
            return set().union(*edges)
        edges = kept


def wider_places(table: CountTable, dimension: str, indices: dict[str, int]) -> Places:
    """For the place of each label of a dimension, the place of the next wider one: 0 is ``TOTAL``."""
    wider = np.zeros(len(indices), dtype=np.int64)
    for label, above in table.hierarchies.get(dimension, {}).items():
        if label in indices:
            wider[indices[label]] = indices[above]
    return wider


def with_all_totals(
    codes: Places, wider: dict[str, Places], labels: dict[str, dict[str, int]], sizes: tuple[int, ...]
) -> Places:
    """Append every total above the given cells that is not among them."""
    for index, name in enumerate(labels):
        new = codes
        while name in wider and len(new := new[new[:, index] != 0]):
            new = new.copy()
            new[:, index] = wider[name][new[:, index]]
            keys = np.ravel_multi_index(tuple(codes.T), sizes)
            new_keys, first = np.unique(np.ravel_multi_index(tuple(new.T), sizes), return_index=True)
            new = new[first]
            codes = np.concatenate([codes, new[~np.isin(new_keys, keys)]])
    return codes


def _parts(
    codes: Places,
    wider: dict[str, Places],
    labels: dict[str, dict[str, int]],
    sizes: tuple[int, ...],
    several: Collection[str],
) -> Iterator[Parts]:
    """For each dimension and each wider label, the cells that are its parts."""
    keys = np.ravel_multi_index(tuple(codes.T), sizes)
    for index, name in enumerate(labels):
        if name not in wider:
            continue
        present = np.unique(codes[:, index][codes[:, index] != 0])
        for above in np.unique(wider[name][present]):
            split = present[wider[name][present] == above]
            chosen = np.isin(codes[:, index], split)
            total = codes[chosen].copy()
            total[:, index] = above
            totals = np.ravel_multi_index(tuple(total.T), sizes)
            yield Parts(index, tuple(split.tolist()), int(above), keys[chosen], totals, name in several)


def relevant(parts_of_tables: list[list[Parts]], printed: Places, sizes: tuple[int, ...]) -> tuple[Lines, Lines]:
    """Join the lines of all tables, without those that can tell nothing; and apart those whose parts cover a total.

    A line tells something if its total is printed somewhere, is formed by two tables or by one in two ways, or lies
    below such a total.

    Args:
        parts_of_tables: what adds up to what, for each table.
        printed: the keys of all cells that a table has, hidden ones included.
        sizes: how many places each dimension has.
    """
    none = np.zeros(0, dtype=np.int64)
    formed = [np.unique(np.concatenate([p.total for p in table])) for table in parts_of_tables if table]
    keys, times = np.unique(np.concatenate([none, *formed]), return_counts=True)
    in_two_ways = (_formed_twice(table, printed) for table in parts_of_tables)
    telling = np.unique(np.concatenate([printed, keys[times > 1], *in_two_ways]))
    every = [parts for table in parts_of_tables for parts in table]
    while True:
        below = [parts.part[np.isin(parts.total, telling)] for parts in every]
        larger = np.union1d(telling, np.concatenate([none, *below]))
        if len(larger) == len(telling):
            adding, covering = ([parts for parts in every if parts.covers == covers] for covers in (False, True))
            return _joined(adding, telling), _joined(covering, telling)
        telling = larger


def _formed_twice(table: list[Parts], printed: Places) -> Places:
    """The totals that one table forms along two dimensions, each time from parts of which some are printed.

    Or from wider labels that nobody printed, and that are formed from such parts.
    """
    formed = []
    for dimension in {parts.dimension for parts in table}:
        along, shown, before = [parts for parts in table if parts.dimension == dimension], printed, -1
        while len(shown) > before:
            before, totals = len(shown), [parts.total[np.isin(parts.part, shown)] for parts in along]
            shown = np.unique(np.concatenate([shown, *totals]))
        formed.append(np.unique(np.concatenate(totals)))
    keys, times = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *formed]), return_counts=True)
    return keys[times > 1]


def _joined(every: list[Parts], telling: Places) -> Lines:
    """Number the lines and write each of their entries once, however many tables have it."""
    splits: dict[tuple[int, int, tuple[int, ...]], list[Parts]] = {}
    for parts in every:
        splits.setdefault((parts.dimension, parts.above, parts.split), []).append(parts)
    none = np.zeros(0, dtype=np.int64)
    dimension, line, cell, sign = [none], [none], [none], [none]
    for which, of_tables in splits.items():
        totals = np.intersect1d(np.concatenate([parts.total for parts in of_tables]), telling)
        part, total = _each_once(of_tables, totals)
        start = sum(map(len, dimension))
        dimension.append(np.full(len(totals), which[0]))
        line += [start + np.searchsorted(totals, total), start + np.arange(len(totals))]
        cell += [part, totals]
        sign += [np.ones(len(part), dtype=np.int64), -np.ones(len(totals), dtype=np.int64)]
    return Lines(*(np.concatenate(column) for column in (dimension, line, cell, sign)))


def _each_once(of_tables: list[Parts], totals: Places) -> tuple[Places, Places]:
    """The parts of some totals and the total of each, without repeating what two tables share."""
    part = np.concatenate([parts.part for parts in of_tables])
    total = np.concatenate([parts.total for parts in of_tables])
    kept = np.isin(total, totals)
    if len(of_tables) > 1:
        _, first = np.unique(part, return_index=True)
        kept &= np.isin(np.arange(len(part)), first)
    return part[kept], total[kept]
