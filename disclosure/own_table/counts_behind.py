"""Counts that nobody printed behind percentages that somebody did: 8.1 % of 37 people are 3, and nobody else.

Beside a column of people may stand percentages of them, and how many that are stands nowhere. Once it is answered of
whom they are percentages, the counts are a column "of which", whose numbers are not printed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from typing import Final

from disclosure.own_table.bases_of_shares import Candidate, Fitting, behind_share, ends_of
from disclosure.own_table.layout.grid import Dimension, Grid, Key
from disclosure.own_table.layout.line_labels import free_name
from disclosure.own_table.layout.measures import Measure, counts_named
from disclosure.own_table.meaning import BEHIND
from disclosure.own_table.sheets.sheet import address_of, place_of

SHARE_OF: Final = "a share of "
MEANS: Final = "column {letter} ({name}), of the people of its own line: how many they are stands nowhere"
COLUMNS: Final = "column"


def wholes_of(grid: Grid, measure: Measure, slack: float) -> dict[str, Measure]:
    """The columns of people of whom a column may hold shares without any column of the parts, by their answers.

    Whole numbers tell: 8.3 % of 37 people is no number of people. None is offered where the heading names counts that
    are printed, where each share is all of something, or where columns have labels in two dimensions.

    Args:
        grid: the counts.
        measure: a column of percentages.
        slack: by how much counts may be off, for they are rounded.
    """
    named = any(each.stem == measure.stem for each in counts_named(grid.measures, measure))
    counts = [each for each in grid.measures if each.holds == "count"]
    every = all(share.number == measure.per for share in grid.shares_in[measure])
    if named or every or len(_columns(grid)) > 1:
        return {}
    names = [each.name for each in counts]
    called = {
        each: each.name if each.name and names.count(each.name) == 1 else f"column {each.letter}" for each in counts
    }
    return {f"{SHARE_OF}{called[each]}": each for each in counts if _is_possible(grid, measure, each, Fraction(slack))}


def meaning_of(whole: Measure) -> str:
    """What it means that a column holds shares of the people in another one."""
    return MEANS.format(letter=whole.letter, name=whole.name)


def _columns(grid: Grid) -> list[Dimension]:
    """The dimensions whose labels name columns."""
    return [dimension for dimension in grid.dimensions if dimension.axis == "columns"]


def _is_possible(grid: Grid, measure: Measure, whole: Measure, off: Fraction) -> bool:
    """Whether each percentage of a column is that of some whole number of people, of those in another column."""
    for share in grid.shares_in[measure]:
        base = ends_of(grid, address_of(place_of(share.address)[0], whole.column), off)
        low, high = behind_share(share)
        if low > 1 or (base and ceil(low * base[0]) > floor(min(high, Fraction(1)) * base[1])):
            return False
    return True


def with_counts_behind(grid: Grid, wholes: Mapping[Measure, Measure]) -> Grid:
    """The counts of a table, and those behind percentages as columns that print none.

    Args:
        grid: the counts.
        wholes: for columns of percentages, the column of the people of whom they are shares.
    """
    for measure, whole in wholes.items():
        grid = _with_column(grid if _columns(grid) else _with_dimension(grid, whole), measure, whole)
    return grid


def _with_dimension(grid: Grid, whole: Measure) -> Grid:
    """The counts of a table with a single column, with a dimension for its heading."""
    label = whole.name or f"column {whole.letter}"
    name = free_name(COLUMNS, {dimension.name for dimension in grid.dimensions})
    made = Dimension(name, (label,), (False,), ("",), "columns", (f"column {whole.letter}",))
    return replace(
        grid,
        dimensions=(*grid.dimensions, made),
        keys={address: (*key, label) for address, key in grid.keys.items()},
        absent=tuple((*key, label) for key in grid.absent),
    )


def _with_column(grid: Grid, measure: Measure, whole: Measure) -> Grid:
    """The counts, and those behind one column of percentages."""
    axis, columns = next((k, each) for k, each in enumerate(grid.dimensions) if each.axis == "columns")
    rows = {row: grid.keys[address_of(row, whole.column)] for row in grid.block.body}
    place = f"column {measure.letter}"
    label = measure.name if measure.name and measure.name not in columns.labels else f"{measure.name} ({place})".strip()
    of_whole = next(iter(rows.values()))[axis]

    def inside(key: Key) -> Key:
        """The labels of the part, by those of its whole."""
        return (*key[:axis], label, *key[axis + 1 :])

    made = replace(
        columns,
        labels=(*columns.labels, label),
        hints=(*columns.hints, False),
        groups=(*columns.groups, label),
        places=(*columns.places, place),
        parts_of={**columns.parts_of, label: of_whole},
    )
    return replace(
        grid,
        dimensions=(*grid.dimensions[:axis], made, *grid.dimensions[axis + 1 :]),
        keys={**grid.keys, **{address_of(row, measure.column): inside(key) for row, key in rows.items()}},
        marks={**grid.marks, **dict(_marks(grid, measure, whole))},
        absent=(*grid.absent, *(inside(key) for key in grid.absent if key[axis] == of_whole)),
        behind={**grid.behind, measure: whole},
    )


def _marks(grid: Grid, measure: Measure, whole: Measure) -> Iterator[tuple[str, str]]:
    """What stands in place of each count behind a column of percentages."""
    printed = {share.address for share in grid.shares_in[measure]}
    for row in grid.block.body:
        address = address_of(row, measure.column)
        told = address in printed or grid.numbers.get(address_of(row, whole.column)) == 0
        yield address, BEHIND if told else grid.marks_beside.get(address, "")


def fitting_behind(grid: Grid, measure: Measure, found: Fitting) -> Fitting:
    """What the percentages of a column are, where they are shares whose counts stand nowhere; else what was found."""
    whole = grid.behind.get(measure)
    if whole is None:
        return found
    shares = [share.address for share in grid.shares_in[measure]]
    pairs = {address: (address, address_of(place_of(address)[0], whole.column)) for address in shares}
    [columns] = _columns(grid)
    label = next(grid.keys[own][grid.dimensions.index(columns)] for _, own in pairs.values())
    return replace(found, told=Candidate(f"{SHARE_OF}{label}", measure, label, {columns.name: label}, pairs))
