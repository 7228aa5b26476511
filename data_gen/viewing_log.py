"""Who watched what and when: one block of the viewing log, written in one pass over whole columns."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from data_gen import habits
from data_gen.clock import DAY, Clocks, as_dates, clocks_of, first_day
from data_gen.knobs import Knobs
from data_gen.stories import vigil_days
from data_gen.streams import Seed, stream
from data_gen.taste import choose_titles
from data_gen.titles import Catalogue
from data_gen.viewers import BLOCK, DEVICES

USUAL_DEVICE = 200  # of 256 showings, on the viewer's usual device
APART = 1 << 28  # seconds between two viewers on one common line: longer than any viewer's whole log


class Log(NamedTuple):
    """Showings as plain columns, by viewer and start: viewer and title are rows, utc is in seconds of the calendar."""

    viewer: np.ndarray
    title: np.ndarray
    episode: np.ndarray
    utc: np.ndarray
    minutes: np.ndarray
    device: np.ndarray

    def only(self, which: np.ndarray) -> "Log":
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
    viewers: pd.DataFrame, titles: Catalogue, planted: pd.DataFrame, knobs: Knobs, seed: Seed, block: int
) -> pd.DataFrame:
    """Make the viewing log of one block.

    Args:
        viewers: of the block.
        titles: of the world.
        planted: all planted showings of the world (stories.planted_views).
        knobs: days and taste_mixing matter.
        seed: of the world.
        block: its number.

    Returns:
        One row per showing, sorted by viewer and start; the columns are those of World.views.
    """
    rng = stream(seed, "views", block)
    clocks = clocks_of(viewers["time_zone"], knobs.days)
    choices = _choices(viewers, titles, knobs, rng)
    log = _in_sequence(_wanted(choices, titles, knobs, rng), clocks)
    log = log.only(_keeps_to_the_rules(log, clocks, viewers, titles, knobs))
    mine = planted[planted["viewer"] // BLOCK == block]
    if len(mine):
        log = _with_planted(log, _showings(mine, titles, clocks, rng))
    return _frame(log, clocks, viewers, titles, knobs)


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
    names = pd.Index(habits.SEASONS)
    season = names.get_indexer(pd.Index(titles.frame["seasonal"]))[title]
    start = habits.start_days(low, high, season, luck, knobs.days)
    episodes = titles.frame["episodes"].to_numpy()[title]
    once = np.isin(title, list(titles.story.values()))
    small = viewer.astype(np.int16), title.astype(np.int16)  # a block has few viewers, a catalogue few titles
    return Choices(*small, start, high, *habits.plans(episodes, once, rng))


def _wanted(choices: Choices, titles: Catalogue, knobs: Knobs, rng: np.random.Generator) -> Log:
    """Every showing at its wanted local second, sorted by viewer and second; utc is still local here."""
    row, nth, day = _planned_days(choices)
    second = habits.wanted_seconds(day, choices.habit[row], knobs.days)
    viewer, title = choices.viewer[row], choices.title[row]
    del row, day
    order = _by_viewer_and_second(viewer, second)
    episode = np.where(titles.frame["episodes"].to_numpy()[title] > 0, nth + 1, 0).astype(np.int16)
    minutes = habits.minutes_watched(titles.frame["minutes"].to_numpy()[title], rng)
    device = rng.integers(0, 256, len(title), dtype=np.uint8)
    del nth
    return Log(viewer, title, episode, second, minutes, device).only(order)


def _planned_days(choices: Choices) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Every showing that fits the calendar: its row in the choices, its number (from 0), and its day."""
    row = np.repeat(np.arange(len(choices.viewer), dtype=np.int32), choices.showings)
    nth = np.arange(len(row), dtype=np.int32)
    nth -= np.repeat((np.cumsum(choices.showings) - choices.showings).astype(np.int32), choices.showings)
    day = choices.start[row] + nth // choices.a_day[row] * choices.gap[row]
    fits = day <= choices.last[row]
    return row[fits], nth[fits], day[fits]


