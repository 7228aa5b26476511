"""Hold the audit against brute force on random small releases.

``python -m tests.disclosure.audit.fuzz --cases 20000`` checks more of them. Some cases are audited together: they
stand beside each other in one release, told apart by a dimension of their own that has no total, so that none touches
another.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import product

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Attacker, Coalition, Contributor, Outsider
from disclosure.audit.verdicts import NO_VERDICT, audit, exact_cells
from disclosure.defences.cell_key import perturbation_table
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable, Hierarchy, wider_labels
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.perturbation import KEYS, PerturbationTable
from tests.disclosure.audit.brute_force import (
    Cell,
    Chains,
    TooManyError,
    allowed_counts,
    chains,
    covers,
    enumerate_tables,
)

Random = np.random.Generator
Release = CountTable | LinkedTables


@dataclass(frozen=True)
class Batch:
    """Many random releases of one kind in one, with an attacker, and what she may know of the marks."""

    kind: str
    release: Release
    attacker: Attacker
    primary: pd.Series | None = None


@dataclass
class World:
    """The people of a batch: counts by case and by up to three dimensions; shape (cases, films, regions, ages)."""

    counts: np.ndarray
    hierarchies: dict[str, Hierarchy] = field(default_factory=dict)

    def table(self, by: tuple[str, ...], *, totals: bool = True) -> CountTable:
        """Count the people of all cases by some dimensions."""
        names = ("film", "region", "age")[: self.counts.ndim - 1]
        unused = tuple(axis for axis, name in enumerate(names, start=1) if name not in by)
        counts = self.counts.sum(axis=unused)
        labels = [[f"case{i}" for i in range(len(counts))]]
        for axis, name in enumerate(by, start=1):
            its_labels = [f"{name}{i}" for i in range(counts.shape[axis])]
            if totals:
                counts, its_labels = with_wider(counts, axis, its_labels, self.hierarchies.get(name, {}))
            labels.append(its_labels)
        index = pd.MultiIndex.from_product(labels, names=["case", *by])
        cells = (
            index.to_frame(index=False).astype(object).assign(count=pd.array(counts.ravel(), dtype="Int64"), mark="")
        )
        return CountTable(cells, ("case", *by), hierarchies={n: h for n, h in self.hierarchies.items() if n in by})


def with_wider(counts: np.ndarray, axis: int, labels: list[str], hierarchy: Hierarchy) -> tuple[np.ndarray, list[str]]:
    """Append along one axis the sums over wider labels and over all."""
    parts, names = [counts], list(labels)
    for wider in sorted(set(hierarchy.values())):
        inside = [i for i, label in enumerate(labels) if hierarchy[label] == wider]
        parts.append(counts.take(inside, axis=axis).sum(axis=axis, keepdims=True))
        names.append(wider)
    parts.append(counts.sum(axis=axis, keepdims=True))
    return np.concatenate(parts, axis=axis), [*names, TOTAL]


def random_world(
    rng: Random, shape: tuple[int, ...], most: int, hierarchies: dict[str, Hierarchy] | None = None
) -> World:
    """Some counts of zero, the others evenly up to the largest."""
    counts = rng.integers(0, most + 1, size=shape) * (rng.random(shape) < rng.uniform(0.5, 1.0))
    return World(counts, hierarchies or {})


def hide_small(rng: Random, table: CountTable, largest: int = 5, must: float = 0.0) -> CountTable:
    """Hide small cells by a random rule; sometimes not all totals are printed, and a share of cells must be."""
    rule = Rule(int(rng.integers(2, largest + 1)), zeros=str(rng.choice(["printed", "printed", "hidden"])))
    named = rng.random(len(table.cells)) < must if must else np.zeros(len(table.cells), dtype=bool)
    small = table.cells["count"].map(rule.hides).astype(bool) & ~named
    cells = table.cells.assign(count=table.cells["count"].mask(small), mark=np.where(small, "c", ""))
    printed = without_some_totals(rng, replace(table, cells=cells, rule=rule))
    labels = [*table.cells.loc[named, list(table.by)].itertuples(index=False, name=None)]
    left = set(printed.cells[list(table.by)].itertuples(index=False, name=None))
    return replace(printed, must_be_printed=tuple(cell for cell in labels if cell in left))


def without_some_totals(rng: Random, table: CountTable) -> CountTable:
    """Sometimes a table is printed without all of its totals, everywhere the same ones."""
    if rng.random() < 0.75:
        return table
    place = table.cells[list(table.by[1:])].agg(" ".join, axis="columns")
    dropped = place.isin([name for name in sorted(set(place[table.is_total])) if rng.random() < 0.5])
    return replace(table, cells=table.cells[~dropped].reset_index(drop=True))


def some_attacker(rng: Random, world: World) -> Attacker:
    """An outsider, or somebody in each of the cases."""
    if rng.random() < 0.6:
        return Outsider()
    members: list[Contributor] = []
    for case, counts in enumerate(world.counts):
        taken = np.argwhere(counts > 0)
        for place in rng.permutation(taken)[: rng.integers(0, 3)]:
            labels = [f"{name}{i}" for name, i in zip(("film", "region", "age"), place, strict=False)]
            members.append(
                Contributor((f"case{case}", *labels), alone=bool(counts[tuple(place)] == 1 and rng.random() < 0.7))
            )
    return Coalition(tuple(members)) if members else Outsider()


def alone_in_wider(rng: Random, batch: Batch, truth: CountTable) -> Batch:
    """The same batch; some of its people know that they are alone in a wider cell than their own, too."""
    assert isinstance(batch.release, CountTable)
    if isinstance(batch.attacker, Outsider):
        return batch
    names = list(truth.by)
    one = set(truth.cells.loc[truth.cells["count"] == 1, names].itertuples(index=False, name=None))
    one &= set(batch.release.cells[names].itertuples(index=False, name=None))
    members = []
    for member in getattr(batch.attacker, "members", ()):
        case, *labels = member.cell
        chains = [
            wider_labels(label, truth.hierarchies.get(at, {})) for at, label in zip(names[1:], labels, strict=True)
        ]
        wider = [cell for cell in product((case,), *chains) if cell in one and rng.random() < 0.7]
        members.append(replace(member, alone_in=tuple(wider)))
    return replace(batch, attacker=Coalition(tuple(members)))


def two_way(rng: Random, cases: int) -> Batch:
    """Small cells hidden, totals printed or hidden or left out, zeros printed or hidden."""
    world = random_world(rng, (cases, *rng.integers(2, 5, size=2)), int(rng.integers(2, 7)))
    truth = world.table(("film", "region"))
    return alone_in_wider(rng, Batch("two-way", hide_small(rng, truth), some_attacker(rng, world)), truth)


def two_marks(rng: Random, cases: int) -> Batch:
    """Small cells and some others hidden, in a two-way table."""
    world = random_world(rng, (cases, *rng.integers(2, 4, size=2)), int(rng.integers(3, 7)))
    return complemented(rng, "two marks or one", world.table(("film", "region")), world)


def complemented(rng: Random, kind: str, table: CountTable, world: World, largest: int = 4) -> Batch:
    """Hide small cells and, at random, others: with one mark or two, the primary ones known or not."""
    zeros, second = str(rng.choice(["printed", "hidden", "may be hidden"])), str(rng.choice(["c", "x"]))
    rule = Rule(int(rng.integers(2, largest + 1)), zeros=zeros, mark="c", complementary_mark=second)
    counts = table.cells["count"]
    small = counts.map(rule.hides).astype(bool)
    others = ~small & (rng.random(len(counts)) < 0.4) & ((counts > 0) | (zeros == "may be hidden"))
    others &= ~table.is_total | (rng.random() < 0.3)
    cells = table.cells.assign(count=counts.mask(small | others), mark=np.select([small, others], ["c", second], ""))
    known = small if second == "c" and rng.random() < 0.5 else None
    return Batch(kind, replace(table, cells=cells, rule=rule), some_attacker(rng, world), known)


def one_line(rng: Random, cases: int) -> Batch:
    """A few cells and their total: small ones and some others hidden, which may be zeros."""
    world = random_world(rng, (cases, int(rng.integers(3, 5))), int(rng.integers(3, 9)))
    return complemented(rng, "one line", world.table(("film",)), world, largest=8)


def printed_small(rng: Random, cases: int) -> Batch:
    """Small cells and some others hidden, and a few small ones printed, totals or not: the rule is broken."""
    world = random_world(rng, (cases, *rng.integers(2, 4, size=2)), int(rng.integers(3, 7)))
    truth = world.table(("film", "region"))
    batch = complemented(rng, "printed although small", truth, world)
    release = batch.release
    assert isinstance(release, CountTable)
    printed = release.cells["count"].mask(rng.random(len(release.cells)) < 0.2, truth.cells["count"])
    cells = release.cells.assign(count=printed, mark=release.cells["mark"].mask(printed.notna(), ""))
    named = cells[printed.notna() & (rng.random(len(cells)) < rng.choice([0, 0.5, 1]))]
    must = tuple(named[list(release.by)].itertuples(index=False, name=None))
    return replace(batch, release=replace(release, cells=cells, must_be_printed=must))


def three_way(rng: Random, cases: int) -> Batch:
    world = random_world(rng, (cases, 2, 2, int(rng.integers(2, 4))), 3)
    truth = world.table(("film", "region", "age"))
    return alone_in_wider(rng, Batch("three-way", hide_small(rng, truth, 4), some_attacker(rng, world)), truth)


def linked(rng: Random, cases: int) -> Batch:
    """Two or three tables of the same people, each with its own rule."""
    world = random_world(rng, (cases, 2, 2, 2), 2)
    chosen = [("film", "region"), ("film", "age"), ("region", "age"), ("age",)]
    chosen = [chosen[i] for i in sorted(rng.choice(4, size=int(rng.integers(2, 4)), replace=False))]
    release = LinkedTables(tuple(hide_small(rng, world.table(by, totals=bool(rng.random() < 0.8)), 4) for by in chosen))
    everywhere = release.dimensions == ("case", "film", "region", "age")
    attacker = some_attacker(rng, world) if everywhere else Outsider()
    if isinstance(attacker, Coalition):
        attacker = Coalition(tuple(replace(member, alone=False) for member in attacker.members))
    return Batch("linked", release, attacker)


def nested(rng: Random, cases: int) -> Batch:
    """Regions within countries."""
    hierarchy = {f"region{i}": "Aland" if i < 2 else "Bland" for i in range(4)}
    regions = int(rng.integers(3, 5))
    world = random_world(rng, (cases, 2, regions), 4, {"region": {r: hierarchy[r] for r in list(hierarchy)[:regions]}})
    table = world.table(("film", "region"))
    if rng.random() < 0.3:
        return alone_in_wider(rng, complemented(rng, "nested", table, world), table)
    return alone_in_wider(rng, Batch("nested", hide_small(rng, table), some_attacker(rng, world)), table)


def rounded(rng: Random, cases: int) -> Batch:
    """Every count to the nearest multiple of a base; sometimes small ones are hidden first, or must be printed."""
    world, base = random_world(rng, (cases, 2, 2), 9), int(rng.choice([3, 5, 5, 10]))
    table = world.table(("film", "region"))
    if rng.random() < 0.5:
        table = hide_small(rng, table, must=float(rng.choice([0, 0.05, 0.2])))
    counts = (table.cells["count"] + base // 2) // base * base
    return Batch("rounded", replace(table, cells=table.cells.assign(count=counts), base=base), Outsider())


def perturbed(rng: Random, cases: int) -> Batch:
    """Every count changed by chance: by a table of perturbations, perhaps with holes, or to a multiple of a base."""
    world = random_world(rng, (cases, *((2,) if rng.random() < 0.5 else (2, 2))), 9)
    table = world.table(("film", "region")[: world.counts.ndim - 1])
    counts, keys = table.cells["count"].to_numpy(dtype=np.int64), rng.integers(0, KEYS, len(table.cells))
    if rng.random() < 0.3:
        base = int(rng.integers(2, 6))
        printed = counts // base * base + base * (rng.integers(0, base, len(counts)) < counts % base)
        release = replace(
            table, cells=table.cells.assign(count=pd.array(printed, "Int64")), base=base, rounding="random"
        )
    else:
        changes = some_changes(rng)
        printed = pd.array(changes.printed(counts, keys), "Int64")
        release = replace(table, cells=table.cells.assign(count=printed), perturbation=changes)
    return Batch("perturbed", release, Outsider())


def some_changes(rng: Random) -> PerturbationTable:
    """A designed table of perturbations, or one with some changes that never happen."""
    if rng.random() < 0.5:
        return perturbation_table(*[(2, 1.5, 1), (3, 1.5, 2), (3, 2.5, 3)][int(rng.integers(3))])
    reach = int(rng.integers(1, 4))
    weights = rng.integers(0, 3, size=(int(rng.integers(2, 6)), 2 * reach + 1))
    weights[:, reach] += weights.sum(axis=1) == 0
    for count, row in enumerate(weights):
        row[: max(0, reach - count)] = 0
        row[reach] += row.sum() == 0
    weights[0] = np.eye(2 * reach + 1, dtype=int)[reach]
    return PerturbationTable(tuple(tuple(row / row.sum()) for row in weights))


OTHERS: dict[str, Callable[[Random, int], Batch]] = {
    "two marks or one": two_marks,
    "printed although small": printed_small,
    "three-way": three_way,
    "linked": linked,
    "nested": nested,
    "rounded": rounded,
    "perturbed": perturbed,
    "one line": one_line,
}
KINDS = {"two-way": two_way, **OTHERS}


def check(batch: Batch) -> int:
    """Compare the audit with brute force, case by case and cell by cell.

    Returns:
        The number of cases that could be listed.

    Raises:
        AssertionError: they disagree; the message shows the case.
    """
    frame = audit(batch.release, batch.attacker, primary=batch.primary, why=False, nothing_to_subtract=True)
    fast = exact_cells(batch.release, batch.attacker, primary=batch.primary, nothing_to_subtract=True)
    frame["fast"] = fast["exact"]
    assert fast["count"].equals(frame["low"].where(frame["fast"])), f"{batch.kind}: other counts of exact cells"
    names = [name for name in frame.columns[: list(frame.columns).index("target")] if name != "case"]
    audited = dict(iter(frame.groupby("case")))
    checked = 0
    for case, labels, cells in listed_cases(batch, tuple(names)):
        try:
            found = enumerate_tables(cells)
        except TooManyError:
            continue
        checked += 1
        if case in audited:
            low, high = found.min(axis=0).tolist(), found.max(axis=0).tolist()
            compare(batch, case, audited[case], names, dict(zip(labels, zip(low, high, strict=True), strict=False)))
            every_number(batch, case, audited[case], names, allowed_and_found(labels, cells, found))
    return checked


def compare(
    batch: Batch, case: str, rows: pd.DataFrame, names: list[str], truth: dict[tuple[str, ...], tuple[int, int]]
) -> None:
    """Hold each row of the audit of one case against the truth."""
    columns = [rows[name].tolist() for name in (*names, "low", "high", "verdict", "fast")]
    for *cell, low, high, verdict, fast in zip(*columns, strict=True):
        lowest, highest = truth[tuple(cell)]
        endless = pd.isna(high) and highest >= 20
        exact = lowest == highest
        agree = (
            low == lowest
            and (endless or (pd.notna(high) and high == highest))
            and fast == (exact and verdict != NO_VERDICT) == (verdict == "exact")
        )
        said = f"{low} to {high} ({verdict}, all at once: {fast})"
        assert agree, f"{cell}: audit {said}, brute force {lowest} to {highest}\n{shown(batch, case)}"


Numbers = dict[tuple[str, ...], tuple[set[int], set[int]]]
"""For each cell, the counts that its own print allows, and those of them that some table has."""


def allowed_and_found(labels: list[tuple[str, ...]], cells: list[Cell], tables: np.ndarray) -> Numbers:
    """For each cell the counts that every table allows that prints it, and those that fit all else as well."""
    told: Numbers = {}
    for name, cell, column in zip(labels, cells, tables.T, strict=False):
        allowed = set(np.flatnonzero(cell.allowed).tolist())
        told[name] = allowed & told.get(name, (allowed,))[0], set(column.tolist())
    return told


def every_number(batch: Batch, case: str, rows: pd.DataFrame, names: list[str], told: Numbers) -> None:
    """In an open cell with a limit, every number is possible that its rule hides, or that rounding leaves."""
    tables = batch.release.tables if isinstance(batch.release, LinkedTables) else (batch.release,)
    largest = min((table.rule.threshold - 1 for table in tables if table.rule), default=1_000)
    limited = rows.loc[rows["verdict"].eq("open") & rows["high"].notna(), [*names, "low", "high"]]
    for *cell, low, high in limited.itertuples(index=False):
        allowed, found = told[tuple(cell)]
        missing = {count for count in allowed - found if low <= count <= min(high, largest)}
        assert not missing, f"{cell}: open, and never {missing}\n{shown(batch, case)}"


def listed_cases(batch: Batch, names: tuple[str, ...]) -> Iterator[tuple[str, list[tuple[str, ...]], list[Cell]]]:
    """For each case: its name, the labels of its cells, and its cells for brute force."""
    tables = list(batch.release.tables if isinstance(batch.release, LinkedTables) else (batch.release,))
    narrowest = [chains(tables, name) for name in names]
    top = top_count(tables)
    covering = cache(lambda cell: covers(cell, narrowest))
    by_case: dict[str, list[tuple[tuple[str, ...], Cell]]] = {}
    start = 0
    for table in tables:
        allowed = cache(lambda count, mark, told, table=table: allowed_counts(table, count, mark, told, top))
        rows = table.cells
        told = [None] * len(rows) if batch.primary is None else batch.primary.iloc[start : start + len(rows)].tolist()
        labels = [rows[name].tolist() if name in table.by else [TOTAL] * len(rows) for name in names]
        counts = [None if pd.isna(count) else int(count) for count in rows["count"]]
        for case, count, mark, known, *cell in zip(rows["case"], counts, rows["mark"], told, *labels, strict=True):
            by_case.setdefault(case, []).append((tuple(cell), Cell(covering(tuple(cell)), allowed(count, mark, known))))
        start += len(rows)
    for case, cells in by_case.items():
        known_cells = knowledge(batch.attacker, case, narrowest, top)
        yield case, [name for name, _ in cells], [cell for _, cell in cells] + known_cells


def knowledge(attacker: Attacker, case: str, narrowest: list[Chains], top: int) -> list[Cell]:
    """What the contributors in one case know, as cells that count them, and cells that count nobody else."""
    members = attacker.members if isinstance(attacker, Coalition) else ()
    here, counts = [member for member in members if member.cell[0] == case], np.arange(top + 1)
    stands = [Cell(covers(member.cell[1:], narrowest), counts >= 1) for member in here]
    alone = dict.fromkeys(cell for member in here for cell in member.alone_cells)
    return stands + [Cell(covers(cell[1:], narrowest), counts == 1) for cell in alone]


def top_count(tables: list[CountTable]) -> int:
    """A count that no limited cell of the release exceeds."""
    printed = pd.concat([table.cells["count"] for table in tables]).fillna(0).max()
    return int(max(printed + 20, 44))


def shown(batch: Batch, case: str) -> str:
    """One case as text."""
    tables = batch.release.tables if isinstance(batch.release, LinkedTables) else (batch.release,)
    parts = [f"{batch.kind} {case}: {[m for m in getattr(batch.attacker, 'members', ()) if m.cell[0] == case]}"]
    for table in tables:
        one = replace(table, cells=table.cells[table.cells["case"] == case])
        parts += [f"{table.rule} base {table.base}", one.grid().to_string()]
    return "\n".join(parts)


def run(kinds: dict[str, int], seed: int, together: int = 25) -> Counter[str]:
    """Check so many cases of each kind, some of them together in one release with one rule.

    Returns:
        How many cases of each kind agreed; at least as many as asked.
    """
    agreed: Counter[str] = Counter()
    for number, (kind, asked) in enumerate(kinds.items()):
        rng = np.random.default_rng([seed, number])
        while agreed[kind] < asked:
            agreed[kind] += check(KINDS[kind](rng, min(together, asked - agreed[kind])))
    return agreed


def report(agreed: Counter[str], seed: int, start: float) -> None:
    """Print how many cases agreed and how long it took."""
    took = time.perf_counter() - start
    sys.stdout.write(f"seed {seed}: {agreed.total()} releases agree in {took:.0f} s: {dict(agreed)}\n")


def main() -> None:
    """Read the number of cases and the seed from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--kinds", nargs="*", default=list(KINDS))
    asked = parser.parse_args()
    start = time.perf_counter()
    report(run({kind: max(1, asked.cases // len(asked.kinds)) for kind in asked.kinds}, asked.seed), asked.seed, start)


if __name__ == "__main__":
    main()
