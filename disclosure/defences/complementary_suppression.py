"""Complementary suppression: hide further cells, so that totals do not give the hidden ones back."""

import time
import warnings
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from typing import Final, Literal, get_args

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.pieces import UnexplainedCutError
from disclosure.audit.solving.network import Flags
from disclosure.audit.solving.time_limit import OutOfTimeError, limited_to
from disclosure.defences.repaired import Repaired, audited
from disclosure.defences.ways_out import NO_TIME, Change, in_words, way_out
from disclosure.marks import HIDDEN_MARK, refuse_unusable_mark
from disclosure.repair.already_printed import OTHER_CUTS, BesideOthers, beside_others
from disclosure.repair.greedy_repair import greedy_repair
from disclosure.repair.hiding import AnyRule
from disclosure.repair.lost_cells import without_lost
from disclosure.repair.optimal_repair import Watch, optimal_repair
from disclosure.repair.prices import without_prices
from disclosure.repair.protection import Against, Below, Protection, UnfinishedError, UnreachableError
from disclosure.repair.repairable import (
    accepted_attackers,
    accepted_below,
    accepted_seconds,
    refuse_for_amounts,
    refuse_telltale,
    refuse_unknown_level,
    refuse_unseen_totals,
    refuse_unusable,
    refuse_unused,
)
from disclosure.repair.suppression_problem import SuppressionProblem, problem_of
from disclosure.repair.unmet_needs import with_unmet_needs
from disclosure.repair.wishes import Labels, Wishes
from disclosure.rules import DominanceRule, Rule, Zeros, as_written
from disclosure.tables.edition_pairs import Relation
from disclosure.tables.linked_tables import Release, refuse_no_release
from disclosure.whole_numbers import true_or_false

