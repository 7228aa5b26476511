"""Which releases can be repaired at all, and how: a sentence for each reason why not."""

from collections.abc import Iterable
from numbers import Real
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.audit.reading.as_printed import as_printed
from disclosure.audit.reading.totals import without_totals
from disclosure.audit.reading.unused import (
    UNUSED_OVERLAP,
    UNUSED_PLACE,
    UNUSED_SPREAD,
    unexplained_columns,
    unread_columns,
    unused_of,
)
from disclosure.repair.already_printed import OTHER_CUTS
from disclosure.repair.hiding import AnyRule, Release, public, tables_in
from disclosure.repair.percentages import refuse_percentages
from disclosure.repair.protection import Against, Below, Protection, Width
from disclosure.repair.suppression_problem import SuppressionProblem
from disclosure.rules import DominanceRule, Rule
from disclosure.tables.count_table import PEOPLE, CountTable
from disclosure.tables.linked_tables import pieces_in
from disclosure.tables.magnitude_table import CONTRIBUTORS
from disclosure.tables.weights import refuse_weighted
from disclosure.whole_numbers import whole_number

TAKE_OUT: Final = "take that out, or hide cells by hand and audit what is printed then"
OTHERS: Final = "name attackers of whom all is used, such as Outsider()"
IN_PRINT: Final = "it comes with what is in print already, which stays; repair the new table alone, or not at all"


def accepted_below(below: Below, *, level_of_rule: bool) -> Below:
    """Return how far below an amount must be able to lie, or say in a sentence why this cannot be asked for.

    Args:
        below: what is asked for.
        level_of_rule: whether amounts are protected by the level of their rule.

    Examples:
        >>> accepted_below(5, level_of_rule=True)
        5
    """
    if isinstance(below, str) and below == "as above":
        return below
    least = whole_number("below", below, "choose 'as above', or a number of units of 0 and more", least=0)
    if not level_of_rule:
        raise ValueError(f"below is {least}: it is for dominance=... with protect='handbook' only. Leave it out.")
    return least


def accepted_attackers(against: Any) -> tuple[Against, ...]:
    """Return those who are named, one or several, or say in a sentence who is no attacker.

    Examples:
        >>> from disclosure.audit.attackers import Outsider
        >>> accepted_attackers(Outsider())
        (Outsider(),)
    """
    several = tuple(against) if isinstance(against, Iterable) and not isinstance(against, str) else (against,)
    if against is None or not several:
        raise ValueError("against names nobody: without an attacker every table is safe.")
    if wrong := [one for one in several if not isinstance(one, Against)]:
        raise ValueError(
            f"against names {wrong[0]!r}: choose Outsider(), Contributor(...), Coalition(...) or Singletons()."
        )
    return several


def accepted_seconds(time_limit: Any) -> float:
    """Return a time limit in seconds, which may be infinite, or say in a sentence that it is none.

    Examples:
        >>> accepted_seconds(60), accepted_seconds(float("inf"))
        (60, inf)
    """
    is_number = isinstance(time_limit, Real) and not isinstance(time_limit, bool | np.bool_)
    if not is_number or not time_limit > 0:
        raise ValueError(f"time_limit is {time_limit!r}: choose some seconds, such as 60.")
    return time_limit


def refuse_unknown_level(protect: Any) -> None:
    """Say in a sentence which levels of protection there are."""
    if not isinstance(protect, Width) and protect not in ("handbook", "exact", "whole range"):
        raise ValueError(
            f"protect is {protect!r}: choose 'handbook', 'exact', 'whole range' or a width such as Width(3)."
        )


def refuse_for_amounts(rule: DominanceRule, protect: Protection) -> None:
    """Say in a sentence why amounts cannot be protected in this way."""
    if not isinstance(rule, DominanceRule):
        raise ValueError(f"dominance is {rule!r}: write it as PPercentRule(10) or NKRule(1, 80).")
    if not rule.secret:
        raise ValueError(f"{rule} is public: nobody can promise what its numbers do not tell. Take secret=True.")
    if protect not in ("handbook", "exact"):
        raise ValueError(
            f"protect is {protect!r}: amounts are protected by 'handbook' (the level of the rule) or 'exact'."
        )


def refuse_unseen_totals(problem: SuppressionProblem) -> None:
    """Say in a sentence that nobody can cover cells against totals that are not there."""
    views = problem.views  # each numbers cells and lines as everybody reads them
    system = views[0].system if views else as_printed(problem.everything, problem.known_primary)
    if table := without_totals(problem.everything, system):
        raise ValueError(
            f"the table by {' and '.join(table.by)} has no totals, so a repair does not see what can be subtracted: "
            "give it the totals that readers have from anywhere (count_table prints them). Where there are none, "
            "a rule alone is enough (Suppress, SuppressDominated)."
        )


