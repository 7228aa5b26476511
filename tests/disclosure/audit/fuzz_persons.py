"""Hold the audit against all small worlds in which one person may stand at several labels of a dimension.

``python -m tests.disclosure.audit.fuzz_persons --cases 20000`` checks more of them. A kind of person is a set
of answers in each dimension that lets her give several, and one label in each other one.
"""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, combinations, product

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Attacker, Coalition, Outsider
from disclosure.audit.verdicts import audit, exact_cells
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit.fuzz_events import surely_hidden
from tests.disclosure.audit.fuzz_percentages import MISSING, Column, fits, some_column
from tests.disclosure.audit.fuzz_worlds import disagreement
from tests.disclosure.audit.fuzzing import fuzz, run_kinds
from tests.disclosure.audit.worlds import HIDDEN, Labels, all_worlds, bounds, contributor

Random = np.random.Generator
NOBODY = "none"
WIDER = "wide"
"""The label of those who give no answer; and one that holds the first two answers, where there is such a one."""
MOST_WORLDS = 8_000


@dataclass(frozen=True)
class Answers:
    """A dimension: its answers, whether one person may give several or none, and whether two of them form a group."""

    name: str
    answers: tuple[str, ...]
    several: bool = False
    nobody: bool = False
    grouped: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """All labels of its cells, but for the total."""
        return (*self.answers, *(WIDER,) * self.grouped, *(NOBODY,) * self.nobody)

    @property
    def kinds(self) -> list[frozenset[str]]:
        """The sets of answers that somebody can give."""
        if not self.several:
            return [frozenset({answer}) for answer in self.answers]
        sizes = range(0 if self.nobody else 1, len(self.answers) + 1)
        return [frozenset(them) for size in sizes for them in combinations(self.answers, size)]

    def has(self, given: frozenset[str], label: str) -> bool:
        """Whether somebody stands at a label."""
        if label == WIDER:
            return bool(given & {*self.answers[:2]})
        return label == TOTAL or label in given or (label == NOBODY and not given)


@dataclass(frozen=True)
class People:
    """All kinds of people, in the form that the list of worlds asks for."""

    dimensions: tuple[Answers, ...]

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(each.name for each in self.dimensions)

    @cached_property
    def every(self) -> list[tuple[frozenset[str], ...]]:
        """What each kind answers; shape (kinds,)."""
        return list(product(*(each.kinds for each in self.dimensions)))

    def within(self, cell: Labels) -> np.ndarray:
        """Which kinds a cell counts; shape (kinds,)."""
        return np.array(
            [
                all(d.has(given, at) for d, given, at in zip(self.dimensions, kind, cell, strict=True))
                for kind in self.every
            ]
        )


@dataclass(frozen=True)
class Shown:
    """One table as it stands."""

    by: tuple[str, ...]
    rule: Rule
    cells: tuple[Labels, ...]
    counts: tuple[int, ...]
    marks: tuple[str, ...]
    must: tuple[Labels, ...]
    columns: tuple[Column, ...] = ()
    uncovered: tuple[tuple[str, str], ...] = ()
    base: int = 1

    @property
    def follows(self) -> bool:
        """Whether no count is printed that the rule hides."""
        return not any(surely_hidden(n, self.rule, self.base) for n in self.counts if n != HIDDEN)

    def is_sum(self, cell: Labels, names: tuple[str, ...]) -> bool:
        """Whether a cell counts the people of narrower ones again."""
        return any(at in (TOTAL, WIDER) for at, name in zip(cell, names, strict=True) if name in self.by)


@dataclass(frozen=True)
class Member:
    """Somebody who is counted: the cells that she names, where she is alone, and which kinds she can be of."""

    cells: tuple[Labels, ...]
    alone: tuple[Labels, ...]
    kinds: tuple[bool, ...]


