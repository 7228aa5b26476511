"""Repairs of tables of amounts held against enumeration, from the contributions and the rules' definitions alone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from itertools import combinations, product

import numpy as np
import pandas as pd
from scipy.optimize import Bounds, LinearConstraint, milp

from disclosure.audit.attackers import Contributor
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.repair.hiding import hide
from disclosure.repair.protection import Singletons
from disclosure.rules import DominanceRule, PPercentRule
from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy
from disclosure.tables.linked_tables import LinkedTables, Release, tables_in
from disclosure.tables.magnitude_table import magnitude_table
from tests.disclosure.audit.brute_force import Cell, Chains, TooManyError, covers, enumerate_ranges

Random = np.random.Generator
Labels = tuple[str, ...]
Knowledge = dict[Labels, tuple[int, bool]]
"""What somebody knows of cells: how much of each is hers, and whether that is all."""

TOP = 60
AGES, REGIONS = ("x", "y"), ("r0", "r1", "r2")


@dataclass(frozen=True)
class Contributions:
    """Who contributes what to which of the narrowest cells, and how the tables are laid out."""

    rows: pd.DataFrame
    by: tuple[tuple[str, ...], ...]
    hierarchies: dict[str, Hierarchy]
    contributors: bool

    @property
    def names(self) -> tuple[str, ...]:
        """All dimensions."""
        return tuple(dict.fromkeys(name for by in self.by for name in by))

    @cached_property
    def office(self) -> Release:
        """The table or tables with all that only the office knows."""
        tables = tuple(
            magnitude_table(
                self.rows,
                by=by,
                largest=3,
                contributors=self.contributors,
                hierarchies={n: h for n, h in self.hierarchies.items() if n in by},
            )
            for by in self.by
        )
        return tables[0] if len(tables) == 1 else LinkedTables(tables)

    @cached_property
    def chains(self) -> list[Chains]:
        """For each dimension, its narrowest labels and the wider ones above each."""
        found = []
        for name in self.names:
            above = {label: {label, TOTAL} for label in self.rows[name].unique()}
            for label, wider in self.hierarchies.get(name, {}).items():
                if label in above:
                    above[label].add(wider)
            found.append(dict(sorted(above.items())))
        return found

    @cached_property
    def by_person(self) -> dict[int, np.ndarray]:
        """What each person contributes to each of the narrowest cells; shape (narrowest,)."""
        leaves = list(product(*self.chains))
        place = {leaf: number for number, leaf in enumerate(leaves)}
        hers = {int(viewer): np.zeros(len(leaves), dtype=np.int64) for viewer in self.rows["viewer_id"]}
        for viewer, minutes, *leaf in self.rows[["viewer_id", "minutes", *self.names]].itertuples(index=False):
            hers[viewer][place[tuple(leaf)]] += minutes
        return hers

    def behind(self, cell: Labels) -> list[int]:
        """What each person contributes to a cell, the largest first."""
        inside = self.covers(cell)
        return sorted((int(hers[inside].sum()) for hers in self.by_person.values() if hers[inside].any()), reverse=True)

    def covers(self, cell: Labels) -> np.ndarray:
        """Which of the narrowest cells are in a cell; shape (narrowest,)."""
        return covers(cell, self.chains)


def some_contributions(rng: Random, kind: str) -> Contributions:
    """Few people with small amounts; some of them in several cells."""
    films, regions, ages = {
        "two-way": (2, int(rng.integers(2, 4)), 1),
        "nested": (1 + int(rng.random() < 0.5), 3, 1),
        "three-way": (2, 2, 2),
        "linked": (2, 2, 2),
        "one line": (1, int(rng.integers(2, 4)), 1),
        "crowded": (2, int(rng.integers(2, 4)), 1),
    }[kind]
    rows = [
        (f"f{film}", f"r{region}", AGES[age], viewer, minutes)
        for film in range(films)
        for region in range(regions)
        for age in range(ages)
        for viewer, minutes in _of_one_cell(rng, kind, 3 if ages == 2 else 5)
    ]
    frame = pd.DataFrame(rows, columns=["film", "region", "age", "viewer_id", "minutes"])
    layouts = {"three-way": (("film", "region", "age"),), "linked": (("film", "region"), ("film", "age"))}
    nested = {"region": {"r0": "Aland", "r1": "Aland", "r2": "Bland"}} if kind == "nested" else {}
    return Contributions(frame, layouts.get(kind, (("film", "region"),)), nested, bool(rng.random() < 0.4))


def _of_one_cell(rng: Random, kind: str, most: int) -> Iterator[tuple[int, int]]:
    """Who contributes what to one cell; crowded ones have four people with little, now and then one with up to 8."""
    crowded = kind == "crowded"
    people = int(rng.choice([2, 3, 4, 4])) if crowded else int(rng.integers(1, 3 if most == 3 else 4))
    for viewer in rng.choice(8, size=people, replace=False):
        little = crowded and rng.random() < 0.9
        yield int(viewer), int(rng.integers(1, 3) if little else rng.integers(0, (8 if crowded else most) + 1))


def is_dominated(rule: DominanceRule, parts: list[int]) -> bool:
    """The rule by its definition."""
    if isinstance(rule, PPercentRule):
        return sum(parts[2:]) < Fraction(rule.p, 100) * sum(parts[:1])
    return sum(parts[: rule.n]) > Fraction(rule.k, 100) * sum(parts)


def level(rule: DominanceRule, parts: list[int]) -> Fraction:
    """The protection level by its definition, fractions and all."""
    if isinstance(rule, PPercentRule):
        return Fraction(rule.p, 100) * sum(parts[:1]) - sum(parts[2:])
    return Fraction(100, rule.k) * sum(parts[: rule.n]) - sum(parts)


def onlookers(truth: Contributions, defence: SuppressComplementary) -> Iterator[Knowledge]:
    """What each of the attackers knows: nothing, or her own; people who are alone, by person and from the rows."""
    for attacker in defence.against:
        if isinstance(attacker, Singletons):
            yield from alone(truth).values()
            yield from alone(truth, totals=True).values() if defence.zeros == "may be hidden" else ()
        elif isinstance(attacker, Contributor):
            yield {attacker.cell: (attacker.amount or 0, False)}
        else:
            yield {}


def alone(truth: Contributions, *, totals: bool = False) -> dict[int, Knowledge]:
    """For each person, the narrowest cells of each table that are all hers, and perhaps the totals that are."""
    found: dict[int, Knowledge] = {}
    for table in tables_in(truth.office):
        for (cell, _), is_total in zip(cells_of(table, truth), table.is_total, strict=True):
            inside = truth.covers(cell)
            behind = {viewer: int(hers[inside].sum()) for viewer, hers in truth.by_person.items() if hers[inside].any()}
            if len(behind) == 1 and (totals or not is_total):
                [(viewer, minutes)] = behind.items()
                found.setdefault(viewer, {})[cell] = (minutes, True)
    return found


def leaks(truth: Contributions, release: Release, defence: SuppressComplementary) -> list[tuple[Knowledge, Labels]]:
    """The dominated cells of which somebody learns too much, by enumeration.

    Raises:
        TooManyError: there are more tables than it is worth to list.
    """
    rule, found = defence.rule, []
    assert not hasattr(rule, "threshold")
    cells = [cell for table in tables_in(release) for cell in cells_of(table, truth)]
    if max(sum(truth.behind(cell)) for cell, _ in cells) > TOP // 2:
        raise TooManyError
    for knowledge in onlookers(truth, defence):
        constraints = [possible(truth, cell, row, defence, knowledge) for cell, row in cells]
        constraints += [known(truth, cell, *hers, defence) for cell, hers in knowledge.items()]
        for (cell, _), least, most in zip(cells, *enumerate_ranges(constraints), strict=False):
            parts = truth.behind(cell)
            if not parts or not is_dominated(rule, parts) or all_hers(truth, cell, knowledge):
                continue
            if not is_enough(truth, cell, (least, most), defence, knowledge):
                found.append((knowledge, cell))
    return found


def is_enough(
    truth: Contributions, cell: Labels, span: tuple[int, int], defence: SuppressComplementary, knowledge: Knowledge
) -> bool:
    """Whether the smallest and largest amount of a dominated cell are as far from the true one as was promised."""
    rule, parts = defence.rule, truth.behind(cell)
    assert not hasattr(rule, "threshold")
    if defence.protect == "exact":
        return span[0] < span[1]
    above = level(rule, parts)
    below = above if defence.below == "as above" else Fraction(defence.below)
    if span[1] < sum(parts) + above:
        return False
    return span[0] <= sum(parts) - below or span[0] <= least_of_all(truth, cell, defence, knowledge)


def least_of_all(truth: Contributions, cell: Labels, defence: SuppressComplementary, knowledge: Knowledge) -> int:
    """The smallest amount of a cell that somebody takes to be possible if all is hidden that may be.

    One number for each of the narrowest cells, whole and without limit: an integer program of its own.
    """
    hidden = hide(truth.office, defence.rule, None)
    limits = [
        (c, possible(truth, c, row, defence, knowledge)) for t in tables_in(hidden) for c, row in cells_of(t, truth)
    ]
    limits += [(own, known(truth, own, *hers, defence)) for own, hers in knowledge.items()]
    rows, ends = [], []
    leaves, switches = len(truth.covers(cell)), len(limits)
    for number, (_, limit) in enumerate(limits):
        fits = np.flatnonzero(limit.allowed)
        upper = fits[-1] if fits[-1] < TOP else np.inf
        switch = np.zeros(switches)
        if fits[0] == 0 and len(fits) > 1 and fits[1] > 1:  # 0, or from so much on
            switch[number] = 1
            rows += [[*limit.covers, *(-fits[1] * switch)], [*limit.covers, *(-1000 * switch)]]
            ends += [(0, np.inf), (-np.inf, 0)]
        rows.append([*limit.covers, *np.zeros(switches)])
        ends.append((fits[0], upper))
    sums = LinearConstraint(np.array(rows, dtype=float), *np.array(ends).T)
    price = [*truth.covers(cell).astype(float), *np.zeros(switches)]
    bounds = Bounds(0, [*np.full(leaves, np.inf), *np.ones(switches)])
    return round(milp(price, constraints=sums, bounds=bounds, integrality=np.ones(len(price))).fun)


def cells_of(table: CountTable, truth: Contributions) -> Iterator[tuple[Labels, pd.Series]]:
    """Each cell of a table: its labels in all dimensions, and its row."""
    for _, row in table.cells.iterrows():
        yield tuple(row[name] if name in table.by else TOTAL for name in truth.names), row


def possible(
    truth: Contributions, cell: Labels, row: pd.Series, defence: SuppressComplementary, knowledge: Knowledge
) -> Cell:
    """Which amounts could be behind what is printed of a cell."""
    rule, every, parts = defence.rule, np.arange(TOP + 1), truth.behind(cell)
    covering = truth.covers(cell)
    if pd.notna(row["count"]):
        return Cell(covering, every == row["count"])
    if not (defence.primary_known or defence.complementary_mark != "c"):
        fits = every > 0
    elif parts and is_dominated(rule, parts):
        return Cell(covering, (every > 0) & (every >= row.get("contributors", 0)))
    else:
        fewest, hers = 3 if isinstance(rule, PPercentRule) else 2, hers_in(truth, cell, knowledge)
        fits = every >= max(hers, 1) + fewest - 1
    fits |= (every == 0) & (rule.zeros == "may be hidden")  # whose own amount is in it knows more by herself
    if "contributors" in row:
        fits &= (every >= row["contributors"]) & ((row["contributors"] > 0) | (every == 0))
    return Cell(covering, fits)


def known(truth: Contributions, cell: Labels, amount: int, is_all: bool, defence: SuppressComplementary) -> Cell:
    """What somebody knows of her own cell."""
    every = np.arange(TOP + 1)
    return Cell(truth.covers(cell), every == amount if is_all else every >= amount)


def all_hers(truth: Contributions, cell: Labels, knowledge: Knowledge) -> bool:
    """Whether a cell holds nothing but what an attacker knows to be hers alone."""
    alone, count = {own: hers for own, hers in knowledge.items() if hers[1]}, sum(truth.behind(cell))
    around = any(hers[0] == count and (truth.covers(own) >= truth.covers(cell)).all() for own, hers in alone.items())
    return around or hers_in(truth, cell, alone) == count


def hers_in(truth: Contributions, cell: Labels, knowledge: Knowledge) -> int:
    """How much of a cell somebody knows to be hers: what she has in cells of one table that hold no other of hers."""
    inside = [own for own in knowledge if (truth.covers(own) <= truth.covers(cell)).all()]
    sums = [knowledge[own][0] for own in inside]
    for by in truth.by:
        mine = {own: truth.covers(own) for own in inside if not outside(own, by, truth)}
        narrow = [own for own, its in mine.items() if not any((c <= its).all() for c in mine.values() if c is not its)]
        sums.append(sum(knowledge[own][0] for own in narrow))
    return max(sums, default=0)


def outside(cell: Labels, by: tuple[str, ...], truth: Contributions) -> bool:
    """Whether a cell is one of another table."""
    return any((label == TOTAL) == (name in by) for name, label in zip(truth.names, cell, strict=True))


def cheapest_price(truth: Contributions, defence: SuppressComplementary) -> int | None:
    """The price of the cheapest choice of cells that keeps the promise, all of them tried; None if none does."""
    office = truth.office
    assert isinstance(office, CountTable)
    amounts = office.cells["count"].to_numpy(dtype=np.int64)
    parts = [truth.behind(cell) for cell, _ in cells_of(office, truth)]
    primary = np.array([bool(its) and is_dominated(defence.rule, its) for its in parts])
    free = np.flatnonzero(~primary & ((amounts > 0) | (defence.zeros == "may be hidden")))
    price = np.maximum(amounts, 1) if defence.cost == "people" else np.ones_like(amounts)
    choices = [list(chosen) for size in range(len(free) + 1) for chosen in combinations(free, size)]
    for chosen in sorted(choices, key=lambda chosen: price[chosen].sum()):
        hidden = primary.copy()
        hidden[chosen] = True
        if not leaks(truth, hide(office, defence.rule, [hidden]), defence):
            return int(price[chosen].sum())
    return None


def scaled(truth: Contributions, times: int) -> Contributions:
    """The same people with so many times the amounts."""
    return replace(truth, rows=truth.rows.assign(minutes=truth.rows["minutes"] * times))
