"""Totals that sum printed cells only: they tell nothing that the cells do not, and are left out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from disclosure.audit.reading.label_sets import label_sets
from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy, wider_labels
from disclosure.tables.linked_tables import Pieces
from disclosure.tables.must_be_printed import are_named

SUMS_ALONE: Final = (
    "a table prints of {label!r} of {name!r} only sums of printed cells: print these cells, with a 0 where nobody is."
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
        >>> cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [None, 7, 7], "mark": ["c", "", ""]})
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
    nests = {name: {**told.hierarchies.get(name, {}), **table.hierarchies.get(name, {})} for name in table.by}
    kept = {name: _of_labels(nest, name, table, cells[name].unique()) for name, nest in nests.items()}
    hierarchies = {name: nest for name, nest in kept.items() if nest}
    return replace(table, cells=cells, must_be_printed=must_be_printed, hierarchies=hierarchies)


def _of_labels(nest: Hierarchy, name: str, table: CountTable, labels: Iterable[str]) -> Hierarchy:
    """How the labels that are left in a dimension nest: with what they lie in, parts that nobody printed among them.

    What lies in a label that is printed in one piece is kept as well; a label whose rows were sums alone is not.
    """
    kept = {*labels, *table.not_covered.get(name, ())}
    within = {wide for label in kept for wide in wider_labels(label, nest)}
    inside = {label for label in nest if kept.intersection(wider_labels(label, nest))} - {*table.cells[name]}
    return {label: wide for label, wide in nest.items() if label in within | inside}


def refuse_sums_alone(table: CountTable) -> None:
    """Say which label of a table stands beside such sums alone: people whom nobody printed there may have it.

    In a release of one table that covers everybody nothing hangs on it.

    Raises:
        ValueError: some does, and without its sums it would be a label that nobody has.
    """
    [without] = without_printed_sums([table])
    cells = without.cells
    for name in table.by:
        wider = {*table.hierarchies.get(name, {}).values(), TOTAL}
        if lost := sorted({*table.cells[name]} - {*cells[name]} - wider):
            raise ValueError(SUMS_ALONE.format(name=name, label=lost[0]))
