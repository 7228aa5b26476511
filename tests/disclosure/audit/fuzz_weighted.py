"""Hold the audit of weighted counts against all numbers of people, one by one, and a linear program for each.

``python -m tests.disclosure.audit.fuzz_weighted --cases 20000`` checks more of them.
"""

from collections import Counter
from dataclasses import dataclass
from itertools import product

import numpy as np
import pandas as pd
from scipy.optimize import linprog

from disclosure.audit.attackers import Attacker, Coalition, Outsider
from disclosure.audit.verdicts import audit
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.weights import Weights
from tests.disclosure.audit.brute_force import allowed_counts
from tests.disclosure.audit.fuzzing import fuzz, run_kinds
from tests.disclosure.audit.worlds import contributor

Random = np.random.Generator
KINDS = ("weights known", "largest known", "least known", "weights not known", "people printed", "not covered")
MOST, MOST_TABLES = 5, 60
"""How many people a narrowest cell has at most, and how many ways to fill a table are worth a look."""


@dataclass(frozen=True)
class Case:
    """A release, who looks at it, and which of the narrowest cells each cell counts; bool, shape (cells, narrowest)."""

    release: CountTable
    attacker: Attacker
    covers: np.ndarray

    def __str__(self) -> str:
        """The case as text."""
        table = self.release
        return f"{self.attacker}\n{table.rule} {table.weights} {table.not_covered}\n{table.cells.to_string()}"


def some_case(rng: Random, kind: str) -> Case:
    """Random people with random weights in a small table with totals; small cells are hidden, and perhaps others."""
    shape = ((2, 1), (3, 1), (2, 2))[rng.integers(0, 3)]
    people = rng.integers(0, MOST, size=shape)
    least, largest = float(rng.choice([0.5, 1, 2])), float(rng.choice([2, 3, 6]))
    weighted = np.vectorize(lambda n: rng.uniform(least, largest, size=n).sum())(people)
    labels = [[f"{name}{i}" for i in range(size)] + [TOTAL] for name, size in zip(("f", "r"), shape, strict=True)]
    rows = list(product(*labels))
    leaves = list(product(labels[0][:-1], labels[1][:-1]))
    covers = np.array(
        [[all(a in (b, TOTAL) for a, b in zip(row, leaf, strict=True)) for leaf in leaves] for row in rows]
    )
    n, v, decimals = covers.astype(int) @ people.ravel(), covers @ weighted.ravel(), int(rng.integers(0, 2))
    zeros = "hidden" if kind in ("weights known", "people printed") and rng.random() < 0.3 else "printed"
    second = str(rng.choice(["c", "x"])) if rng.random() < 0.5 else None
    rule = Rule(int(rng.integers(2, 4)), zeros, complementary_mark=second)  # type: ignore[arg-type]
    small = np.array([rule.hides(one) for one in n])
    others = ~small & (n > 0) & (rng.random(len(rows)) < 0.3) & (second is not None)
    frame = pd.DataFrame(rows, columns=["film", "region"]).assign(
        count=pd.Series(np.round(v, decimals)).mask(small | others),
        mark=np.select([small, others], ["c", second or "c"], ""),
    )
    if kind == "people printed":
        frame["contributors"] = pd.array(n, dtype="Int64")
        frame["contributors"] = frame["contributors"].mask(rng.random(len(rows)) < 0.4)
    kept, uncovered = np.ones(len(rows), dtype=bool), {}
    if kind == "not covered":
        kept = np.array([row[0] != "f0" for row in rows])
        uncovered = {"film": "f0"}
    known = Weights(
        decimals,
        None if kind in ("largest known", "weights not known") else least,
        None if kind in ("least known", "weights not known") else largest,
    )
    table = CountTable(
        frame[kept].reset_index(drop=True), ("film", "region"), rule, weights=known, not_covered=uncovered
    )
    return Case(table, some_attacker(rng, leaves, people.ravel(), (rows, n)), covers[kept])


def some_attacker(
    rng: Random, leaves: list[tuple[str, ...]], people: np.ndarray, cells: tuple[list[tuple[str, ...]], np.ndarray]
) -> Attacker:
    """An outsider, or somebody in a narrowest cell, or several; perhaps alone there, or in a total of it.

    Args:
        rng: what is drawn from.
        leaves, people: the narrowest cells and how many people each holds.
        cells: likewise all cells of the table.
    """
    taken = np.flatnonzero(people)
    if rng.random() < 0.5 or not len(taken):
        return Outsider()
    members = []
    for leaf in (leaves[i] for i in rng.permutation(taken)[: rng.integers(1, 3)]):
        wider = [cell for cell, n in zip(*cells, strict=True) if n == 1 and holds(cell, leaf) and rng.random() < 0.6]
        members.append(contributor((leaf, tuple(wider))))
    return Coalition(tuple(members))


