"""Repairs with wishes, beside what is in print already, held against every table that fits."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from disclosure.audit.attackers import Attacker, Contributor, Outsider
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.rounding import RoundTo
from disclosure.repair.hiding import hide
from disclosure.repair.protection import Singletons, UnreachableError, Width
from disclosure.rules import Rule
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.edition_pairs import Relation
from disclosure.tables.linked_tables import LinkedTables, Release, tables_in
from tests.disclosure.audit import fuzz
from tests.disclosure.audit.brute_force import TooManyError
from tests.disclosure.repair.brute_force_repair import (
    Labels,
    contains,
    counts_of,
    enough,
    holding_everybody,
    only_herself,
    possible_counts,
    ranges,
)

Random = np.random.Generator
PARTS = {"first": "second", "newcomers": "second"}


@dataclass(frozen=True)
class Case:
    """What is to be repaired, how, and what is in print already.

    Args:
        empty: the rows of nobody that the table to repair leaves out, and those that the one in print leaves out.
    """

    truth: Release
    defence: SuppressComplementary
    already: Release | None = None
    relation: Relation = "same_people"
    empty: tuple[tuple[CountTable, ...], tuple[CountTable, ...]] = ((), ())

    @property
    def ground(self) -> Release:
        """The tables to repair; of nested editions with a dimension that says which one they are."""
        return self.common(self.truth)

    def common(self, release: Release) -> Release:
        """A release of the second edition on common ground."""
        return release if self.relation == "same_people" else of_edition(release, "second")

    def with_others(self, release: Release, *, said: bool = True) -> Release:
        """What readers have; ``said``: what is in print already counts."""
        if self.already is None:
            return self.common(release)
        others = before(self)
        if not said:
            others = [silent(table) for table in others]
        if self.relation == "nested":
            others.append(silent(of_edition(self.already, "newcomers")))
        return LinkedTables((*tables_in(self.common(release)), *self.empty[0], *others))

    def __str__(self) -> str:
        """The case as text."""
        tables = [*tables_in(self.truth), *(tables_in(self.already) if self.already else ())]
        return "\n".join([repr(self.defence), self.relation, *(f"{t.rule}\n{t.grid().to_string()}" for t in tables)])


def of_edition(release: Release, name: str) -> CountTable:
    """One table with the dimension that says when its people were there."""
    (table,) = tables_in(release)
    cells = table.cells.assign(edition=name)
    hierarchies = {**table.hierarchies, "edition": PARTS if name == "second" else {}}
    uncovered = {"edition": tuple(PARTS)} if name == "second" else {}
    noted = tuple((*labels, name) for labels in table.must_be_printed)
    by = (*table.by, "edition")
    return replace(table, cells=cells, by=by, hierarchies=hierarchies, not_covered=uncovered, must_be_printed=noted)


def silent(table: CountTable) -> CountTable:
    """The same cells with nothing said of them."""
    nothing = pd.array([pd.NA] * len(table.cells), dtype="Int64")
    cells = table.cells[list(table.by)].assign(count=nothing, mark="")
    return CountTable(cells, table.by, hierarchies=table.hierarchies)


def known(case: Case, release: Release) -> pd.Series | None:
    """Which cells are primary, to readers who know; None for cells of what is in print already."""
    if not case.defence.primary_known:
        return None
    words: list[bool | None] = []
    for table in tables_in(case.ground):
        for *labels, count in table.cells[[*table.by, "count"]].itertuples(index=False):
            words.append(case.defence.rule.hides(int(count)) and name_in(case, table, labels) not in wished(case)[0])
    others = sum(len(table.cells) for table in tables_in(release)) - len(words)
    return pd.Series([*words, *[None] * others], dtype=object)


def name_in(case: Case, table: CountTable, labels: list[str]) -> Labels:
    """The labels of a cell in all dimensions."""
    own = dict(zip(table.by, labels, strict=True))
    dimensions = dict.fromkeys(name for each in tables_in(case.ground) for name in each.by)
    return tuple(own.get(name, TOTAL) for name in dimensions)


def wished(case: Case) -> tuple[set[Labels], set[Labels]]:
    """The cells that must be printed and those that must be hidden, on common ground."""
    end = ("second",) if case.relation == "nested" else ()
    return {(*cell, *end) for cell in case.defence.must_print}, {(*cell, *end) for cell in case.defence.must_hide}


def exposed(case: Case, release: Release, *, said: bool = True, herself: bool = False) -> list[tuple[Attacker, Labels]]:
    """The cells of which somebody learns too much, by enumeration; those of tables in print are named by themselves.

    Args:
        case: what was promised.
        release: what is published.
        said: whether readers have what is in print already.
        herself: also those of tables in print that hold nobody but her.
    """
    every = case.with_others(release, said=said)
    if max(counts_of(case.truth).values()) > fuzz.top_count(list(tables_in(every))):
        raise TooManyError
    truth, (must_print, must_hide) = counts_of(case.ground), wished(case)
    width = len(next(iter(truth)))
    found, kept, everybody = [], still_kept(case) if said else set(), holding_everybody(every)
    for attacker in dict.fromkeys(looking(case)):
        for cell, possible in possible_counts(every, attacker, known(case, every)):
            here, rest = cell[:width], cell[width:]
            count = truth.get(here) if all(label == TOTAL for label in rest) else None
            if count is None:
                if (
                    cell in kept
                    and len(possible) == 1
                    and (herself or not only_herself(cell, *possible, attacker, everybody))
                ):
                    found.append((attacker, cell))
                continue
            small = case.defence.rule.hides(count) and here not in must_print
            if (small or here in must_hide) and not only_herself(cell, count, attacker, everybody):
                by_rule = small or isinstance(case.defence.protect, Width)
                met = enough(case.defence, attacker, cell, possible) if by_rule else len(possible) > 1
                if not met:
                    found.append((attacker, cell))
    return found


def before(case: Case) -> list[CountTable]:
    """What is in print already, on common ground."""
    if case.already is None:
        return []
    tables = tables_in(case.already if case.relation == "same_people" else of_edition(case.already, "first"))
    return [*tables, *case.empty[1]]


def looking(case: Case) -> Iterator[Attacker]:
    """Who looks: of everybody who is alone in a cell, all that she may be in any world that the office cannot rule out.

    Such a world has the office's counts, and prints what is in print already.
    """
    edition, office = case.relation == "nested", LinkedTables((*tables_in(case.ground), *before(case)))
    possible = {cell: (low, high) for cell, low, high in ranges(case.with_others(case.truth), Outsider(), None)}
    rows = office.all_cells()[~pd.concat([table.is_total for table in office.tables]).to_numpy()]
    cells = dict.fromkeys(map(tuple, rows[list(office.dimensions)].to_numpy()))
    for one in case.defence.against:
        if not isinstance(one, Singletons):
            yield one
            continue
        for cell in [cell for cell in cells if possible[cell] == (1, 1)]:
            first, new = ((*cell[:-1], name) for name in ("first", "newcomers"))
            if not edition or (cell == first and possible[(*cell[:-1], "second")] != (1, 1)):
                yield Contributor(cell, alone=True)
                if (
                    not edition and case.defence.zeros != "printed"
                ):  # else the rest of a total in which she is alone is 0
                    around = (wide for wide, span in possible.items() if span == (1, 1) and contains(wide, cell))
                    yield Contributor(cell, alone_in=tuple(around))
            elif cell != first:
                yield from (Contributor(part, alone_in=cell) for part in (first, new) if possible[part][1] == 1)


def still_kept(case: Case) -> set[Labels]:
    """The cells that are hidden in what is in print, that the new tables lack, and that it does not give away itself.

    Not those that a mark of their own calls complementary: these are hidden to cover others.
    """
    if case.already is None:
        return set()
    alone = LinkedTables(tuple(before(case)))
    dimensions = list(dict.fromkeys(name for table in (*tables_in(case.ground), *before(case)) for name in table.by))
    rows = alone.all_cells()
    rows = rows[rows["count"].isna() & rows["mark"].ne("x")]
    hidden = {tuple(labels) for labels in rows[list(alone.dimensions)].to_numpy()}
    kept = set()
    for cell, low, high in ranges(alone, Outsider(), None):
        if low < high and cell in hidden:
            own = dict(zip(alone.dimensions, cell, strict=True))
            kept.add(tuple(own.get(name, TOTAL) for name in dimensions))
    return {cell for cell in kept if not is_new(case, cell)}


def is_new(case: Case, cell: Labels) -> bool:
    """Whether a cell stands in the tables that are repaired."""
    names = set(counts_of(case.ground))
    width = len(next(iter(names)))
    return cell[:width] in names and set(cell[width:]) <= {TOTAL}


def given_away(case: Case) -> set[tuple[Attacker, Labels]]:
    """What somebody learns from what is in print already, if nothing is said of the tables that are repaired."""
    if case.already is None:
        return set()
    tables = tables_in(case.with_others(case.truth))
    new = len(tables_in(case.truth)) + len(case.empty[0])
    before = LinkedTables((*map(silent, tables[:new]), *tables[new:]))
    return {
        (who, cell)
        for who in dict.fromkeys(looking(case))
        for cell, low, high in ranges(before, who, None)
        if low == high
    }


def room(case: Case, release: Release) -> dict[tuple[Attacker, Labels], tuple[int, int]]:
    """The range of each cell in the eyes of each who looks, if this is published."""
    every = case.with_others(release)
    return {
        (who, cell): (low, high)
        for who in dict.fromkeys(looking(case))
        for cell, low, high in ranges(every, who, known(case, every))
    }


def check(case: Case) -> str:
    """Hold one repair against enumeration: what is promised is kept, and what is refused cannot be had."""
    everything = hide(case.truth, case.defence.rule, None, case.defence.wishes)
    try:
        repaired = case.defence.repair(case.truth, already=case.already, relation=case.relation)
    except UnreachableError:
        unmet = exposed(case, everything)
        alone = unmet if case.already is None else exposed(case, everything, said=False)
        widest, gone = room(case, everything), given_away(case)
        hopeless = [one for one in unmet if one in alone or (widest[one][0] == widest[one][1] and one not in gone)]
        assert hopeless, case
        return "refused"
    left = [(who, cell) for who, cell in exposed(case, repaired.release) if named(case, cell) not in repaired.lost]
    less = [one for one in left if named(case, one[1]) in repaired.narrowed]
    assert left == less, f"{left}\n{case}\n{shown(repaired.release)}"
    if repaired.lost:
        gone = {named(case, cell) for _, cell in given_away(case)}
        assert gone.issuperset(repaired.lost), f"{repaired.lost} are not all given away: {gone}\n{case}"
    if repaired.narrowed:
        as_far_as_can_be(case, (repaired.release, everything), repaired.narrowed, less)
    as_wished(case, repaired.release, repaired.price)
    return "lost some" if repaired.lost else "narrowed some" if repaired.narrowed else "kept"


def as_far_as_can_be(
    case: Case, releases: tuple[Release, Release], names: tuple[str, ...], less: list[tuple[Attacker, Labels]]
) -> None:
    """Cells with less room than asked for have as much of it as they have if all is hidden; and none is listed idly."""
    now, widest = (room(case, release) for release in releases)
    assert {named(case, cell) for _, cell in exposed(case, releases[1])}.issuperset(names), f"{names}\n{case}"
    for one in less:
        (low, high), (least, most) = now[one], widest[one]
        hidden_to = case.defence.threshold - 1  # above it no count is asked for
        enough_left = max(min(most, hidden_to) - least, 1) if case.defence.protect == "whole range" else 2
        assert high - low >= min(enough_left, most - least) > 0, f"{one}: {low} to {high}, {least} to {most}\n{case}"


def named(case: Case, cell: Labels) -> str:
    """The name of a cell as the repair says it."""
    return " | ".join(cell)


def as_wished(case: Case, release: Release, price: int) -> None:
    """What must be printed or hidden is, and small cells are; counts are true, and the price is right."""
    truth, printed, rule = counts_of(case.truth), counts_of(release), case.defence.rule
    paid: dict[Labels, int] = {}
    prices = {} if case.defence.cost in ("people", "cells") else prices_of(case)
    for cell, count in truth.items():
        shown_count = printed[cell]
        assert pd.isna(shown_count) or shown_count == count
        if cell in case.defence.must_print:
            assert pd.notna(shown_count), f"{cell} must be printed\n{case}"
        elif cell in case.defence.must_hide or rule.hides(count):
            assert pd.isna(shown_count), f"{cell} must be hidden\n{case}"
        elif pd.isna(shown_count):
            paid[cell] = {"people": max(count, 1), "cells": 1}.get(case.defence.cost) or prices[cell]
    assert price == sum(paid.values()), f"{price} is not {paid}\n{case}"
    assert all("price" not in table.cells for table in tables_in(release))


def prices_of(case: Case) -> dict[Labels, int]:
    """The price of each cell that stands in a column; where several tables print one, the highest."""
    found: dict[Labels, int] = {}
    for table in tables_in(case.truth):
        for *labels, price in table.cells[[*table.by, "price"]].itertuples(index=False):
            cell = name_in(replace(case, relation="same_people"), table, labels)
            found[cell] = max(found.get(cell, 0), int(price))
    return found


def shown(release: Release) -> str:
    """A release as text."""
    return "\n".join(f"{table.rule}\n{table.grid().to_string()}" for table in tables_in(release))


def two_way(rng: Random) -> Release:
    return fuzz.random_world(rng, (1, *rng.integers(1, 4, size=2)), int(rng.integers(3, 9))).table(("film", "region"))


def three_way(rng: Random) -> Release:
    return fuzz.random_world(rng, (1, 2, 2, 2), 4).table(("film", "region", "age"))


def linked(rng: Random) -> Release:
    world = fuzz.random_world(rng, (1, 2, 2, 2), 3)
    return LinkedTables((world.table(("film", "region")), world.table(("film", "age"))))


def nested(rng: Random) -> Release:
    hierarchy = {"region": {"region0": "Aland", "region1": "Aland", "region2": "Bland"}}
    return fuzz.random_world(rng, (1, 2, 3), 5, hierarchy).table(("film", "region"))


def wishing(rng: Random, method: str, make: Callable[[Random], Release]) -> Case:
    """A table, and wishes for some of its cells."""
    truth = with_prices(rng, make(rng))
    return without_useless_prices(Case(truth, some_defence(rng, method, truth)))


def without_useless_prices(case: Case) -> Case:
    """The same case; a column of prices stands in the tables only if it is asked for."""
    if case.defence.cost == "price":
        return case
    plain = tuple(replace(table, cells=table.cells.drop(columns="price")) for table in tables_in(case.truth))
    return replace(case, truth=LinkedTables(plain) if isinstance(case.truth, LinkedTables) else plain[0])


def with_prices(rng: Random, release: Release) -> Release:
    """The same tables with a column of prices; a cell of several tables costs the same in all."""
    tables = [
        replace(table, cells=table.cells.assign(price=rng.integers(1, 30, size=len(table.cells))))
        for table in tables_in(release)
    ]
    return LinkedTables(tuple(tables)) if isinstance(release, LinkedTables) else tables[0]


def some_defence(rng: Random, method: str, truth: Release, *, wishes: float = 1.0) -> SuppressComplementary:
    """Any of the defences, with some wishes."""
    protect = ["exact", "exact", "exact", Width(2), "whole range"][rng.integers(5)]
    zeros = str(rng.choice(["printed", "printed", "hidden", "may be hidden"]))
    cells = [(cell, count) for cell, count in counts_of(truth).items() if cell[0] != TOTAL]
    number = int(rng.integers(0, 4)) if rng.random() < wishes else 0
    chosen = [cells[place] for place in rng.choice(len(cells), size=min(number, len(cells)), replace=False)]
    asked: dict[str, list[Labels]] = {"must_print": [], "must_hide": []}
    for cell, count in chosen:
        may_hide = count > 0 or zeros != "printed"
        asked["must_hide" if may_hide and rng.random() < 0.5 else "must_print"].append(cell)
    return SuppressComplementary(
        int(rng.integers(2, 5)),
        protect,  # type: ignore[arg-type]
        method,  # type: ignore[arg-type]
        [(Outsider(),), (Outsider(), Singletons())][rng.integers(2)],
        str(rng.choice(["people", "cells", "price"])),
        zeros,  # type: ignore[arg-type]
        bool(rng.random() < 0.5),
        must_print=tuple(asked["must_print"]),
        must_hide=tuple(asked["must_hide"]),
    )


def printed_before(rng: Random, table: CountTable) -> CountTable:
    """A table as somebody printed it: rounded, or by a rule, with some others hidden, or without some totals."""
    if rng.random() < 0.15:
        return RoundTo(3)(table)
    second = ["c", "x", None][rng.integers(3)]
    zeros = str(rng.choice(["printed", "hidden"] + ["may be hidden"] * (second is not None)))
    rule = Rule(int(rng.integers(2, 6)), zeros=zeros, complementary_mark=second)  # type: ignore[arg-type]
    counts = table.cells["count"]
    small = counts.map(rule.hides).astype(bool)
    others = ~small & (rng.random(len(counts)) < 0.4 * (second is not None))
    others &= (counts > 0) | (zeros == "may be hidden")
    marks = np.select([small, others], ["c", second or "c"], "")
    cells = table.cells.assign(count=counts.mask(small | others), mark=marks)
    return fuzz.without_some_totals(rng, replace(table, cells=cells, rule=rule))


def beside_tables(rng: Random, method: str) -> Case:
    """A table to repair, and another one of the same people, or the same one hidden in another way."""
    world = fuzz.random_world(rng, (1, 2, 2, 2), int(rng.integers(2, 5)))
    truth = with_prices(rng, world.table(("film", "region")))
    other = [("film", "region"), ("film", "age"), ("region", "age")][rng.integers(3)]
    already = printed_before(rng, world.table(other))
    return without_useless_prices(Case(truth, some_defence(rng, method, truth, wishes=0.3), already))


def beside_rows_left_out(rng: Random, method: str) -> Case:
    """A table to repair, and another one of the same people; both leave out rows of nobody."""
    world = fuzz.World(rng.integers(0, 5, size=(1, 2, 2, 2)) * (rng.random((1, 2, 2, 2)) < 0.6))
    full = world.table(("film", "region"))
    truth, empty = without_rows_of_nobody(rng, full, full)
    truth = with_prices(rng, truth)
    true = world.table([("film", "region"), ("film", "age"), ("region", "age")][rng.integers(3)])
    already, empty_before = without_rows_of_nobody(rng, printed_before(rng, true), true)
    case = Case(truth, some_defence(rng, method, truth, wishes=0.3), already, empty=(empty, empty_before))
    return without_useless_prices(case)


def without_rows_of_nobody(
    rng: Random, table: CountTable, true: CountTable
) -> tuple[CountTable, tuple[CountTable, ...]]:
    """The same table without some rows of nobody, where each sum above them keeps another part; and these rows."""
    counts = {tuple(labels): count for *labels, count in true.cells[[*true.by, "count"]].itertuples(index=False)}
    rows = [tuple(row) for row in table.cells[list(table.by)].to_numpy()]
    left, hidden = {row for row in rows if TOTAL not in row}, table.is_hidden.tolist()
    for place in rng.permutation(len(rows)):
        row = rows[place]
        beside = [sum(other != row and other[at] == row[at] for other in left) for at in (1, 2)]
        if TOTAL not in row and counts[row] == 0 and not hidden[place] and min(beside) and rng.random() < 0.8:
            left.remove(row)
    gone = np.array([TOTAL not in row and row not in left for row in rows])
    if not gone.any():
        return table, ()
    zeros = table.cells.loc[gone, list(table.by)].assign(count=pd.array([0] * gone.sum(), dtype="Int64"), mark="")
    kept = replace(table, cells=table.cells[~gone].reset_index(drop=True))
    return kept, (CountTable(zeros, table.by),)


def beside_edition(rng: Random, method: str) -> Case:
    """Running totals: the first edition is in print, the second one is repaired."""
    shape = (1, int(rng.integers(1, 3)), int(rng.integers(2, 4)))
    first, more = (fuzz.random_world(rng, shape, int(rng.integers(2, 5))) for _ in range(2))
    second = fuzz.World(first.counts + more.counts)
    truth = with_prices(rng, second.table(("film", "region")))
    already = printed_before(rng, first.table(("film", "region")))
    defence = some_defence(rng, method, truth, wishes=0.3)
    return without_useless_prices(Case(truth, defence, already, "nested"))


def alone_beside_edition(rng: Random, method: str) -> Case:
    """Running totals of few people, so that many are alone in a cell of one edition or of both; all of these look."""
    shape = (1, int(rng.integers(1, 3)), 2)
    first, more = (fuzz.World(rng.integers(0, 3, size=shape) * (rng.random(shape) < 0.7)) for _ in range(2))
    truth = with_prices(rng, fuzz.World(first.counts + more.counts).table(("film", "region")))
    defence = some_defence(rng, method, truth, wishes=0.1)
    defence = replace(defence, against=(Outsider(), Singletons()))
    return without_useless_prices(Case(truth, defence, printed_before(rng, first.table(("film", "region"))), "nested"))


KINDS: dict[str, Callable[[Random, str], Case]] = {
    "wishes, two-way": lambda rng, method: wishing(rng, method, two_way),
    "wishes, three-way": lambda rng, method: wishing(rng, method, three_way),
    "wishes, linked": lambda rng, method: wishing(rng, method, linked),
    "wishes, nested": lambda rng, method: wishing(rng, method, nested),
    "beside tables": beside_tables,
    "beside rows left out": beside_rows_left_out,
    "beside an edition": beside_edition,
    "alone beside an edition": alone_beside_edition,
}


def run(kind: str, cases: int, rng: Random, method: str) -> Counter[str]:
    """Check so many repairs of one kind; returns how they went."""
    seen: Counter[str] = Counter()
    while seen.total() - seen["too many tables"] < cases:
        try:
            seen[check(KINDS[kind](rng, method))] += 1
        except TooManyError:
            seen["too many tables"] += 1
    return seen
