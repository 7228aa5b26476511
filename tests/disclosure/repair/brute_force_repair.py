"""Repairs held against enumeration: every table that fits, one by one, and on tiny tables every choice of cells."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Attacker, Coalition, Contributor, Outsider
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.protection import Width
from disclosure.repair.singletons import attackers_of
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables, Release, tables_in
from tests.disclosure.audit import fuzz
from tests.disclosure.audit.brute_force import TooManyError, enumerate_tables

Labels = tuple[str, ...]


def counts_of(release: Release) -> dict[Labels, int]:
    """The printed count of each cell by its labels, ``TOTAL`` where a table lacks a dimension."""
    cells = release.all_cells() if isinstance(release, LinkedTables) else release.cells
    names = release.dimensions if isinstance(release, LinkedTables) else release.by
    return {tuple(labels): count for *labels, count in cells[[*names, "count"]].itertuples(index=False)}


def leaks(truth: Release, release: Release, defence: SuppressComplementary) -> list[tuple[Attacker, Labels]]:
    """The primary cells that some attacker learns too much of, by enumeration.

    Args:
        truth: the release with every count printed.
        release: what is published.
        defence: what was promised.

    Raises:
        TooManyError: there are more tables than it is worth to list.
    """
    counts, found, everybody = counts_of(truth), [], holding_everybody(truth)
    if max(counts.values()) > fuzz.top_count(list(tables_in(release))):
        raise TooManyError  # so much is hidden that the counts that are listed do not reach the truth
    primary = pd.concat([table.cells["count"].map(defence.rule.hides) for table in tables_in(truth)]).astype(bool)
    for attacker in attackers_of(truth, defence.against, in_totals=defence.zeros != "printed"):
        for cell, possible in possible_counts(release, attacker, primary if defence.primary_known else None):
            count = counts[cell]
            if not defence.rule.hides(count) or only_herself(cell, count, attacker, everybody):
                continue
            if not enough(defence, attacker, cell, possible):
                found.append((attacker, cell))
    return found


def ranges(release: Release, attacker: Attacker, primary: pd.Series | None) -> Iterator[tuple[Labels, int, int]]:
    """The smallest and largest of these counts."""
    for cell, possible in possible_counts(release, attacker, primary):
        yield cell, min(possible), max(possible)


def possible_counts(
    release: Release, attacker: Attacker, primary: pd.Series | None
) -> Iterator[tuple[Labels, set[int]]]:
    """The counts of each cell in all tables that fit; the first dimension is the case."""
    known = attacker if isinstance(attacker, Coalition | Outsider) else Coalition((attacker,))
    batch = fuzz.Batch("repair", release, known, primary)
    names = release.dimensions if isinstance(release, LinkedTables) else release.by
    for case, labels, cells in fuzz.listed_cases(batch, names[1:]):
        for name, counts in zip(labels, enumerate_tables(cells).T, strict=False):
            yield (case, *name), set(counts.tolist())


def enough(defence: SuppressComplementary, attacker: Attacker, cell: Labels, possible: set[int]) -> bool:
    """Whether the counts that are possible are what was promised."""
    if isinstance(defence.protect, Width):
        return max(possible) - min(possible) >= defence.protect.people
    if defence.protect == "exact":
        return len(possible) > 1
    own = [m for m in getattr(attacker, "members", (attacker,)) if isinstance(m, Contributor)]
    inside = sum(contains(cell, member.cell) for member in own)
    return possible >= set(range(max(defence.rule.smallest_hidden, inside), defence.rule.threshold))


WIDER = {"Aland": {"region0", "region1"}, "Bland": {"region2", "region3"}, "second": {"first", "newcomers"}}
"""The tables of these tests nest regions by number, and editions."""


def holding_everybody(release: Release) -> frozenset[str]:
    """The labels in which all others of their dimension lie."""
    found: set[str] = set()
    for name in {name for table in tables_in(release) for name in table.by}:
        labels = {label for table in tables_in(release) if name in table.by for label in table.cells[name]} - {TOTAL}
        narrow = {label for label in labels if labels.isdisjoint(WIDER.get(label, ()))}
        found |= {label for label in labels if narrow <= {label, *WIDER.get(label, ())}}
    return frozenset(found)


def contains(cell: Labels, inner: Labels, everybody: frozenset[str] = frozenset()) -> bool:
    """Whether everybody in one cell is in another."""
    pairs = zip(cell, inner, strict=True)
    return all(a in (TOTAL, b) or a in everybody or b in WIDER.get(a, ()) for a, b in pairs)


def only_herself(cell: Labels, count: int, attacker: Attacker, everybody: frozenset[str]) -> bool:
    """Whether an attacker knows that nobody else is in a cell: it lies in one in which she is alone, or counts her."""
    if not isinstance(attacker, Contributor) or not attacker.alone:
        return False
    alone = any(contains(own, cell, everybody) for own in attacker.alone_cells)
    return alone or (count == 1 and contains(cell, attacker.cell, everybody))


def every_repair(truth: CountTable, defence: SuppressComplementary) -> Iterator[tuple[int, CountTable]]:
    """All choices of complementary cells in a table, the cheapest first, with their prices."""
    counts = truth.cells["count"].to_numpy()
    small = np.array([defence.rule.hides(int(count)) for count in counts])
    free = np.flatnonzero(~small & ((counts > 0) | (defence.zeros == "may be hidden")))
    price = np.maximum(counts, 1) if defence.cost == "people" else np.ones_like(counts)
    choices = [list(chosen) for size in range(len(free) + 1) for chosen in combinations(free, size)]
    for chosen in sorted(choices, key=lambda chosen: price[chosen].sum()):
        hidden = small.copy()
        hidden[chosen] = True
        cells = truth.cells.assign(count=truth.cells["count"].mask(hidden), mark=np.where(hidden, "c", ""))
        yield int(price[chosen].sum()), replace(truth, cells=cells, rule=defence.rule)


def price(truth: Release, release: Release, defence: SuppressComplementary) -> int:
    """What a repair costs beyond its primary cells; a cell that several tables print is paid for once."""
    counts, printed = counts_of(truth), counts_of(release)
    chosen = [count for cell, count in counts.items() if pd.isna(printed[cell]) and not defence.rule.hides(count)]
    return sum(max(count, 1) for count in chosen) if defence.cost == "people" else len(chosen)


def cheapest_price(truth: CountTable, defence: SuppressComplementary) -> int | None:
    """The price of the cheapest repair that keeps the promise; None if none does."""
    return next((cost for cost, release in every_repair(truth, defence) if not leaks(truth, release, defence)), None)
