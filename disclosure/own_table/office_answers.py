"""What marks stand for, by the office's counts, where no verdict depends on the answer and nobody was asked.

A repair needs one rule for all small counts. A mark that stands in large cells only covers others, as the counts tell.
Where the counts are not what the marks stand for, whatever is answered else, that is said.
"""

from collections.abc import Sequence
from itertools import chain
from typing import Final

import pandas as pd

from disclosure.labels import TOTAL
from disclosure.own_table.answering import Leaf
from disclosure.own_table.layout.blocks import is_number
from disclosure.own_table.layout.grid import Grid
from disclosure.own_table.meaning import BLANK
from disclosure.own_table.office_counts import counted
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.sheet import Sheet, address_of
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.tables import Tables
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables, tables_in

OTHER_MEANING: Final = (
    "{file} says {count:,} at {address}, and the table prints {mark!r} there, which does not stand for that: mend one "
    "of the two, or the answers about this mark."
)
NOT_BLANK: Final = (
    "{file} says {number} at {address}, where the table has a line without a count, as a heading has: if that line "
    "hides a count, answer so where it is asked, or put a mark there; else mend the office's file."
)


def leaf_for_repair(leaf: Leaf, leaves: Sequence[Leaf], reader: Reader, office: Sheet | None) -> Leaf:
    """Some answers; where these name several rules, others that fit the counts with one.

    Args:
        leaf: the answers under which the table was audited.
        leaves: all that can be true.
        reader: of the sheet.
        office: the sheet with the counts.
    """
    if office is None or (not _has_several_rules(reader.tables(leaf.answers)) and _fits(leaf, reader, office)):
        return leaf
    others = (each for each in leaves if not _has_several_rules(reader.tables(each.answers)))
    fitting = (each for each in others if _fits(each, reader, office))
    possible = (each for each in [leaf, *leaves] if can_be(each, reader, office))
    return next(chain(fitting, possible, [leaf]))


def refuse_contradicted(
    tables: Tables, counts: CountTable | LinkedTables | None, grid: Grid, sheet: Sheet, office: Sheet | None
) -> None:
    """Say which count of the office is not what its mark stands for, or stands in a line that was said to have none.

    Args:
        tables: the table as it is published, under answers that fit as much as any.
        counts: the same with all counts; None where they are not known.
        grid: the counts as they were read.
        sheet: the table's sheet.
        office: the sheet with the counts.

    Raises:
        UnreadableError: there is such a count.
    """
    file = office.file if office else ""
    for address in _counts_of_no_line(grid, sheet, office):
        number = office.at(address).text.strip() if office else ""
        raise UnreadableError(NOT_BLANK.format(file=file, number=number, address=address))
    dimensions = tuple(dict.fromkeys(name for table in tables_in(tables.release) for name in table.by))
    for table, counted_one in zip(tables_in(tables.release), tables_in(counts) if counts else (), strict=bool(counts)):
        for row in counted_one.cells[_cannot_be(table, counted_one).to_numpy(dtype=bool)].to_dict("records"):
            address = tables.addresses[tuple(str(row.get(name, TOTAL)) for name in dimensions)]
            mark = sheet.at(address).text.strip() or BLANK
            raise UnreadableError(OTHER_MEANING.format(file=file, count=row["count"], address=address, mark=mark))


def _counts_of_no_line(grid: Grid, sheet: Sheet, office: Sheet | None) -> list[str]:
    """Where an office counts somebody in a line that is in both sheets and has no count in the table."""
    if office is None:
        return []
    rows = min(sheet.size[0], office.size[0])
    texts, others = ([[cell.text.strip() for cell in row] for row in each.cells[:rows]] for each in (sheet, office))
    label, counts = grid.block.labels[0], [each.column for each in grid.measures if each.holds == "count"]
    first = grid.block.headings[-1] + 1
    same = [row for row in range(first, rows) if texts[row][label] and texts[row][label] == others[row][label]]
    bare = [row for row in same if row not in grid.block.body and not any(texts[row][j] for j in counts)]
    filled = [(row, j) for row in bare for j in counts if j < len(others[row]) and is_number(others[row][j])]
    return [address_of(row, j) for row, j in filled if others[row][j].strip("0.,")]


def _has_several_rules(tables: Tables) -> bool:
    """Whether marks of a table are of several rules."""
    return len({table.rule for table in tables_in(tables.release)}) > 1


def _pairs(leaf: Leaf, reader: Reader, office: Sheet) -> list[tuple[CountTable, CountTable]]:
    """Each table under some answers, beside the same with the office's counts; none where these do not fit at all."""
    tables, grid = reader.tables(leaf.answers), reader.grid(leaf.answers)
    if _counts_of_no_line(grid, reader.sheet, office):
        return []
    try:
        counts = counted(tables, grid.block, grid.decimal, office)
    except UnreadableError:  # a zero, as it is answered, and the office counts more
        return []
    return list(zip(tables_in(tables.release), tables_in(counts), strict=True)) if counts else []


def _fits(leaf: Leaf, reader: Reader, office: Sheet) -> bool:
    """Whether small counts have the marks of small ones, and no others have, under some answers."""
    return can_be(leaf, reader, office) and all(_stand_for(*pair) for pair in _pairs(leaf, reader, office))


def can_be(leaf: Leaf, reader: Reader, office: Sheet) -> bool:
    """Whether the office's counts are what the marks stand for under some answers."""
    pairs = _pairs(leaf, reader, office)
    return bool(pairs) and not any(_cannot_be(*pair).any() for pair in pairs)


def _stand_for(table: CountTable, counts: CountTable) -> bool:
    """Whether small counts, and no others, stand behind the mark of small counts of one table."""
    if table.rule is None:
        return True
    small = counts.cells["count"].between(table.rule.smallest_hidden, table.rule.threshold - 1)
    of_rule = table.cells["mark"].eq(table.rule.mark)
    if table.rule.complementary_mark == table.rule.mark:
        return not bool((small & table.is_hidden & ~of_rule).any())
    return bool(small[table.is_hidden].eq(of_rule[table.is_hidden]).all())


def _cannot_be(table: CountTable, counts: CountTable) -> pd.Series:
    """Which counts are none for which the marks of one table stand; shape (cells,)."""
    rule, number = table.rule, counts.cells["count"]
    if rule is None:
        return pd.Series(data=False, index=counts.cells.index)
    small = number.between(rule.smallest_hidden, rule.threshold - 1)
    large = number.ge(rule.threshold) | (number.eq(0) & (rule.zeros == "may be hidden"))
    of_rule, covers = table.cells["mark"].eq(rule.mark), table.cells["mark"].eq(rule.complementary_mark or "")
    stands_for = (of_rule & small) | (covers & table.is_hidden & large)
    return (table.is_hidden & (of_rule | covers) & ~stands_for).astype(bool)
