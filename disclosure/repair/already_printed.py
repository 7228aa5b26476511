"""What is in print already: an earlier edition, or other tables. It cannot be hidden any more.

A new table is repaired beside it. Some small cells may be public already: these are lost, whatever is done now. All
others are protected from readers who have both, and so are the hidden cells of what is in print already.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.cells import Numbers, codes_of, places_of
from disclosure.audit.reading.left_out import rows_left_out
from disclosure.audit.reading.printed_sums import refuse_open_sums, without_printed_sums
from disclosure.audit.reading.system import System
from disclosure.audit.reading.tables_read import tables_read
from disclosure.audit.solving.findings import find_moving
from disclosure.audit.solving.network import Flags
from disclosure.repair.wishes import Wishes
from disclosure.tables.companion_statistics import statistics_of
from disclosure.tables.count_table import PEOPLE, CountTable
from disclosure.tables.edition_pairs import EDITION, SECOND, Editions, Relation
from disclosure.tables.linked_tables import LinkedTables, Release, pieces_in, refuse_no_release, tables_in

NOT_OFFERED: Final = {
    "stocks": "two stocks tell nothing of each other by themselves: repair each of them without the other",
    "revised": "differences between a table and its revision prove nothing: repair the new one without the earlier one",
    "unknown": "say how they are related, 'same_people' or 'nested': nobody can see it from the tables",
}

OTHER_CUTS: Final = (
    "the tables cut {name!r} in different ways, and no repair joins pieces. Where labels of one lie in labels of the "
    "other, say so in the hierarchies of a table, as {{'0-4': '0-9', '5-9': '0-9'}}; else repair one table alone."
)


@dataclass(frozen=True)
class BesideOthers:
    """A release that is to be repaired, and what is in print already, on common ground.

    Args:
        release: the table or tables to repair; with a dimension for the edition, if the editions are nested.
        already: the tables that are in print.
        editions: whether there is such a dimension.
    """

    release: Release
    already: tuple[CountTable, ...] = ()
    editions: bool = False

    def wishes(self, wishes: Wishes) -> Wishes:
        """Wishes for cells of the release, named on common ground."""
        if not self.editions:
            return wishes
        here = [tuple((*cell, SECOND) for cell in cells) for cells in (wishes.must_print, wishes.must_hide)]
        return Wishes(*here)

    def as_before(self, repaired: Release) -> Release:
        """The repaired release without the dimension that was added."""
        if not self.editions:
            return repaired
        (table,) = tables_in(repaired)
        hierarchies = {name: value for name, value in table.hierarchies.items() if name != EDITION}
        not_covered = {name: value for name, value in table.not_covered.items() if name != EDITION}
        return replace(
            table,
            cells=table.cells.drop(columns=EDITION),
            by=table.by[:-1],
            hierarchies=hierarchies,
            not_covered=not_covered,
            must_be_printed=tuple(labels[:-1] for labels in table.must_be_printed),
        )


def beside_others(release: Release, already: Release | None, relation: Relation) -> BesideOthers:
    """Put a release that is to be repaired beside what is in print already.

    Args:
        release: the table or tables, every count printed.
        already: what is in print; None if nothing is.
        relation: of ``already`` to the release, as in `Editions`: ``"same_people"`` or ``"nested"``.

    Raises:
        ValueError: they cannot be laid side by side.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> first, second = (count_table(pd.DataFrame({"film": list(films)}), by=("film",)) for films in ("AB", "AAB"))
        >>> beside_others(second, first, "nested").release.by
        ('film', 'edition')
    """
    if already is None and relation == "same_people":
        return BesideOthers(release)
    if already is None:
        raise ValueError(f"relation is {relation!r}, and already is left out: give what is in print, or neither.")
    refuse_no_release("already", already)
    if relation in NOT_OFFERED:
        raise ValueError(f"relation is {relation!r}: {NOT_OFFERED[relation]}.")
    if name := next(iter(pieces_in(already)), None):
        raise ValueError(OTHER_CUTS.format(name=name))
    every, number = (*tables_in(release), *tables_in(already)), len(tables_in(release))
    refuse_open_sums(every)
    tables = without_printed_sums(every)[number:]
    for table in tables:
        if table.unit != PEOPLE:
            raise ValueError("what is printed already is no table of people: a repair beside it is not offered.")
        if statistics_of(table):
            raise ValueError("what is printed already has means or the like beside its counts: this is not offered.")
    if relation == "same_people":
        LinkedTables((*tables_in(release), *tables))
        return BesideOthers(release, tables)
    if not isinstance(release, CountTable) or any(table.by != release.by for table in tables_in(already)):
        raise ValueError("nested editions are two tables: give one as printed already, and one to repair.")
    pairs = [Editions(table, release, relation).as_linked().tables for table in tables_in(already)]
    firsts = without_printed_sums([first for first, _ in pairs])
    second, *plain = [replace(it, cells=it.cells.reset_index(drop=True)) for it in (pairs[0][1], *firsts)]
    return BesideOthers(second, tuple(plain), editions=True)


def together(release: Release, already: tuple[CountTable, ...]) -> Release:
    """What readers have: a release, and what was in print before it."""
    return LinkedTables((*tables_in(release), *already)) if already else release


def alone(release: Release, already: tuple[CountTable, ...]) -> Release:
    """What readers would have if nothing stood in the tables that are in print; their labels are known.

    Args:
        release: what is published now.
        already: the tables that are in print.
    """
    return _unsaid(together(release, already), len(tables_in(release)), None)


def before(release: Release, already: tuple[CountTable, ...]) -> Release:
    """What readers have before anything is published: nothing stands in the release; its labels are known.

    Args:
        release: what is published now.
        already: the tables that are in print.
    """
    return _unsaid(together(release, already), None, len(tables_in(release)))


def _unsaid(release: Release, start: int | None, stop: int | None) -> Release:
    """The same tables, some of them as if nothing stood in them: nor do they tell by leaving out rows who is not there.

    So the rows that they leave out stand after the others, hidden.
    """
    tables, read = list(tables_in(release)), tables_read(release)
    for place in range(len(tables))[start:stop]:
        table = tables[place]
        rows = pd.concat([table.cells[list(table.by)], rows_left_out(read.printed[place], read.sets)])
        cells = rows.assign(count=pd.array([pd.NA] * len(rows), dtype="Int64"), mark="").reset_index(drop=True)
        nests, uncovered = table.hierarchies, table.not_covered
        tables[place] = CountTable(cells, table.by, None, nests, not_covered=uncovered, persons=table.persons)
    return LinkedTables(tuple(tables))


def known_beside(words: pd.Series | None, release: Release) -> pd.Series | None:
    """Which cells are primary, as attackers know it of the first cells of several tables; nothing of the others.

    Args:
        words: what they know of the first cells; shape (first cells,). None if nothing.
        release: the tables.
    """
    if words is None:
        return None
    cells = release.all_cells() if isinstance(release, LinkedTables) else release.cells
    return pd.Series([*words, *[pd.NA] * (len(cells) - len(words))], index=cells.index, dtype=object)


def kept_so_far(already: tuple[CountTable, ...]) -> list[Flags]:
    """For each table in print, True for each cell that it hides and that an outsider cannot work out from all of them.

    Cells whose mark says that they are hidden to cover others are left out. Shape (cells of the table,).

    Args:
        already: all tables that are in print.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> table = Suppress(3)(count_table(pd.DataFrame({"film": list("AABBCCC")}), by=("film",)))
        >>> [flags.tolist() for flags in kept_so_far((table,))]
        [[False, False, False, False]]
    """
    if not already:
        return []
    system = system_of(LinkedTables(already), Outsider())
    found = []
    for table in already:
        hidden = table.is_hidden.to_numpy(dtype=bool, copy=True)
        if table.rule and table.rule.complementary_mark not in (None, table.rule.mark):
            hidden &= table.cells["mark"].eq(table.rule.mark).to_numpy()
        hidden[hidden] = find_moving(system, places(system, table)[hidden])
        found.append(hidden)
    return found


def places(system: System, table: CountTable) -> Numbers:
    """Where the cells of one table stand among all cells, which are in the order of their codes."""
    sizes = tuple(len(indices) for indices in system.labels.values())
    keys = np.ravel_multi_index(tuple(system.cells.codes.T), sizes)
    return np.searchsorted(keys, np.ravel_multi_index(tuple(codes_of(table, system.labels).T), sizes))


def places_in(system: System, other: System) -> Numbers:
    """Where each cell of one reading stands in another one that has it, too; shape (cells,)."""
    codes = np.zeros((len(system.low), len(other.labels)), dtype=np.int64)
    for at, (name, places_there) in enumerate(other.labels.items()):
        there = np.array([places_there[label] for label in system.labels[name]])
        codes[:, at] = there[system.cells.codes[:, list(system.labels).index(name)]]
    return places_of(other.cells, codes, other.labels)
