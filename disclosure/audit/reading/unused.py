"""What a release implies and the audit does not use: said beside every verdict that it leaves unsure.

Where there is anything, a range is the most that is possible, and perhaps wider than the truth: a cell that is not
exact is then "not found", never narrowed or open.
"""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from disclosure.audit.reading.behind_printed import behind_printed
from disclosure.audit.reading.printed_small import rule_kept
from disclosure.audit.reading.several import unused_of_people
from disclosure.audit.reading.shares import beside_printed_sums, is_used, leaves_out, leaves_out_some, may_be_larger
from disclosure.tables.companion_statistics import statistics_of
from disclosure.tables.count_table import CountTable
from disclosure.tables.magnitude_table import CONTRIBUTORS
from disclosure.tables.percentages import Percentages
from disclosure.whole_numbers import real_numbers

UNUSED_DOMINANCE: Final = "what a dominance rule says of people who stand behind several cells"
UNUSED_AMOUNTS: Final = "that the same contributors may stand behind several cells"
UNUSED_PERCENTAGES: Final = "the percentages in {column!r}, {because}"
BESIDE_SUMS: Final = "which stand beside totals of printed cells only"
NO_BASE: Final = "whose base is not in the table"
WEIGHTED: Final = "which are weighted"
OF_ROUNDED: Final = "which were computed from rounded counts"
BASE_ROUNDED: Final = "all that follows from their bases, which are rounded"
LARGER: Final = "that no part is larger than its base"
FORCED: Final = "all that follows from how some of them were made to add up"
UNUSED_REPEATS: Final = "averaging and repeats"
"""That equal sets of people get equal numbers, and that the changes of many numbers average away."""
UNUSED_TIES: Final = "that percentages half way between two are rounded up"
UNUSED_COLUMN: Final = "the numbers in {column!r}, which the audit cannot read"
UNUSED_NOISE: Final = (
    "that true counts are likely to be near the printed ones (their noise has no limit, so nothing is certain)"
)
UNUSED_NAMED: Final = "that the rule holds for all other cells if none of those that must be printed is small"
UNUSED_PEOPLE: Final = "what the numbers of people behind weighted counts say of each other"
UNUSED_SPREAD: Final = "where else the attackers stand, who name no narrowest cell or stand in several"
UNUSED_OVERLAP: Final = "that the attackers are different people, where their cells overlap"
UNUSED_PLACE: Final = "what the attacker knows of a cell that no table has"


def unused_of(tables: tuple[CountTable, ...]) -> tuple[str, ...]:
    """What tables imply of several cells at once and the audit does not use, whoever looks at them.

    The same people may stand behind several amounts: the largest contribution to a cell is part of its total's.

    Examples:
        >>> import pandas as pd
        >>> unused_of((CountTable(pd.DataFrame({"film": ["A"], "count": [3], "contributors": [2]}), ("film",)),))
        ('that the same contributors may stand behind several cells',)
    """
    dominance = any(table.dominance is not None for table in tables)
    contributors = any(CONTRIBUTORS in table.cells and not (table.persons or table.weights) for table in tables)
    noise = any(table.noise is not None for table in tables)
    of_amounts = (UNUSED_DOMINANCE,) * dominance + (UNUSED_AMOUNTS,) * contributors + (UNUSED_NOISE,) * noise
    unread = dict.fromkeys(column for table in tables for column in unread_columns(table))
    of_columns = tuple(UNUSED_COLUMN.format(column=column) for column in unread)
    beside = [(table, each) for table in tables for each in table.percentages]
    left_out = [both for both in beside if both[0].weights or leaves_out(*both)]
    shares = dict.fromkeys(words for both in left_out for words in _of_percentages(*both))
    named = (UNUSED_NAMED,) * any(_may_follow_its_rule(table) for table in tables)
    random = any(table.perturbation or (table.base > 1 and table.rounding == "random") for table in tables)
    return (*of_amounts, *unused_of_people(tables), *of_columns, *(UNUSED_REPEATS,) * random, *shares, *named)


def unused_beside_sums(tables: tuple[CountTable, ...]) -> tuple[str, ...]:
    """The percentages that are left out with totals that sum printed cells only: of the tables as they are printed.

    Examples:
        >>> cells = pd.DataFrame({"film": ["A", "total"], "count": [3, 3], "of all films": [None, 61.5], "people": 13})
        >>> beside = Percentages("of all films", of="people")
        >>> unused_beside_sums((CountTable(cells, ("film",), percentages=beside, totals_of="printed cells"),))
        ("the percentages in 'of all films', which stand beside totals of printed cells only",)
    """
    beside = [(table, each) for table in tables for each in table.percentages]
    columns = dict.fromkeys(each.column for table, each in beside if beside_printed_sums(table, each))
    return tuple(UNUSED_PERCENTAGES.format(column=column, because=BESIDE_SUMS) for column in columns)


def _may_follow_its_rule(table: CountTable) -> bool:
    """Whether it depends on cells that must be printed if a table follows its rule: they may be small."""
    if not table.must_be_printed or table.perturbation or table.noise or table.weights:
        return False
    return rule_kept(table, *behind_printed(table)[:2]) == "unknown"


def unread_columns(table: CountTable, hidden: pd.Series | None = None) -> list[str]:
    """The columns with numbers beside counts of which nothing is said: standard deviations, quantiles, largest shares.

    A text counts as well if it has a digit beside a hidden count.

    Args:
        table: the table.
        hidden: which counts are hidden; shape (cells,). By default those that the table itself hides.

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"film": ["A"], "count": [3], "sd": [1.4], "note": ["r"]})
        >>> unread_columns(CountTable(cells, ("film",)))
        ['sd']
    """
    beside = table.is_hidden if hidden is None else hidden
    return [str(column.name) for column in unexplained_columns(table) if _tells_numbers(column, beside)]


def unexplained_columns(table: CountTable) -> list[pd.Series]:
    """The columns beside counts of which nothing is said; each of shape (cells,)."""
    known = {*table.by, "count", "mark", CONTRIBUTORS, *statistics_of(table)}
    for each in table.percentages:
        known |= {each.column, *((each.of,) if isinstance(each.of, str) else ())}
    return [table.cells[column] for column in table.cells if column not in known]


def _tells_numbers(column: pd.Series, hidden: pd.Series) -> bool:
    """Whether a column holds numbers, or text with digits beside hidden counts; True and False are neither."""
    if pd.api.types.is_bool_dtype(column.convert_dtypes()):
        return False
    in_text = column[hidden].astype("string").str.contains(r"\d").fillna(value=False)
    return bool(real_numbers(column).notna().any() or in_text.any())


def _of_percentages(table: CountTable, percentages: Percentages) -> Iterator[str]:
    """Which percentages are not used, and why: both reasons, where there are two."""
    if not table.weights and is_used(table, percentages) and may_be_larger(table, percentages):
        yield LARGER
        if not leaves_out_some(table, percentages):
            return
    if percentages.weighted or table.weights:
        because = WEIGHTED
    elif table.base > 1 and percentages.of_rounded:
        because = OF_ROUNDED
    elif percentages.base_rounded_to > 1:
        because = BASE_ROUNDED
    else:
        because = FORCED if percentages.sums_to_100 else NO_BASE
    yield UNUSED_PERCENTAGES.format(column=percentages.column, because=because)
