"""Hold the audit against all small worlds: linked tables, statistics, coalitions and complementary cells, mixed.

Some tables print sums alone: in three dimensions, one may sum over two of them and have no row below it.

``python -m tests.disclosure.audit.fuzz_worlds --cases 20000`` checks more of them.
"""

from collections import Counter
from dataclasses import dataclass, replace
from itertools import compress, product

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Attacker, Coalition, Outsider
from disclosure.audit.verdicts import audit, exact_cells
from disclosure.rules import Rule
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.linked_tables import LinkedTables
from tests.disclosure.audit.fuzzing import fuzz, run_kinds
from tests.disclosure.audit.worlds import (
    HIDDEN,
    Kinds,
    Member,
    Office,
    Printed,
    all_worlds,
    bounds,
    contributor,
    could_print,
    have_room,
    print_table,
    with_member,
)

Random = np.random.Generator
STATISTICS = ("mean", "median", "minimum", "maximum")
MOST_WORLDS = 30_000


@dataclass(frozen=True)
class Case:
    """A random world, what is printed of it, and who looks at it."""

    kinds: Kinds
    people: int
    world: np.ndarray
    printed: tuple[Printed, ...]
    members: tuple[Member, ...]

    @property
    def attacker(self) -> Attacker:
        """Who looks at it."""
        seen = tuple(map(contributor, self.members))
        return Coalition(seen) if seen else Outsider()

    @property
    def release(self) -> CountTable | LinkedTables:
        """What the audit gets."""
        tables = []
        for one in self.printed:
            lowest, highest = self.kinds.values[0], self.kinds.values[-1]
            companions = Companions("stars", lowest, highest, one.office.decimals, one.office.rounding)
            tables.append(one.table(self.kinds, companions))
        return tables[0] if len(tables) == 1 else LinkedTables(tuple(tables))

    def __str__(self) -> str:
        """The case as text."""
        tables = [
            f"{one.office}\n{table.cells.to_string()}" for one, table in zip(self.printed, self._tables(), strict=True)
        ]
        return "\n".join([f"{self.kinds}, {self.members}", *tables])

    def _tables(self) -> tuple[CountTable, ...]:
        release = self.release
        return release.tables if isinstance(release, LinkedTables) else (release,)


def some_kinds(rng: Random, dimensions: tuple[str, ...], *, stars: bool) -> Kinds:
    """Two labels in each dimension, in one of a few dimensions up to three."""
    sizes = [int(rng.integers(2, 4)) if len(dimensions) < 3 else 2 for _ in dimensions]
    labels = tuple((name, tuple(f"{name[0]}{i}" for i in range(n))) for name, n in zip(dimensions, sizes, strict=True))
    first, n = int(rng.choice([1, 1, 0, 4])), int(rng.integers(2, 4)) if len(dimensions) < 3 else 2
    return Kinds(labels, tuple(range(first, first + n)) if stars else (0,))


def people_for(kinds: int) -> int:
    """As many people as can be listed in all worlds."""
    people, worlds = 1, kinds + 1
    while worlds * (kinds + people + 1) / (people + 1) <= MOST_WORLDS and people < 14:
        people += 1
        worlds = worlds * (kinds + people) / people
    return people


def some_world(rng: Random, kinds: int, people: int) -> np.ndarray:
    """Some people, mostly of few kinds."""
    n, support = int(rng.integers(1, people + 1)), rng.permutation(kinds)[: int(rng.integers(1, kinds + 1))]
    return np.bincount(rng.choice(support, size=n), minlength=kinds)


def some_office(rng: Random, by: tuple[str, ...], kind: str) -> Office:
    """A random way to print a table."""
    zeros, second = str(rng.choice(["printed", "hidden"])), None
    if "complementary" in kind:
        zeros, second = str(rng.choice(["printed", "hidden", "may be hidden"])), str(rng.choice(["c", "x"]))
    rule = Rule(int(rng.integers(2, 5)), zeros=zeros, complementary_mark=second)
    totals = bool(rng.random() < 0.85)
    if "statistics" not in kind or rng.random() < 0.2:
        return Office(by, rule, totals)
    names = tuple(name for name in STATISTICS if rng.random() < 0.5) or (str(rng.choice(STATISTICS)),)
    rounding = str(rng.choice(["half even", "half up", "truncated"]))
    return Office(by, rule, totals, names, int(rng.choice([-1, 0, 0, 1, 1, 2])), rounding)


def with_sums_alone(rng: Random, one: Printed, kinds: Kinds) -> Printed:
    """The same table without the rows below one of its sums or two, if all its labels still have a row."""
    sums = [cell for cell in one.cells if any(kinds.are_below(other, cell) for other in one.cells)]
    alone = [sums[place] for place in rng.permutation(len(sums))[: int(rng.integers(1, 3))]]
    kept = [not any(kinds.are_below(cell, above) for above in alone) for cell in one.cells]
    labels = [
        {(place, label) for cell in cells for place, label in enumerate(cell)}
        for cells in (one.cells, compress(one.cells, kept))
    ]
    if labels[0] != labels[1]:
        return one
    columns = (one.cells, one.counts, one.marks)
    cells, counts, marks = (tuple(compress(column, kept)) for column in columns)
    return replace(one, cells=cells, counts=counts, marks=marks)


def some_members(rng: Random, kinds: Kinds, world: np.ndarray, most: int) -> tuple[Member, ...]:
    """Up to so many people of a world: known of a cell or of a total above it; alone there, or in totals of it."""
    every = [kind[:-1] for kind, n in zip(kinds.every, world, strict=True) for _ in range(n)]
    members: list[Member] = []
    for place in rng.permutation(len(every))[:most]:
        cell = tuple(TOTAL if rng.random() < 0.35 else label for label in every[place])
        wider = product(*[dict.fromkeys((label, TOTAL)) for label in cell])
        alone = [one for one in wider if int(world[kinds.within(one)].sum()) == 1 and rng.random() < 0.7]
        members = with_member(members, (cell, tuple(alone)))
    return tuple(members)


