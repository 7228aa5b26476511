"""Totals that sum printed cells only: they tell nothing that the cells do not, and are left out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from disclosure.audit.reading.label_sets import label_sets
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import Pieces
from disclosure.tables.must_be_printed import are_named

SUMS_ALONE: Final = (
    "a table prints of {label!r} of {name!r} only sums of printed cells: print these cells, with a 0 where nobody is."
)


def with_sums_told(tables: Sequence[CountTable], pieces: Pieces | None = None) -> tuple[CountTable, ...]:
    """The tables of a release; those with totals of printed cells take over how their labels nest in other tables.

    Wider labels are such totals as well, whichever table says that they are wider.

    Args:
        tables: the tables.
        pieces: the pieces of which labels are made, where tables cut a dimension in different ways.

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


def without_printed_sums(table: CountTable) -> CountTable:
    """The table without its totals, where these sum printed cells only: they count other people than a true total.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.rules import Rule
        >>> cells = pd.DataFrame({"film": ["A", "B", TOTAL], "count": [None, 7, 7], "mark": ["c", "", ""]})
        >>> table = CountTable(cells, ("film",), Rule(5), totals_of="printed cells")
        >>> without_printed_sums(table).cells["film"].tolist()
        ['A', 'B']
    """
    if table.totals_of != "printed cells":
        return table
    cells = table.cells[~table.is_total]
    named = cells[are_named(cells, table.by, table.must_be_printed)]
    return replace(table, cells=cells, must_be_printed=tuple(named[list(table.by)].itertuples(index=False, name=None)))


def refuse_sums_alone(table: CountTable) -> None:
    """Say which label of a table stands beside such sums alone: people whom nobody printed may have it.

    Raises:
        ValueError: some does, and without its sums it would be a label that nobody has.
    """
    cells = without_printed_sums(table).cells
    for name in table.by:
        wider = {*table.hierarchies.get(name, {}).values(), TOTAL}
        if lost := sorted({*table.cells[name]} - {*cells[name]} - wider):
            raise ValueError(SUMS_ALONE.format(name=name, label=lost[0]))
