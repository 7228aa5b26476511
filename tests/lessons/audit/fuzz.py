"""Hold the audit against brute force on random small releases: ``python -m tests.lessons.audit.fuzz --cases 100000``."""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from lessons.audit.attackers import Attacker, Coalition, Contributor, Outsider
from lessons.audit.verdicts import audit, exact_cells
from lessons.defences.suppression import Suppress
from lessons.releases.count_table import TOTAL, CountTable, Hierarchy, count_table
from lessons.releases.linked_tables import LinkedTables
from lessons.rules import Rule
from tests.lessons.audit.brute_force import TooManyError, enumerate_ranges

Random = np.random.Generator


@dataclass(frozen=True)
class Case:
    """One random release with an attacker, and what she may know."""

    kind: str
    release: CountTable | LinkedTables
    attacker: Attacker
    primary: pd.Series | None = None


def random_people(rng: Random, shape: tuple[int, ...], most: int) -> pd.DataFrame:
    """People spread over a few labels of some dimensions; all labels are kept as categories."""
    counts = rng.integers(0, most + 1, size=shape) * (rng.random(shape) < 0.8)
    places = np.repeat(np.indices(shape).reshape(len(shape), -1), counts.ravel(), axis=1)
    names = ["film", "region", "age"][: len(shape)]
    return pd.DataFrame(
        {
            name: pd.Categorical.from_codes(codes, [f"{name[0]}{i}" for i in range(size)])
            for name, codes, size in zip(names, places, shape, strict=True)
        }
    )


def random_shape(rng: Random, dimensions: int, largest: int) -> tuple[int, ...]:
    return tuple(int(n) for n in rng.integers(2, largest + 1, size=dimensions))


def two_way(rng: Random) -> Case:
    """A table with its small cells hidden, totals printed, zeros printed or hidden; totals themselves may be hidden."""
    people = random_people(rng, random_shape(rng, 2, 4), int(rng.integers(2, 7)))
    zeros = str(rng.choice(["printed", "printed", "hidden"]))
    release = Suppress(int(rng.integers(2, 6)), zeros=zeros)(count_table(people, by=("film", "region")))
    return Case("two-way", without_some_totals(rng, release), some_attacker(rng, people, 0.3))


def without_some_totals(rng: Random, table: CountTable) -> CountTable:
    """Sometimes a table is printed without all of its totals."""
    if rng.random() < 0.8:
        return table
    dropped = table.is_total & (rng.random(len(table.cells)) < 0.5)
    return replace(table, cells=table.cells[~dropped].reset_index(drop=True))


def some_attacker(rng: Random, people: pd.DataFrame, how_often: float) -> Attacker:
    """An outsider, or somebody who is in the data."""
    if not len(people) or rng.random() > how_often:
        return Outsider()
    rows = people.astype(str).apply(tuple, axis="columns")
    alone = rows[~rows.duplicated(keep=False)]
    picked = [str_tuple(rows.iloc[i]) for i in rng.choice(len(rows), size=min(len(rows), 2), replace=False)]
    members = [Contributor(cell, alone=cell in set(alone) and bool(rng.random() < 0.7)) for cell in picked]
    return members[0] if rng.random() < 0.7 else Coalition(tuple(members))


