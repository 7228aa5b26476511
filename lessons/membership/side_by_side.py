"""Small tables that the notebook shows: titles and what they say, ways to print, groups and lines, told in people."""

from typing import Final

import numpy as np
import pandas as pd
import scipy.sparse as sp

from disclosure.tables.count_table import CountTable
from lessons.membership import strings
from lessons.membership.behind import HIDDEN, printed_counts
from lessons.membership.release import Watched

ENDS: Final = 5
"""Titles that are shown of both ends of a list."""


def titles_in_words(
    service: Watched, release: CountTable, size: int, reach: np.ndarray, says: np.ndarray, places: np.ndarray
) -> pd.DataFrame:
    """Show some titles: how common they are in all and in the group, and what that says.

    Args:
        service: who has watched what.
        release: what is printed of the group.
        size: its members.
        reach: the share of everybody.
        says: what each title says (see `lessons.membership.attack.evidence`).
        places: the columns of the titles, of which the ``ENDS`` strongest and the ``ENDS`` weakest are shown.
    """
    order = places[np.argsort(-says[places], kind="stable")]
    order = order if len(order) <= 2 * ENDS else np.concatenate([order[:ENDS], order[-ENDS:]])
    printed = printed_counts(release)[order]
    times = printed / size / reach[order]
    return pd.DataFrame(
        {
            strings.TITLE: service.names(order),
            strings.OF_ALL: (100 * reach[order]).round(1),
            strings.PRINTED: np.where(printed == HIDDEN, strings.HIDDEN_COUNT, printed.astype(str)),
            strings.TIMES: np.where(printed == HIDDEN, "", np.char.mod("%.1f", times)),
            strings.EVIDENCE: np.char.mod("%+.1f", says[order]),
        }
    )


def sizes_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show for each size whom Ada accuses, in people of the whole service (see `membership_sweep`)."""
    return _in_people(found, {"size": strings.SIZE})


def ways_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show the same for each way to print."""
    return _in_people(found.assign(way=found["way"].map(strings.WAYS)), {"way": strings.WAY})


def lines_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show for two lines how many members are found, and how many others are accused, all and of the same taste."""
    shown = _of_100(found).assign(
        line=found["line"].map(strings.LINES),
        accused=(100 * found["accused_share"]).round(1),
        fans=(100 * found["alike_share"]).round(1),
    )
    columns = {"line": strings.LINE, "size": strings.SIZE, "found": strings.FOUND, "interval": strings.INTERVAL}
    columns |= {"accused": strings.ACCUSED_OF_100, "fans": strings.ACCUSED_FANS}
    return shown[list(columns)].rename(columns=columns)


def shares_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show whom Ada accuses if she is ready to accuse more or fewer of the others."""
    shares = found["share"].map(lambda share: f"{100 * share:g}")
    return _in_people(found.assign(share=shares), {"share": strings.SHARE})


def known_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show whom Ada accuses if she knows more or fewer titles of each."""
    return _in_people(found, {"known": strings.KNOWN})


def lists_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show whom Ada accuses if fewer titles are printed (see `lists_sweep`)."""
    return _in_people(found, {"listed": strings.LISTED})


def prices_in_words(prices: pd.DataFrame, ways: pd.DataFrame) -> pd.DataFrame:
    """Show what each way to print costs the reader, beside how many members are found.

    Args:
        prices: see `lessons.membership.price.price_sweep`.
        ways: see `lessons.membership.sweep.membership_sweep`; the same sizes and ways.
    """
    both = _of_100(prices.merge(ways, on=["size", "way"]))
    shown = both.assign(way=both["way"].map(strings.WAYS), lost=(100 * both["lost"]).round().astype(int))
    columns = {"way": strings.WAY, "lost": strings.LOST, "top": strings.TOP}
    columns |= {"found": strings.FOUND, "interval": strings.INTERVAL}
    return shown[list(columns)].rename(columns=columns)


def formula_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show what the formula promises and what was counted (see `lessons.membership.formula.formula_sweep`)."""
    shown = found.assign(
        group=found["group"].map(strings.GROUPS),
        promised=(100 * found["promised"]).round().astype(int),
        accused=(100 * found["accused"]).round().astype(int),
        fans=(100 * found["accused_alike"]).round().astype(int),
    )
    columns = {"group": strings.GROUP, "size": strings.SIZE, "promised": strings.PROMISED}
    columns |= {"accused": strings.ACCUSED, "fans": strings.ACCUSED_FANS, "others": strings.TRIED}
    return shown[list(columns)].rename(columns=columns)


def statistics_in_words(found: pd.DataFrame) -> pd.DataFrame:
    """Show how many members each statistic finds with the same titles (see `statistics_sweep`)."""
    shown = found.assign(
        statistic=found["statistic"].map(strings.STATISTICS),
        found=(100 * found["found_share"]).round().astype(int),
        accused=(100 * found["accused_share"]).round(1),
    )
    columns = {"statistic": strings.STATISTIC, "size": strings.SIZE, "found": strings.FOUND}
    columns |= {"accused": strings.ACCUSED_OF_100}
    return shown[list(columns)].rename(columns=columns)


def _of_100(found: pd.DataFrame) -> pd.DataFrame:
    """Shares of members as numbers of 100, with their interval in words."""
    interval = [f"{100 * low:.0f} to {100 * high:.0f}" for low, high in zip(found["low"], found["high"], strict=True)]
    return found.assign(found=(100 * found["found_share"]).round().astype(int), interval=interval)


def _in_people(found: pd.DataFrame, first: dict[str, str]) -> pd.DataFrame:
    """What was tried, members found of 100, and people of the service: accused rightly, wrongly, and by lot."""
    people = {name: found[name].round().astype(int) for name in ("right", "wrong")}
    shown = _of_100(found).assign(**people, blind=found["blind"].round(1))
    columns = first | {"found": strings.FOUND, "interval": strings.INTERVAL}
    columns |= {"right": strings.RIGHT, "wrong": strings.WRONG, "blind": strings.BLIND}
    return shown[list(columns)].rename(columns=columns)


def one_of(people: np.ndarray, found: np.ndarray, *, near_the_top: bool = False) -> int:
    """Choose one of some people to be looked at: in the middle by the score, or a tenth from the top.

    Args:
        people: rows of the matrix.
        found: the score of everybody.

    Returns:
        A row of the matrix.

    Examples:
        >>> one_of(np.array([4, 2, 0]), np.array([5.0, 0, 9.0, 0, 1.0]))
        0
    """
    order = people[np.argsort(found[people], kind="stable")]
    return int(order[len(order) * (9 if near_the_top else 5) // 10])


def titles_of(known: sp.csr_array, person: int) -> np.ndarray:
    """The columns of the titles that are known of one person."""
    return np.asarray(known[[person]].indices)
