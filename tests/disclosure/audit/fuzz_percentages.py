"""Hold the audit against all worlds of up to 60 people where percentages and rates stand beside hidden counts.

``python -m tests.disclosure.audit.fuzz_percentages --cases 20000`` checks more of them. What an office prints of a
world is worked out here in whole units, apart from the audit.
"""

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from disclosure.audit.attackers import Outsider
from disclosure.audit.verdicts import audit, exact_cells
from disclosure.rules import Rule
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.percentages import Percentages
from tests.disclosure.audit.fuzz_worlds import disagreement
from tests.disclosure.audit.fuzzing import fuzz, run_kinds
from tests.disclosure.audit.worlds import (
    HIDDEN,
    Kinds,
    Labels,
    Office,
    Printed,
    all_worlds,
    bounds,
    could_print,
    print_table,
)

Random = np.random.Generator
MISSING = -1
MOST_PEOPLE = {2: 60, 3: 60, 4: 24}
"""How many people there are at most, by the number of kinds."""


@dataclass(frozen=True)
class Column:
    """One column of percentages: which cells are their bases, how they are printed, and what is printed, in units."""

    meaning: Percentages
    bases: tuple[Labels | int, ...]
    units: tuple[int, ...]


@dataclass(frozen=True)
class Case:
    """A random world and what is printed of it."""

    kinds: Kinds
    people: int
    printed: Printed
    columns: tuple[Column, ...]
    base: int = 1
    unprinted: str = ""

    @property
    def release(self) -> CountTable:
        """What the audit gets."""
        plain = self.printed.table(self.kinds, Companions("stars", 0, 0))
        cells = plain.cells
        for column in self.columns:
            unit = 10.0**-column.meaning.decimals
            cells[column.meaning.column] = [np.nan if n == MISSING else n * unit for n in column.units]
            if isinstance(column.bases[0], int):
                cells["outside"] = column.bases
        meanings = tuple(column.meaning for column in self.columns)
        rule = plain.rule if self.base == 1 else None
        uncovered = {"film": self.unprinted} if self.unprinted else {}
        return CountTable(cells, plain.by, rule, percentages=meanings, base=self.base, not_covered=uncovered)

    def __str__(self) -> str:
        """The case as text."""
        return f"{self.release.percentages} {self.release.rule} base {self.base}\n{self.release.cells.to_string()}"


def all_units(meaning: Percentages) -> int:
    """How many units of the last decimal the whole base is."""
    return meaning.per * 10 ** (meaning.decimals + 1) // 10


def units_of(parts: np.ndarray, bases: np.ndarray, meaning: Percentages, *, half_up: bool) -> np.ndarray:
    """The percentages in units of their last decimal, by long division; 0 where the base is 0; shape of the parts."""
    whole = all_units(meaning) * parts
    some = np.maximum(bases, 1)
    quotient, rest = whole // some, whole % some
    if meaning.rounding == "truncated":
        return np.where(bases == 0, 0, quotient)
    tie = half_up if meaning.rounding == "unknown" else (meaning.rounding == "half up") | (quotient % 2 == 1)
    up = (2 * rest > some) | ((2 * rest == some) & tie)
    return np.where(bases == 0, 0, quotient + up)


def fits(parts: np.ndarray, bases: np.ndarray, meaning: Percentages, units: int) -> np.ndarray:
    """In which worlds a percentage would be printed as it is; shape (worlds,)."""
    if meaning.sums_to_100 == "moved":
        apart = replace(meaning, sums_to_100=False)
        moved = [fits(parts, bases, apart, units + by) for by in (-1, 0, 1)]
        return np.where(bases == 0, units == 0, np.logical_or.reduce(moved))
    if meaning.sums_to_100:
        whole = all_units(meaning) * parts
        near = np.abs(units * bases - whole) <= bases
        return np.where(bases == 0, units == 0, near)
    ways = [units_of(parts, bases, meaning, half_up=up) == units for up in (True, False)]
    return ways[0] | ways[1]


def made_to_add_up(parts: np.ndarray, meaning: Percentages) -> np.ndarray:
    """The percentages of some parts by largest remainders; shape (parts,)."""
    total, units = int(parts.sum()), all_units(meaning)
    if not total:
        return np.zeros(len(parts), dtype=int)
    down, rest = units * parts // total, units * parts % total
    first = np.argsort(-rest, kind="stable")[: units - int(down.sum())]
    down[first] += 1
    return down


