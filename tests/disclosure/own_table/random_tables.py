"""Random tables as offices publish them: their world, their texts, and what each of their cells means."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import product
from math import prod

import numpy as np
import pandas as pd

from disclosure.labels import TOTAL
from disclosure.own_table.sheets.sheet import address_of
from disclosure.rules import Rule
from disclosure.tables.count_table import CountTable
from disclosure.tables.percentages import Percentages
from tests.disclosure.own_table.dialects import Dialect, Random, some_dialect

KINDS = ("wide", "long", "subtotals", "percentages", "rounded", "two headings", "groups", "several marks")
PLACES = ("Ashfield", "Birchmoor", "Coldwell", "Dunmere", "Eastry", "Fairlea", "Total Care", "St. Ann", "All Saints")
AGES = ("0–14", "15–39", "40–64", "65 and over", "Not stated")
TOTALS = ("Total", "All", "Insgesamt", "Ensemble", "All districts", "Sum")
MARKS = ("<{t}", "fewer than {t}", "*", "c", "..", "[c]", "x", "under {t}")
SHARE = "share"
SHARE_HEADINGS = ("{} %", "Share of {}", "Anteil {}", "{}, in % of all", "%")


@dataclass(frozen=True)
class Dimension:
    """One dimension: what its labels are called in the sheet and in the kit, and of whom each is the sum.

    Args:
        name: its heading.
        labels: of each line: as it is printed, as the kit calls it, the places in the world that it sums.
        wider: which label of the kit lies in which.
    """

    name: str
    labels: tuple[tuple[str, str, tuple[int, ...]], ...]
    wider: dict[str, str]
    size: int


@dataclass
class Table:
    """A table as an office writes it, and what it means.

    Args:
        kind, dialect: what it is like.
        dimensions: its dimensions.
        world: the true counts of the narrowest cells.
        threshold: the smallest count that is printed.
        base: to which multiple counts are rounded.
        mark, zero: what is printed in place of small counts, and of zeros.
        texts: its lines.
        stored: the numbers in these, by place.
        addresses: where each cell of the kit's table stands.
        truth: the true counts, by address.
        zeros: the addresses of printed zeros.
        shares: percentages, in tenths, by the kit's labels.
        parts: the heading of the counts to which percentages belong, by what a question calls their column.
        answers: what its makers say.
    """

    kind: str
    dialect: Dialect
    dimensions: tuple[Dimension, ...]
    world: np.ndarray
    threshold: int
    base: int
    mark: str
    zero: str
    texts: list[list[str]] = field(default_factory=list)
    stored: dict[tuple[int, int], float] = field(default_factory=dict)
    addresses: dict[tuple[str, ...], str] = field(default_factory=dict)
    truth: dict[str, int] = field(default_factory=dict)
    zeros: set[str] = field(default_factory=set)
    shares: dict[tuple[str, ...], int] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)

    def count(self, lines: tuple[int, ...]) -> int:
        """The true count of a cell, by the places of its labels."""
        members = [dimension.labels[k][2] for dimension, k in zip(self.dimensions, lines, strict=True)]
        return int(self.world[np.ix_(*members)].sum())

    def is_hidden(self, count: int) -> bool:
        """Whether the rule hides a count."""
        return 0 < count < self.threshold

    def printed(self, count: int) -> int:
        """A count as it is printed, to the nearest multiple of the base."""
        return (count + self.base // 2) // self.base * self.base

    def put(self, lines: tuple[int, ...], row: int, column: int) -> None:
        """Write one cell."""
        count, address = self.count(lines), address_of(row, column)
        key = tuple(dimension.labels[k][1] for dimension, k in zip(self.dimensions, lines, strict=True))
        self.addresses[key], self.truth[address] = address, count
        if self.is_hidden(count):
            self.write(row, column, self.mark)
        elif count == 0 and self.zero != "0":
            self.write(row, column, self.zero)
            self.zeros.add(address)
        else:
            remark = self.dialect.remark if (row + 2 * column) % 7 == 0 else ""
            if not remark:
                self.stored[row, column] = self.printed(count)
            self.write(row, column, self.dialect.count(self.printed(count)) + remark)
            if count == 0:
                self.zeros.add(address)

    def write(self, row: int, column: int, text: str) -> None:
        """Write a text; lines and cells that are not there yet are made."""
        while len(self.texts) <= row:
            self.texts.append([])
        self.texts[row] += [""] * (column + 1 - len(self.texts[row]))
        self.texts[row][column] = text

    def release(self) -> CountTable:
        """The table in the kit's own form, from its world."""
        rows = []
        for lines in product(*(range(len(dimension.labels)) for dimension in self.dimensions)):
            key = tuple(dimension.labels[k][1] for dimension, k in zip(self.dimensions, lines, strict=True))
            count = self.count(lines)
            hidden = self.is_hidden(count)
            row: dict[str, object] = dict(zip((dimension.name for dimension in self.dimensions), key, strict=True))
            row |= {"count": pd.NA if hidden else self.printed(count), "mark": "c" if hidden else ""}
            rows.append(row | ({SHARE: self.shares[key] / 10 if key in self.shares else np.nan} if self.shares else {}))
        cells = pd.DataFrame(rows).astype({"count": "Int64"})
        shares = (Percentages(SHARE, self.dimensions[-1].name, 1, "half up", False),) if self.shares else ()
        wider = {dimension.name: dimension.wider for dimension in self.dimensions if dimension.wider}
        names = tuple(dimension.name for dimension in self.dimensions)
        rule = Rule(self.threshold) if cells["count"].isna().any() else None
        return CountTable(cells, names, rule, wider, self.base, percentages=shares)

    def answer(self, name: str, options: Iterable[str]) -> str:
        """What the makers say to a question."""
        if name.startswith("sums in "):
            return max((each for each in options if self.is_true_sum(each)), key=len, default="none")
        usual = {
            "rounding of percentages": "half up",
            "sums of percentages": "no",
            "counts behind percentages": "no",
            "decimal sign": self.dialect.decimal,
        }
        if name in usual:
            return usual[name]
        if name == "rounding":
            return "not rounded" if self.base == 1 else f"to {self.base}"
        if name.startswith("base of "):
            base = f"the total {next(label for label, own, _ in self.dimensions[-1].labels if own == TOTAL)} n"
            return base if base in options else f"{self.parts[name.removeprefix('base of ')]}, of {base}"
        if name.startswith("cover "):
            return "yes"
        if name.startswith("total "):
            sums = {
                label for dimension in self.dimensions for label, _, members in dimension.labels if len(members) > 1
            }
            return "yes" if name.removeprefix("total ").split(" / ")[-1] in sums else "no"
        raise AssertionError(f"{name!r} is asked")

    def is_true_sum(self, words: str) -> bool:
        """Whether ``"North = Ashfield + Dunmere"`` is so in the world."""
        members = {label: lines for dimension in self.dimensions for label, _, lines in dimension.labels}
        sums = [each.partition(" = ") for each in words.split("; ")]
        return all(
            total in members and members[total] == tuple(k for part in parts.split(" + ") for k in members[part])
            for total, _, parts in sums
        )


