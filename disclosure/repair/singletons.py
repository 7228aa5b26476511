"""Everybody who is alone in a cell, as an attacker: she knows that cell, and looks at the others."""

from collections.abc import Iterator, Sequence

import numpy as np

from disclosure.audit.attackers import Attacker, Coalition, Contributor, Labels
from disclosure.repair.protection import Against, Singletons
from disclosure.tables.count_table import PEOPLE, TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables, Release, tables_in
from disclosure.tables.magnitude_table import LARGEST, LARGEST_PERSON


def attackers_of(release: Release, against: Sequence[Against]) -> tuple[Attacker, ...]:
    """The attackers one by one; `Singletons` become everybody who is alone in a cell.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AABBB"), "region": ["N", "S", "S", "S", "S"]})
        >>> attackers_of(count_table(people, by=("film", "region")), [Singletons()])
        (Contributor(cell=('A', 'N'), alone=True), Contributor(cell=('A', 'S'), alone=True))
    """
    found: list[Attacker] = []
    for one in against:
        found += _alone(release) if isinstance(one, Singletons) else [one]
    return tuple(dict.fromkeys(found))


def _alone(release: Release) -> list[Attacker]:
    """Everybody who is alone in a cell that is no total; who is alone in several cells of amounts knows them all."""
    dimensions = release.dimensions if isinstance(release, LinkedTables) else release.by
    tables = tables_in(release)
    if tables[0].unit == PEOPLE:
        return [
            Contributor(cell, alone=True)
            for table in tables
            for cell in _labels(table, table.cells["count"].eq(1).fillna(value=False).to_numpy(dtype=bool), dimensions)
        ]
    own: dict[object, dict[Labels, Contributor]] = {}
    for table in tables:
        for whose, member in _alone_in_amounts(table, dimensions):
            own.setdefault(whose, {})[member.cell] = member
    everybody = [tuple(cells.values()) for cells in own.values()]
    return [members[0] if len(members) == 1 else Coalition(members) for members in everybody]


def _alone_in_amounts(table: CountTable, dimensions: Sequence[str]) -> Iterator[tuple[object, Contributor]]:
    """Each cell of one table of amounts that is all of one person's, with her."""
    if LARGEST_PERSON not in table.cells:
        raise ValueError(
            "the table does not say who is alone in a cell: make it with magnitude_table(..., largest=1) or more."
        )
    amounts = table.cells["count"]
    lonely = ((amounts > 0) & (amounts == table.cells[f"{LARGEST}1"])).to_numpy(dtype=bool)
    inner = ~table.is_total.to_numpy()
    whose, amount = (column[inner & lonely].tolist() for column in (table.cells[LARGEST_PERSON], amounts))
    for cell, person, all_of_it in zip(_labels(table, lonely, dimensions), whose, amount, strict=True):
        yield person, Contributor(cell, alone=True, amount=all_of_it)


def _labels(table: CountTable, chosen: np.ndarray, dimensions: Sequence[str]) -> list[Labels]:
    """The labels of some cells of one table that are no totals, ``TOTAL`` where it lacks a dimension."""
    cells = table.cells[~table.is_total.to_numpy() & chosen].reindex(columns=list(dimensions), fill_value=TOTAL)
    return [tuple(map(str, cell)) for cell in cells.itertuples(index=False)]
