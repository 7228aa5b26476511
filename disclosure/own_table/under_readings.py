"""A proposal is made under one reading of a table: which one that was, and what the proposal leaves known under others.

The signs that stay in the table may mean what nobody was asked, for no verdict of the table as it was depended on it.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.solving.time_limit import OutOfTimeError, limited_to
from disclosure.audit.verdicts import audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.marks import NOT_COVERED_MARK
from disclosure.own_table.changed_cells import addresses_of
from disclosure.own_table.check import Check
from disclosure.own_table.known_small import known_small
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables, Release, tables_in

TAKEN: Final = "Nobody answered this (what no finding depends on is not asked), so the proposal takes it thus: {words}."
OTHERWISE: Final = "Readers know more than was asked for, if another answer is true: {ways}."
IF: Final = "{words} ({cells})"
HOLDS: Final = "Under the other answers that fit, it holds for readers, too."
OF_MARKS_ONLY: Final = (
    "Under the other meanings of marks it holds for readers, too; other answers, as on rounding or totals, were not "
    "tried."
)
NOT_ALL_TRIED: Final = "Under other answers it was not tried: there was no time."
PATIENCE: Final = 5.0
"""Seconds for all readings."""

MOST_WAYS: Final = 2
MOST_NAMED: Final = 3


def under_readings(
    check: Check, defence: SuppressComplementary, counted: Release, release: Release, changes: Mapping[str, str]
) -> tuple[str, str]:
    """What a proposal leaves known under other readings, which comes first; and which reading it took. Empty for one.

    Args:
        check: of the table.
        defence: the wishes.
        counted: the table or tables, every count printed, and no percentages.
        release: what would be published.
        changes: what stands in each cell of the sheet that changes.
    """
    if len(check.readings) < 2:
        return "", ""
    taken, ways = TAKEN.format(words=check.readings[0].words), []
    likes = [each for each in check.readings if each.is_like]
    try:
        with limited_to(min(PATIENCE, defence.time_limit)):
            told = [_told(check, _as_read(check, each.release, release, changes)) for each in likes]
            known = [known_small(defence, counted, each) if each is not None else [] for each in told]
            for reading, names in zip(likes[1:], known[1:], strict=True):
                if cells := [name for name in names if name not in known[0]]:
                    ways.append(IF.format(words=reading.words, cells=", ".join(cells[:MOST_NAMED])))
    except OutOfTimeError:
        return "", f"{taken} {NOT_ALL_TRIED}"
    if ways:
        return OTHERWISE.format(ways="; or ".join(ways[:MOST_WAYS])), taken
    return "", f"{taken} {HOLDS if all(each.is_like for each in check.readings) else OF_MARKS_ONLY}"


def _told(check: Check, release: Release) -> pd.DataFrame | None:
    """What readers find, beside the earlier edition if there is one; None where no people fit."""
    try:
        if check.earlier:
            return check.earlier.told_beside(release)
        return audit(release, Outsider(), why=False, nothing_to_subtract=True)
    except ContradictionError:
        return None


def _as_read(check: Check, before: Release, release: Release, changes: Mapping[str, str]) -> LinkedTables:
    """A table as it would be published: its old signs mean what a reading says, and new ones what is said of them."""
    texts = {cell.address: cell.text.strip() for cell in check.as_read.sheet} | dict(changes)
    meant = [_meant(check, table) for table in tables_in(before)]
    old = frozenset().union(*meant)
    tables = []
    for table in tables_in(release):
        says = {address: mark for address, mark in _marks(check, table).items() if texts[address] not in old}
        tables.append(_hidden_at(check, table, changes, says))
    for table, signs in zip(tables_in(before), meant, strict=True):
        says = {address: signs[text] for address, text in texts.items() if text in signs}
        tables.append(_hidden_at(check, table, changes, says))
    return LinkedTables(tuple(tables))


def _marks(check: Check, table: CountTable) -> dict[str, str]:
    """By which mark the kit's table says each hidden cell, by its address."""
    pairs = zip(addresses_of(check, table), table.cells["mark"], strict=True)
    return {address: mark for address, mark in pairs if address and mark}


def _meant(check: Check, table: CountTable) -> dict[str, str]:
    """For each sign that hides a count in the sheet, by which mark the kit's table says it."""
    return {check.as_read.sheet.at(address).text.strip(): mark for address, mark in _marks(check, table).items()}


def _hidden_at(check: Check, table: CountTable, changes: Mapping[str, str], says: Mapping[str, str]) -> CountTable:
    """One table with all that would be hidden, and without percentages.

    Args:
        check: of the table.
        table: as it is, or as it would be published.
        changes: what stands in each cell of the sheet that changes.
        says: the marks of hidden cells, by address; of others nothing is said.
    """
    addresses = addresses_of(check, table)
    hidden = table.is_hidden.to_numpy(dtype=bool) | np.array([address in changes for address in addresses], dtype=bool)
    marks = [says.get(address, NOT_COVERED_MARK) for address in addresses]
    cells = table.cells.drop(columns=[each.column for each in table.percentages])
    cells = cells.assign(count=cells["count"].mask(hidden), mark=np.where(hidden, marks, ""))
    return replace(table, cells=cells, percentages=())