@dataclass(frozen=True)
class Case:
    """A random world, what is printed of it, and who looks at it."""

    people: People
    most: int
    tables: tuple[Shown, ...]
    members: tuple[Member, ...]

    @property
    def attacker(self) -> Attacker:
        """Who looks at it."""
        seen = tuple(
            replace(
                contributor((self.named(one.cells[0]), tuple(map(self.named, one.alone)))),
                also=tuple(map(self.named, one.cells[1:])),
            )
            for one in self.members
        )
        return Coalition(seen) if seen else Outsider()

    def named(self, cell: Labels) -> Labels:
        """The labels of a cell in the dimensions of the release."""
        used = {name for table in self.tables for name in table.by}
        order = dict.fromkeys(chain.from_iterable(table.by for table in self.tables))
        places = {name: at for name, at in zip(self.people.names, cell, strict=True) if name in used}
        return tuple(places[name] for name in order)

    @property
    def release(self) -> CountTable | LinkedTables:
        """What the audit gets."""
        tables = tuple(self.table(one) for one in self.tables)
        return tables[0] if len(tables) == 1 else LinkedTables(tables)

    def table(self, shown: Shown) -> CountTable:
        """One of the tables."""
        used = [d for d in self.people.dimensions if d.name in shown.by]
        frame = pd.DataFrame(shown.cells, columns=list(self.people.names), dtype=object)[list(shown.by)]
        counts = pd.array([pd.NA if n == HIDDEN else n for n in shown.counts], dtype="Int64")
        frame = frame.assign(count=counts, mark=list(shown.marks))
        for column in shown.columns:
            unit = 10.0**-column.meaning.decimals
            frame[column.meaning.column] = [np.nan if n == MISSING else n * unit for n in column.units]
            if isinstance(column.bases[0], int):
                frame["outside"] = column.bases
        nobody = {d.name: NOBODY if d.nobody else False for d in used if d.several}
        several = tuple(d.name for d in used if d.several)
        return CountTable(
            frame,
            shown.by,
            shown.rule,
            hierarchies={d.name: dict.fromkeys(d.answers[:2], WIDER) for d in used if d.grouped},
            must_be_printed=tuple(
                tuple(at for at, n in zip(c, self.people.names, strict=True) if n in shown.by) for c in shown.must
            ),
            percentages=tuple(column.meaning for column in shown.columns),
            not_covered=dict(shown.uncovered),
            base=shown.base,
            persons=DistinctPersons(several, no_answer=nobody if any(nobody.values()) else False),
        )

    def __str__(self) -> str:
        """The case as text."""
        grids = [f"{one.rule} {one.columns}\n{self.table(one).cells.to_string()}" for one in self.tables]
        return "\n".join([f"{self.people.dimensions}, {self.attacker}", *grids])


def most_people(kinds: int) -> int:
    """As many people as can be listed in all worlds."""
    most, worlds = 1, kinds + 1
    while worlds * (kinds + most + 1) / (most + 1) <= MOST_WORLDS and most < 12:
        most += 1
        worlds = worlds * (kinds + most) / most
    return most


