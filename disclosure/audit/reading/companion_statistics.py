"""What a mean, a median, a minimum or a maximum beside a count says of it: all possible sets of values are tried.

The people of each cell are split by their value. These smaller cells add up along every line as the cells themselves
do, and each statistic is a condition on them; so the statistics of a total and of its parts work together.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import lcm

import pandas as pd

from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint
from disclosure.tables.companion_statistics import statistics_of
from disclosure.tables.companions import Companions
from disclosure.tables.count_table import CountTable
from disclosure.tables.rounded_numbers import Interval


def split_by_value(table: CountTable) -> CountTable:
    """The table that nobody printed: its cells by value. It has the cells' labels and no counts.

    Examples:
        >>> from disclosure.tables.companion_statistics import Companions
        >>> cells = pd.DataFrame({"film": ["A"], "count": [2], "mark": "", "mean": [1.5]})
        >>> split_by_value(CountTable(cells, ("film",), companions=Companions("stars", 1, 2))).cells
          film stars
        0    A     1
        1    A     2
    """
    assert table.companions is not None
    of, values = table.companions.of, [str(value) for value in table.companions.values]
    by_value = table.cells[list(table.by)].merge(pd.DataFrame({of: values}, dtype=object), how="cross")
    return CountTable(by_value, (*table.by, of), hierarchies=table.hierarchies)


def disjunctions_of(table: CountTable, places: Sequence[Sequence[int]]) -> Iterator[Disjunction]:
    """The conditions that the printed statistics put on the cells by value.

    Args:
        table: the printed table.
        places: for each of its cells, the places of its parts by value, the lowest value first.
    """
    assert table.companions is not None
    columns = statistics_of(table)
    for row, parts in zip(table.cells[columns].to_dict("records"), places, strict=True):
        for name, statistic in row.items():
            if pd.notna(statistic):
                yield Disjunction(tuple(_alternatives(str(name), statistic, table.companions, tuple(parts))))


def _alternatives(
    name: str, statistic: float, companions: Companions, parts: tuple[int, ...]
) -> Iterator[tuple[LinearConstraint, ...]]:
    """The ways in which one statistic can come about: everything that is printed so."""
    values, behind = list(companions.values), companions.behind(statistic)
    anybody = LinearConstraint(parts, (1,) * len(parts), 1, None)
    if name == "mean":
        yield (anybody, *_mean(behind, values, parts))
    elif name == "median":
        for lower, upper in _middles(behind, companions.values):
            yield (anybody, *_middle(lower, upper, values, parts))
    else:
        at = [value in behind for value in values]
        beyond = [
            not inside and (value < behind.high if name == "minimum" else value > behind.low)
            for inside, value in zip(at, values, strict=True)
        ]
        yield (
            LinearConstraint(parts, tuple(map(int, at)), 1, None),
            LinearConstraint(parts, tuple(map(int, beyond)), 0, 0),
        )


def _mean(behind: Interval, values: list[int], parts: tuple[int, ...]) -> Iterator[LinearConstraint]:
    """The sum lies between the number of people times the smallest and the largest mean that is printed so."""
    scale = lcm(behind.low.denominator, behind.high.denominator)
    above = tuple(int((value - behind.low) * scale) for value in values)
    below = tuple(int((behind.high - value) * scale) for value in values)
    yield LinearConstraint(parts, above, int(not behind.low_belongs), None)
    yield LinearConstraint(parts, below, int(not behind.high_belongs), None)


def _middles(behind: Interval, values: range) -> Iterator[tuple[range, range]]:
    """Where the lower and the upper of the two middle people may be, so that half way between lies in an interval."""
    in_it = [value for value in values if value in behind]
    if in_it:
        yield range(in_it[0], values.stop), range(values.start, in_it[-1] + 1)
    for lower in values:
        uppers = [upper for upper in values if upper > lower and Fraction(lower + upper, 2) in behind]
        if uppers and not (lower in in_it and uppers[-1] in in_it):
            yield range(lower, lower + 1), range(uppers[0], uppers[-1] + 1)


def _middle(lower: range, upper: range, values: list[int], parts: tuple[int, ...]) -> Iterator[LinearConstraint]:
    """The two middle people (or the one, twice) have values in these ranges.

    With n people, fewer than n / 2 lie below the lower range and at least n / 2 below its end; likewise from above.
    """
    for inside, at_least_half in (
        ([value < lower.start for value in values], False),
        ([value < lower.stop for value in values], True),
        ([value >= upper.stop for value in values], False),
        ([value >= upper.start for value in values], True),
    ):
        weights = tuple(2 * int(yes) - 1 for yes in inside)
        if at_least_half and not all(inside):
            yield LinearConstraint(parts, weights, 0, None)
        if not at_least_half and any(inside):
            yield LinearConstraint(parts, weights, None, -1)
