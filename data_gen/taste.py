"""What viewers choose: tastes that cluster, light viewers who lean to hits, a little wandering in the tail."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from data_gen.knobs import Knobs
from data_gen.titles import TASTES, Catalogue, popularity

GUIDE = 1 << 14  # entries of a lookup table from a random number to a title
FEWEST_TITLES = 5


@dataclass(frozen=True)
class Taste:
    """The constants of choosing, tuned so that a world of 943 viewers and 1,682 titles stays in every measured band.

    median, spread: the median number of distinct titles a viewer seeks, and the standard deviation of its logarithm.
    hits, favourites, tail: exponents of popularity in the mainstream, within a taste, and in the tail.
    outside: how much a title of another taste counts, compared with one of the own taste.
    mainstream, turn, steepness: the lightest viewers' share of the mainstream, where it falls with activity, how fast.
    wandering: how fast the share of the tail grows with activity.
    first: the share of a viewer's first taste of two. The knob taste_mixing moves it from 1 (at 0) to this value
        (at 0.5); beyond, more and more choices follow any taste (all of them at 1).
    """

    median: float = 93.0
    spread: float = 1.2
    hits: float = 0.3
    favourites: float = 1.18
    outside: float = 0.005
    tail: float = 0.92
    mainstream: float = 0.75
    turn: float = -1.6
    steepness: float = 0.87
    wandering: float = 0.26
    first: float = 0.85


TASTE = Taste()


@cache
def _guides(n_titles: int, ranks: bytes, tastes: bytes, taste: Taste) -> np.ndarray:
    """One row of GUIDE title rows for the mainstream, for each taste, and for the tail."""
    appeal = popularity(np.frombuffer(ranks, dtype=np.int64), n_titles)
    home = np.frombuffer(tastes, dtype=np.int64)
    rows = [appeal**taste.hits]
    rows += [appeal**taste.favourites * np.where(home == one, 1.0, taste.outside) for one in range(TASTES)]
    rows += [appeal**taste.tail]
    middle = (np.arange(GUIDE) + 0.5) / GUIDE
    return np.stack([np.searchsorted(np.cumsum(row) / row.sum(), middle) for row in rows]).astype(np.int16)


def guides(titles: Catalogue, taste: Taste = TASTE) -> np.ndarray:
    """Lookup tables from a random number to a title row: mainstream, one row per taste, tail."""
    return _guides(
        len(titles.rank), titles.rank.astype(np.int64).tobytes(), titles.taste.astype(np.int64).tobytes(), taste
    )


def choose_titles(
    presence: np.ndarray, titles: Catalogue, knobs: Knobs, rng: np.random.Generator, taste: Taste = TASTE
) -> tuple[np.ndarray, np.ndarray]:
    """The distinct titles that each viewer turns to.

    Args:
        presence: the share of the calendar for which each viewer was there, 0 to 1.
        titles: of the world.
        knobs: n_titles and taste_mixing matter.
        rng: draws the choices.
        taste: the constants of choosing.

    Returns:
        Rows of viewers and rows of titles, one entry per choice, sorted by both.
    """
    n_viewers, n_titles = len(presence), len(titles.rank)
    keen = rng.standard_normal(n_viewers)
    wanted = taste.median * np.exp(taste.spread * keen) * (0.25 + 0.75 * presence)
    viewer = np.repeat(np.arange(n_viewers), _tries(wanted, n_titles))
    source = _sources(viewer, keen, knobs.taste_mixing, rng, taste)
    title = guides(titles, taste)[source, rng.integers(0, GUIDE, len(viewer), dtype=np.uint16)]
    pairs = np.sort(viewer * np.int64(n_titles) + title)
    pairs = pairs[np.diff(pairs, prepend=-1) != 0]
    return np.divmod(pairs, n_titles)


def _tries(wanted: np.ndarray, n_titles: int) -> np.ndarray:
    """How often a viewer must choose, repeats included, to arrive at the wanted number of distinct titles."""
    room = 0.7 * min(n_titles, 4_000)
    filled = np.clip(wanted / room, 0, 0.9)
    return np.ceil(-room * np.log1p(-filled)).astype(np.int64) + FEWEST_TITLES + 2


def _sources(viewer: np.ndarray, keen: np.ndarray, mixing: float, rng: np.random.Generator, taste: Taste) -> np.ndarray:
    """For each choice, the row of the guides it is made from: mainstream, first, second or any taste, tail."""
    n = len(keen)
    mainstream = taste.mainstream / (1 + np.exp(taste.steepness * (keen - taste.turn)))
    tail = np.clip(taste.wandering * (keen + 1), 0, 0.5)
    first, second = rng.integers(1, TASTES + 1, (2, n))
    first_share = 1 - (1 - taste.first) * min(1.0, 2 * mixing)
    limits = np.stack([mainstream, mainstream + (1 - mainstream - tail) * first_share, 1 - tail]).astype(np.float32)
    die = rng.random(len(viewer), dtype=np.float32)
    kind = (die[None, :] > limits[:, viewer]).sum(axis=0, dtype=np.int8)
    source = np.stack([np.zeros(n, np.int64), first, second, np.full(n, TASTES + 1)])[kind, viewer]
    strays = (rng.random(len(viewer), dtype=np.float32) < 2 * mixing - 1) & (source > 0) & (source <= TASTES)
    return np.where(strays, rng.integers(1, TASTES + 1, len(viewer)), source) if mixing > 0.5 else source
