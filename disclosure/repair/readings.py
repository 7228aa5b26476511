"""A release as it is read while every count is printed, and as it is read with all hidden that may be."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from disclosure.audit.attackers import Attacker, Outsider, members
from disclosure.audit.reading.as_printed import as_printed, with_attacker_knowledge
from disclosure.audit.reading.insider_knowledge import has_cell
from disclosure.audit.reading.system import System
from disclosure.audit.solving.findings import find_counts, find_feasible_table
from disclosure.audit.verdicts import blamed
from disclosure.repair.already_printed import alone, known_beside, places, together
from disclosure.repair.hiding import AnyRule, hide, primary_cells, public
from disclosure.repair.protection import Against, Singletons
from disclosure.repair.singletons import attackers_of
from disclosure.repair.wishes import Wishes
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import Release, tables_in


@dataclass(frozen=True)
class Readings:
    """The release with every count printed, and with all hidden that may be: the tables, and how they are read.

    And how it would be read with all hidden that may be, had nothing been printed before.
    """

    printed: Release
    everything: Release
    alone: Release
    words: pd.Series | None
    plain: System
    hidden: System
    by_rule: System


def read_release(
    release: Release,
    rule: AnyRule,
    wishes: Wishes,
    already: tuple[CountTable, ...],
    against: Sequence[Against],
    *,
    primary_known: bool,
) -> tuple[Readings, tuple[Attacker, ...]]:
    """Read a release in both ways, beside what is in print already; and who looks at it, one by one.

    Where cells of attackers overlap in a table that nobody prints, its cells are read as well.

    Args:
        release, rule, wishes, already, against, primary_known: as in
            `disclosure.repair.suppression_problem.problem_of`.

    Raises:
        ContradictionError: the office's counts do not add up, or do not fit what is in print already.
    """
    words_of_it = primary_cells(release, rule, wishes) if primary_known else None
    hidden = hide(release, rule, None, wishes)
    everything = together(hidden, already)
    words = known_beside(words_of_it, everything)
    read = _read_both(together(public(release), already), everything, words)
    find_feasible_table(with_attacker_knowledge(read.plain, Outsider(), read.printed))
    attackers = onlookers(read, release, already, against, rule)
    for each in (each for each in attackers if each in against and members(each)):
        with blamed(each, read.plain, read.printed):
            find_feasible_table(with_attacker_knowledge(read.plain, each, read.printed))
    also = drawn_up(read.hidden, read.everything, attackers)
    if also:
        read = _read_both(read.printed, read.everything, words, also)
    if already:
        unsaid = alone(hidden, already)
        read = replace(read, alone=unsaid, by_rule=as_printed(unsaid, known_beside(words_of_it, unsaid), also))
    return read, attackers


def _read_both(
    printed: Release, everything: Release, words: pd.Series | None, also: tuple[CountTable, ...] = ()
) -> Readings:
    """Read a release as if nothing had been printed before."""
    hidden = as_printed(everything, words, also)
    return Readings(printed, everything, everything, words, as_printed(printed, also=also), hidden, hidden)


def drawn_up(read: System, release: Release, attackers: Sequence[Attacker]) -> tuple[CountTable, ...]:
    """The tables that nobody prints and in whose cells attackers overlap, once for all of them: all number alike.

    Args:
        read: the release, as it is read without them.
        release: the same release.
        attackers: who looks at it.
    """
    found: dict[frozenset[str], CountTable] = {}
    for attacker in attackers:
        named = {cell for member in members(attacker) for cell in (*member.cells, *member.alone_cells)}
        if len(named) > 1 or not all(has_cell(read, cell) for cell in named):
            for table in with_attacker_knowledge(read, attacker, release).also:
                found.setdefault(frozenset(table.by), table)
    return tuple(found.values())


def onlookers(
    read: Readings, office: Release, already: tuple[CountTable, ...], against: Sequence[Against], rule: AnyRule
) -> tuple[Attacker, ...]:
    """The attackers one by one; who is alone follows from the office's counts, and what is in print already.

    Args:
        read: the release as it is read, ``office`` beside ``already``.
        office: the table or tables to repair, every count printed.
        already: tables that are in print already.
        against: the attackers.
        rule: which counts must be hidden. Where zeros may be, who is alone in a total as well knows some of them.
    """
    every, in_totals = together(office, already), rule.zeros != "printed"
    if not already or not any(isinstance(one, Singletons) for one in against):
        return attackers_of(every, against, in_totals=in_totals)
    counts = find_counts(with_attacker_knowledge(read.plain, Outsider(), read.printed))
    known = [counts[places(read.plain, table)] for table in tables_in(every)]
    return attackers_of(every, against, known, in_totals=in_totals)
