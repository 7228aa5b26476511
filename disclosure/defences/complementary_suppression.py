"""Complementary suppression: hide further cells, so that totals do not give the hidden ones back."""

import time
import warnings
from dataclasses import dataclass, replace
from typing import Literal, get_args

from disclosure.audit.attackers import Outsider
from disclosure.repair.greedy_repair import greedy_repair
from disclosure.repair.hiding import AnyRule, hide
from disclosure.repair.optimal_repair import Watch, optimal_repair
from disclosure.repair.protection import Against, Protection, Width
from disclosure.repair.suppression_problem import problem_of
from disclosure.repair.verification import unprotected
from disclosure.rules import HIDDEN_MARK, DominanceRule, Rule, Zeros, as_written
from disclosure.tables.count_table import PEOPLE
from disclosure.tables.linked_tables import Release, tables_in

Method = Literal["greedy", "optimal"]
Cost = Literal["people", "cells"]


@dataclass(frozen=True, repr=False)
class SuppressComplementary:
    """Hide small cells, and enough others that none of the named attackers gets the small ones back.

    Whatever it returns has passed the audit for the declared protection and attackers.

    Args:
        threshold: the smallest count that may be printed, in people; smaller ones are *primary* cells. Cells that are
            hidden to cover them are *complementary*: they need no protection of their own. Totals are cells, too.
            None for a table of amounts, which has ``dominance`` in its place.
        protect: when a primary cell is protected: ``"handbook"`` (what the SDC Handbook asks for: the level of the rule
            for amounts, and for people the same as ``"exact"``), ``"exact"`` (it is not determined), ``Width(3)`` (its
            largest possible count exceeds its smallest by 3 or more), or ``"whole range"`` (every count that the rule
            hides is possible; often no choice of cells can give that). The last two are for counts of people.
        method: ``"greedy"`` is quick: cell after cell the cheapest way to protect it. ``"optimal"`` finds the cheapest
            choice of all, with proof, if the time is enough.
        against: the attackers of `disclosure.audit.attackers`, one at a time, and `Singletons` for everybody who is
            alone in a hidden cell.
        cost: what is kept small: the ``"people"`` in complementary cells (in a table of amounts, their amounts; a zero
            costs as much as 1), or the number of ``"cells"``.
        zeros: whether counts of 0 are always ``"printed"``, ``"hidden"`` like other small counts (of people), or
            ``"may be hidden"`` to cover other cells.
        primary_known: the attackers know which hidden cells are primary. Knowing more never helps a cell: a release
            that withstands this also withstands attackers who do not know.
        complementary_mark: what is printed in place of a complementary cell; by default the mark of the primary ones.
            Two marks tell which is which.
        time_limit: seconds after which ``"optimal"`` takes the best choice found so far and says how good it is.
        dominance: the rule for a table of amounts: `PPercentRule` or `NKRule`. Its marks are those of this defence, and
            its numbers stay secret: if they were public, no audit would know all that can be worked out. A dominated
            cell X is protected if its largest possible amount is at least X + U, with the level U of the rule
            (``protection_level``); its smallest possible amount is free. The table must be the office's, with the
            largest contributions beside it (``magnitude_table(..., largest=2)``); they are taken out.

    Raises:
        ValueError: a field has none of these values, or there is not just one of ``threshold`` and ``dominance``.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAAAABBBBBBB"), "region": list("NNNNNSNNNSSSS")})
        >>> table = count_table(people, by=("film", "region"))
        >>> SuppressComplementary(threshold=3)(table).grid()
        region  N  S total
        film
        A       c  c     6
        B       c  c     7
        total   8  5    13
        >>> from disclosure.tables.magnitude_table import magnitude_table
        >>> from disclosure.rules import PPercentRule
        >>> minutes = pd.DataFrame({"film": list("AB" * 6), "region": list("NNSS" * 3), "viewer_id": range(12),
        ...                         "minutes": [900, 300, 300, 300, 80, 300, 300, 300, 20, 300, 300, 300]})
        >>> table = magnitude_table(minutes, by=("film", "region"), largest=2)
        >>> SuppressComplementary(dominance=PPercentRule(10))(table).grid()
        region     N     S total
        film
        A          c     c  1900
        B          c     c  1800
        total   1900  1800  3700
    """

    threshold: int | None = None
    protect: Protection = "handbook"
    method: Method = "greedy"
    against: tuple[Against, ...] = (Outsider(),)
    cost: Cost = "people"
    zeros: Zeros = "printed"
    primary_known: bool = True
    complementary_mark: str = HIDDEN_MARK
    time_limit: float = 60.0
    dominance: DominanceRule | None = None
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse unknown words, a rule too many and a defence against nobody."""
        if not isinstance(self.threshold, int | None):
            raise ValueError(f"threshold is {self.threshold!r}: a rule for amounts is written as dominance=...")
        if (self.threshold is None) == (self.dominance is None):
            raise ValueError("choose one: threshold=... for a table of people, or dominance=... for one of amounts.")
        for name, known in (("method", get_args(Method)), ("cost", get_args(Cost))):
            if (chosen := getattr(self, name)) not in known:
                raise ValueError(f"{name} is {chosen!r}: choose one of {', '.join(map(repr, known))}.")
        if not isinstance(self.protect, Width) and self.protect not in ("handbook", "exact", "whole range"):
            raise ValueError(
                f"protect is {self.protect!r}: choose 'handbook', 'exact', 'whole range' or a width such as Width(3)."
            )
        if not self.against:
            raise ValueError("against names nobody: without an attacker every table is safe.")
        if self.dominance is not None:
            _refuse_for_amounts(self.dominance, self.protect)
        _ = self.rule

    @property
    def rule(self) -> AnyRule:
        """The rule that the footnote of the release tells."""
        if self.dominance is not None:
            return replace(self.dominance, zeros=self.zeros, complementary_mark=self.complementary_mark)  # type: ignore[arg-type]
        return Rule(self.threshold or 0, self.zeros, complementary_mark=self.complementary_mark)

    def __call__(self, release: Release) -> Release:
        """Return the release with its small cells and enough others hidden; warn if the optimum was not proved.

        Raises:
            UnreachableError: no choice of cells gives this protection; the message names a cell and what prevents it.
            ValueError: counts are hidden or rounded already, or stand beside other statistics.
        """
        repaired = self.repair(release)
        if self.method == "optimal" and not repaired.proved:
            warnings.warn(repaired.sentence, stacklevel=2)
        return repaired.release

    def repair(self, release: Release, *, watch: Watch | None = None) -> "Repaired":
        """Repair a release and tell what it cost, and whether anything cheaper exists.

        Args:
            release: the table or tables, every count printed.
            watch: is called as the search for the optimum goes on, with the price of the best repair so far, the
                proven least price, and seconds.

        Raises:
            UnreachableError, ValueError: as above.
        """
        _refuse_unusable(release, self.rule)
        start = time.perf_counter()
        problem = problem_of(
            release,
            self.rule,
            protect=self.protect,
            against=self.against,
            cost=self.cost,
            primary_known=self.primary_known,
        )
        hidden, least = greedy_repair(problem), 0
        if self.method == "optimal":
            hidden, least = optimal_repair(problem, hidden, self.time_limit, watch)
        repaired = hide(release, self.rule, [hidden[rows] for rows in problem.rows])
        if leaks := unprotected(repaired, problem):
            raise ArithmeticError(f"the repair does not pass the audit ({leaks[0]}): please report this table.")
        paid_in = tables_in(release)[0].unit if self.cost == "people" else self.cost
        return Repaired(repaired, problem.price(hidden), least, paid_in, time.perf_counter() - start)


@dataclass(frozen=True)
class Repaired:
    """A repaired release and its price.

    Args:
        release: the release; it has passed the audit.
        price: what its complementary cells cost, in people, units of the table, or cells.
        least: what every repair costs at least, as far as proved.
        cost: in what it is paid: ``"people"``, the unit of a table of amounts, or ``"cells"``.
        seconds: how long it took.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> import pandas as pd
        >>> people = pd.DataFrame({"film": list("AAAAAABBBBBBB"), "region": list("NNNNNSNNNSSSS")})
        >>> table = count_table(people, by=("film", "region"))
        >>> SuppressComplementary(threshold=3, method="optimal").repair(table).sentence
        'Complementary cells hide 12 people; no repair hides fewer.'
        >>> Repaired(table, price=20, least=15, cost="people", seconds=60.0).sentence
        'Complementary cells hide 20 people; none hides fewer than 15, so at most 25% could be saved.'
    """

    release: Release
    price: int
    least: int
    cost: str
    seconds: float

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
        """What was hidden beyond the small cells, and how good that is."""
        chosen = f"Complementary cells hide {self.price} {self.cost}"
        if self.proved:
            return f"{chosen}; no repair hides fewer."
        if self.least == 0:
            return f"{chosen}; a cheaper repair may exist."
        return f"{chosen}; none hides fewer than {self.least}, so at most {self.gap:.0%} could be saved."


def _refuse_for_amounts(rule: DominanceRule, protect: Protection) -> None:
    """Say in a sentence why amounts cannot be protected in this way."""
    if not rule.secret:
        raise ValueError(f"{rule} is public: nobody can promise what its numbers do not tell. Take secret=True.")
    if protect not in ("handbook", "exact"):
        raise ValueError(
            f"protect is {protect!r}: amounts are protected by 'handbook' (the level of the rule) or 'exact'."
        )


def _refuse_unusable(release: Release, rule: AnyRule) -> None:
    """Say in a sentence why this release cannot be repaired."""
    for table in tables_in(release):
        if (table.unit == PEOPLE) != isinstance(rule, Rule):
            right = "threshold=..." if table.unit == PEOPLE else "dominance=..."
            raise ValueError(f"the table counts {table.unit}, and {rule} is no rule for that: choose {right}")
        if table.is_hidden.any() or table.base > 1:
            raise ValueError("some counts are hidden or rounded already: a repair needs all of them.")
        if table.companions:
            raise ValueError("statistics stand beside the counts and tell of hidden ones: take them out first.")
        if table.totals_of == "printed cells":
            raise ValueError("totals that sum printed cells only change with each repair: print totals of everybody.")
