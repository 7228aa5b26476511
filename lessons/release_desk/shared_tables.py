"""Which tables are audited together: those that count the same people at the same time, without changed counts."""

from collections.abc import Iterable
from dataclasses import replace

from disclosure.tables import CountTable, LinkedTables
from disclosure.tables.count_table import PEOPLE, TOTAL
from lessons.release_desk.attack import Together
from lessons.release_desk.office import AREAS
from lessons.release_desk.release import Released


def countable(release: Released) -> list[CountTable]:
    """The tables of a release that can share an exact audit: they count people by the regions of the list.

    Counts that were changed by chance, and tables without regions, are attacked apart.
    """
    tables = [sheet for sheet in release.sheets.values() if isinstance(sheet, CountTable)]
    return [table for table in tables if table.unit == PEOPLE and not table.how_changed and _is_by_region(table)]


def _is_by_region(table: CountTable) -> bool:
    """Whether a table has the regions of the list as a dimension, and no others."""
    return "region" in table.by and set(table.cells["region"]) <= {*AREAS, TOTAL}


def same_people(releases: Together) -> list[Together]:
    """The releases that share an audit, as groups: of one population and date, with tables that can be linked."""
    groups: dict[tuple[str, str], list[Released]] = {}
    for release in releases:
        if countable(release):
            groups.setdefault((release.population, release.date), []).append(release)
    return [tuple(group) for group in groups.values()]


def linked(releases: Iterable[Released]) -> LinkedTables:
    """All tables of some releases as one: cells that count the same people are one cell.

    Statistics beside counts are read apart (see `beside_statistics`).

    Args:
        releases: of one population and date.
    """
    return LinkedTables(tuple(counts_only(table) for release in releases for table in countable(release)))


def beside_statistics(release: Released) -> list[CountTable]:
    """The tables of a release that print statistics beside their counts: one or none."""
    return [table for table in countable(release) if table.companions]


def counts_only(table: CountTable) -> CountTable:
    """A table without the statistics beside its counts."""
    if table.companions is None:
        return table
    return replace(table, cells=table.cells.drop(columns="mean"), companions=None)
