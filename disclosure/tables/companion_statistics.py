"""Companion statistics: a mean or a median printed beside a count, which may tell the count itself."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pandas as pd

from disclosure.labels import as_text
from disclosure.tables.accepted import accepted_columns, require_column
from disclosure.tables.companions import STATISTICS, Companions
from disclosure.tables.count_table import PEOPLE, TOTAL, CountTable


def with_companions(
    table: CountTable, people: pd.DataFrame, companions: Companions, statistics: Sequence[str] = ("mean", "median")
) -> CountTable:
    """Print statistics of a quantity beside every count, as many offices do, hidden or not.

    Args:
        table: a table of these people, before its small cells are hidden.
        people: one row per person, with the table's dimensions and the quantity.
        companions: the quantity.
        statistics: some of `STATISTICS`.

    Raises:
        ValueError: a statistic is not known, the table has wider labels or counts no people, a column is missing, or a
            value is not possible.

    Examples:
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAAB"), "stars": [1, 1, 2, 5]})
        >>> table = count_table(people, by=("film",))
        >>> with_companions(table, people, Companions("stars", 1, 5)).cells[["film", "count", "mean", "median"]]
            film  count  mean  median
        0      A      3  1.33     1.0
        1      B      1  5.00     5.0
        2  total      4  2.25     1.5
    """
    statistics = (statistics,) if isinstance(statistics, str) else tuple(statistics)
    if unknown := sorted(set(statistics) - set(STATISTICS)):
        raise ValueError(f"{unknown[0]!r} is not among the statistics: {', '.join(STATISTICS)}.")
    if table.unit != PEOPLE:
        raise ValueError(f"the table counts {table.unit}: statistics are offered beside counts of people only.")
    if table.hierarchies:
        raise ValueError("statistics beside wider labels are not offered: leave the hierarchies out.")
    if companions.of in table.by:
        raise ValueError(f"statistics of {companions.of!r} stand beside counts by it: rename one.")
    accepted_columns(people, table.by)
    require_column(people, companions.of, "Companions(of=...)")
    if not people[companions.of].isin(companions.values).all():
        raise ValueError(f"{companions.of!r} has values that are not whole or beyond {companions.values}.")
    everywhere = people.assign(**{name: as_text(people[name]) for name in table.by})
    for name in table.by:
        everywhere = pd.concat([everywhere, everywhere.assign(**{name: TOTAL})])
    values = everywhere.groupby(list(table.by))[companions.of]
    beside = pd.DataFrame({name: _printed(values, name, companions) for name in statistics})
    cells = table.cells.merge(beside.reset_index(), how="left", on=list(table.by))
    return replace(table, cells=cells, companions=companions)


def statistics_of(table: CountTable) -> list[str]:
    """The statistics that stand beside the counts of a table, as columns of its cells."""
    return [name for name in STATISTICS if name in table.cells] if table.companions else []


def _printed(values: Any, name: str, companions: Companions) -> pd.Series:
    """One statistic of each group of values, computed and rounded in fractions: a computer's are not exact."""
    over, under = {
        "mean": (values.sum, values.count),
        "median": (lambda: 2 * values.median(), lambda: 2 * values.count() ** 0),
        "minimum": (values.min, lambda: values.count() ** 0),
        "maximum": (values.max, lambda: values.count() ** 0),
    }[name]
    pairs = pd.DataFrame({"over": over(), "under": under()})
    printed = [float(companions.rounded(Fraction(int(a), int(b)))) for a, b in pairs.itertuples(index=False)]
    return pd.Series(printed, index=pairs.index)
