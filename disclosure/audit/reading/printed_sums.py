"""Totals that sum printed cells only: they tell nothing that the cells do not, and are left out."""

from dataclasses import replace
from typing import Final

from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.must_be_printed import are_named

SUMS_ALONE: Final = (
    "a table prints of {label!r} of {name!r} only sums of printed cells: print these cells, with a 0 where nobody is."
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
