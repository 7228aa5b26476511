"""Small tables that the notebook shows: two Mondays of a column, what was declared, who is accused, what rules buy."""

from typing import Final

import pandas as pd

from disclosure.tables.editions import Publications, days_of
from lessons.differencing import strings


def two_mondays(published: Publications, newcomer: pd.Series) -> pd.DataFrame:
    """Put the column of a newcomer's region beside itself: as printed before she began, and after.

    Args:
        published: a two-way table week after week, the earliest first; regions are its columns.
        newcomer: her ``day`` and her ``region``.
    """
    week = int((days_of(published) < newcomer["day"].to_datetime64()).sum())
    columns = {each.name: each.table.grid()[newcomer["region"]] for each in published[week - 1 : week + 1]}
    return pd.DataFrame(columns).rename_axis(columns=newcomer["region"])


def what_ada_learns(bea: pd.Series, claims: pd.DataFrame) -> str:
    """Say whether Ada knows for certain what Bea watched first.

    Args:
        bea: somebody of the staff (see `lessons.differencing.release.somebody_alone`).
        claims: what Ada says of each of the staff.
    """
    declared = bool(claims.loc[claims["target"].isin([bea.name]), "declared"].item())
    words = {"region": bea[strings.REGION], "genre": bea[strings.WATCHED_FIRST]}
    return strings.LEARNT[declared].format(**words)


def declared_in_words(outcomes: pd.DataFrame) -> pd.DataFrame:
    """Say how good an attack is: of what was declared, how much is right, and how much would be right by chance.

    Args:
        outcomes: rows of `disclosure.measures.risk.Risk.to_frame` or of `lessons.differencing.sweep.year_of_releases`.

    Examples:
        >>> from disclosure.measures.risk import Risk
        >>> declared_in_words(Risk(n=20, right=3, wrong=1, abstained=16, baseline=5.0, low=0, high=1).to_frame())
           asked for  declared  of these right  wrongly accused  right by chance
        0         20         4               3                1              1.0
    """
    declared = outcomes["right"] + outcomes["wrong"]
    chance = (declared * outcomes["baseline"] / outcomes["n"]).round(1)
    shown = outcomes.assign(declared=declared, chance=chance)
    return shown[list(strings.DECLARED)].rename(columns=strings.DECLARED)


def accused(claims: pd.DataFrame, began: pd.DataFrame) -> pd.DataFrame:
    """Show those of whom something was declared that is not true.

    Args:
        claims: guesses about newcomers.
        began: the newcomers, row by row the same: ``region``, ``answer``.

    Examples:
        >>> claims = pd.DataFrame({"declared": [True, True], "claim": ["crime", "music"]})
        >>> accused(claims, pd.DataFrame({"region": ["Ohio", "Texas"], "answer": ["crime", "drama"]}))
          region Ada says in truth
        1  Texas    music    drama
    """
    shown = claims.assign(region=began["region"], truth=began["answer"])
    wrong = shown[shown["declared"] & shown["claim"].ne(shown["truth"])]
    return wrong[list(strings.ACCUSED)].rename(columns=strings.ACCUSED)


PRICES: Final = ["right", "wrong", "isolated", "alone", "weeks_late"]


def prices_in_words(judged: pd.DataFrame) -> pd.DataFrame:
    """Choose the columns that say whom each set of rules still tells apart, and how long the reader waits.

    Args:
        judged: one row per set of rules (see `lessons.differencing.sweep.year_of_releases`).
    """
    shown = judged.set_index("label")[PRICES].rename(columns=strings.PRICES).rename_axis(strings.RULES)
    return shown.round({strings.PRICES["weeks_late"]: 1})