def moved_to_add_up(parts: np.ndarray, meaning: Percentages) -> np.ndarray:
    """The percentages of some parts, each rounded, and then the largest ones moved by one unit; shape (parts,)."""
    total, units = int(parts.sum()), all_units(meaning)
    if not total:
        return np.zeros(len(parts), dtype=int)
    rounded = units_of(parts, np.full(len(parts), total), meaning, half_up=True)
    missing = units - int(rounded.sum())
    rounded[np.argsort(-rounded, kind="stable")[: abs(missing)]] += np.sign(missing)
    return rounded


def base_of(cell: Labels, of: tuple[int, ...], base: str = TOTAL) -> Labels:
    """The cell that sums over some dimensions, or stands at one label of them."""
    return tuple(base if place in of else label for place, label in enumerate(cell))


def without(printed: Printed, label: str) -> Printed:
    """The same table without the cells of one film, which the totals count all the same."""
    kept = [place for place, cell in enumerate(printed.cells) if cell[0] != label]
    cells, counts, marks = (
        tuple(column[place] for place in kept) for column in (printed.cells, printed.counts, printed.marks)
    )
    return replace(printed, cells=cells, counts=counts, marks=marks)


def some_column(
    rng: Random, name: str, world: np.ndarray, kinds: Kinds, cells: list[Labels], *, may_force: bool
) -> Column:
    """A random column of percentages: of a total, of the grand total, of a label, or of a number outside."""
    dimensions = tuple(range(len(kinds.names)))
    of = dimensions if rng.random() < 0.5 else (int(rng.choice(dimensions)),)
    outside, forced = bool(rng.random() < 0.2), may_force and bool(rng.random() < 0.25)
    base = TOTAL
    if not (outside or forced or rng.random() < 0.75):
        of = of[:1]
        base = str(rng.choice(sorted({cell[of[0]] for cell in cells} - {TOTAL})))
    meaning = Percentages(
        name,
        of="outside" if outside else {kinds.names[place]: base for place in of},
        decimals=int(rng.choice([0, 0, 1, 1, 2, -1])),
        rounding=str(rng.choice(["half up", "half even", "truncated", "unknown"])),  # type: ignore[arg-type]
        per=100 if forced or not outside else int(rng.choice([100, 1_000])),
        sums_to_100=False if outside else forced and (rng.random() < 0.5 or "moved"),  # type: ignore[arg-type]
    )
    counts = {cell: int(world[kinds.within(cell)].sum()) for cell in cells}
    if outside:
        bases: list[Labels | int] = [n + int(rng.integers(0, 61 - n)) for n in counts.values()]
    else:
        bases = [base_of(cell, of, base) for cell in cells]
    below = [base if isinstance(base, int) else counts[base] for base in bases]
    up = bool(rng.random() < 0.5)
    units = units_of(np.array(list(counts.values())), np.array(below), meaning, half_up=up)
    if meaning.sums_to_100:
        units = forced_units(units, cells, of, counts, meaning)
    units[rng.random(len(units)) < rng.choice([0, 0.2, 0.5])] = MISSING
    empty = rng.random() < 0.5
    units[(np.array(below) == 0) & empty] = MISSING
    return Column(meaning, tuple(bases), tuple(units.tolist()))


def forced_units(
    units: np.ndarray, cells: list[Labels], of: tuple[int, ...], counts: dict[Labels, int], meaning: Percentages
) -> np.ndarray:
    """The same, where the narrowest parts of each base add up to 100; sums between them are not printed."""
    units = units.copy()
    narrowest = np.array([all(cell[place] != TOTAL for place in of) for cell in cells])
    is_base = np.array([base_of(cell, of) == cell for cell in cells])
    units[~narrowest & ~is_base] = MISSING
    for base in {base_of(cell, of) for cell in cells}:
        inside = np.array([base_of(cell, of) == base for cell in cells]) & narrowest
        forced = moved_to_add_up if meaning.sums_to_100 == "moved" else made_to_add_up
        units[inside] = forced(
            np.array([counts[cell] for cell, yes in zip(cells, inside, strict=True) if yes]), meaning
        )
    return units


KINDS = ("one-way", "two-way", "covered", "rounded", "not everybody")


