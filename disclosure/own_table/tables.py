"""From a grid and what its signs mean to tables that can be audited; and from the cells of these back to addresses."""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any, Final

import pandas as pd

from disclosure.audit.verdicts import PreparedRelease, prepare
from disclosure.labels import LIKE_TOTAL, TOTAL, as_seen
from disclosure.marks import HIDDEN_MARK
from disclosure.own_table.columns_beside import columns_beside
from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.grid import Dimension, Grid
from disclosure.own_table.meaning import COVERS, Meaning
from disclosure.own_table.share_columns import percentages_of, shares_beside, shares_of_unknown
from disclosure.rules import Rule
from disclosure.tables.count_table import CountTable
from disclosure.tables.coverage import NOT_COVERED_MARK
from disclosure.tables.linked_tables import LinkedTables, tables_in

UNPRINTED: Final = "not in the table"
"""The part of a total that no line of the table covers."""

REST: Final = "the rest of {whole}"
LEFT_OUT: Final = ""
"""A line that a list leaves out means what a blank cell does."""

Key = tuple[str, ...]


@dataclass(frozen=True)
class Split:
    """One way in which the labels of a dimension add up.

    Args:
        name: the dimension's name in the table.
        labels: what the table calls each label of the sheet; ``TOTAL`` for the sum of all.
        wider: for a label of the table, the wider one in which it lies.
        not_covered: parts of which nothing is printed.
    """

    name: str
    labels: Mapping[str, str]
    wider: Mapping[str, str]
    not_covered: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tables:
    """A table in the kit's own form.

    Args:
        release: the table, or the tables that it holds: one by sex, one by age.
        addresses: where each of its cells stands, by its labels in all dimensions of the release.
        loosened: sentences on what the sheet says and the release does not: then nothing is narrowed or open for sure.
    """

    release: CountTable | LinkedTables
    addresses: Mapping[Key, str]
    loosened: tuple[str, ...] = ()

    @property
    def leaves_out(self) -> bool:
        """Whether it has cells that no line of the sheet prints, and that may hold somebody."""
        parts = tables_in(self.release)
        names = tuple(dict.fromkeys(name for table in parts for name in table.by))
        rows = (row for table in parts for row in table.cells.to_dict("records"))
        return any(tuple(str(row.get(name, TOTAL)) for name in names) not in self.addresses for row in rows)

    @cached_property
    def prepared(self) -> PreparedRelease:
        """The release, read once; that nothing can be subtracted elsewhere is said among what was not checked."""
        return prepare(self.release, nothing_to_subtract=True)


def splits_of(dimension: Dimension, nesting: Nesting, *, covers: bool) -> tuple[list[Split], list[str]]:
    """The ways in which the labels of a dimension add up, the main one first, and what was not used.

    Args:
        dimension: the dimension.
        nesting: what adds up to what.
        covers: whether its labels cover everybody in the totals.
    """
    labels = dimension.labels
    elsewhere = {part for _, parts in nesting.others for part in parts}
    roots = [k for k in nesting.roots if k not in elsewhere]
    root = roots[0] if len(roots) == 1 and nesting.parts_of(roots[0]) else None
    below = {k for k in range(len(labels)) if _root_of(nesting, k) in elsewhere}
    inside = {labels.index(part): labels.index(whole) for part, whole in dimension.parts_of.items()}
    main = {labels[k]: TOTAL if k == root else _named(labels[k]) for k in range(len(labels)) if k not in below}
    wider = {
        _named(labels[part]): _named(labels[total])
        for part, total in nesting.parent.items()
        if part not in below and total != root
    }
    extra, unused, rest = _parts_of_others(dimension, inside, root, nesting)
    for part, whole in rest.items():
        wider |= {_named(part): _named(whole), REST.format(whole=whole): _named(whole)}
    for part in {labels[part] for part in inside} - {*rest}:
        main.pop(part)
    uncovered = tuple(REST.format(whole=whole) for whole in rest.values())
    if not covers:
        uncovered = (*uncovered, UNPRINTED)
        short = [total for total in nesting.broken if total != root]
        wider |= {UNPRINTED: _named(labels[short[0]])} if short else {}
    found = [Split(dimension.name, main, wider, uncovered), *extra]
    for number, (total, parts) in enumerate(nesting.others, 2):
        if total == root:
            names = {labels[k]: _named(labels[k]) for k in parts} | {labels[total]: TOTAL}
            found.append(Split(f"{dimension.name} ({number})", names, {}))
    return found, unused


def _beside(dimension: Dimension, nesting: Nesting) -> list[str]:
    """Lines beside a total that are in no sum: whether they count some of the same people is not known."""
    elsewhere = {part for _, parts in nesting.others for part in parts}
    if not nesting.parent or dimension.axis == "columns":
        return []
    return [
        f"whether {dimension.labels[root]!r} counts people of other lines as well"
        for root in nesting.roots
        if not nesting.parts_of(root) and root not in elsewhere
    ]


def _root_of(nesting: Nesting, line: int) -> int:
    """The line that is in no sum and holds a line."""
    while line in nesting.parent:
        line = nesting.parent[line]
    return line


