"""A repaired release: what it cost, how good that is, and which small cells could not be protected."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from disclosure.audit.solving.network import Flags
from disclosure.repair.hiding import counted_once
from disclosure.repair.prices import CELLS_COST, PEOPLE_COST
from disclosure.repair.suppression_problem import SuppressionProblem
from disclosure.repair.unreachable import some_of
from disclosure.repair.verification import unprotected
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import Release, tables_in

BY_WISH: Final = "Small cells are printed, for they must be"
IN_PRINT: Final = "Lost are cells that what is in print already gives away"
LESS_ROOM: Final = "What is in print already leaves less room than asked for in"


@dataclass(frozen=True)
class Repaired:
    """A repaired release and its price.

    Args:
        release: the release; it has passed the audit.
        price: what its complementary cells cost, in people, units of the table, or cells; not those of ``must_hide``,
            which have the same mark. Cells may lie in each other, as totals and wider labels do: then the same people
            are paid for in each of them.
        least: what every repair costs at least, as far as proved.
        cost: in what it is paid: ``"people"``, the unit of a table of amounts, ``"cells"``, or the column of prices.
        seconds: how long it took.
        once: the same as the price, but everybody counted once; None where that cannot be told, as in linked tables.
        cut_short: whether the time was over, or somebody stopped the search, while it could still find better ones.
        cut_below: a sentence for each dominated amount that has less room below than asked for, and for whom.
        printed_small: names of small cells that are printed, for they must be; nothing protects them.
        lost: names of cells that what is in print already gives away, whatever is hidden now.
        narrowed: names of cells that are protected less than asked for, as far as what is in print already allows.
        own_prices: whether ``cost`` names a column of prices.

    Examples:
        >>> from disclosure.defences.complementary_suppression import SuppressComplementary
        >>> from disclosure.tables.count_table import count_table
        >>> import pandas as pd
        >>> people = pd.DataFrame({"film": list("AAAAAABBBBBBB"), "region": list("NNNNNSNNNSSSS")})
        >>> table = count_table(people, by=("film", "region"))
        >>> SuppressComplementary(threshold=3, method="optimal").repair(table).sentence
        'Complementary cells hide 12 people; no repair hides fewer.'
        >>> Repaired(table, price=20, least=15, cost="people", seconds=60.0, once=20).sentence
        'Complementary cells hide 20 people; none hides fewer than 15, so at most 25% could be saved.'
        >>> Repaired(table, price=20, least=20, cost="people", seconds=60.0, once=12).sentence
        'Complementary cells hide 12 people, in cells that add up to 20; no repair has a smaller sum.'
    """

    release: Release
    price: int
    least: int
    cost: str
    seconds: float
    once: int | None = None
    cut_short: bool = False
    cut_below: tuple[str, ...] = ()
    printed_small: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    narrowed: tuple[str, ...] = ()
    own_prices: bool = False

    @property
    def proved(self) -> bool:
        """Whether no repair is cheaper."""
        return self.price == self.least

    @property
    def gap(self) -> float:
        """The share of the price that might be saved, as far as is known: from 0 (proved) to 1."""
        return (self.price - self.least) / self.price if self.price else 0.0

    @property
    def sentence(self) -> str:
        """What was hidden beyond the small cells, how good that is, and which small cells nothing protects."""
        chosen, fewer = self._chosen
        if self.cut_short:
            chosen = f"The search was cut short after {self.seconds:.0f} seconds. {chosen}"
        if self.cut_below:
            chosen = (
                f"Below some amounts (cut_below: {len(self.cut_below)}) there is less room than asked for. {chosen}"
            )
        if self.proved:
            told = f"{chosen}; no repair {fewer}."
        elif self.least == 0:
            told = f"{chosen}; a cheaper repair may exist."
        else:
            percent = -(-100 * (self.price - self.least) // self.price)
            told = f"{chosen}; none {fewer} than {self.least}, so at most {percent}% could be saved."
        return told + self.not_protected

    @property
    def _chosen(self) -> tuple[str, str]:
        """What was chosen, and what no repair does, or perhaps another one."""
        if self.own_prices:
            return f"Complementary cells cost {self.price} by {self.cost!r}", "costs less"
        if self.once == self.price:
            return f"Complementary cells hide {self.price} {self.cost}", "hides fewer"
        if self.once is None:
            return f"Complementary cells add up to {self.price} {self.cost}", "has a smaller sum"
        chosen = f"Complementary cells hide {self.once} {self.cost}, in cells that add up to {self.price}"
        return chosen, "has a smaller sum"

    @property
    def not_protected(self) -> str:
        """The small cells that nothing protects, or less than asked for, in a sentence for each reason, if any."""
        reasons = ((BY_WISH, self.printed_small), (IN_PRINT, self.lost), (LESS_ROOM, self.narrowed))
        return "".join(f" {reason}: {some_of(cells)}." for reason, cells in reasons if cells)


def audited(problem: SuppressionProblem, hidden: Flags, least: int, cost: str) -> Repaired:
    """Return a release with some cells hidden, once it has passed the audit, and all that there is to say of it.

    Args:
        problem: what had to be hidden and protected.
        hidden: the cells that are hidden; shape (cells,).
        least: what every repair costs at least, as far as proved.
        cost: what was paid for: ``"people"``, ``"cells"``, or a column of prices.

    Raises:
        ArithmeticError: it does not pass the audit, which must not happen.
    """
    release = problem.released(hidden)
    if leaks := unprotected(release, problem):
        raise ArithmeticError(f"The repair does not pass the audit ({leaks[0]}): please report this table.")
    price, unit = problem.price(hidden), tables_in(problem.office)[0].unit
    return Repaired(
        release=release,
        price=price,
        least=least,
        cost=unit if cost == PEOPLE_COST else cost,
        seconds=0.0,
        once={PEOPLE_COST: _once(problem, hidden), CELLS_COST: price}.get(cost),
        cut_below=problem.cut_below,
        printed_small=tuple(map(problem.name, np.flatnonzero(problem.settled.small_printed).tolist())),
        lost=tuple(map(problem.name, problem.lost)),
        narrowed=tuple(map(problem.name, problem.narrowed)),
        own_prices=cost not in (PEOPLE_COST, CELLS_COST),
    )


def _once(problem: SuppressionProblem, hidden: Flags) -> int | None:
    """The people in complementary cells, each counted once; None for linked tables."""
    if not isinstance(problem.office, CountTable):
        return None
    return counted_once(problem.office, (hidden & problem.may_hide)[problem.rows[0]])
