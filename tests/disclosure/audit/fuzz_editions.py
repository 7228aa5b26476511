"""Hold the audit of two editions against all worlds: who was there first, who stayed, left or joined, cell by cell.

``python -m tests.disclosure.audit.fuzz_editions --cases 20000`` checks more of them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd

from disclosure.audit.edition_pairs import audit_editions
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.edition_pairs import Editions
from tests.disclosure.audit.fuzz_worlds import disagreement
from tests.disclosure.audit.fuzzing import fuzz, run_kinds
from tests.disclosure.audit.worlds import HIDDEN, Labels, all_worlds, may_be_hidden

Random = np.random.Generator
GROUPS = {
    "same_people": {"first": (0,), "second": (0,)},
    "nested": {"first": (0,), "second": (0, 1), "newcomers": (1,)},
    "stocks": {"first": (0, 1), "second": (0, 2), "stayed": (0,), "left": (1,), "joined": (2,)},
}
"""Which groups of people each table counts: of stocks those who stayed, left, joined."""
MOST = {1: 14, 2: 12, 3: 11, 4: 8, 6: 7, 8: 5, 9: 5, 12: 4, 18: 4, 27: 3}
"""How many people there are at most, by the number of kinds and groups."""


@dataclass(frozen=True)
class Print:
    """One table as it stands."""

    groups: tuple[int, ...]
    cells: tuple[Labels, ...]
    counts: tuple[int, ...]
    marks: tuple[str, ...]
    rule: Rule

    @property
    def table(self) -> CountTable:
        """What the audit gets."""
        names = ("film", "region")[: len(self.cells[0])]
        frame = pd.DataFrame(self.cells, columns=list(names), dtype=object)
        counts = pd.array([pd.NA if n == HIDDEN else n for n in self.counts], dtype="Int64")
        return CountTable(frame.assign(count=counts, mark=list(self.marks)), names, self.rule)


@dataclass(frozen=True)
class Case:
    """Two editions, what else is printed, and how many people there can be."""

    relation: str
    sizes: tuple[int, ...]
    people: int
    prints: dict[str, Print]

    @property
    def editions(self) -> Editions:
        """What the audit gets."""
        tables = {name: printed.table for name, printed in self.prints.items()}
        others = {"joined": tables.get("newcomers", tables.get("joined")), "left": tables.get("left")}
        return Editions(tables["first"], tables["second"], self.relation, **others)  # type: ignore[arg-type]

    def __str__(self) -> str:
        """The case as text."""
        grids = [f"{name}: {one.rule}\n{one.table.grid().to_string()}" for name, one in self.prints.items()]
        return "\n".join([self.relation, *grids])


def every_pair(relation: str, sizes: tuple[int, ...], most: int) -> Iterator[Case]:
    """All pairs of editions with up to so many people in a cell and group, small counts hidden, under one rule."""
    groups = GROUPS[relation]
    number = max(max(of) for of in groups.values()) + 1
    kinds = int(np.prod(sizes)) * number
    for world in product(range(most + 1), repeat=kinds):
        prints = {name: plain(np.array(world), sizes, of) for name, of in groups.items() if name != "stayed"}
        yield Case(relation, sizes, kinds * most, prints)


def plain(world: np.ndarray, sizes: tuple[int, ...], groups: tuple[int, ...]) -> Print:
    """A table with totals in which 1 and 2 are hidden."""
    names = [(*names[:size], TOTAL) for names, size in zip(("ABC", "xyz"), sizes, strict=False)]
    cells, rule = list(product(*names)), Rule(3)
    counts = [int(count(world[None], sizes, cell, groups)[0]) for cell in cells]
    hidden = [rule.hides(n) for n in counts]
    shown = tuple(HIDDEN if yes else n for n, yes in zip(counts, hidden, strict=True))
    return Print(groups, tuple(cells), shown, tuple("c" if yes else "" for yes in hidden), rule)


def labels_of(sizes: tuple[int, ...]) -> list[Labels]:
    """The labels of the narrowest cells."""
    return list(product(*(tuple(names[:size]) for names, size in zip(("ABC", "xyz"), sizes, strict=False))))


def count(worlds: np.ndarray, sizes: tuple[int, ...], cell: Labels, groups: tuple[int, ...]) -> np.ndarray:
    """How many people of some groups are in a cell; shape (worlds,)."""
    inside = [all(label in (TOTAL, own) for label, own in zip(cell, kind, strict=True)) for kind in labels_of(sizes)]
    by_group = worlds.reshape(len(worlds), len(inside), -1)
    return by_group[:, inside][:, :, list(groups)].sum(axis=(1, 2))


def print_one(rng: Random, world: np.ndarray, sizes: tuple[int, ...], groups: tuple[int, ...]) -> Print:
    """Print a table of one world under a random rule; totals or not."""
    second = str(rng.choice(["c", "x"])) if rng.random() < 0.3 else None
    zeros = str(rng.choice(["printed", "hidden"] + ["may be hidden"] * (second is not None)))
    rule = Rule(int(rng.integers(2, 6)), zeros=zeros, complementary_mark=second)  # type: ignore[arg-type]
    with_totals = rng.random() < 0.85
    names = [(*names[:size], *((TOTAL,) * with_totals)) for names, size in zip(("ABC", "xyz"), sizes, strict=False)]
    cells, counts, marks = list(product(*names)), [], []
    for cell in cells:
        n = count(world[None], sizes, cell, groups)
        marks.append("")
        for mark in ("c", second):
            may = mark and bool(may_be_hidden(n, mark, rule)[0])
            if may and (rule.hides(int(n[0])) or rng.random() < 0.4):
                marks[-1] = str(mark)
                break
        counts.append(HIDDEN if marks[-1] else int(n[0]))
    return Print(groups, tuple(cells), tuple(counts), tuple(marks), rule)


def some_case(rng: Random, relation: str) -> Case:
    """A random pair of editions of one relation."""
    groups = GROUPS[relation]
    number = max(max(of) for of in groups.values()) + 1
    shapes: list[tuple[int, ...]] = [(2,), (3,), (2, 2), (3, 3)]
    sizes = shapes[int(rng.choice(4, p=[0.3, 0.3, 0.3, 0.1]))]
    kinds = int(np.prod(sizes)) * number
    people = MOST[kinds]
    world = rng.multinomial(int(rng.integers(1, people + 1)), rng.dirichlet(np.full(kinds, 0.7)))
    chosen = ["first", "second", *(name for name in ("newcomers", "left", "joined") if rng.random() < 0.6)]
    prints = {name: print_one(rng, world, sizes, groups[name]) for name in chosen if name in groups}
    return Case(relation, sizes, people, prints)


def worlds_behind(case: Case) -> np.ndarray:
    """All worlds that print the same; shape (worlds, kinds and groups)."""
    number = max(max(of) for of in GROUPS[case.relation].values()) + 1
    worlds = all_worlds(int(np.prod(case.sizes)) * number, case.people)
    for printed in case.prints.values():
        for cell, shown, mark in zip(printed.cells, printed.counts, printed.marks, strict=True):
            counts = count(worlds, case.sizes, cell, printed.groups)
            worlds = worlds[counts == shown if shown != HIDDEN else may_be_hidden(counts, mark, printed.rule)]
    return worlds


def most_people(case: Case) -> float:
    """How many people there are at most, by the counts alone."""
    ends = {name: min(_ends(one)) for name, one in case.prints.items()}
    if case.relation == "same_people":
        return min(ends.values())
    return ends["second"] if case.relation == "nested" else ends["first"] + ends["second"]


def _ends(printed: Print) -> Iterator[float]:
    """What the grand total, and the sum of the narrowest cells, allow."""
    shown = dict(zip(printed.cells, printed.counts, strict=True))
    hidden = np.inf if printed.rule.complementary_mark else printed.rule.threshold - 1
    yield sum(hidden if n == HIDDEN else n for cell, n in shown.items() if TOTAL not in cell)
    yield from (n for cell, n in shown.items() if set(cell) == {TOTAL} and n != HIDDEN)


def check(case: Case) -> bool:
    """Compare the audit with all worlds; False if no cell is hidden.

    Raises:
        AssertionError: they disagree; the message shows the case.
    """
    if not any(HIDDEN in printed.counts for printed in case.prints.values()):
        return False
    worlds = worlds_behind(case)
    assert len(worlds), f"the world itself is lost\n{case}"
    frame = audit_editions(case.editions, nothing_to_subtract=True)
    names = list(("film", "region")[: len(case.sizes)])
    cut_off = most_people(case) > case.people
    for _, row in frame.iterrows():
        groups = GROUPS[case.relation][row.get("edition", "first")]
        counts = count(worlds, case.sizes, tuple(row[names]), groups)
        problem = disagreement(row, (int(counts.min()), int(counts.max())), cut_off=cut_off)
        assert not problem, f"{problem}: {row.to_dict()} is {counts.min()} to {counts.max()}\n{case}"
    return True


def tried(rng: np.random.Generator, kind: str) -> bool:
    """Make one case, and check it."""
    return check(some_case(rng, kind))


def run(kinds: dict[str, int], seed: int) -> Counter[str]:
    """Check so many cases of each relation; returns how many agreed."""
    return run_kinds(kinds, seed, tried)


if __name__ == "__main__":
    fuzz(__doc__, GROUPS, tried)
