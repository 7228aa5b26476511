"""Complementary suppression: hide further cells, so that totals do not give the hidden ones back."""

import time
import warnings
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from disclosure.audit.attackers import Outsider
from disclosure.audit.solving.network import Flags
from disclosure.audit.solving.time_limit import OutOfTimeError, limited_to
from disclosure.marks import HIDDEN_MARK
from disclosure.repair.greedy_repair import greedy_repair
from disclosure.repair.hiding import AnyRule, counted_once, hide
from disclosure.repair.optimal_repair import Watch, optimal_repair
from disclosure.repair.protection import Against, Below, Protection, UnfinishedError, Width
from disclosure.repair.repairable import accepted_below, refuse_for_amounts, refuse_unseen_totals, refuse_unusable
from disclosure.repair.suppression_problem import SuppressionProblem, problem_of
from disclosure.repair.unmet_needs import with_unmet_needs
from disclosure.repair.verification import unprotected
from disclosure.rules import DominanceRule, Rule, Zeros, as_written
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import Release, tables_in

Method = Literal["greedy", "optimal"]
Cost = Literal["people", "cells"]

SHARE_OF_SEARCH: Final = 0.75
"""Of the time; the rest is for the last audit, without which nothing is returned."""

ASK_FOR_LESS: Final = (
    "Nothing was published or changed. Allow more time, or ask for less: zeros='printed', the protection 'exact', "
    "fewer attackers, or a smaller table."
)


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
        time_limit: seconds within which a repair ends, whatever the method: the best one found so far is taken, and it
            says how good it is. An interrupt (the stop button of a notebook) does the same at once.
        dominance: the rule for a table of amounts: `PPercentRule` or `NKRule`. Its marks are those of this defence, and
            its numbers stay secret: if they were public, no audit would know all that can be worked out. A dominated
            cell X is protected if its largest possible amount is at least X + U, with the level U of the rule
            (``protection_level``), and its smallest one at most X - L (see ``below``). The table must be the office's,
            with the largest contributions beside it (``magnitude_table(..., largest=2)``); they are taken out.
        below: how far below a dominated amount its smallest possible amount must lie, the lower protection level L:
            ``"as above"`` (L = U, as offices often choose: SDC Handbook, 4.2.2), or a number of units; 0 leaves the
            lower end free. Where an attacker rules out such small amounts whatever is hidden (her own part is in the
            cell, everybody else has at least 1), L is cut to what is left, and ``cut_below`` of the repair says so.

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
    below: Below = "as above"
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse unknown words, a rule too many and a defence against nobody."""
        if isinstance(self.threshold, DominanceRule):
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
        if not self.time_limit > 0:
            raise ValueError(f"time_limit is {self.time_limit}: choose some seconds, such as 60.")
        if not self.against:
            raise ValueError("against names nobody: without an attacker every table is safe.")
        if self.dominance is not None:
            refuse_for_amounts(self.dominance, self.protect)
        level_of_rule = self.dominance is not None and self.protect == "handbook"
        object.__setattr__(self, "below", accepted_below(self.below, level_of_rule=level_of_rule))
        if isinstance(rule := self.rule, Rule):
            object.__setattr__(self, "threshold", rule.threshold)

    @property
    def rule(self) -> AnyRule:
        """The rule that the footnote of the release tells."""
        if self.dominance is not None:
            return replace(self.dominance, zeros=self.zeros, complementary_mark=self.complementary_mark)  # type: ignore[arg-type]
        assert self.threshold is not None  # one of the two is given
        return Rule(self.threshold, self.zeros, complementary_mark=self.complementary_mark)

    def __call__(self, release: Release) -> Release:
        """Return the release with its small cells and enough others hidden; warn if there was no time for the best.

        Raises:
            UnreachableError: no choice of cells gives this protection; the message names a cell and what prevents it.
            UnfinishedError: the time was over, or the search was stopped, before there was a repair.
            ValueError: counts are hidden or rounded already, or stand beside other statistics; or the table has no
                totals: nothing here could tell what must be covered.
        """
        repaired = self.repair(release)
        if repaired.cut_short or (self.method == "optimal" and not repaired.proved):
            warnings.warn(repaired.sentence, stacklevel=2)
        return repaired.release

    def repair(self, release: Release, *, watch: Watch | None = None) -> "Repaired":
        """Repair a release and tell what it cost, and whether anything cheaper exists.

        Args:
            release: the table or tables, every count printed.
            watch: is called as the search for the optimum goes on, with the price of the best repair so far, the
                proven least price, and seconds.

        Raises:
            UnreachableError, UnfinishedError, ValueError: as above.
        """
        refuse_unusable(release, self.rule)
        _refuse_beside(release)
        start = time.perf_counter()
        try:
            with limited_to(SHARE_OF_SEARCH * self.time_limit) as search:
                problem, hidden, least = self._search(release, watch)
                cut_short = not search.left
            with limited_to(self.time_limit - (time.perf_counter() - start)):
                repaired = self._audited(release, problem, hidden)
        except OutOfTimeError:
            after = "before it was stopped" if search.stopped else f"within {self.time_limit:g} seconds (time_limit)"
            raise UnfinishedError(f"no repair was found {after}. {ASK_FOR_LESS}") from None
        seconds = time.perf_counter() - start
        if self.cost == "cells":
            price = problem.price(hidden)
            return Repaired(repaired, price, least, "cells", seconds, price, cut_short, problem.cut_below)
        once, unit = _once(release, problem, hidden), tables_in(release)[0].unit
        return Repaired(repaired, problem.price(hidden), least, unit, seconds, once, cut_short, problem.cut_below)

    def _search(self, release: Release, watch: Watch | None) -> tuple[SuppressionProblem, Flags, int]:
        """The question, the best answer that the time allows, and what every answer costs at least."""
        problem = problem_of(
            release,
            self.rule,
            protect=self.protect,
            against=self.against,
            cost=self.cost,
            primary_known=self.primary_known,
            below=self.below,
        )
        refuse_unseen_totals(problem)
        question = with_unmet_needs(problem)
        hidden = greedy_repair(question)
        if self.method == "greedy":
            return problem, hidden, 0
        return problem, *optimal_repair(question, hidden, self.time_limit, watch)

    def _audited(self, release: Release, problem: SuppressionProblem, hidden: Flags) -> Release:
        """The release with some cells hidden, once it has passed the audit."""
        repaired = hide(release, self.rule, [hidden[rows] for rows in problem.rows])
        if leaks := unprotected(repaired, problem):
            raise ArithmeticError(f"the repair does not pass the audit ({leaks[0]}): please report this table.")
        return repaired


def _refuse_beside(release: Release) -> None:
    """Say in a sentence that a repair does not hide percentages, nor knows what stands in no printed cell."""
    for table in tables_in(release):
        if table.percentages:
            raise ValueError("percentages stand beside the counts and tell of hidden ones: take them out first.")
        if table.not_covered:
            raise ValueError("totals count more people than the labels cover: give the repair these parts as well.")


def _once(release: Release, problem: SuppressionProblem, hidden: Flags) -> int | None:
    """The people in complementary cells, each counted once; None for linked tables."""
    if not isinstance(release, CountTable):
        return None
    return counted_once(release, (hidden & problem.may_hide)[problem.rows[0]])


@dataclass(frozen=True)
class Repaired:
    """A repaired release and its price.

    Args:
        release: the release; it has passed the audit.
        price: what its complementary cells cost, in people, units of the table, or cells. Cells may lie in each other,
            as totals and wider labels do: then the same people are paid for in each of them.
        least: what every repair costs at least, as far as proved.
        cost: in what it is paid: ``"people"``, the unit of a table of amounts, or ``"cells"``.
        seconds: how long it took.
        once: the same as the price, but everybody counted once; None where that cannot be told, as in linked tables.
        cut_short: whether the time was over, or somebody stopped the search, while it could still find better ones.
        cut_below: a sentence for each dominated amount that has less room below than asked for, and for whom.

    Examples:
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
        if self.once == self.price:
            chosen, fewer = f"Complementary cells hide {self.price} {self.cost}", "hides fewer"
        elif self.once is None:
            chosen, fewer = f"Complementary cells add up to {self.price} {self.cost}", "has a smaller sum"
        else:
            chosen = f"Complementary cells hide {self.once} {self.cost}, in cells that add up to {self.price}"
            fewer = "has a smaller sum"
        if self.cut_short:
            chosen = f"The search was cut short after {self.seconds:.0f} seconds. {chosen}"
        if self.cut_below:
            chosen = (
                f"Below some amounts (cut_below: {len(self.cut_below)}) there is less room than asked for. {chosen}"
            )
        if self.proved:
            return f"{chosen}; no repair {fewer}."
        if self.least == 0:
            return f"{chosen}; a cheaper repair may exist."
        return f"{chosen}; none {fewer} than {self.least}, so at most {self.gap:.0%} could be saved."
