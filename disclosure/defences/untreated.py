"""Which tables a defence may begin with: as they were counted, hidden by no rule before."""

from typing import Any

from disclosure.rules import Rule
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables
from disclosure.tables.weights import refuse_weighted


def require_table(table: Any) -> None:
    """Say in a sentence that something else than one table was given, or one without counts.

    Raises:
        ValueError: so it is.
    """
    if isinstance(table, LinkedTables):
        raise ValueError("these are linked tables, and the defence takes one: write release.each(...).")
    if not isinstance(table, CountTable):
        raise ValueError(f"this is a {type(table).__name__}: a defence takes a table, made with count_table(...).")
    refuse_weighted(table)
    if "count" not in table.cells:
        raise ValueError("the table has no column 'count': print a number for each cell, or leave it missing.")


def refuse_treated(table: CountTable, what: str = "small counts", *, rule: Rule | None = None) -> None:
    """Say in a sentence that a table hides counts already, or stands under a rule.

    The footnote of a table tells one rule. With a second one, readers would take "1 to 2" for an 8 that the first hid.

    Args:
        table: the table.
        what: what the defence would hide.
        rule: the rule of the defence, if doing it again changes nothing.

    Raises:
        ValueError: it does, or it is rounded: hide first, then round.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> from disclosure.defences.suppression import Suppress
        >>> released = Suppress(3)(count_table(pd.DataFrame({"film": list("AAAB")}), by="film"))
        >>> refuse_treated(released)
        Traceback (most recent call last):
        ValueError: the table is hidden by Rule(threshold=3) already: choose one rule, for the table as it was counted.
    """
    require_table(table)
    before = table.rule or table.dominance
    if before is not None and before != rule:
        raise ValueError(f"the table is hidden by {before} already: choose one rule, for the table as it was counted.")
    if before is None and table.is_hidden.any():
        raise ValueError("the table hides cells already: choose one rule, for the table as it was counted.")
    if table.how_changed:
        raise ValueError(f"the table is {table.how_changed}: hide {what} first, then round.")


def refuse_unless_two_way(table: CountTable) -> None:
    """Say in a sentence that a table has no rows and columns, or more than these: an explorer cannot draw it.

    Raises:
        ValueError: the table has not two dimensions.
    """
    require_table(table)
    if len(table.by) != 2:
        raise ValueError(f"the table is by {', '.join(table.by)}: a table with rows and columns has two dimensions.")