def random_table(random: Random, kind: str) -> Table:
    """A random table of one kind."""
    places = _labels(random, PLACES, 3, 6)
    rows = _dimension(random, "District", places, subtotals=kind == "subtotals")
    ages = _dimension(random, "Age group", _labels(random, AGES, 2, 4))
    dimensions = [rows, ages]
    if kind in ("two headings", "groups") or (kind == "long" and random.random() < 0.4):
        dimensions.insert(1 if kind == "two headings" else 0, _dimension(random, "Sex", ["Boys", "Girls"]))
    world = random.poisson(random.choice([2, 6, 15], size=[dimension.size for dimension in dimensions]))
    if random.random() < 0.4:
        world.flat[random.integers(world.size)] += random.integers(1_000, 9_000)
    threshold = 5 if kind == "rounded" else int(random.choice([3, 5, 10]))
    base = 5 if kind == "rounded" else 1
    mark = str(random.choice(MARKS)).format(t=threshold)
    zero = str(random.choice(["-", "–", ":"])) if kind == "several marks" else "0"
    table = Table(kind, some_dialect(random), tuple(dimensions), world, threshold, base, mark, zero)
    table.answers = {f"mark {mark}": f"1 to {threshold - 1}", f"covering {mark}": "small counts only"}
    table.answers |= {f"mark {zero}": "zero"} if zero != "0" else {}
    table.answers |= dict.fromkeys((f"cover {name}" for name in ("District", "Age group", "Sex", "column")), "yes")
    table.answers |= {"rounding of percentages": "half up", "sums of percentages": "no"}
    for row in range(int(random.integers(0, 3))):
        table.write(row, 0, ("Table 4a. Infections, 2025 (provisional)", "Numbers of people")[row])
    _write(table, random, kind)
    for note in (f"{mark}: a number from 1 to {threshold - 1}", "Source: register, 14 October 2025.")[
        : random.integers(3)
    ]:
        table.write(len(table.texts), 0, note)
    wide = max(map(len, table.texts))
    table.texts = [row + [""] * (wide - len(row)) for row in table.texts]
    return table