def some_table(rng: Random, people: People, by: tuple[str, ...], world: np.ndarray, kind: str) -> Shown:
    """Print a table of one world under a random rule."""
    second = str(rng.choice(["c", "x"])) if rng.random() < 0.4 else None
    zeros = str(rng.choice(["printed", "hidden"] + ["may be hidden"] * (second is not None)))
    rule = Rule(int(rng.integers(2, 5)), zeros=zeros, complementary_mark=second)  # type: ignore[arg-type]
    totals = "percentages" in kind or bool(rng.random() < 0.9)
    labels = [(*d.labels, *(TOTAL,) * totals) if d.name in by else (TOTAL,) for d in people.dimensions]
    cells, counts, marks, must = list(product(*labels)), [], [], []
    for cell in cells:
        n, mark = int(world[people.within(cell)].sum()), ""
        if rule.hides(n):
            mark = "c" if "must" not in kind or rng.random() < 0.8 else ""
            must += [cell] * (not mark)
        elif second and rng.random() < 0.4 and (n or zeros == "may be hidden"):
            mark = second
        counts.append(HIDDEN if mark else n)
        marks.append(mark)
    base = 3 if "rounded" in kind else 1
    shown = tuple(n if n == HIDDEN else (n + base // 2) // base * base for n in counts)
    return Shown(by, rule, tuple(cells), shown, tuple(marks), tuple(must), base=base)


def without(shown: Shown, people: People, name: str, label: str) -> Shown:
    """The same table without the cells of one label, which totals count all the same."""
    at = people.names.index(name)
    kept = [place for place, cell in enumerate(shown.cells) if cell[at] != label]
    cells, counts, marks = (tuple(column[i] for i in kept) for column in (shown.cells, shown.counts, shown.marks))
    must = tuple(cell for cell in shown.must if cell[at] != label)
    uncovered = (*shown.uncovered, (name, label))
    return replace(shown, cells=cells, counts=counts, marks=marks, must=must, uncovered=uncovered)


BY = {
    "crossed": [("paper", "radio")],
    "linked": [("paper", "region"), ("paper",), ("region",), ("paper", "age"), ("region", "age")],
    "": [("paper",), ("paper", "region")],
}
KINDS = (
    "several",
    "several, grouped",
    "several, must, percentages",
    "several, not everybody",
    "several, rounded",
    "crossed",
    "linked",
)


def some_people(rng: Random, kind: str, names: tuple[str, ...]) -> People:
    """Two or three papers, two of each other dimension; with a label for those who read none, or not."""
    short = len(names) > 1
    papers = ("a", "b", "c")[: 2 if short and rng.random() < 0.7 else 3]
    grouped = "grouped" in kind or bool(rng.random() < 0.1)
    nobody = bool(rng.random() < 0.5)
    every = {
        "paper": Answers("paper", papers, several=True, nobody=nobody, grouped=grouped and len(papers) > 2),
        "radio": Answers("radio", ("q", "r"), several=True, nobody=bool(rng.random() < 0.5)),
        "region": Answers("region", ("N", "S")),
        "age": Answers("age", ("o", "y")),
    }
    return People(tuple(every[name] for name in every if name in names))


def some_case(rng: Random, kind: str) -> Case:
    """A random case of one kind; the kind's name says what is in it."""
    options = BY.get(kind, BY[""])
    number = int(rng.integers(2, 4)) if kind == "linked" else 1
    chosen = [options[i] for i in sorted(rng.permutation(len(options))[:number])]
    people = some_people(rng, kind, tuple(dict.fromkeys(name for by in chosen for name in by)))
    most = most_people(len(people.every))
    support = rng.permutation(len(people.every))[: int(rng.integers(1, len(people.every) + 1))]
    world = np.bincount(rng.choice(support, size=int(rng.integers(1, most + 1))), minlength=len(people.every))
    tables = [some_table(rng, people, by, world, kind) for by in chosen]
    if "not everybody" in kind:
        last = people.dimensions[int(rng.integers(len(people.dimensions)))]
        if not last.several or last.nobody:
            tables = [without(one, people, last.name, last.labels[-1]) for one in tables]
    if "percentages" in kind:
        columns = some_column(rng, "share", world, people, list(tables[0].cells), may_force=False)  # type: ignore[arg-type]
        tables = [replace(tables[0], columns=(columns,))]
    members = some_members(rng, people, world) if rng.random() < 0.5 else ()
    return Case(people, most, tuple(tables), members)


def some_members(rng: Random, people: People, world: np.ndarray) -> tuple[Member, ...]:
    """Up to three people of a world, who name all their answers or none; alone in a cell, or not."""
    every = [kind for kind, n in zip(people.every, world, strict=True) for _ in range(n)]
    members: list[Member] = []
    for place in rng.permutation(len(every))[: int(rng.integers(1, 4))]:
        given = every[place]
        named = [rng.random() > 0.3 for _ in given]
        labels = [sorted(them) or [NOBODY] if yes else [TOTAL] for them, yes in zip(given, named, strict=True)]
        cells = tuple(tuple(map(str, cell)) for cell in rng.permutation(list(product(*labels))).tolist())
        kinds = [all(a == b or not yes for a, b, yes in zip(kind, given, named, strict=True)) for kind in people.every]
        wider = [tuple(map(str, cell)) for cell in product(*[dict.fromkeys((label, TOTAL)) for label in cells[0]])]
        alone = [one for one in wider if int(world[people.within(one)].sum()) == 1 and rng.random() < 0.7]
        theirs = {cell for other in members for cell in other.alone}
        if not {*cells, *alone} & theirs and not any({*alone} & {*other.cells} for other in members):
            members.append(Member(cells, tuple(alone), tuple(kinds)))
    return tuple(members)


def have_room(worlds: np.ndarray, case: Case) -> np.ndarray:
    """In which worlds some different people can be of these kinds, those who are alone all alone; shape (worlds,)."""
    room, single = np.zeros(len(worlds), dtype=bool), np.ones(len(worlds), dtype=bool)
    for one in case.members:
        for cell in one.alone:
            single &= worlds[:, case.people.within(cell)].sum(axis=1) == 1
    for places in product(*(np.flatnonzero(one.kinds) for one in case.members)):
        taken = np.bincount(np.array(places, dtype=int), minlength=worlds.shape[1])
        room |= (worlds >= taken).all(axis=1)
    return room & single


def worlds_behind(case: Case) -> np.ndarray:
    """All worlds that print the same; shape (worlds, kinds)."""
    worlds = all_worlds(len(case.people.every), case.most)
    for shown in case.tables:
        for cell, n, mark in zip(shown.cells, shown.counts, shown.marks, strict=True):
            counts = worlds[:, case.people.within(cell)].sum(axis=1)
            worlds = worlds[may_print(counts, n, shown) if n != HIDDEN else may_stand(counts, mark, shown)]
        for column in shown.columns:
            for cell, base, units in zip(shown.cells, column.bases, column.units, strict=True):
                counts = worlds[:, case.people.within(cell)].sum(axis=1)
                if units != MISSING and base == cell:
                    worlds = worlds[(counts > 0) == (units > 0)]
                elif units != MISSING:
                    below = (
                        np.full(len(worlds), base)
                        if isinstance(base, int)
                        else worlds[:, case.people.within(base)].sum(axis=1)
                    )
                    worlds = worlds[fits(counts, below, column.meaning, units)]
    return worlds[have_room(worlds, case)]


def may_print(counts: np.ndarray, n: int, shown: Shown) -> np.ndarray:
    """Which counts may be printed as this one; shape (worlds,)."""
    hidden = shown.base > 1 and shown.follows
    small = np.array([hidden and shown.rule.hides(each) for each in counts], dtype=bool)
    return ((counts + shown.base // 2) // shown.base * shown.base == n) & ~small


def may_stand(counts: np.ndarray, mark: str, shown: Shown) -> np.ndarray:
    """Which counts may stand behind a mark, where the office followed its rule or did not; shape (worlds,)."""
    rule = shown.rule
    small = np.isin(counts, [n for n in range(rule.threshold) if rule.hides(n)])
    others = (counts >= rule.threshold) | ((counts == 0) & (rule.zeros == "may be hidden"))
    if rule.complementary_mark is None or (mark == rule.mark != rule.complementary_mark):
        return small
    if not shown.follows:
        return (counts > 0) | (rule.zeros != "printed")
    return small | others if rule.complementary_mark == rule.mark else others


def largest(case: Case) -> float:
    """How many people there are at most, by the counts alone."""
    ends = []
    for one in case.tables:
        shown = dict(zip(one.cells, one.counts, strict=True))
        open_end = np.inf if one.rule.complementary_mark else one.rule.threshold - 1
        every = (TOTAL,) * len(case.people.names)
        if every in shown and shown[every] != HIDDEN:
            ends.append(float(shown[every] + one.base // 2))
        elif not one.uncovered:
            narrow = [cell for cell in shown if not one.is_sum(cell, case.people.names)]
            ends.append(
                float(sum(open_end if shown[cell] == HIDDEN else shown[cell] + one.base // 2 for cell in narrow))
            )
    return min(ends, default=np.inf)


def check(case: Case) -> bool:
    """Compare the audit with all worlds; False if nothing is hidden, or a member stands in no cell.

    Raises:
        AssertionError: they disagree; the message shows the case.
    """
    if not any(HIDDEN in one.counts for one in case.tables):
        return False
    worlds = worlds_behind(case)
    assert len(worlds), f"the world itself is lost\n{case}"
    try:
        frame = audit(case.release, case.attacker, nothing_to_subtract=True)
    except ValueError as error:
        if "no table of the release has the cell" in str(error):
            return False
        raise AssertionError(f"{error}\n{case}") from error
    fast = exact_cells(case.release, case.attacker, nothing_to_subtract=True)
    assert fast["exact"].tolist() == frame["verdict"].eq("exact").tolist()
    names = [name for name in case.people.names if name in frame]
    frame = frame[frame["verdict"] != ""]
    rows = [dict(zip(names, row, strict=True)) for row in frame[names].to_numpy().tolist()]
    cells = [tuple(row.get(name, TOTAL) for name in case.people.names) for row in rows]
    cut_off = largest(case) > case.most
    for (_, row), truth in zip(frame.iterrows(), bounds(worlds, case.people, cells), strict=True):  # type: ignore[arg-type]
        problem = disagreement(row, truth, cut_off=cut_off)
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