def refuse_unusable(release: Release, rule: AnyRule, protect: Protection = "handbook") -> None:
    """Say in a sentence why this release cannot be repaired.

    Args:
        release: the table or tables, without a column of prices.
        rule: which counts must be hidden.
        protect: the level of protection.

    Raises:
        ValueError: it cannot be repaired as it is; the sentence says what to do.
    """
    if name := next(iter(pieces_in(release)), None):
        raise ValueError(OTHER_CUTS.format(name=name))
    for table in tables_in(public(release)):
        refuse_weighted(table)
        if table.unit == PEOPLE and table.persons and table.persons.several:
            raise ValueError(
                f"one person may stand at several labels of {table.persons.several[0]!r}: these cells cover their "
                "total and do not add up to it, which no repair knows yet. Hide by hand, and audit what is left."
            )
        if unread := unread_columns(table, pd.Series(data=True, index=table.cells.index)):
            raise ValueError(
                f"the column {unread[0]!r} stands beside the counts, and nobody knows what it tells of hidden ones: "
                f"take it out, or say what it is (percentages=..., or prices with cost={unread[0]!r})."
            )
        _refuse_other_rule(table, rule)
        if protect == "whole range" and table.unit != PEOPLE:
            raise ValueError(
                f"protect is 'whole range', and a threshold on people says no range of {table.unit}: choose 'exact', "
                "or Width(...) of them."
            )
        if table.is_hidden.any() or table.how_changed:
            raise ValueError("some counts are hidden or changed already: a repair needs all of them.")
        if table.companions:
            raise ValueError("statistics stand beside the counts and tell of hidden ones: take them out first.")
        refuse_percentages(table, tables_in(release))
        if table.not_covered:
            raise ValueError("totals count more people than the labels cover: give the repair these parts as well.")
        if table.totals_of == "printed cells":
            raise ValueError("totals that sum printed cells only change with each repair: print totals of everybody.")


def _refuse_other_rule(table: CountTable, rule: AnyRule) -> None:
    """Say in a sentence which rule a table needs, and what a threshold on the people behind it needs."""
    if table.unit == PEOPLE and not isinstance(rule, Rule):
        raise ValueError(f"the table counts {table.unit}, and {rule} is no rule for that: choose threshold=...")
    if table.unit == PEOPLE or not isinstance(rule, Rule):
        return
    if not table.persons or CONTRIBUTORS not in table.cells or table.cells[CONTRIBUTORS].isna().any():
        raise ValueError(
            f"the table counts {table.unit}, and {rule} is no rule for that: choose dominance=..., or say how many "
            f"people are behind each cell, in a column {CONTRIBUTORS!r}, with persons=DistinctPersons(...)."
        )
    count, people = table.cells["count"], table.cells[CONTRIBUTORS]
    if (wrong := (people > count) | (people.eq(0) & count.gt(0))).any():
        name = table.cell_names[wrong].iloc[0]
        raise ValueError(
            f"{name} has {people[wrong].iloc[0]} {CONTRIBUTORS} and {count[wrong].iloc[0]} {table.unit}: mend it."
        )


def refuse_unused(problem: SuppressionProblem) -> None:
    """Say in a sentence what the audit does not use: where there is anything, it proves no cell to be protected.

    Amounts are promised against attackers of whom the audit knows all that it uses.

    Args:
        problem: what must be hidden and protected.

    Raises:
        ValueError: there is something, or a cell must be printed although few people are behind its events.
    """
    if not isinstance(problem.rule, Rule):
        return
    if tables_in(problem.office)[0].unit != PEOPLE and problem.settled.small_printed.any():
        raise ValueError("a cell with few people behind it must be printed: in a table of events that is not offered.")
    if unused := next((each for view in problem.views for each in view.system.unused), None):
        of_attackers = unused in (UNUSED_OVERLAP, UNUSED_PLACE, UNUSED_SPREAD)
        mend = OTHERS if of_attackers else IN_PRINT if unused in unused_of(problem.already) else TAKE_OUT
        raise ValueError(f"nothing can be promised, for the audit does not use {unused}: {mend}.")


def refuse_telltale(problem: SuppressionProblem) -> None:
    """Say in a sentence which column of words or flags tells which cells are small, where no mark and no reader does.

    A column does if one of its values stands in several cells, and in primary ones only or in others only. Words that
    follow from a label, or from what is a total, do not count.
    """
    if problem.known_primary is not None or problem.rule.complementary_mark != problem.rule.mark:
        return
    for table, rows in zip(tables_in(public(problem.office)), problem.rows, strict=True):
        primary = pd.Series(problem.settled.primary[rows], table.cells.index)
        for column in unexplained_columns(table):
            known = any(_follows(column, each) for each in (*(table.cells[name] for name in table.by), table.is_total))
            if not known and _tells_apart(column, primary):
                raise ValueError(
                    f"the column {column.name!r} tells which of the hidden cells are small, and readers do not know it "
                    "(primary_known=False): take it out, or leave primary_known as it is."
                )


def _tells_apart(column: pd.Series, primary: pd.Series) -> bool:
    """Whether a value stands in several cells, and in primary ones only or in others only."""
    shares = primary.groupby(column, dropna=False).agg(["size", "mean"])
    return bool(primary.any() and (shares["size"].gt(1) & shares["mean"].isin([0, 1])).any())


def _follows(column: pd.Series, other: pd.Series) -> bool:
    """Whether a column says the same wherever another one does."""
    return bool(column.groupby(other).nunique(dropna=False).le(1).all())
