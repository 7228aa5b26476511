"""A table of amounts, such as minutes watched: a cell sums what its people contribute, and one of them may dominate."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import pandas as pd

from disclosure.labels import read_labels
from disclosure.tables.accepted import accepted_columns, require_column
from disclosure.tables.amounts import whole_amounts
from disclosure.tables.count_table import PEOPLE, CountTable, Hierarchy, count_table, wider_labels
from disclosure.tables.dimensions import LARGEST
from disclosure.whole_numbers import whole_number

CONTRIBUTORS: Final = "contributors"
"""The column with the number of people behind each amount, where it is printed."""

LARGEST_PERSON: Final = "largest_person"
"""The column that says whose the largest contribution is."""


def magnitude_table(
    contributions: pd.DataFrame,
    *,
    by: str | Sequence[str],
    amount: str = "minutes",
    person: str = "viewer_id",
    contributors: bool = False,
    largest: int = 0,
    unit: str | None = None,
    totals: bool = True,
    hierarchies: Mapping[str, Hierarchy] | None = None,
) -> CountTable:
    """Sum an amount in every cell, with every total.

    A contributor is a person, not a view: what she has in several rows is added up first. Whoever has 0 in a cell
    contributes nothing to it. The same person may stand in many cells. With ``person="household_id"`` contributors are
    households: what two of one household have counts as one contribution. A dominance rule over households is at least
    as strict as over persons, for the largest contributions can only grow.

    Args:
        contributions: rows with the columns of ``by``, the amount and the person.
        by: the dimensions of the table.
        amount: the column to sum, in whole units of 0 and more: numbers, numbers as text, or durations.
        person: the column that tells contributors apart, such as ``"viewer_id"`` or ``"household_id"``.
        contributors: also print how many contribute to each cell, in the column `CONTRIBUTORS`.
        largest: how many of the largest contributions to each cell to keep in columns ``largest_1``, ``largest_2``...
            Only the office may see these and whose the largest is (``largest_person``): a dominance rule needs them,
            and its defence takes them out.
        unit: what the amounts are counted in, such as ``"minutes"``; by default the name of their column.
        totals, hierarchies: as in `count_table`.

    Returns:
        A table of the same layout as a table of people; its ``count`` is the sum of the amount, in units.

    Raises:
        ValueError: a column or value is missing, or an amount is negative or not whole; the sentence names the row, or
            the argument (``by=``, ``amount=``, ``person=``, ``unit=``) that names a column of yours.

    Examples:
        >>> minutes = pd.DataFrame({"film": list("AAAB"), "viewer_id": [1, 1, 2, 2], "minutes": [90, 60, 20, 45]})
        >>> table = magnitude_table(minutes, by=("film",), contributors=True, largest=2)
        >>> table.cells
            film  count mark  contributors  largest_1  largest_2 largest_person
        0      A    170                  2        150         20              1
        1      B     45                  1         45          0              2
        2  total    215                  2        150         65              1
    """
    by = accepted_columns(contributions, by, "contributions")
    unit = amount if unit is None else unit
    _refuse_unusable(contributions, by, amount, person, unit)
    largest = whole_number("largest", largest, "choose 0 or more", least=0)
    summed = contributions[[*by, person]].assign(**{amount: whole_amounts(contributions[amount], unit)})
    table = count_table(summed, by=by, totals=totals, hierarchies=hierarchies)
    behind = _by_person(summed, table, amount, person, totals=totals).groupby(list(by))
    columns: dict[str, Any] = {"count": behind.sum()}
    if contributors:
        columns[CONTRIBUTORS] = behind.size()
    for index in range(largest):
        columns[f"{LARGEST}{index + 1}"] = behind.nth(index).droplevel(person)
    cells = _beside(table, columns)
    if largest:
        whose = behind.head(1).reset_index(person)[person].rename(LARGEST_PERSON).reset_index()
        cells = cells.merge(whose, how="left", on=list(by))
    return replace(table, cells=cells, unit=unit)


def _beside(table: CountTable, columns: dict[str, Any]) -> pd.DataFrame:
    """The cells of a table with amounts in place of its counts, and what is known of them; 0 where nobody is."""
    by = list(table.by)
    sums = table.cells.drop(columns="count").merge(pd.DataFrame(columns).reset_index(), how="left", on=by)
    cells = sums.fillna(dict.fromkeys(columns, 0)).astype(dict.fromkeys(columns, "Int64"))
    return cells[[*by, "count", "mark", *list(columns)[1:]]]


def office_columns(table: CountTable) -> list[str]:
    """The columns of a table that tell of its largest contributors: what must not be published."""
    return [str(name) for name in table.cells if str(name).startswith(LARGEST)]


def largest_columns(table: CountTable) -> list[str]:
    """The columns of a table with the largest contributions to each cell, the largest first."""
    return [name for name in office_columns(table) if name != LARGEST_PERSON]


def _by_person(contributions: pd.DataFrame, table: CountTable, amount: str, person: str, *, totals: bool) -> pd.Series:
    """What each person contributes to each cell, totals included, the largest first; no zeros."""
    by = list(table.by)
    sums = contributions.assign(**{name: _categories(contributions[name]) for name in by})
    sums = sums.groupby([*by, person], as_index=False, observed=True)[[amount]].sum().astype(dict.fromkeys(by, object))
    for name in by if totals else ():
        chains = {label: wider_labels(label, table.hierarchies.get(name, {})) for label in sums[name].unique()}
        sums = sums.assign(**{name: sums[name].map(chains)}).explode(name)
    per_person = sums.groupby([*by, person])[amount].sum().astype("int64")
    return per_person[per_person > 0].sort_values(ascending=False, kind="stable")


def _categories(column: pd.Series) -> pd.Series:
    """The labels of a column as text, in a form that is grouped fast."""
    indices, labels = read_labels(column)
    return pd.Series(pd.Categorical.from_codes(indices, pd.Index(labels)), column.index)


def _refuse_unusable(contributions: pd.DataFrame, by: tuple[str, ...], amount: str, person: str, unit: str) -> None:
    """Say in a sentence which column or row cannot be used, and what to do."""
    for column, argument in ((amount, "amount"), (person, "person")):
        require_column(contributions, column, f"{argument}=...", "contributions")
        if column in by:
            raise ValueError(f"by and {argument} both name {column!r}: a column is a dimension or the {argument}.")
    if amount == person:
        raise ValueError(f"amount and person both name {amount!r}: name yours with amount=... and person=...")
    if unit == PEOPLE or not isinstance(unit, str) or not unit:
        raise ValueError(f"unit is {unit!r}: name what the amounts are counted in, such as unit='minutes'.")
    people = contributions[person]
    if people.isna().any():
        row = contributions.index[people.isna()][0]
        raise ValueError(f"row {row} has no {person}: a contribution is somebody's: name her or leave the row out.")
    people = people.astype(object) if isinstance(people.dtype, pd.CategoricalDtype) else people
    if people.dtype == object and len(read_labels(people)[1]) != people.nunique():
        raise ValueError(f"{person!r} names people in two ways, such as 7 and '7': write all as text or as numbers.")
