"""The catalogue: films and series with coined titles, genres, seasons, release days and a long tail."""

from dataclasses import dataclass
from functools import cache

import numpy as np
import pandas as pd

from data_gen.clock import first_day
from data_gen.knobs import Knobs
from data_gen.story_facts import CHRISTMAS_RELEASE, STORIES, STORY_FILMS
from data_gen.streams import Seed, drawn, stream
from data_gen.title_words import coined_titles, words

GENRES = np.array(  # two neighbours appeal to one taste
    words("drama romance comedy music crime thriller documentary history fantasy horror adventure animation")
)
TASTES = len(GENRES) // 2
SEASONAL = {"": 1.0, "Christmas": 0.03, "Halloween": 0.012, "Valentine": 0.01}  # odds of a title
SERIES_SHARE = 0.3
NEW_SHARE = 0.15  # released within the calendar
EVERGREENS = 10  # the most popular titles are none of the new ones
STORY_PLACES = (0.02, 0.03, 0.04)  # how far down the ranking the story films stand: popular, but no hits


@dataclass(frozen=True)
class Catalogue:
    """The titles, and what only the generator knows of them (arrays, one entry per row of the frame).

    frame: one row per title, see World. taste: the taste (0 to TASTES - 1) a title belongs to. rank: 1 is the most
    popular. story: the row of each story's film. released: day number of the release, negative before the calendar.
    quality: how much better than usual people find it, in stars.
    """

    frame: pd.DataFrame
    taste: np.ndarray
    rank: np.ndarray
    story: dict[str, int]
    released: np.ndarray
    quality: np.ndarray


def popularity(rank: np.ndarray, n_titles: int) -> np.ndarray:
    """How popular the title of each rank is, up to a factor: (r + 7.26)^-0.62 exp(-r / c).

    The form and its constants are fitted to the hours of 18,214 titles in a streaming service's engagement report for
    January to June 2023, where c = 4053; c grows with the catalogue.

    Examples:
        >>> popularity(np.array([1, 2]), 18_214).round(3)
        array([0.27 , 0.251])
    """
    return (rank + 7.26) ** -0.62 * np.exp(-rank / (n_titles * 4053 / 18_214))


def make_titles(knobs: Knobs, seed: Seed) -> Catalogue:
    """Make the catalogue of a world; only n_titles and days of the knobs matter."""
    return _catalogue(knobs.n_titles, knobs.days, seed)


@cache
def _catalogue(n: int, days: int, seed: Seed) -> Catalogue:
    rng = stream(seed, "titles")
    rank = rng.permutation(n) + 1
    seasonal = np.array(list(SEASONAL))[drawn(np.array(list(SEASONAL.values())), n, rng)]
    frame = pd.DataFrame({"title_id": np.arange(1, n + 1, dtype=np.int32), "title": coined_titles(seasonal, rng)})
    frame["kind"] = np.where((rng.random(n) > SERIES_SHARE) | (seasonal != ""), "film", "series")
    frame["genre"] = GENRES[2 * _spread_tastes(rank, rng) + rng.integers(0, 2, n)]
    _add_lengths(frame, rng)
    frame["released_on"] = _release_days(rank, days, rng)
    frame["seasonal"] = seasonal
    story = dict(zip(STORIES, np.argsort(rank)[[int(place * n) for place in STORY_PLACES]].tolist(), strict=True))
    _cast_films(frame, list(story.values()))
    released = (frame["released_on"].to_numpy().astype("datetime64[D]") - first_day(days)).astype(np.int64)
    quality = rng.normal(0, 0.45, n) - 0.15 * np.log(rank / n * 2.7)  # popular titles are liked a little better
    taste = pd.Index(GENRES).get_indexer(pd.Index(frame["genre"])) // 2
    return Catalogue(frame, taste, rank, story, released, quality)


def _spread_tastes(rank: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """A taste for each title, so that every run of TASTES ranks has one title of each."""
    runs = -(-len(rank) // TASTES)
    return rng.permuted(np.tile(np.arange(TASTES), (runs, 1)), axis=1).ravel()[rank - 1]


def _add_lengths(frame: pd.DataFrame, rng: np.random.Generator) -> None:
    n, film = len(frame), (frame["kind"] == "film").to_numpy()
    seasons = np.where(film, 0, rng.geometric(0.45, n).clip(max=9))
    per_season = rng.choice([6, 8, 10, 12, 22], n, p=[0.2, 0.25, 0.3, 0.15, 0.1])
    frame["seasons"] = seasons.astype(np.int16)
    frame["episodes"] = (seasons * per_season).astype(np.int16)
    film_minutes = rng.normal(100, 16, n).clip(64, 190)
    episode_minutes = rng.choice([22, 25, 42, 48, 55], n) + rng.integers(-2, 4, n)
    frame["minutes"] = np.where(film, film_minutes, episode_minutes).astype(np.int16)


def _release_days(rank: np.ndarray, days: int, rng: np.random.Generator) -> np.ndarray:
    n = len(rank)
    before = first_day(days) - 1 - rng.exponential(1_500, n).clip(max=12_000).astype("timedelta64[D]")
    within = first_day(days) + rng.integers(0, days - 14, n).astype("timedelta64[D]")
    new = (rng.random(n) < NEW_SHARE) & (rank > EVERGREENS)
    return np.where(new, within, before).astype("datetime64[s]")


def _cast_films(frame: pd.DataFrame, rows: list[int]) -> None:
    """Make the titles in the given rows the films of the stories, in the order of STORIES."""
    frame.loc[rows, "title"] = [STORY_FILMS[story] for story in STORIES]
    frame.loc[rows, "kind"] = "film"
    frame.loc[rows, "genre"] = ["romance", "adventure", "animation"]
    frame.loc[rows, "seasonal"] = ["Christmas", "", ""]
    frame.loc[rows, "released_on"] = pd.to_datetime([CHRISTMAS_RELEASE, "2011-05-20", "2009-10-09"])
    frame.loc[rows, "minutes"] = np.array([92, 108, 85], dtype=np.int16)
    frame.loc[rows, ["seasons", "episodes"]] = np.int16(0)
    for column in ("title", "kind", "genre", "seasonal"):
        frame[column] = frame[column].astype("str")
