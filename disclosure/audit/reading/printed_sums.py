"""Totals that sum printed cells only: they tell nothing that the cells do not, and are left out."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from disclosure.audit.reading.label_sets import label_sets
from disclosure.audit.reading.refused_labels import refuse_some_parts
from disclosure.labels import TOTAL, cell_name
from disclosure.tables.count_table import CountTable, Hierarchy, wider_labels
from disclosure.tables.linked_tables import Pieces
from disclosure.tables.must_be_printed import are_named

SUMS_ALONE: Final = (
    "a table prints of {cell} only a sum of printed cells, and none of these: print them, with a 0 where nobody is."
)

NOTHING_ELSE: Final = (
    "a table prints nothing but sums of printed cells (totals_of='printed cells'), and no such cell: print these, or "
    "leave the table out."
)


def without_printed_sums(tables: Sequence[CountTable], pieces: Pieces | None = None) -> tuple[CountTable, ...]:
    """Tables without their totals, where these sum printed cells only: they count other people than a true total.

    Wider labels are such totals as well, whichever table says that they are wider.

    Args:
        tables: the tables of one release.
        pieces: the pieces of which labels are made, where tables cut a dimension in different ways.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.rules import Rule
        >>> cells = pd.DataFrame({"film": ["A", "B", "total"], "count": [None, 7, 7], "mark": ["c", "", ""]})
        >>> [table] = without_printed_sums([CountTable(cells, ("film",), Rule(5), totals_of="printed cells")])
        >>> table.cells["film"].tolist()
        ['A', 'B']
    """
    return tuple(
        _of_cells(table, told) if table.totals_of == "printed cells" else table
        for table, told in zip(tables, with_sums_told(tables, pieces), strict=True)
    )


def with_sums_told(tables: Sequence[CountTable], pieces: Pieces | None = None) -> tuple[CountTable, ...]:
    """Tables of which those with totals of printed cells know all their totals: how their labels nest in other tables.

    Args:
        tables, pieces: as in `without_printed_sums`.

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"place": ["n", "North"], "count": [5, 5], "mark": ""})
        >>> told = CountTable(cells, ("place",), hierarchies={"place": {"n": "North"}})
        >>> with_sums_told((told, CountTable(cells, ("place",), totals_of="printed cells")))[1].hierarchies
        {'place': {'n': 'North'}}
    """
    sets = label_sets(tables, pieces) if any(table.totals_of == "printed cells" for table in tables) else {}
    return tuple(
        replace(table, hierarchies={name: sets[name].hierarchy(table.cells[name].unique()) for name in table.by})
        if table.totals_of == "printed cells"
        else table
        for table in tables
    )


def _of_cells(table: CountTable, told: CountTable) -> CountTable:
    """A table without its totals.

    Args:
        table: the table.
        told: the same, with how the labels of its rows nest in other tables.
    """
    cells = table.cells[~told.is_total]
    if cells.empty:
        raise ValueError(NOTHING_ELSE)
    named = cells[are_named(cells, table.by, table.must_be_printed)]
    must_be_printed = tuple(named[list(table.by)].itertuples(index=False, name=None))
    gone = {name: {*table.cells[name]} - {*cells[name]} for name in table.by}
    nests = {name: _without_labels(nest, gone[name]) for name, nest in table.hierarchies.items()}
    hierarchies = {name: nest for name, nest in nests.items() if nest}
    return replace(table, cells=cells, must_be_printed=must_be_printed, hierarchies=hierarchies)


def _without_labels(nest: Hierarchy, gone: Collection[str]) -> Hierarchy:
    """How labels nest, without some of them in which no other one lies.

    Examples:
        >>> _without_labels({"n": "d", "d": "N", "m": "N"}, {"n", "d", "N"})
        {'m': 'N'}
    """
    kept = {label: wide for label, wide in nest.items() if label not in gone or label in nest.values()}
    return kept if len(kept) == len(nest) else _without_labels(kept, gone)


def refuse_open_sums(tables: Sequence[CountTable], pieces: Pieces | None = None) -> None:
    """Say below which of such sums a table prints no cell, or some parts only: people whom it hid may lie there.

    In a release of one table that covers everybody nothing hangs on it, unless its cells are added up.

    Args:
        tables, pieces: as in `without_printed_sums`.

    Raises:
        ValueError: there is one, and without its sums all that is missing would be cells that hold nobody.
    """
    if all(table.totals_of != "printed cells" for table in tables):
        return
    sets = label_sets(tables, pieces)
    for table in with_sums_told(tables, pieces):
        if table.totals_of == "printed cells":
            _refuse_sums_alone(table)
            for name in table.by:
                refuse_some_parts(name, {*table.cells[name]} - {TOTAL}, sets[name])


def _refuse_sums_alone(table: CountTable) -> None:
    """Say of which sum a table, which knows all its totals, prints no cell."""
    [without] = without_printed_sums([table])
    nests = [table.hierarchies.get(name, {}) for name in table.by]
    above: set[tuple[str, ...]] = set()
    for labels in without.cells[list(table.by)].itertuples(index=False, name=None):
        above.update(product(*map(wider_labels, labels, nests)))
    for labels in table.cells[list(table.by)].itertuples(index=False, name=None):
        if labels not in above:
            raise ValueError(SUMS_ALONE.format(cell=cell_name(labels)))
