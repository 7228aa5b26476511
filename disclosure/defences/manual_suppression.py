"""Complementary suppression by hand: hide small cells, and whatever else somebody chooses."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.untreated import refuse_treated
from disclosure.labels import cell_name
from disclosure.marks import HIDDEN_MARK
from disclosure.repair.already_printed import beside_others
from disclosure.repair.hiding import hide
from disclosure.repair.verification import unprotected
from disclosure.repair.wishes import Labels, marked, named_cells, refuse_printed_zeros
from disclosure.rules import Rule, Zeros, as_written
from disclosure.tables.count_table import PEOPLE, CountTable


@dataclass(frozen=True, repr=False)
class SuppressByHand:
    """Hide small cells, and some others that are named. Nothing promises that this is enough: let the audit judge it.

    Args:
        threshold: the smallest count that may be printed, in people; smaller ones are hidden.
        also: the labels of further cells to hide, in the order of the table's dimensions; totals are cells, too.
        zeros: what the rule does with counts of zero (see `disclosure.rules.Rule`).
        complementary_mark: what is printed in place of the cells named in ``also``; by default the usual mark.

    Raises:
        ValueError: the threshold is below 2; or, when it is called, the table has no such cell, the cell is a zero
            that the rule always prints, or the table hides or rounds counts already.

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
        object.__setattr__(self, "threshold", self.rule.threshold)
        object.__setattr__(self, "also", named_cells("also", self.also))

    @property
    def rule(self) -> Rule:
        """The rule that the footnote of the release tells."""
        return Rule(self.threshold, self.zeros, complementary_mark=self.complementary_mark)

    def __call__(self, table: CountTable) -> CountTable:
        """Return the table with its small cells and the named ones hidden."""
        refuse_treated(table)
        if table.unit != PEOPLE:
            raise ValueError(f"the table counts {table.unit}: a threshold is for counts of people; see dominance.")
        return hide(table, self.rule, [_named(table, self.also, self.zeros)])  # type: ignore[return-value]


@dataclass(frozen=True)
class JudgedByHand:
    """A repair by hand, judged by the promise that it should keep.

    Attributes:
        release: what would be published.
        leaks: the cells that are not protected enough, each with the attacker from whom; empty if the promise is kept.
        price: what the cells cost that are hidden beyond the rule, in people, units of the table, or cells.
        cut_below: a sentence for each dominated amount that has less room below than asked for, whatever is hidden.
    """

    release: CountTable
    leaks: tuple[str, ...]
    price: int
    cut_below: tuple[str, ...] = ()


def judged_by_hand(table: CountTable, also: Iterable[Labels], promise: SuppressComplementary) -> JudgedByHand:
    """Hide what a rule hides and some further cells; say whether this keeps a promise, and what it costs.

    Args:
        table: the table as it was counted, nothing hidden; of amounts with the largest contributions beside it.
        also: the labels of the further cells.
        promise: the rule, what is protected, and against whom.

    Raises:
        ValueError: the table has no such cell, or the cell is a zero that the rule always prints.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAAAABBBBBBB"), "region": list("NNNNNSNNNSSSS")})
        >>> table = count_table(people, by=("film", "region"))
        >>> judged_by_hand(table, [("A", "N")], SuppressComplementary(3)).leaks
        ('A | S, from Outsider()',)
        >>> judged_by_hand(table, [("A", "N"), ("B", "N"), ("B", "S")], SuppressComplementary(3)).leaks
        ()
    """
    problem = promise.problem(beside_others(table, None, "same_people"))
    named = _named(table, also, promise.zeros)
    if kept := {*named_cells("also", also)} & {*promise.must_print}:
        raise ValueError(f"{cell_name(min(kept))} must be printed, as the promise says: choose another cell to hide.")
    hidden = problem.always.copy()
    hidden[problem.rows[0]] |= named
    release: CountTable = problem.released(hidden)  # type: ignore[assignment]
    return JudgedByHand(release, tuple(unprotected(release, problem)), problem.price(hidden), problem.cut_below)


def _named(table: CountTable, also: Iterable[Labels], zeros: Zeros) -> np.ndarray:
    """True for each cell that is named by its labels."""
    (named,) = marked(table, named_cells("also", also), "also")
    refuse_printed_zeros(table, named, zeros)
    return named
