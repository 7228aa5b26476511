"""From a release to a system: labels become codes, cells and lines of all tables become one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from disclosure.audit.attackers import Attacker, is_one_person, members
from disclosure.audit.reading.cells import (
    NO_LIMIT,
    NOT_PRINTED,
    ROLES,
    Cells,
    cells_of,
    codes_of,
    labels_of,
    places_of,
)
from disclosure.audit.reading.coalitions import (
    Overlap,
    are_spread,
    is_used,
    may_share_people,
    overlaps,
    room_for_all,
    tables_needed,
)
from disclosure.audit.reading.companion_statistics import disjunctions_of
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.disjunctions import Disjunction, disjunction_of_gap
from disclosure.audit.reading.insider_knowledge import has_cell, refuse_unusable, with_insider_knowledge
from disclosure.audit.reading.left_out import Places, left_out, open_parts, split_alike
from disclosure.audit.reading.lines import Lines, joint_lines, lines_of, relevant
from disclosure.audit.reading.percentages import with_percentages
from disclosure.audit.reading.persons import conditions_of_people, people_behind, places_behind
from disclosure.audit.reading.printed_elsewhere import printed_elsewhere
from disclosure.audit.reading.printed_sums import with_sums_told
from disclosure.audit.reading.several import several_of
from disclosure.audit.reading.shares import shares_of
from disclosure.audit.reading.system import System
from disclosure.audit.reading.tables_read import TablesRead, tables_read
from disclosure.audit.reading.unused import (
    UNUSED_OVERLAP,
    UNUSED_PLACE,
    UNUSED_SPREAD,
    UNUSED_TIES,
    unused_beside_sums,
    unused_of,
)
from disclosure.labels import TOTAL, cell_name
from disclosure.tables.count_table import PEOPLE, CountTable
from disclosure.tables.linked_tables import LinkedTables, Pieces, Release, pieces_in, tables_in


def system_of(release: Release, attacker: Attacker, primary: pd.Series | None = None) -> System:
    """Write a release down as an attacker reads it.

    Args:
        release: one table, or several over the same people.
        attacker: who looks at it.
        primary: which hidden cells are primary, if she knows; shape (cells of the release,). Missing (``pd.NA``) where
            she does not know.

    Raises:
        ContradictionError: two tables print different counts for the same people.
        ValueError: the attacker is counted in a cell that is not in the release.
    """
    return with_attacker_knowledge(as_printed(release, primary), attacker, release)


def with_attacker_knowledge(printed: System, attacker: Attacker, release: Release) -> System:
    """Add what an attacker knows to a release `as_printed`: for many attackers the print is read once.

    Args:
        printed: the release without her.
        attacker: who looks at it.
        release: the same release.

    Raises:
        ValueError: as in `system_of`.
    """
    of_gaps = [disjunction_of_gap(cell, gap) for cell, gaps in printed.gaps.items() for gap in gaps]
    if not (group := members(attacker)):
        return replace(printed, disjunctions=(*of_gaps, *printed.disjunctions))
    tables, pieces = printed.tables, pieces_in(release)
    for member in group:
        refuse_unusable(printed, member)
    named = {cell for member in group for cell in (member.cell, *member.alone_cells)}
    overlapping = overlaps(group, printed.sets, printed.dimensions, {cell for cell in named if has_cell(printed, cell)})
    one_person = is_one_person(attacker)
    spread = are_spread(group, printed, one_person=one_person)
    if one_person or several_of(tables):
        spread, overlapping = spread or bool(overlapping), []
    if missing := _not_drawn_up(overlapping, printed, pieces):
        printed = as_printed(release, printed.known_primary, (*printed.also, *missing))
    system = with_insider_knowledge(printed, attacker)
    of_gaps = [disjunction_of_gap(cell, gap) for cell, gaps in system.gaps.items() for gap in gaps]
    overlap_otherwise = bool(pieces) or any(printed.sets[name].cross for name in printed.dimensions)
    differ, not_used = may_share_people(group, printed, pieces), UNUSED_OVERLAP if len(group) > 1 else UNUSED_PLACE
    if overlap_otherwise and (differ or not all(has_cell(system, cell) for cell in named)):
        return replace(system, disjunctions=(*of_gaps, *system.disjunctions), unused=(*system.unused, not_used))
    used = [overlap for overlap in overlapping if printed.unit == PEOPLE and is_used(overlap, printed)]
    of_room = [
        disjunction for overlap in used for disjunction in room_for_all(overlap, group, system, (*tables, *system.also))
    ]
    unused = system.unused + (not_used,) * (len(used) < len(overlapping)) + (UNUSED_SPREAD,) * spread
    return replace(system, disjunctions=(*of_gaps, *of_room, *system.disjunctions), unused=unused)


def as_printed(release: Release, primary: pd.Series | None = None, also: tuple[CountTable, ...] = ()) -> System:
    """Write down what a release says to everybody, but for the gaps, which `with_attacker_knowledge` adds.

    Args:
        release, primary: as in `system_of`.
        also: tables that nobody printed and that are to have cells of their own.

    Raises:
        ContradictionError: as in `system_of`.
    """
    read = tables_read(release, also)
    cells, people = _each_by_itself(read, by_table(release, primary))
    merged, lines, covers = _merge(read, cells, people)
    places = [places_of(merged, part.codes, read.labels) for part in cells]
    shares = [share for table, at in zip(read.printed, places, strict=True) for share in shares_of(table, at)]
    name_of = partial(_name, merged, read.labels)
    merged, of_shares, percentages = with_percentages(merged, shares, name_of)
    behind = places_behind(merged, read.labels)
    of_people, who = conditions_of_people(covers, merged, _nobody_else(read), behind, name_of)
    return System(
        labels=read.labels,
        cells=merged,
        low=merged.low,
        high=merged.high,
        lines=lines,
        disjunctions=(*_of_statistics(read, merged), *of_shares, *of_people),
        dimensions=tuple(labels_of(read.printed)),
        unit=read.printed[0].unit,
        known_primary=primary,
        unused=unused_of(read.printed) + _beside_sums(release) + (UNUSED_TIES,) * percentages.ties,
        elsewhere=printed_elsewhere(read.printed, cells, places),
        percentages=percentages,
        people=who,
        covers=covers,
        tables=read.printed,
        also=also,
        sets=read.sets,
    )


def _not_drawn_up(overlapping: Sequence[Overlap], printed: System, pieces: Pieces) -> tuple[CountTable, ...]:
    """The tables that nobody printed, that the attackers need, and that have no cells of their own yet."""
    if printed.unit != PEOPLE:
        return ()
    there = {frozenset(table.by) for table in printed.also}
    needed = tables_needed(overlapping, printed, pieces)
    return tuple(table for table in needed if frozenset(table.by) not in there)


def _beside_sums(release: Release) -> tuple[str, ...]:
    """The percentages that are left out with totals of printed cells, wider labels included."""
    return unused_beside_sums(with_sums_told(tables_in(release), pieces_in(release)))


def _each_by_itself(read: TablesRead, known: Sequence[pd.Series | None]) -> tuple[list[Cells], dict[int, Cells]]:
    """What each printed table says of its own cells; and, by the place of the table, of the people behind these."""
    cells = [
        cells_of(table, codes_of(table, read.labels), primary)
        for table, primary in zip(read.printed, known, strict=True)
    ]
    people: dict[int, Cells] = {}
    for place, behind in read.behind.items():
        codes = codes_of(behind, read.labels)
        people[place], cells[place] = people_behind(read.printed[place], cells[place], codes)
    return cells, people


def _of_statistics(read: TablesRead, merged: Cells) -> Iterator[Disjunction]:
    """The conditions that statistics put on the cells by value."""
    for place, by_value in read.split.items():
        table = read.printed[place]
        parts = places_of(merged, codes_of(by_value, read.labels), read.labels).reshape(len(table.cells), -1)
        yield from disjunctions_of(table, parts.tolist())


def _nobody_else(read: TablesRead) -> dict[int, int]:
    """For each dimension with several answers, by its place, the place of the label of people who give none, or -1."""
    return {
        list(read.labels).index(name): read.labels[name].get(label, -1) if label is not None else -1
        for name, label in several_of(read.printed).items()
    }


def by_table(release: Release, primary: pd.Series | None) -> list[pd.Series | None]:
    """What the attacker knows of each table's cells, labelled as these."""
    tables = tables_in(release)
    starts = np.cumsum([0, *(len(table.cells) for table in tables)])
    if primary is None:
        return [None] * len(tables)
    known = _in_order(primary, release)
    parts = [known.iloc[start:stop] for start, stop in pairwise(starts)]
    return [part.set_axis(table.cells.index) for part, table in zip(parts, tables, strict=True)]


