"""From a grid and what its signs mean to tables that can be audited; and from the cells of these back to addresses."""

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Any, Final

import pandas as pd

from disclosure.audit.verdicts import PreparedRelease, prepare
from disclosure.labels import TOTAL
from disclosure.marks import HIDDEN_MARK, NOT_COVERED_MARK
from disclosure.own_table.columns_beside import columns_beside
from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.grid import Grid
from disclosure.own_table.layout.splits import Split, lines_beside, splits_of
from disclosure.own_table.meaning import BEHIND, COVERS, Meaning
from disclosure.own_table.share_columns import percentages_of, shares_beside, shares_of_unknown
from disclosure.own_table.sheets.sheet import place_of
from disclosure.rules import THRESHOLDS_IN_USE, Rule
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables, tables_in

LEFT_OUT: Final = ""
"""A line that a list leaves out means what a blank cell does."""

Key = tuple[str, ...]


@dataclass(frozen=True)
class Tables:
    """A table in the kit's own form.

    Args:
        release: the table, or the tables that it holds: one by sex, one by age.
        addresses: where each of its cells stands, by its labels in all dimensions of the release.
        loosened: sentences on what the sheet says and the release does not: then nothing is narrowed or open for sure.
        behind: where a percentage stands and the count behind it nowhere: a cell of the release.
        hidden_beside: where a mark stands among numbers that were not used.
    """

    release: CountTable | LinkedTables
    addresses: Mapping[Key, str]
    loosened: tuple[str, ...] = ()
    behind: frozenset[str] = frozenset()
    hidden_beside: tuple[str, ...] = ()

    @property
    def leaves_out(self) -> bool:
        """Whether it has cells that no line of the sheet prints, and that may hold somebody."""
        parts = tables_in(self.release)
        names = tuple(dict.fromkeys(name for table in parts for name in table.by))
        rows = (row for table in parts for row in table.cells.to_dict("records"))
        return any(tuple(str(row.get(name, TOTAL)) for name in names) not in self.addresses for row in rows)

    @property
    def threshold(self) -> int:
        """What is below this is small: the table's own threshold, the highest in use where it has none."""
        own = [table.rule.threshold for table in tables_in(self.release) if table.rule]
        return max(own or [each.k for each in THRESHOLDS_IN_USE])

    @cached_property
    def prepared(self) -> PreparedRelease:
        """The release, read once; that nothing can be subtracted elsewhere is said among what was not checked."""
        return prepare(self.release, nothing_to_subtract=True)


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
        unused += ["whether {}s{} are sums of others".format(*dimension.called)] if nesting.ways else []
        unused += [*not_used, *lines_beside(dimension, nesting), *columns_beside(grid, axis, nesting, meaning)]
    unused += shares_of_unknown(grid, meaning)
    by_key = grid.by_key
    made = [_table(grid, splits, by_key, each) for each in meaning.one_by_one() for splits in product(*ways)]
    tables, addresses = [table for table, _ in made], [where for _, where in made]
    behind = frozenset(address for address, mark in grid.marks.items() if mark == BEHIND)
    beside = tuple(address for address in grid.marks_beside if place_of(address)[1] not in meaning.shares)
    if len(tables) == 1:
        return Tables(tables[0], addresses[0], tuple(unused), behind, beside)
    linked = LinkedTables(tuple(tables))
    everywhere: dict[Key, str] = {}
    for table, where in zip(tables, addresses, strict=True):
        for key, address in where.items():
            own = dict(zip(table.by, key, strict=True))
            everywhere.setdefault(tuple(own.get(name, TOTAL) for name in linked.dimensions), address)
    return Tables(linked, everywhere, tuple(unused), behind, beside)


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
            percentages=percentages_of(grid, cells, splits, meaning),
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
