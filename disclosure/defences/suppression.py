"""Hide small cells: the defence that everybody knows."""

from dataclasses import dataclass, replace
from typing import Literal

from disclosure.defences.untreated import refuse_treated
from disclosure.rules import Rule, as_written
from disclosure.tables.count_table import PEOPLE, CountTable
from disclosure.tables.must_be_printed import are_named


@dataclass(frozen=True, repr=False)
class Suppress:
    """Publish no cell below a threshold. Totals are cells, too: a total below it is hidden as well.

    Cells that must be printed, as the table says, stay.

    Args:
        threshold: the smallest count that may be printed, in people; 1 to ``threshold - 1`` are hidden.
        zeros: whether counts of 0 are ``"printed"`` or ``"hidden"`` like other small counts.

    Raises:
        ValueError: the threshold is no whole number of 2 or more, ``zeros`` is neither, or the table hides cells
            already, is rounded (hide first, then round) or counts an amount (see `disclosure.defences.dominance`).

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAAAB"), "region": ["north"] * 3 + ["south"] * 3})
        >>> Suppress(threshold=3)(count_table(people, by=("film", "region"))).grid()
        region north south total
        film
        A          3     c     5
        B          0     c     c
        total      3     3     6
    """

    threshold: int
    zeros: Literal["printed", "hidden"] = "printed"
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse a threshold that hides nothing and an unknown word for zeros."""
        object.__setattr__(self, "threshold", Rule(self.threshold, self.zeros).threshold)
        if self.zeros == "may be hidden":
            raise ValueError("zeros is 'may be hidden': this defence treats all zeros alike, 'printed' or 'hidden'.")

    def __call__(self, table: CountTable) -> CountTable:
        """Return the table with its small cells hidden."""
        rule = Rule(self.threshold, self.zeros)
        refuse_treated(table, rule=rule)
        if table.unit != PEOPLE:
            raise ValueError(f"the table counts {table.unit}: a threshold is for counts of people; see dominance.")
        small = table.cells["count"].between(rule.smallest_hidden, self.threshold - 1).fillna(False)
        small &= ~are_named(table.cells, table.by, table.must_be_printed)
        cells = table.cells.assign(
            count=table.cells["count"].mask(small),
            mark=table.cells["mark"].mask(small, rule.mark),
        )
        return replace(table, cells=cells, rule=rule)