def _in_order(primary: pd.Series, release: Release) -> pd.Series:
    """What is known of all cells in their order: by its labels, or by position where it has none of its own."""
    cells = release.all_cells().index if isinstance(release, LinkedTables) else release.cells.index
    if not isinstance(primary, pd.Series) or len(primary) != len(cells):
        raise ValueError(f"primary needs True or False for each of the {len(cells)} cells of the release, as a Series.")
    if not all(isinstance(known, bool | np.bool_) or known is pd.NA for known in primary):
        raise ValueError("primary holds something that is neither True nor False: say which cells are primary.")
    if primary.index.is_unique and set(primary.index) == set(cells):
        return primary.reindex(cells)
    if primary.index.equals(cells) or primary.index.equals(pd.RangeIndex(len(cells))):
        return primary
    raise ValueError("primary has other labels than the cells of the release: label it as these.")


def _merge(read: TablesRead, cells: Sequence[Cells], people: dict[int, Cells]) -> tuple[Cells, Lines, Lines]:
    """Make one cell of those that count the same people, and collect the lines of all tables, and their covers."""
    labels, sizes = read.labels, tuple(len(indices) for indices in read.labels.values())
    told = list(_told(read, cells))
    lines = [lines_of(table, np.concatenate([rows, beside]), labels) for table, rows, beside in told]
    lines += joint_lines(read.printed, labels, read.tying, sets=read.sets, ways=read.ways, apart=read.apart)
    printed = np.unique(np.concatenate([np.ravel_multi_index(tuple(rows.T), sizes) for _, rows, _ in told]))
    used, covering = relevant(lines, printed, sizes)
    keys = np.unique(np.concatenate([printed, used.keys, covering.keys]))
    follows = all(part.follows for part in cells)
    merged = _unknown(np.column_stack(np.unravel_index(keys, sizes)).astype(np.int64), follows=follows)
    behind = [(read.behind[place], who) for place, who in people.items()]
    for table, part in (*zip(read.printed, cells, strict=True), *behind):
        _note(merged, places_of(merged, part.codes, labels), part, table)
    for table, part in zip(read.printed, cells, strict=True):
        merged.high[left_out(table, part.codes, merged.codes, labels, read.sets)] = 0
    found = [replace(each, cell=np.searchsorted(keys, each.cell)) for each in (used, covering)]
    return merged, found[0], found[1]


