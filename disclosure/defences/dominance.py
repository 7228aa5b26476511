"""Hide cells in which one or two people stand out: the defence for tables of amounts."""

from dataclasses import dataclass, replace

from disclosure.defences.untreated import refuse_treated
from disclosure.rules import DominanceRule, as_written
from disclosure.tables.count_table import CountTable
from disclosure.tables.dominated_cells import dominated_cells
from disclosure.tables.magnitude_table import office_columns


@dataclass(frozen=True, repr=False)
class SuppressDominated:
    """Publish no cell that a rule calls dominated. Totals are cells, too. Other cells are not touched.

    It takes the table that only the office holds, with the largest contributions to each cell beside it. The table
    that it returns has them no more.

    Args:
        rule: when a cell is dominated, and what is printed in its place.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.magnitude_table import magnitude_table
        >>> from disclosure.rules import PPercentRule
        >>> minutes = pd.DataFrame({"film": list("AAABBB"), "viewer_id": [1, 2, 3] * 2,
        ...                         "minutes": [900, 80, 20, 190, 180, 170]})
        >>> SuppressDominated(PPercentRule(10))(magnitude_table(minutes, by=("film",), largest=2)).grid()
              count
        film
        A         c
        B       540
        total  1540
    """

    rule: DominanceRule
    __repr__ = as_written

    def __call__(self, table: CountTable) -> CountTable:
        """Return the table with its dominated cells hidden, and without the largest contributions.

        Raises:
            ValueError: the table does not carry as many of the largest contributions as the rule looks at, or it is
                rounded or hides cells already.
        """
        refuse_treated(table, "dominated cells")
        dominated = dominated_cells(table, self.rule)
        hidden = table.cells.drop(columns=office_columns(table)).assign(
            count=table.cells["count"].mask(dominated),
            mark=table.cells["mark"].mask(dominated, self.rule.mark),
        )
        return replace(table, cells=hidden, dominance=self.rule)
