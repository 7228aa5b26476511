"""Every whole-number table that fits a small release, one by one: slow, plain, and written apart from the audit."""

from itertools import product

import numpy as np
import pandas as pd

from lessons.audit.attackers import Attacker, members
from lessons.releases.count_table import TOTAL, CountTable
from lessons.releases.linked_tables import LinkedTables

MOST_TABLES = 200_000


class TooManyError(Exception):
    """This release has more fillings than it is worth to list."""


def chains(tables: tuple[CountTable, ...], dimension: str) -> dict[str, set[str]]:
    """For each narrowest label of a dimension, itself and all wider labels."""
    wider: dict[str, str] = {}
    for table in tables:
        wider |= dict(table.hierarchies.get(dimension, {}))
    labels = {label for table in tables if dimension in table.by for label in table.cells[dimension]} - {TOTAL}
    found = {}
    for label in sorted(labels - set(wider.values())):
        found[label] = {label, TOTAL}
        at = label
        while at in wider:
            at = wider[at]
            found[label].add(at)
    return found


def possible_counts(table: CountTable, row: int, primary: bool | None, top: int) -> set[int]:
    """The counts from 0 to ``top`` that would have been printed the way this cell is printed."""
    cell, rule = table.cells.iloc[row], table.rule
    every = range(top + 1)
    if pd.notna(cell["count"]):
        half = table.base // 2
        rounded = [n for n in every if (n + half) // table.base * table.base == cell["count"]]
        return {n for n in rounded if table.base == 1 or rule is None or not rule.hides(n)}
    if rule is None:
        return set(every)
    if rule.complementary_mark is not None and rule.complementary_mark != rule.mark:
        primary = cell["mark"] == rule.mark
    if rule.complementary_mark is None or primary:
        return {n for n in every if rule.hides(n)}
    zero = {0} if rule.zeros != "printed" else set()
    if primary is None:
        return set(every) - {0} | zero
    return {n for n in every if n >= rule.threshold} | (zero if rule.zeros == "may be hidden" else set())


def enumerate_ranges(
    release: CountTable | LinkedTables, attacker: Attacker, primary: pd.Series | None = None, top: int = 30
) -> dict[tuple[str, ...], tuple[int, int]]:
    """The smallest and largest count of each cell of the release over all tables that fit it, by the cell's labels.

    Raises:
        TooManyError: there are too many of them.
    """
    tables = release.tables if isinstance(release, LinkedTables) else (release,)
    dimensions = list(dict.fromkeys(name for table in tables for name in table.by))
    narrowest = {name: chains(tables, name) for name in dimensions}
    leaves = list(product(*narrowest.values()))
    covers, allowed, labels = [], [], []
    start = 0
    for table in tables:
        for row in range(len(table.cells)):
            cell = [str(table.cells.iloc[row][name]) if name in table.by else TOTAL for name in dimensions]
            if table.totals_of == "printed cells" and TOTAL in [cell[dimensions.index(name)] for name in table.by]:
                continue
            told = None if primary is None else bool(primary.iloc[start + row])
            inside = [all(c in narrowest[n][x] for n, x, c in zip(dimensions, leaf, cell, strict=True)) for leaf in leaves]
            covers.append(inside)
            allowed.append(possible_counts(table, row, told, top))
            labels.append(tuple(cell))
        start += len(table.cells)
    for cell in {member.cell for member in members(attacker)}:
        inside = [m for m in members(attacker) if leaf_in(m.cell, cell, narrowest)]
        covers.append([leaf_in(leaf, cell, narrowest) for leaf in leaves])
        alone = any(m.alone and m.cell == cell for m in inside)
        allowed.append({1} if alone else set(range(len(inside), top + 1)))
        labels.append(())
    fillings = _all_fillings(np.array(covers), allowed)
    sums = fillings @ np.array(covers).T
    return {name: (int(sums[:, i].min()), int(sums[:, i].max())) for i, name in enumerate(labels) if name}


def leaf_in(narrow: tuple[str, ...], cell: tuple[str, ...], narrowest: dict[str, dict[str, set[str]]]) -> bool:
    """Whether all people of a narrow cell are counted in another cell."""
    pairs = zip(cell, narrow, narrowest.values(), strict=True)
    return all(label == TOTAL or label in chain.get(x, {x}) for label, x, chain in pairs)


def _all_fillings(covers: np.ndarray, allowed: list[set[int]]) -> np.ndarray:
    """All counts of the narrowest cells for which every cell has an allowed count; shape (fillings, narrowest)."""
    if any(not counts for counts in allowed):
        return np.zeros((0, covers.shape[1]), dtype=int)
    most = np.array([max(counts) for counts in allowed])
    fillings = np.zeros((1, 0), dtype=int)
    sums = np.zeros((1, len(covers)), dtype=int)
    last = np.array([np.flatnonzero(row).max(initial=-1) for row in covers])
    for leaf in range(covers.shape[1]):
        top = int(most[covers[:, leaf]].min())
        counts = np.arange(top + 1)
        fillings = np.column_stack([np.repeat(fillings, top + 1, axis=0), np.tile(counts, len(fillings))])
        sums = np.repeat(sums, top + 1, axis=0) + np.outer(np.tile(counts, len(sums)), covers[:, leaf])
        fits = (sums <= most).all(axis=1)
        for cell in np.flatnonzero(last == leaf):
            fits &= np.isin(sums[:, cell], list(allowed[cell]))
        fillings, sums = fillings[fits], sums[fits]
        if len(fillings) > MOST_TABLES:
            raise TooManyError
    return fillings
