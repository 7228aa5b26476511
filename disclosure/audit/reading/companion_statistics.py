"""What a mean, a median, a minimum or a maximum beside a count says of it: all possible sets of values are tried.

The people of each cell are split by their value. These smaller cells add up along every line as the cells themselves
do, and each statistic is a condition on them; so the statistics of a total and of its parts work together.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

import pandas as pd

from disclosure.audit.reading.disjunctions import Disjunction, LinearConstraint
from disclosure.tables.companion_statistics import STATISTICS
from disclosure.tables.count_table import CountTable


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
    return CountTable(by_value, (*table.by, of))


def disjunctions_of(table: CountTable, places: Sequence[Sequence[int]]) -> Iterator[Disjunction]:
    """The conditions that the printed statistics put on the cells by value.

    Args:
        table: the printed table.
        places: for each of its cells, the places of its parts by value, the lowest value first.
    """
    assert table.companions is not None
    values = list(table.companions.values)
    columns = [name for name in STATISTICS if name in table.cells]
    for row, parts in zip(table.cells[columns].to_dict("records"), places, strict=True):
        for name, statistic in row.items():
            if pd.notna(statistic):
                yield Disjunction(
                    tuple(_alternatives(str(name), statistic, values, tuple(parts), table.companions.decimals))
                )


def _alternatives(
    name: str, statistic: float, values: list[int], parts: tuple[int, ...], decimals: int
) -> Iterator[tuple[LinearConstraint, ...]]:
    """The ways in which one statistic can come about."""
    anybody = LinearConstraint(parts, (1,) * len(parts), 1, None)
    if name == "mean":
        yield (anybody, *_mean(statistic, values, parts, decimals))
    elif name == "median":
        for lower, upper in product(values, values):
            if lower <= upper and lower + upper == 2 * statistic:
                yield (anybody, *_middle(lower, upper, values, parts))
    else:
        beyond = [value < statistic if name == "minimum" else value > statistic for value in values]
        at = [value == statistic for value in values]
        yield (
            LinearConstraint(parts, tuple(map(int, at)), 1, None),
            LinearConstraint(parts, tuple(map(int, beyond)), 0, 0),
        )


def _mean(mean: float, values: list[int], parts: tuple[int, ...], decimals: int) -> Iterator[LinearConstraint]:
    """The sum lies between the number of people times the smallest and the largest mean that is printed so."""
    step = Fraction(1, 2 * 10**decimals)
    printed = Fraction(round(mean * 10**decimals), 10**decimals)
    scale = step.denominator
    yield LinearConstraint(parts, tuple(int((value - printed + step) * scale) for value in values), 0, None)
    yield LinearConstraint(parts, tuple(int((value - printed - step) * scale) for value in values), None, 0)


def _middle(lower: int, upper: int, values: list[int], parts: tuple[int, ...]) -> Iterator[LinearConstraint]:
    """The two middle people (or the one, twice) have these values.

    With n people, fewer than n / 2 lie below the lower value and at least n / 2 at or below it; likewise from above.
    """
    for inside, at_least_half in (
        ([value < lower for value in values], False),
        ([value <= lower for value in values], True),
        ([value > upper for value in values], False),
        ([value >= upper for value in values], True),
    ):
        weights = tuple(2 * int(yes) - 1 for yes in inside)
        yield LinearConstraint(parts, weights, 0, None) if at_least_half else LinearConstraint(parts, weights, None, -1)