def _labels(random: Random, among: tuple[str, ...], least: int, most: int) -> list[str]:
    """Some labels in their order."""
    chosen = random.choice(len(among), int(random.integers(least, most + 1)), replace=False)
    return [among[k] for k in sorted(chosen)]


def _dimension(random: Random, name: str, labels: list[str], *, subtotals: bool = False) -> Dimension:
    """A dimension with its total, above or below its parts, and perhaps subtotals."""
    below = bool(random.random() < 0.7)
    lines: list[tuple[str, str, tuple[int, ...]]] = [(label, label, (k,)) for k, label in enumerate(labels)]
    wider: dict[str, str] = {}
    if subtotals and len(labels) >= 4:
        cut, blocks = len(labels) // 2, []
        for region, own in (("North", lines[:cut]), ("South", lines[cut:])):
            whole = (region, region, tuple(k for *_, members in own for k in members))
            wider |= {label: region for label, *_ in own}
            blocks += [*own, whole] if below else [whole, *own]
        lines = blocks
    total = (str(random.choice(TOTALS)), TOTAL, tuple(range(len(labels))))
    return Dimension(name, tuple([*lines, total] if below else [total, *lines]), wider, len(labels))


def _write(table: Table, random: Random, kind: str) -> None:
    """The body of a table, with its headings."""
    start = len(table.texts)
    sizes = [range(len(dimension.labels)) for dimension in table.dimensions]
    if kind == "long":
        _write_long(table, random, start)
        return
    across = sizes[1:] if kind != "groups" else sizes[-1:]
    columns = list(product(*across))
    step, heading = 2 if kind == "percentages" else 1, str(random.choice(SHARE_HEADINGS))
    over = table.dimensions[-len(across) :]
    for level, dimension in enumerate(over):
        table.write(start + level, 0, table.dimensions[-len(across) - 1].name if level == len(over) - 1 else "")
        for k, lines in enumerate(columns):
            same = k and columns[k - 1][: level + 1] == lines[: level + 1]
            label = "" if same else dimension.labels[lines[level]][0]
            table.write(start + level, 1 + step * k, f"{label} n" if step == 2 else label)
            if step == 2:
                own = heading.format(label)
                table.write(start + level, 2 + step * k, own)
                table.parts |= dict.fromkeys((own, f"{own} (column {address_of(0, 2 + step * k)[:-1]})"), f"{label} n")
    row = start + len(over)
    for down in product(*sizes[: len(sizes) - len(across)]):
        if kind == "groups" and down[1] == 0:
            table.write(row, 0, table.dimensions[0].labels[down[0]][0])
            row += 1
        table.write(row, 0, table.dimensions[len(down) - 1].labels[down[-1]][0])
        for k, lines in enumerate(columns):
            table.put((*down, *lines), row, 1 + step * k)
            if step == 2:
                _write_share(table, (*down, *lines), row, 2 + step * k)
        row += 2 if table.dialect.gaps and row % 3 == 0 and kind != "groups" else 1


def _write_share(table: Table, lines: tuple[int, ...], row: int, column: int) -> None:
    """A percentage of the total over the last dimension, half up, to one decimal."""
    last = table.dimensions[-1]
    total = next(k for k, (_, name, _) in enumerate(last.labels) if name == TOTAL)
    count, whole = table.count(lines), table.count((*lines[:-1], total))
    if whole:
        tenths = (2_000 * count + whole) // (2 * whole)
        key = tuple(dimension.labels[k][1] for dimension, k in zip(table.dimensions, lines, strict=True))
        table.shares[key], table.stored[row, column] = tenths, tenths / 10
        table.write(row, column, table.dialect.share(tenths))


def _write_long(table: Table, random: Random, start: int) -> None:
    """One line per cell; marks perhaps in a column of flags."""
    flags = bool(random.random() < 0.4)
    names = [dimension.name for dimension in table.dimensions]
    for column, name in enumerate([*names, "Count", *(["Flag"] if flags else [])]):
        table.write(start, column, name)
    every = list(product(*(range(len(dimension.labels)) for dimension in table.dimensions)))
    assert len(every) == prod(len(dimension.labels) for dimension in table.dimensions)
    for row, lines in enumerate(every, start + 1):
        for column, (dimension, k) in enumerate(zip(table.dimensions, lines, strict=True)):
            table.write(row, column, dimension.labels[k][0])
        table.put(lines, row, len(names))
        if flags and table.texts[row][-1] == table.mark:
            table.texts[row][-1] = ""
            table.write(row, len(names) + 1, table.mark)
