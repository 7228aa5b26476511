"""Small tables that the notebook shows: two Mondays, what was declared, how many counts are exact, who is accused."""

from collections.abc import Sequence

import pandas as pd

from disclosure.tables.count_table import CountTable
from disclosure.tables.editions import Publications, days_of
from disclosure.tables.perturbation import PerturbationTable
from lessons.rounding import strings


def two_mondays(published: Publications, newcomer: pd.Series) -> pd.DataFrame:
    """Put the region of a newcomer beside itself: as printed before she began and after, and which numbers differ.

    Args:
        published: a table by genre and region week after week, the earliest first.
        newcomer: her ``day`` and her ``region``.

    Returns:
        One row per genre: ``genre``, the two Mondays, and whether the number is another.
    """
    week = int((days_of(published) < newcomer["day"].to_datetime64()).sum())
    columns = {}
    for each in published[week - 1 : week + 1]:
        cells = each.table.cells
        columns[each.name] = cells[cells["region"] == newcomer["region"]].set_index("genre")["count"]
    shown = pd.DataFrame(columns)
    changed = shown.iloc[:, 0].ne(shown.iloc[:, 1]).map(strings.MONDAYS)
    return shown.assign(**{strings.CHANGED: changed}).reset_index()


def found_by_change(began: pd.DataFrame, claims: pd.DataFrame, published: Publications) -> pd.Series:
    """Choose a newcomer whose neighbour is right although a number of hers has fallen, if there is one.

    Args:
        began: the newcomers: ``target``, ``day``, ``region``, ``answer``.
        claims: what their neighbours say, row by row the same.
        published: what was printed.
    """
    is_right = claims["declared"].to_numpy() & (claims["claim"].to_numpy(dtype=object) == began["answer"].to_numpy())
    right = began[is_right]
    for _, newcomer in right.iterrows():
        before, after = two_mondays(published, newcomer).set_index("genre").loc[newcomer["answer"]].iloc[:2]
        if after < before:
            return newcomer
    return right.iloc[0]


def exact_in_words(judged: pd.DataFrame) -> pd.DataFrame:
    """Say after how many questions how many counts are exact (see `lessons.rounding.sweep.exact_again`)."""
    shown = judged.assign(asked=judged["asked"].astype(str).replace("0", strings.PRINTED))
    return shown[list(strings.EXACT)].rename(columns=strings.EXACT)


def year_in_words(judged: pd.DataFrame) -> pd.DataFrame:
    """Choose the columns that say what a year of each rule tells the neighbours, and what it costs the reader."""
    shown = judged.assign(
        declared=judged["right"] + judged["wrong"], chance=judged["by_chance"].round(), lost=100 * judged["lost"]
    )
    named = shown[list(strings.YEAR)].rename(columns=strings.YEAR).astype({"right by chance": int})
    return named.assign(**{strings.RULE: judged["rule"].map(strings.RULES)})[[strings.RULE, *named.columns]]


def swaps_in_words(judged: pd.DataFrame) -> pd.DataFrame:
    """Choose the columns that say whom a neighbour finds after swapping, and whom she accuses."""
    shown = judged.assign(
        declared=judged["right"] + judged["wrong"],
        rate=(100 * judged["rate"]).round().astype(int),
        targeted=judged["targeted"].map(strings.SWAPS).where(judged["rate"] > 0, ""),
        lost=100 * judged["lost"],
    )
    return shown[list(strings.SWAP)].rename(columns=strings.SWAP)


def chances_in_words(table: PerturbationTable, counts: Sequence[int]) -> pd.DataFrame:
    """Show with which chance, in per cent, a few counts are printed as which number.

    Args:
        table: the table of perturbations.
        counts: true counts, one column for each.

    Examples:
        >>> chances_in_words(PerturbationTable(((0, 1, 0), (0.25, 0.5, 0.25))), [0, 1])
          printed  0  1
        0       0  100  25
        1       1       50
        2       2       25
    """
    reach, columns = table.largest_change, {}
    for count in counts:
        row = table.chances[min(count, len(table.chances) - 1)]
        columns[f"{count}"] = {count + place - reach: chance for place, chance in enumerate(row) if chance}
    shown = pd.DataFrame(columns).sort_index()
    text = shown.map(lambda chance: "" if pd.isna(chance) else f"{100 * chance:.0f}")
    return text.rename_axis(strings.PRINTED_AS).reset_index()


def zeros_in_print(release: CountTable, counted: CountTable) -> tuple[int, int]:
    """Count the printed zeros of a table, and those of them behind which somebody stands.

    Args:
        release: what is printed.
        counted: the same table as it was counted.
    """
    zeros = release.cells["count"].eq(0)
    return int(zeros.sum()), int((zeros & counted.cells["count"].gt(0)).sum())


def one_swapped(people: pd.DataFrame, released: pd.DataFrame, claims: pd.DataFrame) -> pd.Series:
    """Choose somebody of whom a neighbour declares another one's genre, because households were swapped.

    Args:
        people: one row per person, as they are.
        released: the same people after swapping, row by row.
        claims: what the neighbours declare, row by row.

    Returns:
        What the neighbour knows of her, what she says, and what is true.
    """
    wrong = claims["declared"].to_numpy() & (claims["claim"].to_numpy(dtype=object) != people["genre"].astype(object))
    moved = people["region"].astype("str").ne(released["region"].astype("str")).to_numpy()
    chosen = people[wrong & moved] if (wrong & moved).any() else people[wrong]
    viewer = chosen.iloc[0]
    told = {"region": viewer["region"], "sex": viewer["sex"], "age group": viewer["age_group"]}
    told |= {strings.PLAN_AND_DEVICE: f"{viewer['plan']}, {viewer['device']}"}
    return pd.Series(told | {strings.SAYS: claims.loc[viewer.name, "claim"], strings.TRUTH: viewer["genre"]})
