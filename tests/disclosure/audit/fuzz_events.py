"""Hold the audit of events against all that can be behind them: a threshold counts people, and a cell their events.

``python -m tests.disclosure.audit.fuzz_events --cases 20000`` checks more of them. A kind of person is the set of the
narrowest cells in which she has events; behind each there is one event or more.
"""

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations, product

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Attacker, Coalition, Outsider
from disclosure.audit.verdicts import audit, exact_cells
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.distinct_persons import DistinctPersons
from tests.disclosure.audit.fuzz_worlds import disagreement
from tests.disclosure.audit.fuzzing import fuzz, run_kinds
from tests.disclosure.audit.worlds import HIDDEN, Labels, all_worlds, contributor, have_room, may_be_hidden

Random = np.random.Generator
MOST_WORLDS, MOST_EVENTS = 6_000, 10


@dataclass(frozen=True)
class Cells:
    """The narrowest cells, and in which dimensions a person can have events at several labels."""

    names: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]
    several: tuple[str, ...]

    @cached_property
    def narrowest(self) -> list[Labels]:
        return list(product(*self.labels))

    @cached_property
    def every(self) -> list[tuple[Labels, ...]]:
        """In which narrowest cells each kind of person has events; shape (kinds,)."""
        sets = (them for n in range(1, len(self.narrowest) + 1) for them in combinations(self.narrowest, n))
        once = [at for at, name in enumerate(self.names) if name not in self.several]
        return [them for them in sets if all(len({cell[at] for cell in them}) == 1 for at in once)]

    def inside(self, cell: Labels) -> np.ndarray:
        """Which narrowest cells lie in a cell; shape (narrowest,)."""
        return np.array([all(a in (TOTAL, b) for a, b in zip(cell, one, strict=True)) for one in self.narrowest])

    def within(self, cell: Labels) -> np.ndarray:
        """Which kinds of people a cell counts; shape (kinds,)."""
        inside = {one for one, yes in zip(self.narrowest, self.inside(cell), strict=True) if yes}
        return np.array([bool(inside & {*them}) for them in self.every])


@dataclass(frozen=True)
class Case:
    """What is printed of some events, and who looks at it: her cell, how many events are hers, and where all are."""

    cells: Cells
    most: int
    events: int
    rule: Rule
    printed: tuple[tuple[Labels, int, str, int], ...]
    must: tuple[Labels, ...]
    members: tuple[tuple[Labels, int, tuple[Labels, ...]], ...]
    contributors: bool
    unprinted: str
    base: int

    @property
    def follows(self) -> bool:
        """Whether nothing is printed that the rule surely hides."""
        shown = [row for row in self.printed if row[1] != HIDDEN]
        few = self.contributors and any(self.rule.hides(behind) for *_, behind in shown if behind)
        return not few and not any(surely_hidden(n, self.rule, self.base) for _, n, _, _ in shown)

    @property
    def release(self) -> CountTable:
        """What the audit gets."""
        frame = pd.DataFrame([cell for cell, *_ in self.printed], columns=list(self.cells.names), dtype=object)
        counts = pd.array([pd.NA if n == HIDDEN else n for _, n, _, _ in self.printed], dtype="Int64")
        frame = frame.assign(count=counts, mark=[mark for _, _, mark, _ in self.printed])
        if self.contributors:
            frame["contributors"] = [behind for *_, behind in self.printed]
        return CountTable(
            frame,
            self.cells.names,
            self.rule,
            unit="visits",
            persons=DistinctPersons(self.cells.several),
            must_be_printed=self.must,
            base=self.base,
            not_covered={self.cells.names[0]: self.unprinted} if self.unprinted else {},
        )

    @property
    def attacker(self) -> Attacker:
        """Who looks at it."""
        seen = tuple(replace(contributor((cell, alone)), amount=n) for cell, n, alone in self.members)
        return Coalition(seen) if seen else Outsider()

    def __str__(self) -> str:
        """The case as text."""
        return f"{self.rule} {self.cells.several} {self.must} {self.attacker}\n{self.release.cells.to_string()}"