def some_case(rng: Random, kind: str) -> Case:
    """A random case of one kind."""
    two_way = kind == "two-way" or (kind == "not everybody" and rng.random() < 0.5)
    films = 2 if two_way else int(rng.integers(2, 4))
    dimensions = [("film", tuple("ABC"[:films]))] + [("region", ("x", "y"))] * two_way
    kinds = Kinds(tuple(dimensions))
    people = MOST_PEOPLE[len(kinds.every)]
    world = rng.multinomial(int(rng.integers(1, people + 1)), rng.dirichlet(np.full(len(kinds.every), 0.6)))
    covering = str(rng.choice(["c", "x"])) if kind == "covered" else None
    zeros = str(rng.choice(["printed", "hidden"] + ["may be hidden"] * (covering is not None)))
    rule = Rule(int(rng.integers(2, 12)), zeros=zeros, complementary_mark=covering)  # type: ignore[arg-type]
    office = Office(kinds.names, rule)
    cells = office.cells(kinds)
    printed = print_table(world, kinds, office, rng.random(len(cells)) < 0.5)
    unprinted = "ABC"[films - 1] if kind == "not everybody" else ""
    if unprinted:
        printed = without(printed, unprinted)
        cells = list(printed.cells)
    least = 0 if unprinted and rng.random() < 0.5 else 1
    names = ("share", "rate")[: int(rng.integers(least, 3))]
    columns = [some_column(rng, name, world, kinds, cells, may_force=not unprinted) for name in names]
    if sum(isinstance(column.bases[0], int) for column in columns) == 2:
        columns = columns[:1]
    if kind != "rounded":
        return Case(kinds, people, printed, tuple(columns), unprinted=unprinted)
    base = int(rng.choice([3, 5]))
    shown = [(int(world[kinds.within(cell)].sum()) + base // 2) // base * base for cell in cells]
    printed = replace(printed, counts=tuple(shown), marks=("",) * len(cells))
    meanings = [replace(column, meaning=replace(column.meaning, of_rounded=False)) for column in columns]
    return Case(kinds, people, printed, tuple(meanings), base)


def worlds_behind(case: Case) -> np.ndarray:
    """All worlds that print the same; shape (worlds, kinds)."""
    worlds = all_worlds(len(case.kinds.every), case.people)
    if case.base == 1:
        worlds = worlds[could_print(worlds, case.kinds, case.printed)]
    cells = case.printed.cells
    counts = {cell: worlds[:, case.kinds.within(cell)].sum(axis=1) for cell in cells}
    possible = np.ones(len(worlds), dtype=bool)
    if case.base > 1:
        for cell, shown in zip(cells, case.printed.counts, strict=True):
            possible &= (counts[cell] + case.base // 2) // case.base * case.base == shown
    for column in case.columns:
        for cell, base, units in zip(cells, column.bases, column.units, strict=True):
            if units != MISSING and base != cell:
                below = np.full(len(worlds), base) if isinstance(base, int) else counts[base]
                possible &= fits(counts[cell], below, column.meaning, units)
            if units != MISSING and base == cell:
                possible &= (counts[cell] > 0) == (units > 0)
    return worlds[possible]


def most_people(case: Case) -> float:
    """How many people there are at most, by the counts alone."""
    counts = dict(zip(case.printed.cells, case.printed.counts, strict=True))
    grand = counts[TOTAL,] if len(case.kinds.names) == 1 else counts[TOTAL, TOTAL]
    if grand != HIDDEN:
        return grand + case.base // 2
    rule = case.printed.office.rule
    hidden = np.inf if rule is None or rule.complementary_mark else rule.threshold - 1
    if case.unprinted:
        return np.inf
    return sum(hidden if n == HIDDEN else n for cell, n in counts.items() if TOTAL not in cell)


def check(case: Case) -> bool:
    """Compare the audit with all worlds; False if nothing is hidden or rounded.

    Raises:
        AssertionError: they disagree; the message shows the case.
    """
    if case.base == 1 and HIDDEN not in case.printed.counts and not case.unprinted:
        return False
    worlds = worlds_behind(case)
    assert len(worlds), f"the world itself is lost\n{case}"
    frame = audit(case.release, Outsider(), nothing_to_subtract=True)
    fast = exact_cells(case.release, Outsider(), nothing_to_subtract=True)
    assert fast["exact"].tolist() == frame["verdict"].eq("exact").tolist(), str(case)
    names = list(case.kinds.names)
    cells = [tuple(row) for row in frame[names].to_numpy().tolist()]
    for (_, row), truth in zip(frame.iterrows(), bounds(worlds, case.kinds, cells), strict=True):
        problem = disagreement(row, truth, cut_off=most_people(case) > case.people)
        assert not problem, f"{problem}: {row.to_dict()} is {truth}\n{case}"
    return True


def tried(rng: np.random.Generator, kind: str) -> bool:
    """Make one case, and check it."""
    return check(some_case(rng, kind))


def run(kinds: dict[str, int], seed: int) -> Counter[str]:
    """Check so many cases of each kind; returns how many agreed."""
    return run_kinds(kinds, seed, tried)


if __name__ == "__main__":
    fuzz(__doc__, KINDS, tried)