TABLES = {
    "one": (("film",), ("film", "region"), ("film", "region")),
    "linked": (("film", "region"), ("film",), ("region",), ("film", "age"), ("region", "age"), ("age",)),
    "sums alone": (("film", "region", "age"), ("film", "region"), ("film", "region", "age")),
}
NAMES = ("film", "region", "age")


def some_case(rng: Random, kind: str) -> Case:
    """A random case of one kind; the kind's name says what is in it."""
    if "sums alone" in kind:
        chosen = [*TABLES["sums alone"][: int(rng.integers(1, 4))]]
    elif "linked" in kind:
        options = TABLES["linked"]
        while True:
            chosen = [options[i] for i in rng.permutation(len(options))[: int(rng.integers(2, 4))]]
            used = tuple(name for name in NAMES if any(name in by for by in chosen))
            if len(used) < 3 or "statistics" not in kind or rng.random() < 0.2:
                break
    else:
        chosen = [TABLES["one"][int(rng.integers(3))]]
        used = chosen[0]
    chosen = sorted(chosen, key=lambda by: [NAMES.index(name) for name in by])
    used = tuple(dict.fromkeys(name for by in chosen for name in by))
    kinds = some_kinds(rng, used, stars="statistics" in kind)
    people = people_for(len(kinds.every))
    world = some_world(rng, len(kinds.every), people)
    offices = [some_office(rng, tuple(by), kind) for by in chosen]
    printed = [print_table(world, kinds, office, rng.random(len(office.cells(kinds))) < 0.4) for office in offices]
    if "sums alone" in kind:
        printed = [with_sums_alone(rng, one, kinds) for one in printed]
    members = some_members(rng, kinds, world, int(rng.integers(1, 4))) if "coalition" in kind else ()
    return Case(kinds, people, world, tuple(printed), members)


KINDS = (
    "statistics",
    "linked statistics",
    "coalition",
    "linked coalition",
    "complementary",
    "complementary statistics",
    "linked complementary statistics coalition",
    "sums alone",
    "sums alone complementary coalition",
)


def check(case: Case) -> bool:
    """Compare the audit with all worlds; False if nothing is hidden, or a member stands in no cell.

    Raises:
        AssertionError: they disagree; the message shows the case.
    """
    if not any(HIDDEN in one.counts for one in case.printed):
        return False
    worlds = all_worlds(len(case.kinds.every), case.people)
    for one in case.printed:
        worlds = worlds[could_print(worlds, case.kinds, one)]
    worlds = worlds[have_room(worlds, case.kinds, case.members)]
    assert len(worlds), f"the world itself is lost\n{case}"
    try:
        frame = audit(case.release, case.attacker, why=False, nothing_to_subtract=True)
    except ValueError as error:
        if "no table of the release has the cell" in str(error):
            return False
        raise AssertionError(f"{error}\n{case}") from error
    fast = exact_cells(case.release, case.attacker, nothing_to_subtract=True)
    assert fast["exact"].tolist() == frame["verdict"].eq("exact").tolist()
    names = [name for name in case.kinds.names if name in frame]
    cells = [tuple(row) for row in frame[names].to_numpy().tolist()]
    cut_off = most_people(case) > case.people
    for (_, row), truth in zip(frame.iterrows(), bounds(worlds, case.kinds, cells), strict=True):
        problem = disagreement(row, truth, cut_off=cut_off)
        assert not problem, f"{problem}: {row.to_dict()} is {truth}\n{case}"
    return True


def most_people(case: Case) -> float:
    """How many people there are at most, by any one table."""
    return min(_most(one, case) for one in case.printed)


def _most(one: Printed, case: Case) -> float:
    """The sum of the narrowest cells of a table at their largest, or its grand total."""
    shown = dict(zip(one.cells, one.counts, strict=True))
    if (total := shown.get((TOTAL,) * len(case.kinds.names), HIDDEN)) != HIDDEN:
        return total
    if set(one.cells) != set(one.office.cells(case.kinds)):
        return np.inf
    rule = one.office.rule
    hidden = np.inf if rule is None or rule.complementary_mark else rule.threshold - 1
    narrow = [
        cell
        for cell in shown
        if all(label != TOTAL or name not in one.office.by for name, label in zip(case.kinds.names, cell, strict=True))
    ]
    return sum(hidden if shown[cell] == HIDDEN else shown[cell] for cell in narrow)


def disagreement(row: pd.Series, truth: tuple[int, int], *, cut_off: bool) -> str:
    """What is wrong with a verdict, or nothing. Where larger worlds were not listed, a wider range may be right."""
    lowest, highest = truth
    low, high, verdict = row["low"], row["high"], row["verdict"]
    if low > lowest or (pd.notna(high) and high < highest):
        return "too narrow"
    if (verdict == "exact") != (pd.notna(high) and low == high):
        return "another word than its range"
    if cut_off or verdict == "not found":
        return ""
    return "" if low == lowest and pd.notna(high) and high == highest else "too wide"


def tried(rng: np.random.Generator, kind: str) -> bool:
    """Make one case, and check it."""
    return check(some_case(rng, kind))


def run(kinds: dict[str, int], seed: int) -> Counter[str]:
    """Check so many cases of each kind; returns how many agreed."""
    return run_kinds(kinds, seed, tried)


if __name__ == "__main__":
    fuzz(__doc__, KINDS, tried)