def surely_hidden(n: int, rule: Rule, base: int) -> bool:
    """Whether a rule hides all counts that are printed as this one."""
    return all(rule.hides(behind) for behind in range(max(n - base // 2, 0), n + base // 2 + 1))


KINDS = ("once", "rounded", "several", "several and a group", "several, must", "not everybody", "crossed")


def some_cells(rng: Random, kind: str) -> Cells:
    """Two or three wards, in which one person may be, or may not; and two regions, or none."""
    two = kind in ("several and a group", "crossed") or (
        kind in ("once", "rounded", "not everybody") and rng.random() < 0.5
    )
    wards = ("a", "b", "c")[: 2 if two else int(rng.integers(2, 4))]
    several = {
        "once": (),
        "rounded": ("ward",) * int(rng.integers(2)),
        "crossed": ("ward", "region"),
        "not everybody": ("ward",) * int(rng.integers(2)),
    }
    names, labels = ("ward", "region")[: 1 + two], (wards, ("N", "S"))[: 1 + two]
    return Cells(names, labels, several.get(kind, ("ward",)))


def some_case(rng: Random, kind: str) -> Case:
    """Random people with events, printed under a random rule."""
    cells = some_cells(rng, kind)
    kinds, most = len(cells.every), 1
    while len(all_worlds(kinds, most + 1)) <= MOST_WORLDS and most < 9:
        most += 1
    people = [cells.every[i] for i in rng.integers(kinds, size=int(rng.integers(1, min(most, 6) + 1)))]
    events = [{one: 1 + int(rng.random() < 0.3) for one in them} for them in people]
    second = str(rng.choice(["c", "x"])) if rng.random() < 0.4 else None
    zeros = str(rng.choice(["printed", "hidden"] + ["may be hidden"] * (second is not None)))
    rule = Rule(int(rng.integers(2, 4)), zeros=zeros, complementary_mark=second)  # type: ignore[arg-type]
    unprinted = cells.labels[0][-1] if kind == "not everybody" else ""
    printed, must, base = [], [], 3 if kind == "rounded" else 1
    for cell in product(*((*labels, TOTAL) for labels in cells.labels)):
        own = [sum(n for one, n in hers.items() if cells.inside(cell)[cells.narrowest.index(one)]) for hers in events]
        behind, mark = sum(n > 0 for n in own), ""
        if rule.hides(behind):
            mark = "c" if kind != "several, must" or rng.random() < 0.75 else ""
            must += [cell] * (not mark)
        elif second and rng.random() < 0.35 and (behind or zeros == "may be hidden"):
            mark = second
        if cell[0] != unprinted:
            printed.append((cell, HIDDEN if mark else (sum(own) + base // 2) // base * base, mark, behind))
    contributors = bool(rng.random() < 0.2)
    members = some_members(rng, cells, events) if rng.random() < 0.5 else ()
    number = sum(n for hers in events for n in hers.values())
    return Case(cells, most, number, rule, tuple(printed), tuple(must), members, contributors, unprinted, base)


def some_members(
    rng: Random, cells: Cells, events: list[dict[Labels, int]]
) -> tuple[tuple[Labels, int, tuple[Labels, ...]], ...]:
    """Up to three people, each with what she has in one of her narrowest cells, and where nobody else has any."""
    members: list[tuple[Labels, int, tuple[Labels, ...]]] = []
    for place in rng.permutation(len(events))[: int(rng.integers(1, 4))]:
        hers = events[place]
        cell = list(hers)[int(rng.integers(len(hers)))]
        alone: list[Labels] = []
        for wider in product(*[(label, TOTAL) for label in cell]):
            here = {one for one, yes in zip(cells.narrowest, cells.inside(wider), strict=True) if yes}
            if sum(bool(here & {*other}) for other in events) == 1 and here & {*hers} == {cell} and rng.random() < 0.7:
                alone.append(wider)
        members.append((cell, hers[cell], tuple(alone)))
    return tuple(members)


def possible_people(case: Case) -> np.ndarray:
    """How many people can be in each printed and each narrowest cell; shape (ways, printed and narrowest)."""
    cells = case.cells
    worlds = all_worlds(len(cells.every), case.most)
    for cell, n, mark, behind in case.printed:
        people = worlds[:, cells.within(cell)].sum(axis=1)
        worlds = worlds[may_be_behind(people, cell, n, mark, case)]
        if case.contributors:
            worlds = worlds[worlds[:, cells.within(cell)].sum(axis=1) == behind]
    worlds = worlds[have_room(worlds, cells, [(cell, alone) for cell, _, alone in case.members])]  # type: ignore[arg-type]
    return np.unique(np.column_stack([worlds[:, cells.within(one)].sum(axis=1) for one in cells.narrowest]), axis=0)


def may_be_behind(people: np.ndarray, cell: Labels, n: int, mark: str, case: Case) -> np.ndarray:
    """Behind which cells there may be so many people, by what is printed and the rule; shape (ways,)."""
    rule = case.rule
    if n != HIDDEN:
        follows = case.follows and cell not in case.must
        return ~(follows & np.array([rule.hides(p) for p in people], dtype=bool))
    primary = rule.complementary_mark is None or (mark == rule.mark != rule.complementary_mark)
    if primary or case.follows:
        return may_be_hidden(people, mark, rule)
    return people >= int(rule.zeros == "printed")


def possible_events(case: Case) -> np.ndarray:
    """How many events there can be in each narrowest cell; shape (ways, narrowest)."""
    cells, people = case.cells, possible_people(case)
    events, half = all_worlds(len(cells.narrowest), MOST_EVENTS), case.base // 2
    for cell, n, _, _ in case.printed:
        if n != HIDDEN:
            events = events[np.abs(events[:, cells.inside(cell)].sum(axis=1) - n) <= half]
    others, own = np.zeros(len(cells.narrowest), dtype=int), np.zeros(len(cells.narrowest), dtype=int)
    for cell, n, alone in case.members:
        at = cells.narrowest.index(cell)
        others[at], own[at] = others[at] + 1, own[at] + n
        for wider in alone:
            events = events[events[:, cells.inside(wider)].sum(axis=1) == n]
    fits = np.zeros(len(events), dtype=bool)
    for way in people:
        enough = events >= np.maximum(way, own + way - others)
        nobody_else = (way > others) | (others == 0) | (events == own)
        fits |= (enough & nobody_else & ((events > 0) == (way > 0))).all(axis=1)
    return events[fits]


def check(case: Case) -> bool:
    """Compare the audit with all that is possible; False if nothing is hidden, or there are too many events.

    Raises:
        AssertionError: they disagree; the message shows the case.
    """
    shown = {cell: n for cell, n, _, _ in case.printed}
    every = shown[(TOTAL,) * len(case.cells.names)]
    if HIDDEN not in shown.values() or case.events > MOST_EVENTS:
        return False
    events = possible_events(case)
    assert len(events), f"the world itself is lost\n{case}"
    frame = audit(case.release, case.attacker, nothing_to_subtract=True)
    fast = exact_cells(case.release, case.attacker, nothing_to_subtract=True)
    assert fast["exact"].tolist() == frame["verdict"].eq("exact").tolist()
    for _, row in frame[frame["verdict"] != ""].iterrows():
        inside = case.cells.inside(tuple(row[list(case.cells.names)]))
        counts = events[:, inside].sum(axis=1)
        problem = disagreement(
            row, (int(counts.min()), int(counts.max())), cut_off=every == HIDDEN or every + case.base // 2 > MOST_EVENTS
        )
        assert not problem, f"{problem}: {row.to_dict()} is {counts.min()} to {counts.max()}\n{case}"
    return True


def tried(rng: np.random.Generator, kind: str) -> bool:
    """Make one case, and check it."""
    return check(some_case(rng, kind))


def run(kinds: dict[str, int], seed: int) -> Counter[str]:
    """Check so many cases of each kind; returns how many agreed."""
    return run_kinds(kinds, seed, tried)


if __name__ == "__main__":
    fuzz(__doc__, KINDS, tried)
