"""Every whole-number table that fits a small release, one by one: slow, plain, and written apart from the audit."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable

Chains = dict[str, set[str]]
"""For each narrowest label of a dimension, itself and all wider labels."""

MOST_TABLES = 100_000


class TooManyError(Exception):
    """This release has more feasible tables than it is worth to list."""


@dataclass(frozen=True)
class Cell:
    """Which of the narrowest cells a cell counts, and which counts it can have; shapes (narrowest,) and (counts,)."""

    covers: np.ndarray
    allowed: np.ndarray


def chains(tables: list[CountTable], dimension: str) -> Chains:
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


def covers(cell: tuple[str, ...], narrowest: list[Chains]) -> np.ndarray:
    """Which of the narrowest cells are counted in a cell; shape (narrowest,)."""
    leaves = product(*narrowest)
    return np.array(
        [all(label in chain[x] for label, x, chain in zip(cell, leaf, narrowest, strict=True)) for leaf in leaves]
    )


def allowed_counts(table: CountTable, count: object, mark: str, primary: bool | None, top: int) -> np.ndarray:
    """Which of the counts from 0 to ``top`` would have been printed like this; shape (top + 1,)."""
    rule, every = table.rule, range(top + 1)
    followed = rule is None or not (
        any(breaks(table, rule, n, all) for n in set(table.cells["count"].dropna()))
        or any(breaks(table, rule, n, any) for n in set(named_counts(table)))
    )
    if pd.notna(count) and (table.perturbation or table.rounding == "random"):
        return np.array([by_chance(table, n, int(str(count))) for n in every])
    if pd.notna(count):
        half = table.base // 2
        fits = [(n + half) // table.base * table.base == count for n in every]
        hidden = [table.base > 1 and rule is not None and followed and rule.hides(n) for n in every]
        return np.array([a and not b for a, b in zip(fits, hidden, strict=True)])
    if rule is None:
        return np.ones(top + 1, dtype=bool)
    if rule.complementary_mark is not None and rule.complementary_mark != rule.mark:
        primary = mark == rule.mark
    if rule.complementary_mark is None or primary:
        return np.array([rule.hides(n) for n in every])
    if not followed or primary is None:
        return np.array([n > 0 or rule.zeros != "printed" for n in every])
    return np.array([n >= rule.threshold or (n == 0 and rule.zeros == "may be hidden") for n in every])


def by_chance(table: CountTable, true: int, printed: int) -> bool:
    """Whether a count that is changed by chance can be printed like this."""
    if table.perturbation is None:
        return printed % table.base == 0 and abs(printed - true) < table.base
    chances, reach = table.perturbation.chances, table.perturbation.largest_change
    return abs(printed - true) <= reach and chances[min(true, len(chances) - 1)][printed - true + reach] > 0


def breaks(table: CountTable, rule: Rule, printed: int, judge: Callable[[Iterable[bool]], bool]) -> bool:
    """Whether all, or any, of what can stand behind a printed number ought to have been hidden."""
    half = table.base // 2
    behind = [n for n in range(printed + table.base) if (n + half) // table.base * table.base == printed]
    return judge(rule.hides(n) for n in behind)


def named_counts(table: CountTable) -> list[int]:
    """The printed numbers that must be printed whatever the rule says."""
    labels = table.cells[list(table.by)].itertuples(index=False, name=None)
    counts = zip(labels, table.cells["count"], strict=True)
    return [int(n) for cell, n in counts if cell in table.must_be_printed and pd.notna(n)]


def enumerate_ranges(cells: list[Cell]) -> tuple[np.ndarray, np.ndarray]:
    """The smallest and largest count of each cell over all tables that fit; shape (cells,)."""
    sums = enumerate_tables(cells)
    return sums.min(axis=0), sums.max(axis=0)


def enumerate_tables(cells: list[Cell]) -> np.ndarray:
    """All tables that fit; shape (tables, cells).

    The narrowest cells get their counts one after another; what can no longer fit is dropped at once.

    Raises:
        TooManyError: there are too many of them.
    """
    covered = np.array([cell.covers for cell in cells])
    allowed = np.array([cell.allowed for cell in cells])
    most = allowed.shape[1] - 1 - allowed[:, ::-1].argmax(axis=1)
    last = covered.shape[1] - 1 - covered[:, ::-1].argmax(axis=1)
    sums = np.zeros((1, len(cells)), dtype=np.int64)
    for leaf in range(covered.shape[1]):
        inside = np.flatnonzero(covered[:, leaf])
        counts = np.arange(most[inside].min() + 1)
        sums = np.repeat(sums, len(counts), axis=0)
        sums[:, inside] += np.tile(counts, len(sums) // len(counts))[:, None]
        sums = sums[(sums[:, inside] <= most[inside]).all(axis=1)]
        done = np.flatnonzero(last == leaf)
        sums = sums[allowed[done, sums[:, done]].all(axis=1)]
        if len(sums) > MOST_TABLES:
            raise TooManyError
    return sums