Method = Literal["greedy", "optimal"]

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
            None for a table of amounts, which has ``dominance`` in its place. In a table of events or amounts with
            ``persons`` it looks at the people behind each cell, in the column ``contributors``, which is taken out.
        protect: when a primary cell is protected: ``"handbook"`` (what the SDC Handbook asks for: the level of the rule
            for amounts, and for people the same as ``"exact"``), ``"exact"`` (it is not determined), ``Width(3)`` (its
            largest possible count exceeds its smallest by 3 or more), or ``"whole range"`` (every count that the rule
            hides is possible; often no choice of cells can give that). The last two are for counts of people.
        method: ``"greedy"`` is quick: cell after cell the cheapest way to protect it. ``"optimal"`` finds the cheapest
            choice of all, with proof, if the time is enough.
        against: the attackers of `disclosure.audit.attackers`, one at a time, and `Singletons` for everybody who is
            alone in a hidden cell.
        cost: what is kept small: the ``"people"`` in complementary cells (in a table of amounts, their amounts; a zero
            costs as much as 1), the number of ``"cells"``, or prices of your own: the name of a column of the table's
            cells (see `disclosure.repair.prices.priced`), which is taken out.
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
        must_print: cells that are published whatever it costs (a law, a press release), by their labels. They are never
            hidden; a small one is lost (``printed_small`` of the repair), and of each table that prints one, the audit
            concludes no more from the rule that a cell is large because it is hidden only to cover others. Nothing is
            promised against readers who do all the same, as only these break it.
        must_hide: further cells that nobody may learn, by their labels: hidden with the complementary mark, and
            protected at least as ``"exact"`` asks. Other tools call such marks *apriori*.

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
    cost: str = "people"
    zeros: Zeros = "printed"
    primary_known: bool = True
    complementary_mark: str = HIDDEN_MARK
    time_limit: float = 60.0
    dominance: DominanceRule | None = None
    below: Below = "as above"
    must_print: tuple[Labels, ...] = ()
    must_hide: tuple[Labels, ...] = ()
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse unknown words, a rule too many and a defence against nobody."""
        if isinstance(self.threshold, DominanceRule):
            raise ValueError(f"threshold is {self.threshold!r}: a rule for amounts is written as dominance=...")
        if (self.threshold is None) == (self.dominance is None):
            raise ValueError("choose one: threshold=... for a table of people, or dominance=... for one of amounts.")
        if self.method not in get_args(Method):
            raise ValueError(f"method is {self.method!r}: choose one of 'greedy', 'optimal'.")
        if not isinstance(self.cost, str):
            raise ValueError(f"cost is {self.cost!r}: choose 'people', 'cells', or the name of a column of prices.")
        refuse_unknown_level(self.protect)
        refuse_unusable_mark("complementary_mark", self.complementary_mark)
        object.__setattr__(self, "time_limit", accepted_seconds(self.time_limit))
        object.__setattr__(self, "against", accepted_attackers(self.against))
        object.__setattr__(self, "primary_known", true_or_false("primary_known", self.primary_known))
        if self.dominance is not None:
            refuse_for_amounts(self.dominance, self.protect)
        level_of_rule = self.dominance is not None and self.protect == "handbook"
        object.__setattr__(self, "below", accepted_below(self.below, level_of_rule=level_of_rule))
        for name in ("must_print", "must_hide"):
            object.__setattr__(self, name, getattr(self.wishes, name))
        if isinstance(rule := self.rule, Rule):
            object.__setattr__(self, "threshold", rule.threshold)

    @property
    def rule(self) -> AnyRule:
        """The rule that the footnote of the release tells."""
        if self.dominance is not None:
            return replace(self.dominance, zeros=self.zeros, complementary_mark=self.complementary_mark)  # type: ignore[arg-type]
        assert self.threshold is not None  # one of the two is given
        return Rule(self.threshold, self.zeros, complementary_mark=self.complementary_mark)

    @property
    def wishes(self) -> Wishes:
        """The cells that are marked by hand."""
        return Wishes(self.must_print, self.must_hide)

    def __call__(
        self, release: Release, *, already: Release | None = None, relation: Relation = "same_people"
    ) -> Release:
        """Return the release with its small cells and enough others hidden; warn if there was no time for the best.

        Args:
            release: the table or tables, every count printed.
            already, relation: what is in print already, as in `repair`.

        Raises:
            UnreachableError: no choice of cells gives this protection; the message names the cells, what prevents it,
                and which promise can be had, with its price.
            UnfinishedError: the time was over, or the search was stopped, before there was a repair.
            ValueError: counts are hidden or rounded already, stand beside other statistics, or do not add up or fit
                what is in print; or the table has no totals: nothing here could tell what must be covered.
        """
        repaired = self.repair(release, already=already, relation=relation)
        if repaired.cut_short or (self.method == "optimal" and not repaired.proved):
            warnings.warn(repaired.sentence, stacklevel=2)
        return repaired.release

    def repair(
        self,
        release: Release,
        *,
        already: Release | None = None,
        relation: Relation = "same_people",
        watch: Watch | None = None,
    ) -> Repaired:
        """Repair a release and tell what it cost, and whether anything cheaper exists.

        Args:
            release: the table or tables, every count printed.
            already: tables or an edition that are in print and cannot be changed any more, over the same people or an
                earlier time. Readers have both. What they give away already is lost, and where they leave less room
                than is asked for, that is what can be promised; the repair says both. All else is protected, and so
                are, as ``"exact"`` asks, the cells that these tables hide and the release does not have; of a cell that
                it has, its own rule decides, and it may be printed now. Of the cells that they hide,
                ``primary_known`` says nothing: readers know of them what their marks tell.
            relation: of ``already`` to the release: ``"same_people"``, or ``"nested"`` for running totals (see
                `disclosure.tables.edition_pairs.Editions`). Cells of both editions are protected; how many people are
                new in a cell follows where both print it, and that is not (see `disclosure.audit.edition_pairs`).
                Somebody in ``against`` says by one more label after those of her cell when she was counted: in the
                ``"first"``, among the ``"newcomers"``, or, if she does not know it, in the ``"second"``. Who is alone
                in her cell of the second edition says that in ``alone_in``; `Singletons` do.
            watch: is called as the search for the optimum goes on, with the price of the best repair so far, the
                proven least price, and seconds.

        Raises:
            UnreachableError, UnfinishedError, ValueError: as above.
        """
        refuse_no_release("the release", release)
        refuse_unusable(without_prices(release, self.cost), self.rule, self.protect)
        beside, start = beside_others(release, already, relation), time.perf_counter()
        try:
            repaired = self._repaired(beside, watch)
        except UnexplainedCutError as error:
            raise ValueError(OTHER_CUTS.format(name=error.name)) from None
        except UnreachableError as error:
            left = self.time_limit - (time.perf_counter() - start)
            raise UnreachableError(f"{error}{self._way_out(beside, left)}") from None
        return replace(repaired, release=beside.as_before(repaired.release))

    def _repaired(self, beside: BesideOthers, watch: Watch | None = None) -> Repaired:
        """Repair a release within the time limit, and audit it."""
        start = time.perf_counter()
        try:
            with limited_to(SHARE_OF_SEARCH * self.time_limit) as search:
                problem, hidden, least = self._search(beside, watch)
                cut_short = not search.left
            for_audit = (1 - SHARE_OF_SEARCH) * self.time_limit  # also where a solver heard late that it shall stop
            with limited_to(max(for_audit, self.time_limit - (time.perf_counter() - start))):
                told = audited(problem, hidden, least, self.cost)
        except OutOfTimeError:
            after = "before it was stopped" if search.stopped else f"within {self.time_limit:g} seconds (time_limit)"
            raise UnfinishedError(f"no repair was found {after}. {ASK_FOR_LESS}") from None
        return replace(told, seconds=time.perf_counter() - start, cut_short=cut_short)

    def _way_out(self, beside: BesideOthers, seconds: float) -> str:
        """Which promise can be had where this one is out of reach, in words; quickly, and within some seconds."""
        start, asked = time.perf_counter(), {field.name: getattr(self, field.name) for field in fields(self)}

        def attempt(change: Change) -> Repaired:
            """Repair with some fields changed."""
            left = max(seconds - (time.perf_counter() - start), 0.001)
            return replace(self, method="greedy", time_limit=left, **change)._repaired(beside)

        with limited_to(seconds), suppress(OutOfTimeError):
            problem = self.problem(beside)
            return in_words(way_out(asked, problem, attempt), problem)
        return NO_TIME

    def problem(self, beside: BesideOthers) -> SuppressionProblem:
        """What must be hidden and protected, and what may be hidden.

        Args:
            beside: the release, beside what is in print already.
        """
        problem = problem_of(
            beside.release,
            self.rule,
            protect=self.protect,
            against=self.against,
            cost=self.cost,
            primary_known=self.primary_known,
            below=self.below,
            wishes=beside.wishes(self.wishes),
            already=beside.already,
        )
        return without_lost(problem)

    def _search(self, beside: BesideOthers, watch: Watch | None) -> tuple[SuppressionProblem, Flags, int]:
        """The question, the best answer that the time allows, and what every answer costs at least."""
        problem = self.problem(beside)
        refuse_unseen_totals(problem)
        refuse_unused(problem)
        refuse_telltale(problem)
        question = with_unmet_needs(problem)
        hidden = greedy_repair(question)
        if self.method == "greedy":
            return problem, hidden, 0
        return problem, *optimal_repair(question, hidden, self.time_limit, watch)