def str_tuple(labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(str(label) for label in labels)


def covered(rng: Random) -> Case:
    """Small cells and some others are hidden: with one mark or two, the primary ones known or not."""
    people = random_people(rng, random_shape(rng, 2, 3), int(rng.integers(3, 7)))
    return complemented(rng, "two marks or one", count_table(people, by=("film", "region")), people)


def complemented(rng: Random, kind: str, table: CountTable, people: pd.DataFrame) -> Case:
    """Hide small cells and, at random, others."""
    zeros = str(rng.choice(["printed", "hidden", "may be hidden"]))
    second_mark = str(rng.choice(["c", "x"]))
    rule = Rule(int(rng.integers(2, 5)), zeros=zeros, mark="c", complementary_mark=second_mark)
    counts = table.cells["count"]
    small = counts.map(rule.hides).astype(bool)
    others = ~small & ~table.is_total & (rng.random(len(counts)) < 0.4) & ((counts > 0) | (zeros == "may be hidden"))
    cells = table.cells.assign(count=counts.mask(small | others))
    cells["mark"] = np.select([small, others], ["c", second_mark], "")
    known = small if second_mark == "c" and rng.random() < 0.5 else None
    return Case(kind, CountTable(cells, table.by, rule, table.hierarchies), some_attacker(rng, people, 0.3), known)


def three_way(rng: Random) -> Case:
    people = random_people(rng, random_shape(rng, 3, 2 if rng.random() < 0.7 else 3), 3)
    release = Suppress(int(rng.integers(2, 5)))(count_table(people, by=("film", "region", "age")))
    return Case("three-way", without_some_totals(rng, release), some_attacker(rng, people, 0.3))


def linked(rng: Random) -> Case:
    """Two or three tables of the same people, each with its own threshold."""
    people = random_people(rng, random_shape(rng, 3, 2 if rng.random() < 0.8 else 3), 2)
    pairs = [("film", "region"), ("film", "age"), ("region", "age"), ("film",), ("age",)]
    chosen = rng.choice(len(pairs), size=int(rng.integers(2, 4)), replace=False)
    tables = [count_table(people, by=pairs[i], totals=bool(rng.random() < 0.8)) for i in chosen]
    hidden = tuple(Suppress(int(rng.integers(2, 5)))(table) for table in tables)
    release = LinkedTables(hidden)
    if set(release.dimensions) != {"film", "region", "age"}:
        return Case("linked", release, Outsider())
    return Case("linked", release, some_attacker(rng, people[list(release.dimensions)], 0.3))


def nested(rng: Random) -> Case:
    """Regions within countries."""
    people = random_people(rng, (2, int(rng.integers(3, 5))), 4)
    hierarchy: Hierarchy = {f"r{i}": "Aland" if i < 2 else "Bland" for i in range(4)}
    table = count_table(people, by=("film", "region"), hierarchies={"region": hierarchy})
    if rng.random() < 0.3:
        return complemented(rng, "nested", table, people)
    release = Suppress(int(rng.integers(2, 6)))(table)
    return Case("nested", without_some_totals(rng, release), some_attacker(rng, people, 0.3))


def rounded(rng: Random) -> Case:
    """Every count to a multiple of the base; sometimes small ones are hidden first."""
    people = random_people(rng, (2, 2), 9)
    table, base = count_table(people, by=("film", "region")), int(rng.choice([3, 5, 5, 10]))
    if rng.random() < 0.4:
        table = Suppress(int(rng.integers(2, 6)))(table)
    counts = (table.cells["count"] + base // 2) // base * base
    return Case("rounded", replace(table, cells=table.cells.assign(count=counts), base=base), Outsider())


KINDS: dict[str, tuple[Callable[[Random], Case], float]] = {
    "two-way": (two_way, 0.8),
    "two marks or one": (covered, 0.04),
    "three-way": (three_way, 0.04),
    "linked": (linked, 0.04),
    "nested": (nested, 0.04),
    "rounded": (rounded, 0.04),
}


def disagreement(case: Case) -> str:
    """What the audit says and brute force does not; empty if they agree on every cell.

    Raises:
        TooManyError: the release has too many fillings to list.
    """
    truth = enumerate_ranges(case.release, case.attacker, case.primary, top=top_count(case.release))
    frame = audit(case.release, case.attacker, primary=case.primary)
    exact = exact_cells(case.release, case.attacker, primary=case.primary)
    names = list(case.release.dimensions if isinstance(case.release, LinkedTables) else case.release.by)
    for (_, row), fast in zip(frame.iterrows(), exact["exact"], strict=True):
        low, high = truth[tuple(row[names])]
        if (row["low"], row["high"]) != (low, high) and not (pd.isna(row["high"]) and high >= 25):
            return f"{row['target']}: the audit says {row['low']} to {row['high']}, brute force {low} to {high}"
        if (low == high) != (row["verdict"] == "exact") or (low == high) != fast:
            return f"{row['target']}: {low} to {high} is called {row['verdict']} (all at once: exact = {fast})"
    return ""


def top_count(release: CountTable | LinkedTables) -> int:
    """A count that no cell of the release exceeds."""
    tables = release.tables if isinstance(release, LinkedTables) else (release,)
    rules = [table.rule.threshold if table.rule else 1 for table in tables]
    leaves = max(len(table.cells) for table in tables)
    return int(max(max(table.cells["count"].max() if table.cells["count"].notna().any() else 0 for table in tables) + 5, max(rules) * leaves, 0))


def cases(seed: int) -> Iterator[Case]:
    """Random releases without end."""
    rng = np.random.default_rng(seed)
    makers, weights = zip(*KINDS.values(), strict=True)
    while True:
        yield makers[rng.choice(len(makers), p=weights)](rng)


def run(n_cases: int, seed: int, kinds: tuple[str, ...] = ()) -> Counter[str]:
    """Check so many releases that can be listed.

    Returns:
        How many cases of each kind agreed.

    Raises:
        AssertionError: the audit and brute force disagree; the message shows the release.
    """
    agreed: Counter[str] = Counter()
    for case in cases(seed):
        if kinds and case.kind not in kinds:
            continue
        try:
            wrong = disagreement(case)
        except TooManyError:
            continue
        assert not wrong, f"{wrong}\n{case.attacker}\n{shown(case)}"
        agreed[case.kind] += 1
        if agreed.total() == n_cases:
            return agreed
    raise AssertionError("unreachable")


def shown(case: Case) -> str:
    """A release as text."""
    tables = case.release.tables if isinstance(case.release, LinkedTables) else (case.release,)
    return "\n".join(f"{table.rule} base {table.base}\n{table.grid().to_string()}" for table in tables)


def main() -> None:
    """Read the number of cases and the seed from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--kinds", nargs="*", default=())
    asked = parser.parse_args()
    start = time.perf_counter()
    agreed = run(asked.cases, asked.seed, tuple(asked.kinds))
    print(f"seed {asked.seed}: {agreed.total()} releases agree in {time.perf_counter() - start:.0f} s: {dict(agreed)}")


if __name__ == "__main__":
    sys.exit(main())