def _by_viewer_and_second(viewer: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The order by viewer and second, ties as they stand: one sort of whole numbers that carry their places along."""
    places = len(viewer).bit_length()
    keys = (viewer * np.int64(APART) + second << places) + np.arange(len(viewer))
    keys.sort()
    keys &= (1 << places) - 1
    return keys


def _in_sequence(log: Log, clocks: Clocks) -> Log:
    """The same showings in UTC, each pushed back until the one before it is over.

    A start is the later of the wanted second and the end of the showing before; over a whole column that is a running
    maximum of wanted second minus time watched so far (Lindley's recursion).
    """
    length = log.minutes.astype(np.int64) * 60 + 15 + log.device % 64
    shift = log.viewer * np.int64(APART)
    shift -= np.cumsum(length)
    shift += length
    del length
    start = clocks.to_utc(log.utc, log.viewer)
    start += shift
    np.maximum.accumulate(start, out=start)
    start -= shift
    return log._replace(utc=start)


def _keeps_to_the_rules(log: Log, clocks: Clocks, viewers: pd.DataFrame, titles: Catalogue, knobs: Knobs) -> np.ndarray:
    """Which showings stay: nobody watches after leaving, and only the planted viewers keep the vigil."""
    day = clocks.to_local(log.utc, log.viewer) // DAY
    _, gone = _stay(viewers, knobs.days)
    vigil = vigil_days(knobs)
    rest_day = vigil[viewers["viewer_id"].to_numpy() % len(vigil)]
    resting = (log.title == titles.story["vigil"]) & (day == rest_day[log.viewer])
    return (day <= gone[log.viewer]) & ~resting


def _showings(planted: pd.DataFrame, titles: Catalogue, clocks: Clocks, rng: np.random.Generator) -> Log:
    """The planted showings of one block as a log, each watched to the end."""
    viewer = (planted["viewer"].to_numpy() % BLOCK).astype(np.int16)
    title = planted["story"].map(titles.story).to_numpy().astype(np.int16)
    utc = clocks.to_utc(planted["local"].to_numpy(), viewer)
    device = rng.integers(0, 256, len(planted), np.uint8)
    episode, minutes = np.zeros(len(planted), np.int16), titles.frame["minutes"].to_numpy()[title]
    return _sorted(Log(viewer, title, episode, utc, minutes, device))


def _with_planted(log: Log, planted: Log) -> Log:
    """Put in the planted showings; what the viewer would have watched meanwhile gives way."""
    both = zip(_giving_way(log, planted), planted, strict=True)
    return _sorted(Log(*(np.concatenate(pair) for pair in both)))


def _sorted(log: Log) -> Log:
    return log.only(_by_viewer_and_second(log.viewer, log.utc))


def _giving_way(log: Log, planted: Log) -> Log:
    """The log without what overlaps planted showings, and without other showings of their film to their viewers."""
    film_of = np.full(1 + max(log.viewer.max(initial=0), planted.viewer.max(initial=0)), -1)
    film_of[planted.viewer] = planted.title
    at_stake = np.flatnonzero(film_of[log.viewer] >= 0)
    theirs = log.only(at_stake)
    begin, end = _begin_and_end(theirs)
    planted_begin, planted_end = _begin_and_end(planted)
    over = np.searchsorted(planted_end, begin, side="right")
    begun = np.searchsorted(planted_begin, end, side="left")
    stays = np.ones(len(log.viewer), dtype=bool)
    stays[at_stake] = (over == begun) & (film_of[theirs.viewer] != theirs.title)
    return log.only(stays)


def _begin_and_end(log: Log) -> tuple[np.ndarray, np.ndarray]:
    """Begin and end of each showing, all viewers after each other on one line of seconds."""
    begin = log.viewer * np.int64(APART) + log.utc
    return begin, begin + log.minutes.astype(np.int64) * 60


def _frame(log: Log, clocks: Clocks, viewers: pd.DataFrame, titles: Catalogue, knobs: Knobs) -> pd.DataFrame:
    season, episode = _season_and_episode(log, titles)
    day = clocks.to_local(log.utc, log.viewer) // DAY
    usual = pd.Index(DEVICES).get_indexer(pd.Index(viewers["device"]))[log.viewer]
    device = np.where(log.device < USUAL_DEVICE, usual, log.device % len(DEVICES)).astype(np.int8)
    midnight = first_day(knobs.days).astype("datetime64[s]")
    columns = {
        "viewer_id": viewers["viewer_id"].to_numpy()[log.viewer],
        "title_id": titles.frame["title_id"].to_numpy()[log.title],
        "season": season,
        "episode": episode,
        "started_at": pd.Series(midnight + log.utc.astype("timedelta64[s]")).dt.tz_localize("UTC"),
        "day": as_dates(day, knobs.days),
        "minutes_watched": log.minutes,
        "device": pd.Categorical.from_codes(device, categories=pd.Index(DEVICES)),
    }
    return pd.DataFrame(columns, copy=False)


def _season_and_episode(log: Log, titles: Catalogue) -> tuple[np.ndarray, np.ndarray]:
    """Season and episode within it, both from 1, and 0 for films."""
    seasons = titles.frame["seasons"].to_numpy()[log.title]
    per_season = titles.frame["episodes"].to_numpy()[log.title] // np.maximum(seasons, 1)
    season, episode = np.divmod(np.maximum(log.episode - 1, 0), np.maximum(per_season, 1))
    series = log.episode > 0
    return np.where(series, season + 1, 0).astype(np.int16), np.where(series, episode + 1, 0).astype(np.int16)
