"""Hold the audit against brute force where tables cut one dimension in different ways: nested, or overlapping.

``python -m tests.disclosure.audit.fuzz_cuts --cases 20000`` checks more of them.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Attacker, Contributor, Outsider
from disclosure.audit.verdicts import audit, exact_cells
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit.brute_force import Cell, TooManyError, allowed_counts, enumerate_ranges
from tests.disclosure.audit.fuzzing import fuzz, run_kinds

Random = np.random.Generator
Groups = dict[str, tuple[int, ...]]
"""The labels of a cut, and the pieces of each."""

DIMENSIONS = ("age", "film", "region")
SHAPES = {
    "nested": [("age",), ("age",)],
    "overlapping": [("age",), ("age",)],
    "side by side": [("film", "age"), ("film", "age")],
    "in a chain": [("film", "age"), ("region", "age")],
    "in a circle": [("film", "age"), ("age", "region"), ("film", "region")],
}
"""The dimensions of the tables of each kind."""


@dataclass(frozen=True)
class Case:
    """A release, who looks at it, and what each of its cells counts."""

    release: LinkedTables
    attacker: Attacker
    covers: list[np.ndarray]
    known: list[Cell]

    def __str__(self) -> str:
        """The case as text."""
        grids = [f"{table.rule} {dict(table.hierarchies)}\n{table.grid().to_string()}" for table in self.release.tables]
        return "\n".join([repr(self.attacker), repr(self.release.pieces), *grids])


def some_cut(rng: Random, pieces: int, *, fine: bool) -> Groups:
    """A cut: some pieces stand by themselves, others in groups."""
    of = np.arange(pieces) if fine else rng.integers(0, max(2, pieces - 1), size=pieces)
    groups = [tuple(np.flatnonzero(of == group).tolist()) for group in dict.fromkeys(of.tolist())]
    return {"p" + "".join(map(str, group)): group for group in groups}


def some_case(rng: Random, kind: str) -> Case:
    """Random people, counted by random cuts of their age."""
    shape = (int(rng.integers(2, 5)), *(1 + rng.integers(0, 2, size=2)).tolist())
    if len(SHAPES[kind]) == 2 and SHAPES[kind][0] == ("age",):
        shape = (int(rng.integers(3, 6)), 1, 1)
    world = rng.integers(0, 4, size=shape) * (rng.random(shape) < 0.8)
    tables, covers, pieces = [], [], {}
    for number, by in enumerate(SHAPES[kind]):
        cut = some_cut(rng, shape[0], fine=kind == "nested" and number == 0)
        nest = nested_in(rng, shape[0]) if "age" in by and rng.random() < 0.3 else {}
        if nest:
            cut = {f"p{i}": (i,) for i in range(shape[0])}
        table, inside = printed(rng, world, by, cut, nest)
        if "age" in by:
            told = {label for one in tables for label in one.hierarchies.get("age", {}).values()}
            made = {label: tuple(f"p{i}" for i in group) for label, group in cut.items() if len(group) > 1}
            pieces |= {label: made[label] for label in made if label not in told or rng.random() < 0.5}
        tables.append(table)
        covers += inside
    answer = {"age": pieces} if any(len(some) > 1 for some in pieces.values()) else {}
    attacker, known = some_attacker(rng, world, tables, covers)
    return Case(LinkedTables(tuple(tables), answer), attacker, covers, known)


def nested_in(rng: Random, pieces: int) -> Groups:
    """Wider labels for some pieces."""
    return {label: group for label, group in some_cut(rng, pieces, fine=False).items() if len(group) > 1}


def printed(
    rng: Random, world: np.ndarray, by: tuple[str, ...], cut: Groups, nest: Groups
) -> tuple[CountTable, list[np.ndarray]]:
    """A table with totals, small cells hidden and at random others; and which of the narrowest cells each counts."""
    shown = {**cut, **(nest if rng.random() < 0.5 else {})}
    labels = [
        {**(shown if name == "age" else singles(name, size)), TOTAL: tuple(range(size))}
        for name, size in ((name, world.shape[DIMENSIONS.index(name)]) for name in by)
    ]
    rows, covers = list(product(*labels)), []
    for row in rows:
        chosen = np.ones(world.shape, dtype=bool)
        for name, label, of in zip(by, row, labels, strict=True):
            axis = DIMENSIONS.index(name)
            inside = np.isin(np.arange(world.shape[axis]), of[label])
            chosen &= np.expand_dims(inside, tuple(i for i in range(3) if i != axis))
        covers.append(chosen.ravel())
    rule = Rule(int(rng.integers(2, 5)), str(rng.choice(["printed", "hidden"])), complementary_mark=some_mark(rng))  # type: ignore[arg-type]
    counts = pd.Series([int(world.ravel()[inside].sum()) for inside in covers])
    small = counts.map(rule.hides).to_numpy(dtype=bool)
    others = ~small & (counts > 0).to_numpy() & (rng.random(len(rows)) < 0.2) & (rule.complementary_mark is not None)
    marks = np.select([small, others], ["c", rule.complementary_mark or "c"], "")
    cells = pd.DataFrame(rows, columns=list(by), dtype=object).assign(
        count=counts.astype("Int64").mask(small | others), mark=marks
    )
    hierarchy = {f"p{i}": label for label, group in nest.items() for i in group}
    return CountTable(cells, by, rule, {"age": hierarchy} if nest else {}), covers


def singles(name: str, size: int) -> Groups:
    """Labels that are not cut."""
    return {f"{name}{i}": (i,) for i in range(size)}


def some_mark(rng: Random) -> str | None:
    """A mark for cells that cover others, or none."""
    return str(rng.choice(["c", "x"])) if rng.random() < 0.4 else None


def some_attacker(
    rng: Random, world: np.ndarray, tables: list[CountTable], covers: list[np.ndarray]
) -> tuple[Attacker, list[Cell]]:
    """An outsider, or somebody in a cell, perhaps alone; or in two cells that cross, where no table may have both."""
    rows = pd.concat([table.cells for table in tables], ignore_index=True)
    names = list(dict.fromkeys(name for table in tables for name in table.by))
    labels = rows[names].fillna(TOTAL).to_numpy()
    place, other = rng.integers(0, len(rows), size=2)
    crossed = not ((labels[place] != TOTAL) & (labels[other] != TOTAL)).any()
    inside = covers[place] & covers[other] if crossed else covers[place]
    there = int(world.ravel()[inside].sum())
    if rng.random() < 0.6 or not there:
        return Outsider(), []
    alone = there == 1 and not crossed  # nobody can be said to be alone in a cell that no table has
    allowed = np.arange(60) == 1 if alone else np.arange(60) >= 1
    named = np.where(labels[place] == TOTAL, labels[other], labels[place]) if crossed else labels[place]
    return Contributor(tuple(named), alone=alone), [Cell(inside, allowed)]


def check(case: Case) -> bool:
    """Compare the audit with brute force; False if no cell is hidden, or there are too many tables.

    Raises:
        AssertionError: they disagree; the message shows the case.
    """
    cells: list[Cell] = []
    for table in case.release.tables:
        shown = zip(table.cells["count"], table.cells["mark"], strict=True)
        for count, mark in shown:
            allowed = allowed_counts(table, count, mark, None, 59)
            cells.append(Cell(case.covers[len(cells)], allowed))
    if not case.release.all_cells()["count"].isna().any():
        return False
    try:
        low, high = enumerate_ranges(cells + case.known)
    except TooManyError:
        return False
    frame = audit(case.release, case.attacker, nothing_to_subtract=True)
    fast = exact_cells(case.release, case.attacker, nothing_to_subtract=True)
    places = {key: place for place, key in enumerate(case.release.all_cells().index)}
    for (key, row), exact in zip(frame.iterrows(), fast["exact"], strict=True):
        lowest, highest = int(low[places[key]]), int(high[places[key]])
        endless = pd.isna(row["high"]) and highest >= 40
        agree = row["low"] == lowest and (endless or row["high"] == highest) and row["verdict"] != "not found"
        agree &= (row["verdict"] == "exact") == (lowest == highest) == exact
        assert agree, f"{row.to_dict()} is {lowest} to {highest}\n{case}"
    return True


def tried(rng: Random, kind: str) -> bool:
    """Make one case, and check it."""
    return check(some_case(rng, kind))


def run(kinds: dict[str, int], seed: int) -> Counter[str]:
    """Check so many cases of each kind; returns how many agreed."""
    return run_kinds(kinds, seed, tried)


if __name__ == "__main__":
    fuzz(__doc__, SHAPES, tried)
