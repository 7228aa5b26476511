"""With her and without her: for what is known, for each defence, and for lists that change from day to day."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from lessons.recommendations.attack import from_lists
from lessons.recommendations.day_to_day import Day, days_of_lists
from lessons.recommendations.known import RAREST, some_viewers, titles_known
from lessons.recommendations.reading import read_with, read_without
from lessons.recommendations.release import AlsoWatched, Lists, Together, count_together
from lessons.recommendations.scores import HERS, NOT_HERS, OLDER, BothTimes, both_times

TARGETS = 400
"""Viewers of whom Ada knows something, drawn by lot."""

POPULAR = 100
"""The price of a defence is read off the lists of so many titles, the most watched ones."""


def with_and_without_her(
    together: Together,
    rows: pd.DataFrame,
    known: pd.DataFrame,
    release: AlsoWatched | None = None,
    *,
    least_lists: int = 3,
    truth: pd.DataFrame | None = None,
) -> BothTimes:
    """Let Ada read the lists of what she knows: with each target in the data, and with each of them left out.

    Args:
        together: the counts from which lists are made.
        rows: who was counted.
        known: what Ada knows.
        release: how lists are made.
        least_lists: in so many lists a title must stand.
        truth: who has watched what; ``rows`` when not given.
    """
    reads = read_with(together, known, release), read_without(together, rows, known, release)
    inside, outside = (from_lists(read, known, least_lists=least_lists) for read in reads)
    return both_times(inside, outside, rows if truth is None else truth)


def known_sweep(
    rows: pd.DataFrame, titles: pd.DataFrame, choices: Iterable[tuple[str, int]], *, n: int = TARGETS, seed: int = 53
) -> pd.DataFrame:
    """Vary what Ada knows, and the least number of viewers of a title that is listed.

    Args:
        rows: one row per profile and title.
        titles: the catalogue.
        choices: ``"rarest"`` or ``"any"``, and the least number of viewers.
        n: targets.
        seed: of the lot.

    Returns:
        One row per choice: ``which``, ``least``, and as of `as_row`.
    """
    together, targets = count_together(rows, titles), some_viewers(rows, n, seed=seed)
    found = []
    for which, least in choices:
        known = titles_known(rows, targets, which=which, least_viewers=least, seed=seed)
        both = with_and_without_her(together, rows, known, AlsoWatched(least_viewers=least))
        found.append({"which": which, "least": least, **as_row(both)})
    return pd.DataFrame(found)


def as_row(both: BothTimes) -> dict[str, Any]:
    """Lay out both outcomes: right and wrong with her, the same without her, blind, and the difference.

    Returns:
        ``n``, ``right``, ``wrong``, ``blind``, ``right_without``, ``wrong_without``, ``vanished``, ``leak`` (of the
        shares that are right), ``low``, ``high`` (its 95 % interval).
    """
    inside, outside, difference = both.inside, both.outside, both.difference
    return {
        "n": inside.n,
        "right": inside.right,
        "wrong": inside.wrong,
        "blind": inside.baseline,
        "right_without": outside.right,
        "wrong_without": outside.wrong,
        "vanished": both.vanished,
        "leak": difference.leak,
        "low": difference.low,
        "high": difference.high,
    }


class Defence(NamedTuple):
    """Three steps of a publisher; what is not given is not done.

    Attributes:
        before: rows -> rows, before anything is counted.
        counts: counts -> counts, such as noise.
        release: how lists are made.
    """

    before: Callable[[pd.DataFrame], pd.DataFrame] | None = None
    counts: Callable[[Together], Together] | None = None
    release: AlsoWatched = AlsoWatched()


def defence_sweep(
    rows: pd.DataFrame, titles: pd.DataFrame, defences: Mapping[str, Defence], *, n: int = TARGETS, seed: int = 53
) -> pd.DataFrame:
    """Try defences against Ada, who knows the five rarest titles of each target that have a list.

    Args:
        rows: one row per profile and title.
        titles: the catalogue.
        defences: name -> what is done.
        n: targets.
        seed: of the lot.

    Returns:
        One row per defence: ``defence``, as of `as_row`; ``vanished_by_two`` (the right claims that vanish without her
        if a title need only stand in two lists), and the price: ``same`` (share of the places in the lists of
        the 100 most watched titles that are as without a defence), ``listed`` (share of titles with a list).
    """
    targets, plain = some_viewers(rows, n, seed=seed), AlsoWatched()(count_together(rows, titles))
    found = []
    for name, defence in defences.items():
        counted = defence.before(rows) if defence.before else rows
        together = count_together(counted, titles)
        together = defence.counts(together) if defence.counts else together
        known = titles_known(rows, targets, least_viewers=defence.release.least_viewers, seed=seed)
        reads = together, counted, known, defence.release
        three, two = (with_and_without_her(*reads, least_lists=lists, truth=rows) for lists in (3, 2))
        paid = price(plain, defence.release(together))
        found.append({"defence": name, **as_row(three), "vanished_by_two": two.vanished, **paid})
    return pd.DataFrame(found)


def price(plain: Lists, defended: Lists) -> dict[str, float]:
    """Hold lists against those without a defence: ``same`` and ``listed``, as in `defence_sweep`."""
    popular = np.argsort(-plain.viewers, kind="stable")[:POPULAR]
    stays = [np.isin(plain.listed[each], defended.listed[each][defended.listed[each] >= 0]) for each in popular]
    places = plain.listed[popular] >= 0
    return {
        "same": float((np.array(stays) & places).sum() / max(1, places.sum())),
        "listed": float((defended.listed[:, 0] >= 0).mean()),
    }


class Days(NamedTuple):
    """What Ada says from day to day.

    Attributes:
        claims: one row per claim: ``day``, ``target``, ``title_id``, ``is`` (watched that day, watched earlier, or not
            watched), ``stays`` (whether she says the same where the target has not watched anything that day).
        n: targets times days.
        new: on how many of these a target watched something new.
        blind: how many of the claims would be right if each were about anybody.
        top: on how many a target watched the title of the day for the first time, the one that most did: what somebody
            gets right who names it of everybody, each evening.
    """

    claims: pd.DataFrame
    n: int
    new: int
    blind: float
    top: int


def day_sweep(
    rows: pd.DataFrame,
    titles: pd.DataFrame,
    first: str,
    *,
    days: int = 7,
    every: int = 1,
    n: int = 300,
    least_lists: int = 4,
    seed: int = 53,
) -> Days:
    """Publish the lists every day, or less often, and let Ada name a title that rises in most lists of what she knows.

    Args:
        rows: one row per profile and title, with ``day``.
        titles: the catalogue.
        first: the first day of the lists.
        days: how many times they are published.
        every: so many days apart: what was watched until the next lists counts as of the same day.
        n: targets, of those who had watched something before.
        least_lists: in so many of the five lists a title must rise.
        seed: of the lot.
    """
    dates = pd.date_range(first, periods=days, freq=f"{every}D")
    since = (rows["day"] - dates[0]).dt.days // every
    rows = rows.assign(day=dates[0] + pd.to_timedelta(every * since, "D"))
    earlier = rows[rows["day"] < dates[0]]
    known = titles_known(earlier, some_viewers(earlier, n, seed=seed), which=RAREST)
    parts, new, blind, top = [], 0, 0.0, 0
    for day in days_of_lists(rows, titles, known, dates):
        claims = _kinds_of_claims(_claims(day, known, least_lists), rows, day.new)
        watched_now, firsts = day.new[day.new["viewer_id"].isin(known["target"])], day.new["title_id"].value_counts()
        parts.append(claims)
        new += watched_now["viewer_id"].nunique()
        top += int(watched_now["title_id"].eq(firsts.index[0]).sum()) if len(firsts) else 0
        blind += float(claims["title_id"].map(firsts).fillna(0).sum())
    targets = known["target"].nunique()
    return Days(pd.concat(parts, ignore_index=True), targets * days, new, blind / rows["viewer_id"].nunique(), top)


def _claims(day: Day, known: pd.DataFrame, least_lists: int) -> pd.DataFrame:
    """What Ada says on one day, and whether she says the same without what its target has watched on it."""
    claimed, without = (from_lists(rises, known, least_lists=least_lists) for rises in (day.rises, day.rises_without))
    claims = claimed.assign(stays=without["claim"].eq(claimed["claim"]).fillna(False).astype(bool))
    claims = claims.loc[claimed["declared"], ["target", "claim", "stays"]].rename(columns={"claim": "title_id"})
    return claims.astype({"title_id": "int64"}).assign(day=day.day)


def _kinds_of_claims(claims: pd.DataFrame, rows: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """Say of each claim whether its target has watched the title: that day, earlier, or not so far."""
    pairs = pd.MultiIndex.from_frame(claims[["target", "title_id"]])
    earlier = rows[rows["day"] < claims["day"].iloc[0]] if len(claims) else rows.iloc[:0]
    today, before = (pairs.isin(pd.MultiIndex.from_frame(part[["viewer_id", "title_id"]])) for part in (new, earlier))
    return claims.assign(**{"is": np.select([today, before], [HERS, OLDER], NOT_HERS)})
