"""Complementary suppression by hand: hide small cells, and whatever else somebody chooses."""

from dataclasses import dataclass

import numpy as np

from disclosure.repair.hiding import hide
from disclosure.rules import HIDDEN_MARK, Rule, Zeros, as_written
from disclosure.tables.count_table import CountTable

Labels = tuple[str, ...]


@dataclass(frozen=True, repr=False)
class SuppressByHand:
    """Hide small cells, and some others that are named. Nothing promises that this is enough: let the audit judge it.

    Args:
        threshold: the smallest count that may be printed, in people; smaller ones are hidden.
        also: the labels of further cells to hide, in the order of the table's dimensions; totals are cells, too.
        zeros: what the rule does with counts of zero (see `disclosure.rules.Rule`).
        complementary_mark: what is printed in place of the cells named in ``also``; by default the usual mark.

    Raises:
        ValueError: the threshold is below 2; or, when it is called, the table has no such cell, or the cell is a zero
            that the rule always prints.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAAAABBBBBBB"), "region": list("NNNNNSNNNSSSS")})
        >>> table = count_table(people, by=("film", "region"))
        >>> SuppressByHand(3, also=(("A", "N"),))(table).grid()
        region  N  S total
        film
        A       c  c     6
        B       3  4     7
        total   8  5    13
    """

    threshold: int
    also: tuple[Labels, ...] = ()
    zeros: Zeros = "printed"
    complementary_mark: str = HIDDEN_MARK
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse a threshold that hides nothing."""
        self.rule  # noqa: B018

    @property
    def rule(self) -> Rule:
        """The rule that the footnote of the release tells."""
        return Rule(self.threshold, self.zeros, complementary_mark=self.complementary_mark)

    def __call__(self, table: CountTable) -> CountTable:
        """Return the table with its small cells and the named ones hidden."""
        places = {labels: place for place, labels in enumerate(table.cells[list(table.by)].itertuples(False, None))}
        also = np.zeros(len(places), dtype=bool)
        for labels in map(tuple, self.also):
            if labels not in places:
                raise ValueError(f"the table has no cell {' | '.join(map(str, labels))}: name it by {table.by}.")
            if table.cells["count"].iloc[places[labels]] == 0 and self.zeros == "printed":
                raise ValueError(f"{' | '.join(labels)} is 0, and the rule prints every zero: choose another cell.")
            also[places[labels]] = True
        return hide(table, self.rule, [also])  # type: ignore[return-value]