def holds(outer: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    """Whether everybody in one cell is in another."""
    return all(a in (TOTAL, b) for a, b in zip(outer, inner, strict=True))


def fillings(case: Case) -> np.ndarray:
    """All numbers of people that fit rule, marks, print and attacker; shape (fillings, narrowest)."""
    table, covers = case.release, case.covers
    rule, weights = table.rule, table.weights
    assert rule and weights
    half = weights.unit / 2
    every = np.array(list(product(range(MOST + 3), repeat=covers.shape[1])))
    shown = table.cells["count"].to_numpy()
    small = broken(table)
    without = CountTable(table.cells.assign(count=pd.Series(np.nan, table.cells.index)), table.by, rule)
    if small:
        without = CountTable(without.cells.assign(count=[1, *[np.nan] * (len(shown) - 1)]), table.by, rule)
    for place, (row, printed, mark) in enumerate(zip(covers, shown, table.cells["mark"], strict=True)):
        n = every @ row.astype(int)
        top = int(n.max(initial=0))
        if np.isnan(printed):
            fits = allowed_counts(without, pd.NA, mark, None, top)[n]
        else:
            fits = np.array([small or not rule.hides(one) for one in range(top + 1)])[n]
            fits &= (n > 0) | (printed - half <= 0)
            fits &= (weights.least or 0) * n <= printed + half + 1e-9
            fits &= printed - half <= (weights.largest or np.inf) * np.maximum(n, 1e-9) + 1e-9
        if "contributors" in table.cells and pd.notna(table.cells["contributors"].iloc[place]):
            fits &= n == table.cells["contributors"].iloc[place]
        every = every[fits]
    return known_to(case, every)


def broken(table: CountTable) -> bool:
    """Whether a cell is surely printed although small."""
    rule, weights = table.rule, table.weights
    assert rule and weights
    half, printed = weights.unit / 2, table.cells["count"].notna()
    counts = table.cells["count"]
    surely = (counts + half < rule.threshold * (weights.least or 0)) & (counts - half > 0)
    if "contributors" in table.cells:
        surely |= np.array([pd.notna(n) and rule.hides(int(n)) for n in table.cells["contributors"]])
    return bool((printed & surely).any())


def known_to(case: Case, every: np.ndarray) -> np.ndarray:
    """Only what the attacker thinks possible."""
    table = case.release
    names = [tuple(row) for row in table.cells[list(table.by)].to_numpy()]
    for member in case.attacker.members if isinstance(case.attacker, Coalition) else ():
        every = every[every @ case.covers[names.index(member.cell)].astype(int) >= 1]
        for cell in member.alone_cells:
            every = every[every @ case.covers[names.index(cell)].astype(int) == 1]
    return every


def truth(case: Case, every: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The smallest and largest weighted count of each cell, over all numbers of people; shape (cells,)."""
    weights = case.release.weights
    assert weights
    shown, half = case.release.cells["count"].to_numpy(), weights.unit / 2
    inside = ~np.isnan(shown)
    covers = case.covers.astype(float)
    rows = np.vstack([covers[inside], -covers[inside]])
    ends = np.concatenate([shown[inside] + half, half - shown[inside]])
    low, high = np.full(len(shown), np.inf), np.full(len(shown), -np.inf)
    for people in every:
        bounds = [
            ((weights.least or 0) * n, 0 if n == 0 else n * weights.largest if weights.largest else None)
            for n in people.tolist()
        ]
        for place in np.flatnonzero(~inside):
            aim = case.covers[place].astype(float)
            least = linprog(aim, rows, ends, bounds=bounds)
            if least.status == 2:
                break
            most = linprog(-aim, rows, ends, bounds=bounds)
            low[place] = min(low[place], least.fun)
            high[place] = max(high[place], np.inf if most.status == 3 else -most.fun)
    return low, high


def check(case: Case) -> bool:
    """Compare the audit with the enumeration; False if nothing is hidden or there are too many ways to fill the table.

    Raises:
        AssertionError: they disagree; the message shows the case.
    """
    if not case.release.cells["count"].isna().any():
        return False
    missing = isinstance(case.attacker, Coalition) and not {
        cell for member in case.attacker.members for cell in (member.cell, *member.alone_cells)
    } <= {tuple(row) for row in case.release.cells[list(case.release.by)].to_numpy()}
    every = np.zeros((0, 0)) if missing else fillings(case)
    if not 0 < len(every) <= MOST_TABLES:
        return False
    frame = audit(case.release, case.attacker, nothing_to_subtract=True)
    low, high = truth(case, every)
    weights = case.release.weights
    assert weights
    fewer = bool((every == MOST + 2).any())  # more people would fit than were tried
    rows = frame[frame["role"].ne("not covered") & frame["low"].notna()]
    hidden = case.release.cells["count"].isna()
    for (_, row), place in zip(
        rows[rows["role"].ne("printed although small")].iterrows(), np.flatnonzero(hidden), strict=True
    ):
        seen_high = np.inf if pd.isna(row["high"]) else row["high"]
        if row["verdict"] in ("not found", "exact") or fewer:  # exact is a range of one unit, if not all was used, too
            agree = row["low"] <= low[place] + 1e-4 and seen_high >= high[place] - 1e-4
        else:
            endless = np.isinf(seen_high) and np.isinf(high[place])
            agree = abs(row["low"] - low[place]) < 1e-4 and (endless or abs(seen_high - high[place]) < 1e-4)
        width = high[place] - low[place]
        agree &= row["verdict"] != "exact" or width <= weights.unit + 1e-4
        agree &= row["verdict"] in ("exact", "not found") or width > weights.unit - 1e-4
        assert agree, f"{row.to_dict()} is {low[place]} to {high[place]}\n{case}"
    return True


def tried(rng: Random, kind: str) -> bool:
    """Make one case, and check it."""
    return check(some_case(rng, kind))


def run(kinds: dict[str, int], seed: int) -> Counter[str]:
    """Check so many cases of each kind; returns how many agreed."""
    return run_kinds(kinds, seed, tried)


if __name__ == "__main__":
    fuzz(__doc__, KINDS, tried)
