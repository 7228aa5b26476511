"""A table of amounts, such as minutes watched: a cell sums what its people contribute, and one of them may dominate."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

import pandas as pd

from disclosure.frames import require
from disclosure.tables.count_table import CountTable, Hierarchy, count_table, wider_labels

CONTRIBUTORS: Final = "contributors"
"""The column with the number of people behind each amount, where it is printed."""

LARGEST: Final = "largest_"
"""How the columns begin that hold each cell's largest contributions: ``largest_1``, ``largest_2`` and so on."""

LARGEST_PERSON: Final = "largest_person"
"""The column that says whose the largest contribution is."""


def magnitude_table(
    contributions: pd.DataFrame,
    *,
    by: Sequence[str],
    amount: str = "minutes",
    person: str = "viewer_id",
    contributors: bool = False,
    largest: int = 0,
    unit: str = "minutes",
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
        amount: the column to sum, in whole units of 0 and more.
        person: the column that tells contributors apart, such as ``"viewer_id"`` or ``"household_id"``.
        contributors: also print how many contribute to each cell, in the column `CONTRIBUTORS`.
        largest: how many of the largest contributions to each cell to keep in columns ``largest_1``, ``largest_2``...
            Only the office may see these and whose the largest is (``largest_person``): a dominance rule needs them,
            and its defence takes them out.
        unit: what the amounts are counted in.
        totals, hierarchies: as in `count_table`.

    Returns:
        A table of the same layout as a table of people; its ``count`` is the sum of the amount, in units.

    Raises:
        ValueError: a column or value is missing, or an amount is negative or not whole; the sentence names the row.

    Examples:
        >>> minutes = pd.DataFrame({"film": list("AAAB"), "viewer_id": [1, 1, 2, 2], "minutes": [90, 60, 20, 45]})
        >>> table = magnitude_table(minutes, by=("film",), contributors=True, largest=2)
        >>> table.cells
            film  count mark  contributors  largest_1  largest_2 largest_person
        0      A    170                  2        150         20              1
        1      B     45                  1         45          0              2
        2  total    215                  2        150         65              1
    """
    _refuse_unusable(contributions, (*by, person), amount)
    table = count_table(contributions, by=by, totals=totals, hierarchies=hierarchies)
    behind = _by_person(contributions, table, amount, person, totals=totals).groupby(list(by))
    columns: dict[str, Any] = {"count": behind.sum()}
    if contributors:
        columns[CONTRIBUTORS] = behind.size()
    for place in range(largest):
        columns[f"{LARGEST}{place + 1}"] = behind.nth(place).droplevel(person)
    sums = table.cells.drop(columns="count").merge(pd.DataFrame(columns).reset_index(), how="left", on=list(by))
    cells = sums.fillna(dict.fromkeys(columns, 0)).astype(dict.fromkeys(columns, "Int64"))
    cells = cells[[*by, "count", "mark", *list(columns)[1:]]]
    if largest:
        whose = behind.head(1).reset_index(person)[person].rename(LARGEST_PERSON).reset_index()
        cells = cells.merge(whose, how="left", on=list(by))
    return replace(table, cells=cells, unit=unit)


def office_columns(table: CountTable) -> list[str]:
    """The columns of a table that tell of its largest contributors: what must not be published."""
    return [str(name) for name in table.cells if str(name).startswith(LARGEST)]


def largest_columns(table: CountTable) -> list[str]:
    """The columns of a table with the largest contributions to each cell, the largest first."""
    return [name for name in office_columns(table) if name != LARGEST_PERSON]


def _by_person(contributions: pd.DataFrame, table: CountTable, amount: str, person: str, *, totals: bool) -> pd.Series:
    """What each person contributes to each cell, totals included, the largest first; no zeros."""
    by = list(table.by)
    plain = contributions.assign(**{name: contributions[name].astype("string").astype(object) for name in by})
    sums = plain.groupby([*by, person], as_index=False)[amount].sum()
    for name in by if totals else ():
        chains = {label: wider_labels(label, table.hierarchies.get(name, {})) for label in sums[name].unique()}
        sums = sums.assign(**{name: sums[name].map(chains)}).explode(name)
    per_person = sums.groupby([*by, person])[amount].sum().astype("int64")
    return per_person[per_person > 0].sort_values(ascending=False, kind="stable")


def _refuse_unusable(contributions: pd.DataFrame, labels: Sequence[str], amount: str) -> None:
    """Say in a sentence which row cannot be summed, and what to do."""
    require(contributions, (*labels, amount), "contributions")
    person, amounts = labels[-1], pd.to_numeric(contributions[amount], errors="coerce")
    for wrong, what, cure in (
        (contributions[person].isna(), f"no {person}", "a contribution is somebody's: name her or leave the row out"),
        (amounts.isna() | amounts.abs().eq(float("inf")), f"no number in {amount!r}", "write 0 or leave the row out"),
        (amounts < 0, f"less than 0 in {amount!r}", "only amounts of 0 and more can be summed this way"),
        (amounts % 1 != 0, f"a fraction in {amount!r}", "round to whole units first, each contribution by itself"),
    ):
        if wrong.any():
            raise ValueError(f"row {contributions.index[wrong][0]} has {what}: {cure}.")
