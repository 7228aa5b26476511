"""Complementary suppression: hide further cells, so that totals do not give the hidden ones back."""

from dataclasses import dataclass
from typing import Literal, get_args

from lessons.audit.attackers import Outsider
from lessons.defences.greedy_repair import greedy_repair
from lessons.defences.protection import Against, Protection, Width
from lessons.defences.suppression_problem import Release, hide, problem_of, tables_in
from lessons.defences.verification import unprotected
from lessons.rules import HIDDEN_MARK, Rule, Zeros, as_written

Method = Literal["greedy"]
Cost = Literal["people", "cells"]


@dataclass(frozen=True, repr=False)
class SuppressComplementary:
    """Hide small cells, and enough others that none of the named attackers gets the small ones back.

    Whatever it returns has passed the audit for the declared protection and attackers.

    Args:
        threshold: the smallest count that may be printed, in people; smaller ones are *primary* cells. Cells that are
            hidden to cover them are *complementary*: they need no protection of their own. Totals are cells, too.
        protect: when a primary cell is protected: ``"exact"`` (it is not determined; what most handbooks ask of
            frequency rules), ``Width(3)`` (its largest possible count exceeds its smallest by 3 or more), or ``"whole
            range"`` (every count that the rule hides is possible; often no choice of cells can give that).
        method: ``"greedy"`` is quick: cell after cell the cheapest way to protect it.
        against: the attackers of `lessons.audit.attackers`, one at a time, and `Singletons` for everybody who is alone
            in a hidden cell.
        cost: what is kept small: the ``"people"`` in complementary cells (a zero costs as much as one person), or the
            number of ``"cells"``.
        zeros: whether counts of 0 are always ``"printed"``, ``"hidden"`` like other small counts, or ``"may be
            hidden"`` to cover other cells.
        primary_known: the attackers know which hidden cells are primary. Knowing more never helps a cell: a release
            that withstands this also withstands attackers who do not know.
        complementary_mark: what is printed in place of a complementary cell; by default the mark of the primary ones.

    Raises:
        ValueError: a field has none of these values.

    Examples:
        >>> import pandas as pd
        >>> from lessons.releases.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAAAABBBBBBB"), "region": list("NNNNNSNNNSSSS")})
        >>> table = count_table(people, by=("film", "region"))
        >>> SuppressComplementary(threshold=3)(table).grid()
        region  N  S total
        film
        A       c  c     6
        B       c  c     7
        total   8  5    13
    """

    threshold: int
    protect: Protection = "exact"
    method: Method = "greedy"
    against: tuple[Against, ...] = (Outsider(),)
    cost: Cost = "people"
    zeros: Zeros = "printed"
    primary_known: bool = True
    complementary_mark: str = HIDDEN_MARK
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse unknown words and a defence against nobody."""
        Rule(self.threshold, self.zeros)
        for name, known in (("method", get_args(Method)), ("cost", get_args(Cost))):
            if (said := getattr(self, name)) not in known:
                raise ValueError(f"{name} is {said!r}: choose one of {', '.join(map(repr, known))}.")
        if not isinstance(self.protect, Width) and self.protect not in ("exact", "whole range"):
            raise ValueError(f"protect is {self.protect!r}: choose 'exact', 'whole range' or a width such as Width(3).")
        if not self.against:
            raise ValueError("against names nobody: without an attacker every table is safe.")

    @property
    def rule(self) -> Rule:
        """The rule that the footnote of the release tells."""
        return Rule(self.threshold, self.zeros, complementary_mark=self.complementary_mark)

    def __call__(self, release: Release) -> Release:
        """Return the release with its small cells and enough others hidden.

        Raises:
            UnreachableError: no choice of cells gives this protection; the message names a cell and what prevents it.
            ValueError: counts are hidden or rounded already, or stand beside other statistics.
        """
        _refuse_unusable(release)
        problem = problem_of(
            release,
            self.rule,
            protect=self.protect,
            against=self.against,
            cost=self.cost,
            primary_known=self.primary_known,
        )
        hidden = greedy_repair(problem)
        repaired = hide(release, self.rule, [hidden[rows] for rows in problem.rows])
        if leaks := unprotected(repaired, problem):
            raise ArithmeticError(f"the repair does not pass the audit ({leaks[0]}): please report this table.")
        return repaired


def _refuse_unusable(release: Release) -> None:
    """Say in a sentence why this release cannot be repaired."""
    for table in tables_in(release):
        if table.is_hidden.any() or table.base > 1:
            raise ValueError("some counts are hidden or rounded already: a repair needs all of them.")
        if table.companions:
            raise ValueError("statistics stand beside the counts and tell of hidden ones: take them out first.")
        if table.totals_of == "printed cells":
            raise ValueError("totals that sum printed cells only change with each repair: print totals of everybody.")
