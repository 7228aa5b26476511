"""Hide small cells: the defence that everybody knows."""

from dataclasses import dataclass

from lessons.releases.count_table import HIDDEN_MARK, CountTable
from lessons.rules import Rule


@dataclass(frozen=True)
class Suppress:
    """Publish no cell below a threshold. Totals are cells, too: a total below it is hidden as well.

    Args:
        threshold: the smallest count that may be printed, in people; 1 to ``threshold - 1`` are hidden, 0 is printed.

    Raises:
        ValueError: the threshold is below 2.

    Examples:
        >>> import pandas as pd
        >>> from lessons.releases.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAAAB"), "region": ["north"] * 3 + ["south"] * 3})
        >>> Suppress(threshold=3)(count_table(people, by=("film", "region"))).grid()
        region north south total
        film
        A          3     c     5
        B          0     c     c
        total      3     3     6
    """

    threshold: int

    def __post_init__(self) -> None:
        """Refuse a threshold that hides nothing."""
        Rule(self.threshold)

    def __call__(self, table: CountTable) -> CountTable:
        """Return the table with its small cells hidden."""
        small = table.cells["count"].between(1, self.threshold - 1).fillna(False)
        cells = table.cells.assign(
            count=table.cells["count"].mask(small),
            mark=table.cells["mark"].mask(small, HIDDEN_MARK),
        )
        return CountTable(cells, table.by, Rule(self.threshold))
