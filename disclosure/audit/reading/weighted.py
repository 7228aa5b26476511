"""A release of weighted counts, as an attacker reads it: real numbers, and the whole numbers of people behind them.

Two systems of the same lines: what the cells hold, weighted, and how many people stand in them. A cell with n people
holds from n times the smallest to n times the largest weight. The rule looks at the people.
"""

from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from disclosure.audit.attackers import Attacker, members
from disclosure.audit.reading.as_printed import as_printed, by_table
from disclosure.audit.reading.cells import (
    NO_LIMIT,
    NOT_COVERED,
    NOT_TOLD,
    PRIMARY,
    PRINTED,
    PRINTED_SMALL,
    ROLES,
    Gap,
    codes_of,
    hidden_range,
    places_of,
    roles_of,
)
from disclosure.audit.reading.completed_tables import completed_tables
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.reading.contributors import contributors_of
from disclosure.audit.reading.insider_knowledge import place_of, refuse_strange_cells
from disclosure.audit.reading.overlapping_cells import share_people
from disclosure.audit.reading.persons import NOBODY_FITS
from disclosure.audit.reading.system import System
from disclosure.audit.reading.unused import UNUSED_OVERLAP, UNUSED_PEOPLE, unused_of
from disclosure.labels import cell_name
from disclosure.tables.cell_layout import dimensions_together
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables, pieces_in, tables_in

Reals = NDArray[np.float64]
ENDLESS: Final = float("inf")

MOST_PLACES: Final = 9
TOO_FINE: Final = (
    "the table prints weighted counts of {largest}: of numbers with more than {places} places no solver is sure. Print "
    "them in a larger unit, such as thousands."
)


@dataclass(frozen=True)
class WeightedSystem:
    """What print, marks, rule and attacker say of each cell by itself, and the lines that tie cells together.

    Args:
        system: the same release without counts: its cells and lines.
        low, high: the weighted counts that are possible; shape (cells,).
        fewest, most: how many people can stand in each cell; shape (cells,).
        open_low, open_high: the range that must be possible for a cell to be called open; shape (cells,).
        role: what each cell is in the release, a place in `ROLES`; shape (cells,).
        least, largest: the smallest and the largest weight: 0 and no limit where they are not known.
        unused: what is not used (see `disclosure.audit.reading.unused`).
        listed: the cells that are not printed as they are, by their places, and their labels in the release's order.
    """

    system: System
    low: Reals
    high: Reals
    fewest: Reals
    most: Reals
    open_low: Reals
    open_high: Reals
    role: NDArray[np.int64]
    least: float
    largest: float
    unused: tuple[str, ...]
    listed: tuple[NDArray[np.int64], pd.DataFrame]


def weighted_system(
    release: CountTable | LinkedTables, attacker: Attacker, primary: pd.Series | None
) -> WeightedSystem:
    """Write a release of weighted counts down.

    Args:
        release, attacker, primary: as in `disclosure.audit.verdicts.audit`.

    Raises:
        ValueError: as there; or an attacker has an amount, or numbers have too many places.
    """
    _refuse_too_fine(tables_in(release))
    tables = completed_tables(tables_in(release), pieces_in(release))
    system = as_printed(_without_counts(release))
    found = _nothing_known(system, tables)
    places = [places_of(system.cells, codes_of(table, system.labels), system.labels) for table in tables]
    gaps = [
        _note(found, table, known, at)
        for table, known, at in zip(tables, by_table(release, primary), places, strict=True)
    ]
    _know(found, attacker)
    rows = LinkedTables(tables).all_cells() if isinstance(release, LinkedTables) else tables[0].cells
    unused = unused_of(tables) + (UNUSED_PEOPLE,) * _leaves_people_out(found, release, gap=any(gaps))
    unused += (UNUSED_OVERLAP,) * _members_overlap(attacker, system)
    return replace(found, unused=unused, listed=_listed(found, np.concatenate(places), rows))


def _refuse_too_fine(tables: tuple[CountTable, ...]) -> None:
    """Say which weighted counts have more places than a solver tells apart."""
    for table in tables:
        largest = table.cells["count"].max()
        if table.weights and largest >= 10**MOST_PLACES * table.weights.unit:
            raise ValueError(TOO_FINE.format(largest=table.weights.as_text(largest), places=MOST_PLACES))


def _members_overlap(attacker: Attacker, system: System) -> bool:
    """Whether two members of a coalition name cells that may hold the same people, and are not the same cell."""
    group = members(attacker)
    sets = [system.sets[name] for name in system.dimensions]
    cells = dict.fromkeys(cell for member in group for cell in (member.cell, *member.alone_cells))
    in_two_ways = any(each.cross for each in sets)
    return len(group) > 1 and any(in_two_ways or share_people(*pair, sets) for pair in combinations(cells, 2))


def _without_counts(release: CountTable | LinkedTables) -> LinkedTables:
    """The same cells, all hidden by no rule: what is left are labels and lines."""
    bare = [
        replace(
            table,
            cells=table.cells[list(table.by)].assign(count=pd.array([pd.NA] * len(table.cells), dtype="Int64")),
            rule=None,
            percentages=(),
            weights=None,
        )
        for table in tables_in(release)
    ]
    return LinkedTables(tuple(bare), pieces_in(release))


