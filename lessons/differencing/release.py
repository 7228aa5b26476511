"""What the lesson looks at beside the world: somebody who is left over alone, and tables small enough for the head."""

from dataclasses import replace

import pandas as pd

from disclosure.tables.count_table import CountTable, count_table
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