def _parts_of_others(
    dimension: Dimension, inside: Mapping[int, int], root: int | None, nesting: Nesting
) -> tuple[list[Split], list[str], dict[str, str]]:
    """Lines "of which": as a way of their own below the total, or below a line; and those that could not be used."""
    labels, extra, unused, rest = dimension.labels, [], [], {}
    for part, whole in inside.items():
        if whole == root:
            names = {labels[part]: _named(labels[part]), labels[whole]: TOTAL}
            extra.append(Split(f"{dimension.name} [{labels[part]}]", names, {}, (REST.format(whole=labels[whole]),)))
        elif list(inside.values()).count(whole) == 1 and not nesting.parts_of(whole):
            rest[labels[part]] = labels[whole]
        else:
            unused.append(f"how {labels[whole]!r} and its parts fit together")
            extra.append(
                _way_of_one_part(dimension, labels[part], labels[whole], None if root is None else labels[root])
            )
    return extra, list(dict.fromkeys(unused)), rest


def _way_of_one_part(dimension: Dimension, part: str, whole: str, root: str | None) -> Split:
    """One of several parts of a line, as a way of its own: the part and its rest in the line, the line in the total."""
    names = {part: _named(part), whole: _named(whole)} | ({} if root is None else {root: TOTAL})
    inner, outer = REST.format(whole=whole), REST.format(whole=root or "all")
    return Split(
        f"{dimension.name} [{part}]", names, dict.fromkeys((_named(part), inner), _named(whole)), (inner, outer)
    )


def _named(label: str) -> str:
    """A label as the kit's tables may call it: none of them may look like the sum of all."""
    return f"{label} (one of several)" if as_seen(label) in LIKE_TOTAL else label


def tables_of(grid: Grid, nestings: Sequence[Nesting], meaning: Meaning) -> Tables:
    """Build the tables of a grid.

    Args:
        grid: the counts by their labels.
        nestings: for each dimension, what adds up to what.
        meaning: what its signs mean.

    Raises:
        ValueError: the kit cannot read such a table; a sentence says why.
    """
    ways, unused = [], []
    for axis, (dimension, nesting) in enumerate(zip(grid.dimensions, nestings, strict=True)):
        splits, not_used = splits_of(dimension, nesting, covers=dimension.name not in meaning.not_covered)
        ways.append(splits)
        unused += [f"whether lines of {dimension.name!r} are sums of others"] if nesting.ways else []
        unused += [*not_used, *_beside(dimension, nesting), *columns_beside(grid, axis, nesting, meaning)]
    unused += shares_of_unknown(grid, meaning)
    by_key = grid.by_key
    made = [_table(grid, splits, by_key, each) for each in meaning.one_by_one() for splits in product(*ways)]
    tables, addresses = [table for table, _ in made], [where for _, where in made]
    if len(tables) == 1:
        return Tables(tables[0], addresses[0], tuple(unused))
    linked = LinkedTables(tuple(tables))
    everywhere: dict[Key, str] = {}
    for table, where in zip(tables, addresses, strict=True):
        for key, address in where.items():
            own = dict(zip(table.by, key, strict=True))
            everywhere.setdefault(tuple(own.get(name, TOTAL) for name in linked.dimensions), address)
    return Tables(linked, everywhere, tuple(unused))


def _table(
    grid: Grid, splits: Sequence[Split], by_key: Mapping[Key, str], meaning: Meaning
) -> tuple[CountTable, dict[Key, str]]:
    """One table, and the addresses of its cells by their labels."""
    rule, small = meaning.rule(), meaning.small()
    rows: list[dict[str, Any]] = []
    addresses: dict[Key, str] = {}
    shares = shares_beside(grid, meaning)
    for labels in product(*(split.labels for split in splits)):
        key = tuple(split.labels[label] for split, label in zip(splits, labels, strict=True))
        row: dict[str, Any] = dict(zip((split.name for split in splits), key, strict=True))
        if (address := by_key.get(labels)) is not None:
            addresses[key] = address
            rows.append(row | _count(grid, address, meaning, rule, small) | shares.get(address, {}))
        elif not meaning.is_nothing(LEFT_OUT):
            rows.append(row | _in_place_of_count(LEFT_OUT, meaning, rule, small))
    cells = pd.DataFrame(rows).astype({"count": "Int64"})
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # labels that look alike are said of the sheet, once
        table = CountTable(
            cells,
            tuple(split.name for split in splits),
            rule,
            hierarchies={split.name: dict(split.wider) for split in splits if split.wider},
            base=meaning.base,
            rounding="unknown",
            totals_of="printed cells" if meaning.added_after else "everybody",
            percentages=percentages_of(grid, cells, {split.name: split.labels for split in splits}, meaning),
            not_covered={split.name: split.not_covered for split in splits if split.not_covered},
        )
    return table, addresses


def _count(grid: Grid, address: str, meaning: Meaning, rule: Rule | None, small: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in one cell, in the kit's form."""
    if address in grid.numbers:
        return {"count": grid.numbers[address], "mark": ""}
    return _in_place_of_count(grid.marks[address], meaning, rule, small)


def _in_place_of_count(own: str, meaning: Meaning, rule: Rule | None, small: Mapping[str, Any]) -> dict[str, Any]:
    """What a mark says, in the kit's form."""
    if meaning.is_nothing(own):
        return {"count": 0, "mark": ""}
    if rule is None:
        return {"count": pd.NA, "mark": HIDDEN_MARK}
    if own in small:
        return {"count": pd.NA, "mark": rule.mark}
    covers = meaning.marks.get(own) == COVERS and rule.complementary_mark == own
    return {"count": pd.NA, "mark": own if covers else NOT_COVERED_MARK}
