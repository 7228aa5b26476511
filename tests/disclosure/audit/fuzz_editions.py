"""Hold the audit of two editions against all worlds: who was there first, who stayed, left or joined, cell by cell.

``python -m tests.disclosure.audit.fuzz_editions --cases 20000`` checks more of them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Attacker, Coalition, Outsider
from disclosure.audit.edition_pairs import audit_editions
from disclosure.audit.suggestions import NOBODY_JOINED, NOBODY_LEFT, SAME_PEOPLE, SENTENCE, SUGGESTS
from disclosure.audit.wording import span
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.edition_pairs import Editions
from tests.disclosure.audit.fuzz_worlds import disagreement
from tests.disclosure.audit.fuzzing import fuzz, run_kinds
from tests.disclosure.audit.worlds import (
    HIDDEN,
    Labels,
    Member,
    all_worlds,
    contributor,
    have_room,
    may_be_hidden,
    with_member,
)

Random = np.random.Generator
KINDS = ("same_people", "nested", "stocks", "apart")
GROUPS = {
    "same_people": {"first": (0,), "second": (0,)},
    "nested": {"first": (0,), "second": (0, 1), "newcomers": (1,)},
    "stocks": {"first": (0, 1), "second": (0, 2), "stayed": (0,), "left": (1,), "joined": (2,)},
}
"""Which groups of people each table counts: of stocks those who stayed, left, joined."""
TOLD = {"same_people": (), "nested": ("first", "newcomers", "second"), "stocks": ("stayed", "left", "joined")}
"""How people in one or both editions say when they were there."""
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
    members: tuple[Member, ...] = ()

    @property
    def attacker(self) -> Attacker:
        """Who looks at it."""
        seen = tuple(map(contributor, self.members))
        return Coalition(seen) if seen else Outsider()

    def within(self, cell: Labels) -> np.ndarray:
        """Which kinds and groups of people a cell counts; the name of their group is its last label, if it has one."""
        groups = GROUPS[self.relation][cell[-1] if len(cell) > len(self.sizes) else "first"]
        return inside(self.sizes, cell[: len(self.sizes)], groups, groups_of(self.relation))

    @property
    def editions(self) -> Editions:
        """What the audit gets."""
        tables = {name: printed.table for name, printed in self.prints.items()}
        others = {"joined": tables.get("newcomers", tables.get("joined")), "left": tables.get("left")}
        return Editions(tables["first"], tables["second"], self.relation, **others)  # type: ignore[arg-type]

    def __str__(self) -> str:
        """The case as text."""
        grids = [f"{name}: {one.rule}\n{one.table.grid().to_string()}" for name, one in self.prints.items()]
        return "\n".join([self.relation, repr(self.attacker), *grids])


def every_pair(relation: str, sizes: tuple[int, ...], most: int) -> Iterator[Case]:
    """All pairs of editions with up to so many people in a cell and group, small counts hidden, under one rule."""
    groups = GROUPS[relation]
    kinds = int(np.prod(sizes)) * groups_of(relation)
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


def groups_of(relation: str) -> int:
    """How many groups of people an edition can have."""
    return max(max(of) for of in GROUPS[relation].values()) + 1


def inside(sizes: tuple[int, ...], cell: Labels, groups: tuple[int, ...], number: int) -> np.ndarray:
    """Which kinds and groups of people are in a cell and in some groups; shape (kinds and groups,)."""
    fits = [all(label in (TOTAL, own) for label, own in zip(cell, kind, strict=True)) for kind in labels_of(sizes)]
    return np.outer(fits, np.isin(np.arange(number), groups)).ravel()


def count(worlds: np.ndarray, sizes: tuple[int, ...], cell: Labels, groups: tuple[int, ...]) -> np.ndarray:
    """How many people of some groups are in a cell; shape (worlds,)."""
    number = worlds.shape[1] // int(np.prod(sizes))
    return worlds[:, inside(sizes, cell, groups, number)].sum(axis=1)


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


def some_case(rng: Random, kind: str) -> Case:
    """A random pair of editions of one relation; "apart" are stocks whose joiners and leavers nobody printed."""
    relation = "stocks" if kind == "apart" else kind
    groups = GROUPS[relation]
    shapes: list[tuple[int, ...]] = [(2,), (3,), (2, 2), (3, 3)]
    sizes = shapes[int(rng.choice(4, p=[0.3, 0.3, 0.3, 0.1]))]
    kinds = int(np.prod(sizes)) * groups_of(relation)
    people = MOST[kinds]
    world = rng.multinomial(int(rng.integers(1, people + 1)), rng.dirichlet(np.full(kinds, 0.7)))
    chosen = [
        "first",
        "second",
        *(name for name in ("newcomers", "left", "joined") if kind != "apart" and rng.random() < 0.6),
    ]
    prints = {name: print_one(rng, world, sizes, groups[name]) for name in chosen if name in groups}
    case = Case(relation, sizes, people, prints)
    return replace(case, members=some_members(rng, case, world)) if rng.random() < 0.5 else case


def some_members(rng: Random, case: Case, world: np.ndarray) -> tuple[Member, ...]:
    """Up to three people of a world: known of a cell or of a total above it; alone there, or in wider cells as well."""
    every = [(kind, group) for kind in labels_of(case.sizes) for group in range(groups_of(case.relation))]
    people = [one for one, n in zip(every, world, strict=True) for _ in range(n)]
    members: list[Member] = []
    for place in rng.permutation(len(people))[: int(rng.integers(1, 4))]:
        kind, group = people[place]
        told = TOLD[case.relation] if case.editions.are_linked else ("first", "second")
        known = [name for name in told if group in GROUPS[case.relation][name]]
        cell = tuple(TOTAL if rng.random() < 0.35 else label for label in kind)
        cell += (str(rng.choice(known)),) if known else ()
        alone = [one for one in wider_cells(case, cell) if int(world[case.within(one)].sum()) == 1]
        members = with_member(members, (cell, tuple(one for one in alone if rng.random() < 0.7)))
    return tuple(members)


def wider_cells(case: Case, cell: Labels) -> list[Labels]:
    """A cell, and all that hold it: totals, and where one edition tells of the other, editions that hold its group."""
    ways = [dict.fromkeys((label, TOTAL)) for label in cell[: len(case.sizes)]]
    groups, own = GROUPS[case.relation], cell[len(case.sizes) :]
    if own and case.editions.are_linked:
        own = tuple(name for name, of in groups.items() if {*groups[own[0]]} <= {*of})
    return list(product(*ways, *([own] if own else [])))


def worlds_behind(case: Case) -> np.ndarray:
    """All worlds that print the same; shape (worlds, kinds and groups)."""
    worlds = all_worlds(int(np.prod(case.sizes)) * groups_of(case.relation), case.people)
    for printed in case.prints.values():
        for cell, shown, mark in zip(printed.cells, printed.counts, printed.marks, strict=True):
            counts = count(worlds, case.sizes, cell, printed.groups)
            worlds = worlds[counts == shown if shown != HIDDEN else may_be_hidden(counts, mark, printed.rule)]
    return worlds[have_room(worlds, case, case.members)]  # type: ignore[arg-type]


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
    try:
        frame = audit_editions(case.editions, case.attacker, nothing_to_subtract=True)
    except ValueError as error:
        if "no table of the release has the cell" in str(error):
            return False
        raise AssertionError(f"{error}\n{case}") from error
    names = list(("film", "region")[: len(case.sizes)])
    cut_off = most_people(case) > case.people
    notes = frame["role"].eq(SUGGESTS)
    for _, row in frame[notes].iterrows() if not case.members and not cut_off else ():
        assert row["why"] == suggestion(case, worlds, row), f"{row.to_dict()}\n{case}"
    for _, row in frame[~notes].iterrows():
        groups = GROUPS[case.relation][row.get("edition", "first")]
        counts = count(worlds, case.sizes, tuple(row[names]), groups)
        problem = disagreement(row, (int(counts.min()), int(counts.max())), cut_off=cut_off)
        assert not problem, f"{problem}: {row.to_dict()} is {counts.min()} to {counts.max()}\n{case}"
    return True


def suggestion(case: Case, worlds: np.ndarray, row: pd.Series) -> str:
    """What is suggested of a cell of two stocks, if nobody had left, or nobody had joined, or neither."""
    counts = count(
        worlds, case.sizes, tuple(row[["film", "region"][: len(case.sizes)]]), GROUPS["stocks"][row["edition"]]
    )
    by_group = worlds.reshape(len(worlds), -1, 3).sum(axis=1)
    nobody_left, nobody_joined = by_group[:, 1] == 0, by_group[:, 2] == 0
    thoughts = {NOBODY_LEFT: nobody_left, NOBODY_JOINED: nobody_joined, SAME_PEOPLE: nobody_left & nobody_joined}
    ends = {words: (int(counts[so].min()), int(counts[so].max())) for words, so in thoughts.items() if so.any()}
    words = min(ends, key=lambda one: ends[one][1] - ends[one][0])
    assert ends[words] != (int(counts.min()), int(counts.max()))
    return SENTENCE.format(thought=words, span=span(*ends[words]))


def tried(rng: np.random.Generator, kind: str) -> bool:
    """Make one case, and check it."""
    return check(some_case(rng, kind))


def run(kinds: dict[str, int], seed: int) -> Counter[str]:
    """Check so many cases of each relation; returns how many agreed."""
    return run_kinds(kinds, seed, tried)


if __name__ == "__main__":
    fuzz(__doc__, KINDS, tried)
