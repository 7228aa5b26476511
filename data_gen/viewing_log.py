"""Who watched what and when: one block of the viewing log, written in one pass over whole columns."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from data_gen import habits
from data_gen.clock import DAY, as_dates, clocks, first_day, to_local, to_utc
from data_gen.knobs import Knobs
from data_gen.places import regions
from data_gen.stories import vigil_days
from data_gen.streams import Seed, stream
from data_gen.taste import choose_titles
from data_gen.titles import Catalogue
from data_gen.viewers import BLOCK, DEVICES

APART = 1 << 28  # seconds between two viewers on one common line: longer than any viewer's whole log


class Log(NamedTuple):
    """Showings as plain columns, by viewer and start: viewer and title are rows, utc is in seconds of the calendar."""

    viewer: np.ndarray
    title: np.ndarray
    episode: np.ndarray
    utc: np.ndarray
    minutes: np.ndarray
    device: np.ndarray

    def only(self, which: np.ndarray) -> Log:
        """The showings at the given positions, or where the mask is true."""
        return Log(*(column[which] for column in self))


class Choices(NamedTuple):
    """One row per viewer and title that she turns to: rows of both, first and last possible day, and the plan."""

    viewer: np.ndarray
    title: np.ndarray
    start: np.ndarray
    last: np.ndarray
    showings: np.ndarray
    a_day: np.ndarray
    gap: np.ndarray
    habit: np.ndarray


def make_views(
    viewers: pd.DataFrame, titles: Catalogue, showings: pd.DataFrame, knobs: Knobs, seed: Seed, block: int
) -> pd.DataFrame:
    """The viewing log of one block (see World for its columns), sorted by viewer and start.

    showings: the planted ones (stories.planted_views).
    """
    rng = stream(seed, "views", block)
    zones = tuple(regions()["time_zone"].unique())
    zone = np.searchsorted(np.sort(zones), viewers["time_zone"].to_numpy())
    at_utc, at_local = clocks(tuple(sorted(zones)), knobs.days)
    choices = _choices(viewers, titles, knobs, rng)
    log = _in_sequence(_wanted(choices, titles, knobs, rng), zone, at_local)
    local = to_local(log.utc, zone[log.viewer], at_utc)
    log = log.only(_keeps_to_the_rules(log, local // DAY, viewers, titles, knobs))
    log = _with_planted(log, showings, viewers, titles, zone, at_local, block, rng)
    return _frame(log, to_local(log.utc, zone[log.viewer], at_utc) // DAY, viewers, titles, knobs, rng)


def _stay(viewers: pd.DataFrame, days: int) -> tuple[np.ndarray, np.ndarray]:
    """First and last day number on which each viewer is there."""
    joined = (viewers["joined_on"].to_numpy().astype("datetime64[D]") - first_day(days)).astype(np.int64)
    left = viewers["left_on"].to_numpy().astype("datetime64[D]")
    gone = np.where(np.isnat(left), days - 1, (left - first_day(days)).astype(np.int64))
    return joined.clip(min=0), gone.clip(max=days - 1)


def _choices(viewers: pd.DataFrame, titles: Catalogue, knobs: Knobs, rng: np.random.Generator) -> Choices:
    joined, gone = _stay(viewers, knobs.days)
    viewer, title = choose_titles((gone - joined + 1) / knobs.days, titles, knobs, rng)
    low, high = np.maximum(joined[viewer], titles.released[title]), gone[viewer]
    there = low <= high
    viewer, title, low, high = viewer[there], title[there], low[there], high[there]
    luck = rng.random(len(viewer))
    luck = np.where(titles.released[title] > 0, luck**3, luck)  # new releases draw people soon
    names = pd.Index(habits.SEASON_WEIGHTS)
    season = names.get_indexer(pd.Index(titles.frame["seasonal"]))[title]
    start = habits.start_days(low, high, season, luck, knobs.days)
    return Choices(viewer, title, start, high, *_plans(title, titles, rng))


def _plans(title: np.ndarray, titles: Catalogue, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    """How many showings, how many a day, how many days apart, and a habit of the hour."""
    n = len(title)
    episodes = titles.frame["episodes"].to_numpy()[title]
    story = np.isin(title, list(titles.story.values()))
    luck, dice = rng.random(n, dtype=np.float32), rng.integers(0, 1 << 16, n, dtype=np.uint16)
    followed = np.ceil(np.where(luck < 0.3, 1 + 6 * luck, episodes * luck**1.8))
    again = np.where(
        (dice & 127) == 0, 4 + (dice >> 12), np.where((dice & 15) == 1, 2, 1)
    )  # comfort, a second time, once
    showings = np.where(episodes > 0, followed.clip(1, 60), np.where(story, 1, again)).astype(np.int64)
    a_day = np.where(episodes > 0, np.array([1, 2, 2, 3, 4, 6, 1, 2])[dice & 7], 1)
    gap = np.where(episodes > 0, np.array([1, 1, 2, 1, 3, 1, 7, 2])[dice >> 3 & 7], 5 + (dice >> 11))
    return showings, a_day, gap, (dice >> 4).astype(np.int64)


def _wanted(choices: Choices, titles: Catalogue, knobs: Knobs, rng: np.random.Generator) -> Log:
    """Every showing at its wanted local second, sorted by viewer and second; utc is still local here."""
    row = np.repeat(np.arange(len(choices.viewer)), choices.showings)
    nth = np.arange(len(row)) - np.repeat(np.cumsum(choices.showings) - choices.showings, choices.showings)
    day = choices.start[row] + nth // choices.a_day[row] * choices.gap[row]
    fits = day <= choices.last[row]
    row, nth, day = row[fits], nth[fits], day[fits]
    second = habits.wanted_seconds(day, choices.habit[row], knobs.days)
    viewer, title = choices.viewer[row], choices.title[row]
    order = np.argsort(viewer * np.int64(APART) + second, kind="stable")
    episode = np.where(titles.frame["episodes"].to_numpy()[title] > 0, nth + 1, 0).astype(np.int16)
    minutes = habits.minutes_watched(titles.frame["minutes"].to_numpy()[title], rng)
    device = rng.integers(0, 256, len(row), dtype=np.uint8)
    return Log(viewer, title, episode, second, minutes, device).only(order)


def _in_sequence(log: Log, zone: np.ndarray, at_local: np.ndarray) -> Log:
    """The same showings in UTC, each pushed back until the one before it is over.

    A start is the later of the wanted second and the end of the showing before; over a whole column that is a running
    maximum of wanted second minus time watched so far (Lindley's recursion).
    """
    line = log.viewer * np.int64(APART)
    length = log.minutes.astype(np.int64) * 60 + 15 + log.device % 64
    watched = np.cumsum(length) - length
    wanted = to_utc(log.utc, zone[log.viewer], at_local)
    return log._replace(utc=np.maximum.accumulate(wanted + line - watched) + watched - line)


def _keeps_to_the_rules(
    log: Log, day: np.ndarray, viewers: pd.DataFrame, titles: Catalogue, knobs: Knobs
) -> np.ndarray:
    """Which showings stay: nobody watches after leaving, and only the planted viewers keep the vigil."""
    _, gone = _stay(viewers, knobs.days)
    vigil = vigil_days(knobs)
    rest_day = vigil[viewers["viewer_id"].to_numpy() % len(vigil)]
    resting = (log.title == titles.story["vigil"]) & (day == rest_day[log.viewer])
    return (day <= gone[log.viewer]) & ~resting


def _with_planted(
    log: Log,
    showings: pd.DataFrame,
    viewers: pd.DataFrame,
    titles: Catalogue,
    zone: np.ndarray,
    at_local: np.ndarray,
    block: int,
    rng: np.random.Generator,
) -> Log:
    """Put in this block's planted showings; what the viewer would have watched meanwhile gives way."""
    mine = showings[showings["viewer"].to_numpy() // BLOCK == block]
    if mine.empty:
        return log
    viewer = mine["viewer"].to_numpy() - block * BLOCK
    title = mine["story"].map(titles.story).to_numpy()
    minutes = titles.frame["minutes"].to_numpy()[title]
    utc = to_utc(mine["local"].to_numpy(), zone[viewer], at_local)
    planted = Log(viewer, title, np.zeros(len(mine), np.int16), utc, minutes, rng.integers(0, 256, len(mine), np.uint8))
    both = Log(*(np.concatenate(pair) for pair in zip(_giving_way(log, planted), planted, strict=True)))
    return both.only(np.argsort(both.viewer * np.int64(APART) + both.utc, kind="stable"))


def _giving_way(log: Log, planted: Log) -> Log:
    """The log without the planted viewers' own showings of their story's film, and without what overlaps."""
    order = np.argsort(planted.viewer * np.int64(APART) + planted.utc)
    line = (planted.viewer * np.int64(APART) + planted.utc)[order]
    end = line + planted.minutes[order].astype(np.int64) * 60
    start_of_log = log.viewer * np.int64(APART) + log.utc
    end_of_log = start_of_log + log.minutes.astype(np.int64) * 60
    overlaps = np.searchsorted(end, start_of_log, side="right") != np.searchsorted(line, end_of_log, side="left")
    film_of = np.full(int(log.viewer.max(initial=0)) + 1, -1)
    known = planted.viewer < len(film_of)
    film_of[planted.viewer[known]] = planted.title[known]
    return log.only(~overlaps & (film_of[log.viewer] != log.title))


def _frame(
    log: Log, day: np.ndarray, viewers: pd.DataFrame, titles: Catalogue, knobs: Knobs, rng: np.random.Generator
) -> pd.DataFrame:
    seasons = titles.frame["seasons"].to_numpy()[log.title]
    per_season = titles.frame["episodes"].to_numpy()[log.title] // np.maximum(seasons, 1)
    season, episode = np.divmod(np.maximum(log.episode - 1, 0), np.maximum(per_season, 1))
    series = log.episode > 0
    usual = pd.Index(DEVICES).get_indexer(pd.Index(viewers["device"]))[log.viewer]
    device = np.where(log.device < 200, usual, log.device % len(DEVICES)).astype(np.int8)
    midnight = first_day(knobs.days).astype("datetime64[s]")
    return pd.DataFrame(
        {
            "viewer_id": viewers["viewer_id"].to_numpy()[log.viewer],
            "title_id": titles.frame["title_id"].to_numpy()[log.title],
            "season": np.where(series, season + 1, 0).astype(np.int16),
            "episode": np.where(series, episode + 1, 0).astype(np.int16),
            "started_at": pd.Series(midnight + log.utc.astype("timedelta64[s]")).dt.tz_localize("UTC"),
            "day": as_dates(day, knobs.days),
            "minutes_watched": log.minutes,
            "device": pd.Categorical.from_codes(device, categories=pd.Index(DEVICES)),
        },
        copy=False,
    )