def _nothing_known(system: System, tables: tuple[CountTable, ...]) -> WeightedSystem:
    """Every cell can hold whatever it likes, but for those that a table leaves out: these hold nobody."""
    weights = [table.weights for table in tables if table.weights]
    least = max((each.least or 0.0 for each in weights), default=0.0)
    largest = min((each.largest or ENDLESS for each in weights), default=ENDLESS)
    low, fewest, open_low = np.zeros((3, len(system.low)))
    high, most, open_high = np.where(system.high == 0, 0.0, np.full((3, len(system.low)), ENDLESS))
    role = np.where(system.cells.role == ROLES.index(NOT_COVERED), system.cells.role, 0)
    none = (np.zeros(0, dtype=np.int64), pd.DataFrame())
    return WeightedSystem(system, low, high, fewest, most, open_low, open_high, role, least, largest, (), none)


def _note(found: WeightedSystem, table: CountTable, primary: pd.Series | None, at: NDArray[np.int64]) -> bool:
    """Add what one table says of its cells; whether some numbers of people in between are impossible, too."""
    role, behind, gaps = roles_of(table, primary), contributors_of(table), False
    counts, half = table.cells["count"].to_numpy(dtype=float), table.weights.unit / 2 if table.weights else 0.0
    small = _printed_small(found, table, counts - half, counts + half)
    role[small] = ROLES.index(PRINTED_SMALL)
    for place, number, count, people in zip(at.tolist(), role.tolist(), counts, behind.tolist(), strict=True):
        kind = ROLES[number]
        low, high, between = _people_behind(table, kind, broken=bool(small.any()))
        gap = between is not None
        if kind in (PRINTED, PRINTED_SMALL):
            found.low[place] = max(found.low[place], count - half)
            found.high[place] = min(found.high[place], count + half)
            low, gap = _people_printed(found, table, place, broken=bool(small.any()))
        elif people >= 0 and (not low <= people <= high or (between and between[0] <= people <= between[1])):
            raise ContradictionError(NOBODY_FITS.format(name=cell_name(found.system.words(place))))
        if people >= 0:
            low, high, gap = people, people, False
        found.fewest[place], found.most[place] = max(found.fewest[place], low), min(found.most[place], high)
        gaps |= gap
        if number > found.role[place]:
            least, most, _ = _people_behind(table, PRIMARY if kind == NOT_TOLD else kind, broken=False)
            found.role[place], found.open_low[place] = number, least * found.least
            found.open_high[place] = most * found.largest if most else 0.0
    return gaps


def _printed_small(found: WeightedSystem, table: CountTable, low: Reals, high: Reals) -> NDArray[np.bool_]:
    """True for each printed cell that the table's own rule hides: by its people, or by its weighted count.

    A count that may be of nobody is one of these only where the rule hides zeros like other small counts.
    """
    if table.rule is None:
        return np.zeros(len(low), dtype=bool)
    few = np.array([people >= 0 and table.rule.hides(people) for people in contributors_of(table).tolist()])
    somebody = (low > 0) | (table.rule.zeros == "hidden")
    surely = somebody & (high < table.rule.threshold * found.least)
    return ~table.is_hidden.to_numpy(dtype=bool) & (few | surely)


def _people_behind(table: CountTable, kind: str, *, broken: bool) -> tuple[float, float, Gap | None]:
    """How many people can stand in a hidden cell by its mark: at least, at most, and a gap in between."""
    if kind == NOT_COVERED:
        return 0.0, ENDLESS, None
    low, high, gap = hidden_range(table.rule, kind, people=True, follows=not broken)
    return float(low), ENDLESS if high >= NO_LIMIT else float(high), gap


def _people_printed(found: WeightedSystem, table: CountTable, place: int, *, broken: bool) -> tuple[float, bool]:
    """How many people stand at least in a cell that is printed, and whether there can be none or many, and not few."""
    if table.rule is None or broken:
        return float(found.low[place] > 0), False
    if found.low[place] > 0 or table.rule.zeros == "hidden":
        return float(table.rule.threshold), False
    if found.least * table.rule.threshold > found.high[place]:
        found.high[place], found.most[place] = 0.0, 0.0
    return 0.0, bool(found.most[place] > 0)


def _know(found: WeightedSystem, attacker: Attacker) -> None:
    """Add what contributors know: that they stand in a cell, or that nobody else does."""
    group = members(attacker)
    for member in group:
        if member.amount is not None:
            raise ValueError(f"{member} has an amount, and the counts are weighted: leave the amount out.")
        if member.also:
            raise ValueError(f"{member} stands in several cells, and the counts are weighted: leave also out.")
        refuse_strange_cells(found.system, member)
        place = place_of(found.system, member.cell)
        found.fewest[place] = max(found.fewest[place], sum(other.cell == member.cell for other in group))
        for place in (place_of(found.system, cell) for cell in member.alone_cells):
            found.fewest[place], found.most[place] = max(found.fewest[place], 1), min(found.most[place], 1)


def _leaves_people_out(found: WeightedSystem, release: CountTable | LinkedTables, *, gap: bool) -> bool:
    """Whether the people behind weighted counts tell more than is used here.

    Used is what the people of one breakdown say; where the largest weight is not known, only if no hidden cell is
    empty.
    """
    together = set().union(*(dimensions_together(table.cells, table.by) for table in tables_in(release)))
    several = len(together) > 1 or bool(pieces_in(release))
    may_be_empty = (found.role > 0) & (found.fewest == 0) & (found.most > 0) & (found.high > 0)
    return bool(several or gap or (found.largest == ENDLESS and may_be_empty.any()))


def _listed(
    found: WeightedSystem, places: NDArray[np.int64], rows: pd.DataFrame
) -> tuple[NDArray[np.int64], pd.DataFrame]:
    """The cells that are not printed as they are, each once."""
    role = found.role[places]
    chosen = (role > ROLES.index(PRINTED)) | (role == ROLES.index(NOT_COVERED))
    chosen &= ~pd.Series(places).duplicated().to_numpy()
    return places[chosen], rows.loc[chosen, list(found.system.dimensions)]