def _told(read: TablesRead, cells: Sequence[Cells]) -> Iterator[tuple[CountTable, Places, Places]]:
    """Each table, the places of the labels of its rows, and those of cells beside them that may hold anybody.

    Where a printed table has such cells, so have those by value, and those of the people behind it.
    """
    labels = read.labels
    for place, (table, part) in enumerate(zip(read.printed, cells, strict=True)):
        beside = open_parts(table, part.codes, labels, read.sets)
        yield table, part.codes, beside
        for split in (each.get(place) for each in (read.split, read.behind)):
            if split is not None:
                rows = codes_of(split, labels)
                yield split, rows, split_alike(beside, rows, list(labels).index(split.by[-1]))
    for table in (*read.also, *read.cut):
        rows = codes_of(table, labels)
        yield table, rows, rows[:0]


def _unknown(codes: NDArray[np.int64], *, follows: bool) -> Cells:
    """Cells of which nothing is known yet."""
    number = len(codes)
    return Cells(
        codes=codes,
        low=np.zeros(number, dtype=np.int64),
        high=np.full(number, NO_LIMIT),
        open_low=np.zeros(number, dtype=np.int64),
        open_high=np.full(number, NO_LIMIT),
        role=np.full(number, ROLES.index(NOT_PRINTED)),
        gaps={},
        contributors=np.full(number, -1),
        dominance={},
        follows=follows,
    )


def _name(merged: Cells, labels: dict[str, dict[str, int]], cell: int) -> str:
    """What a cell is called: its labels, but for dimensions over which it sums."""
    found = [list(indices)[code] for indices, code in zip(labels.values(), merged.codes[cell], strict=True) if code]
    return cell_name(found or [TOTAL])


def _note(merged: Cells, indices: NDArray[np.int64], part: Cells, table: CountTable) -> None:
    """Add to all cells what one table says of some."""
    merged.low[indices] = np.maximum(merged.low[indices], part.low)
    merged.high[indices] = np.minimum(merged.high[indices], part.high)
    clash = merged.low[indices] > merged.high[indices]
    if clash.any():
        raise ContradictionError(
            f"{table.cell_names[clash].iloc[0]}: two of the tables say different things of this cell."
        )
    more_telling, as_telling = part.role > merged.role[indices], part.role == merged.role[indices]
    for name, both in (("open_low", np.maximum), ("open_high", np.minimum), ("role", np.maximum)):
        known, told = getattr(merged, name), getattr(part, name)
        known[indices[as_telling]] = both(known[indices[as_telling]], told[as_telling])
        known[indices[more_telling]] = told[more_telling]
    merged.contributors[indices] = np.maximum(merged.contributors[indices], part.contributors)
    merged.dominance.update({int(indices[index]): rule for index, rule in part.dominance.items()})
    for index, gaps in part.gaps.items():
        merged.gaps[int(indices[index])] = merged.gaps.get(int(indices[index]), ()) + gaps
