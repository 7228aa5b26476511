"""What the lesson looks at beside the world: somebody who is left over alone, and tables small enough for the head."""

from dataclasses import replace

import pandas as pd

from disclosure.tables.count_table import CountTable, count_table
from disclosure.tables.percentages import Percentages
from lessons.differencing import strings


def somebody_alone(
    told_apart: pd.DataFrame, staff: pd.DataFrame, claims: pd.DataFrame, viewers: pd.DataFrame
) -> pd.Series:
    """Choose a person of the staff who makes a difference of exactly one: of whom it tells the most.

    That is somebody of whom a claim is declared, if there is one; and then the one with the fewest of the staff around.

    Args:
        told_apart: the small differences of two tables: ``genre``, ``region``, ``count``.
        staff: those who are left out of the second table: ``target``, ``answer`` (the genre), ``region``.
        claims: what a colleague says of each of them (see `lessons.differencing.attack.tell_apart`).
        viewers: all viewers: ``viewer_id``, ``age``.

    Returns:
        Her age, her region and what she watched first, by the words of the lesson; its name is her number.
    """
    ones = told_apart.loc[told_apart["count"].eq(1), ["genre", "region"]].astype(str)
    there = staff[["target", "answer", "region"]].astype({"answer": str, "region": str})
    there["others"] = there.groupby("region")["target"].transform("size")
    alone = there.merge(claims[["target", "declared"]]).merge(ones.rename(columns={"genre": "answer"}))
    who = alone.sort_values(["declared", "others"], ascending=[False, True], kind="stable").iloc[0]
    age = viewers.set_index("viewer_id")["age"].loc[who["target"]]
    told = {strings.AGE: age, strings.REGION: who["region"], strings.WATCHED_FIRST: who["answer"]}
    return pd.Series(told, name=who["target"])


def three_regions() -> pd.DataFrame:
    """Return forty people by region: 7, 3 and 30."""
    return pd.DataFrame({"region": ["north"] * 7 + ["south"] * 3 + ["east"] * 30})


def with_shares(hidden: CountTable, counted: CountTable) -> CountTable:
    """Print the share of each region beside its count, in whole per cent, also where the count is hidden.

    Args:
        hidden: what is printed of the counts, with their total.
        counted: the counts.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> counted = count_table(three_regions(), by=["region"])
        >>> with_shares(Suppress(threshold=10)(counted), counted).cells["share"].tolist()
        [18, 8, 75, 100]
    """
    counts = counted.cells["count"].astype(int)
    shares = (200 * counts + counts.max()) // (2 * counts.max())  # a half is rounded up
    percentages = Percentages("share", of="region", decimals=0, rounding="half up", sums_to_100=False)
    return replace(hidden, cells=hidden.cells.assign(share=shares), percentages=(percentages,))


def regions_on_two_mondays() -> tuple[CountTable, CountTable, CountTable]:
    """Return who has begun by region: until last Monday, until this Monday, and those who began in between.

    Examples:
        >>> [table.cells["count"].tolist() for table in regions_on_two_mondays()]
        [[7, 16, 30], [12, 16, 33], [5, 0, 3]]
    """
    last, new = [7, 16, 30], [5, 0, 3]
    both = [before + more for before, more in zip(last, new, strict=True)]
    north, south, east = ([place] for place in ("north", "south", "east"))
    people = [north * a + south * b + east * c for a, b, c in (last, both, new)]
    order = ["north", "south", "east"]
    frames = [pd.DataFrame({"region": pd.Categorical(regions, order)}) for regions in people]
    first, second, between = (count_table(frame, by=["region"], totals=False) for frame in frames)
    return first, second, between


def coast_and_inland(regions: pd.DataFrame) -> CountTable:
    """Count people by wider regions, of which the table says what they are made of.

    Examples:
        >>> coast_and_inland(three_regions()).cells["count"].tolist()
        [10, 30]
    """
    wider = {"north": "coast", "south": "coast", "east": "inland"}
    table = count_table(regions.replace(wider), by=["region"], totals=False)
    return replace(table, hierarchies={"region": wider})


def stars_of_two_films() -> pd.DataFrame:
    """Return who gave how many stars to which of two films; one film has three viewers."""
    return pd.DataFrame({"film": list("AAABBBBBB"), "stars": [1, 1, 2, 5, 4, 4, 3, 5, 5]})
