"""Which cells a rule hides, which may be hidden to cover them, and the table with some of them hidden."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress, product

import numpy as np
import pandas as pd

from disclosure.audit.reading.label_sets import label_sets
from disclosure.audit.reading.overlapping_cells import cell_lies_in, share_people
from disclosure.audit.solving.network import Flags
from disclosure.repair.percentages import hide_percentages
from disclosure.repair.wishes import NO_WISHES, Labels, Wishes, kept_in_print
from disclosure.rules import DominanceRule, Rule
from disclosure.tables.count_table import PEOPLE, CountTable, wider_labels
from disclosure.tables.dominated_cells import dominated_cells
from disclosure.tables.linked_tables import LinkedTables, Release, tables_in
from disclosure.tables.magnitude_table import CONTRIBUTORS, office_columns
from disclosure.tables.must_be_printed import are_named
from disclosure.tables.sums_of_parts import sums_of_parts

AnyRule = Rule | DominanceRule


def primary_cells(release: Release, rule: AnyRule, wishes: Wishes = NO_WISHES) -> pd.Series:
    """True for each cell that the rule itself hides; shape (cells of the release,), labelled as these.

    Args:
        release: the table or tables, every count printed.
        rule: which counts must be hidden.
        wishes: cells that must be printed are not hidden, whatever the rule says.
    """
    cells = release.all_cells() if isinstance(release, LinkedTables) else release.cells
    printed = kept_in_print(release, wishes)
    words = [must_hide(table, rule) & ~shown for table, shown in zip(tables_in(release), printed, strict=True)]
    return pd.Series(np.concatenate(words), index=cells.index)


def must_hide(table: CountTable, rule: AnyRule) -> Flags:
    """True for each cell of one table that the rule itself hides; shape (cells of the table,).

    A threshold looks at people: at those who are counted, or at the contributors to a table of events or amounts.
    """
    if isinstance(rule, Rule):
        people = table.cells["count" if table.unit == PEOPLE else CONTRIBUTORS]
        return people.between(rule.smallest_hidden, rule.threshold - 1).to_numpy(dtype=bool)
    return dominated_cells(table, rule).to_numpy()


def may_cover(table: CountTable, rule: AnyRule) -> Flags:
    """True for each cell of one table that may be hidden to cover others; shape (cells of the table,)."""
    covering = (table.cells["count"] > 0) | (rule.zeros == "may be hidden")
    return covering.to_numpy(dtype=bool) & ~must_hide(table, rule)


def hide(release: Release, rule: AnyRule, hidden: Sequence[Flags] | None, wishes: Wishes = NO_WISHES) -> Release:
    """Hide cells of each table and put the marks; without a list, all that the rule allows to hide.

    What only the office may see of the contributors is taken out, and percentages go with the counts that they tell of.

    Args:
        release: the table or tables, every count printed.
        rule: which counts must be hidden, and by which marks.
        hidden: for each table, which cells; shape (cells of the table,).
        wishes: cells that must be printed are, and cells that must be hidden have the mark of those that cover others.
            Only a small one among the printed is noted as printed although the rule hides it: of all others, a reader
            is right to believe that they follow the rule, and the release must hold against whoever does.
    """
    of_rule = {"rule": rule} if isinstance(rule, Rule) else {"dominance": rule}
    done, printed = [], kept_in_print(release, wishes)
    for number, table in enumerate(tables_in(public(release))):
        full = tables_in(release)[number]
        small = must_hide(full, rule)
        primary = small & ~printed[number]
        which = primary | (may_cover(full, rule) & ~printed[number] if hidden is None else hidden[number])
        mark = np.select([primary, which], [rule.mark, rule.complementary_mark or rule.mark], "")
        cells = _without_contributors(table, rule).assign(count=table.cells["count"].mask(which), mark=mark)
        noted = (printed[number] & small) | are_named(table.cells, table.by, table.must_be_printed)
        labels = tuple(table.cells[list(table.by)][noted].itertuples(index=False, name=None))
        done.append(hide_percentages(replace(table, cells=cells, must_be_printed=labels, **of_rule)))
    return LinkedTables(tuple(done)) if isinstance(release, LinkedTables) else done[0]


def _without_contributors(table: CountTable, rule: AnyRule) -> pd.DataFrame:
    """The cells without the number of people behind each, if a threshold looks at it: it would tell which is small."""
    told = isinstance(rule, Rule) and CONTRIBUTORS in table.cells
    return table.cells.drop(columns=CONTRIBUTORS) if told else table.cells


def public(release: Release) -> Release:
    """A release without the columns that only the office may see."""
    if not any(office_columns(table) for table in tables_in(release)):
        return release
    if isinstance(release, LinkedTables):
        return release.each(lambda table: replace(table, cells=table.cells.drop(columns=office_columns(table))))
    return replace(release, cells=release.cells.drop(columns=office_columns(release)))


def counted_once(table: CountTable, chosen: Flags) -> int | None:
    """How many people stand in some cells of a table, each counted once, in however many of these cells she is.

    Args:
        table: the table, every count printed.
        chosen: which cells; shape (cells,).

    Returns:
        None where that cannot be told: two cells share people, and no row says how many.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> table = count_table(pd.DataFrame({"film": list("AABBB")}), by=["film"])
        >>> counted_once(table, np.array([True, False, True])), counted_once(table, np.array([True, False, False]))
        (5, 2)
    """
    names, people = list(table.by), table.cells["count"].to_numpy(dtype=np.int64)
    cells = list(table.cells[names].itertuples(index=False, name=None))
    count = dict(zip(cells, people.tolist(), strict=True))
    whole = _apart(table, list(compress(cells, chosen & (people != sums_of_parts(table, people)))))
    if whole is None:
        return None
    inside, hierarchies = {*compress(cells, chosen)}, [table.hierarchies.get(name, {}) for name in names]
    once = sum(count[cell] for cell in whole)
    for cell in compress(cells, ~table.is_total):
        around = {*product(*map(wider_labels, cell, hierarchies))}
        once += 0 if around.isdisjoint(inside) or not around.isdisjoint(whole) else count[cell]
    return once


def _apart(table: CountTable, cells: Sequence[Labels]) -> list[Labels] | None:
    """Of some cells that are not broken down, those that lie in no other; None if two of these share people."""
    sets = list(label_sets((table,)).values())
    found: list[Labels] = []
    for cell in cells:
        around = [other for other in cells if cell_lies_in(cell, other, sets)]
        if any(not cell_lies_in(other, cell, sets) or other in found for other in around):
            continue
        if any(share_people(cell, other, sets) for other in found):
            return None
        found.append(cell)
    return found
