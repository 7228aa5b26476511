"""What marks stand for, by the office's counts, where no verdict depends on the answer and nobody was asked.

A repair needs one rule for all small counts. A mark that stands in large cells only covers others, as the counts tell.
"""

from collections.abc import Sequence
from itertools import chain

from disclosure.own_table.answering import Leaf
from disclosure.own_table.office_counts import counted
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.sheet import Sheet
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.tables import Tables
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import tables_in


def leaf_for_repair(leaf: Leaf, leaves: Sequence[Leaf], reader: Reader, office: Sheet | None) -> Leaf:
    """Some answers; where these name several rules, others that fit the counts with one.

    Args:
        leaf: the answers under which the table was audited.
        leaves: all that can be true.
        reader: of the sheet.
        office: the sheet with the counts.
    """
    if office is None or not _has_several_rules(reader.tables(leaf.answers)):
        return leaf
    others = (each for each in leaves if not _has_several_rules(reader.tables(each.answers)))
    fitting = (each for each in others if _fits(each, reader, office))
    return next(chain(fitting, [leaf]))


def _has_several_rules(tables: Tables) -> bool:
    """Whether marks of a table are of several rules."""
    return len({table.rule for table in tables_in(tables.release)}) > 1


def _fits(leaf: Leaf, reader: Reader, office: Sheet) -> bool:
    """Whether the office's counts are what the marks stand for under some answers."""
    tables, grid = reader.tables(leaf.answers), reader.grid(leaf.answers)
    try:
        counts = counted(tables, grid.block, grid.decimal, office)
    except UnreadableError:  # a zero, as it is answered, and the office counts more
        return False
    if counts is None:
        return False
    return all(map(_stand_for, tables_in(tables.release), tables_in(counts)))


def _stand_for(table: CountTable, counts: CountTable) -> bool:
    """Whether small counts, and no others, stand behind the mark of small counts of one table."""
    if table.rule is None:
        return True
    small = counts.cells["count"].between(table.rule.smallest_hidden, table.rule.threshold - 1)
    of_rule = table.cells["mark"].eq(table.rule.mark)
    if table.rule.complementary_mark == table.rule.mark:
        return not bool((small & table.is_hidden & ~of_rule).any())
    return bool(small[table.is_hidden].eq(of_rule[table.is_hidden]).all())
