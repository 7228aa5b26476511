"""Public reviews under a handle: a noisy part of what viewers thought in private, among reviews by other people."""

from __future__ import annotations

import numpy as np
import pandas as pd

from data_gen.clock import as_dates
from data_gen.habits import start_days
from data_gen.knobs import Knobs
from data_gen.names import handles
from data_gen.streams import Seed, scrambled, stream
from data_gen.taste import choose_titles
from data_gen.titles import Catalogue
from data_gen.viewers import BLOCK

SHARE_REVIEWED = 0.5  # of a reviewer's private ratings
STRANGERS = 0.4  # reviewers who are not viewers, per reviewer who is
MOST_DAYS_OFF = 14
MOST_REVIEWS = 1_000_000  # of a block: the running numbers of each begin at a multiple of it


def make_reviews(
    viewers: pd.DataFrame, ratings: pd.DataFrame, titles: Catalogue, knobs: Knobs, seed: Seed, block: int
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """One block of public reviews, sorted by day. Those of viewers carry errors: wrong titles, stars and days.

    Args:
        viewers: of the block.
        ratings: of the block.
        titles: of the world.
        knobs: review_share, wrong_titles, wrong_stars, wrong_days.
        seed: of the world.
        block: its number.

    Returns:
        The reviews: review_id, handle, title_id, title, stars, day. The truth: target (handle), answer (viewer_id or
        <NA>).
    """
    rng = stream(seed, "reviews", block)
    writers = viewers[rng.random(len(viewers)) < knobs.review_share]
    known = _with_errors(_of_viewers(writers, ratings, rng), titles, knobs, rng)
    others = _of_strangers(round(len(writers) * STRANGERS), titles, knobs, seed, block, rng)
    reviews = pd.concat([known, others], ignore_index=True)
    reviews = reviews.iloc[rng.permutation(len(reviews))].sort_values("day", kind="stable", ignore_index=True)
    reviews.insert(0, "review_id", pd.RangeIndex(1, len(reviews) + 1) + MOST_REVIEWS * block)
    reviews.insert(3, "title", titles.frame["title"].take(reviews["title_id"].to_numpy() - 1).array)
    handles_seen = pd.Series(reviews["handle"].unique(), dtype="str").sort_values(ignore_index=True)
    answers = viewers.set_index("handle")["viewer_id"].astype("Int64")
    return reviews, pd.DataFrame({"target": handles_seen, "answer": handles_seen.map(answers)})


def _of_viewers(writers: pd.DataFrame, ratings: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    kept = ratings[rng.random(len(ratings)) < SHARE_REVIEWED]
    signed = kept.merge(writers[["viewer_id", "handle"]], on="viewer_id")
    return signed.rename(columns={"rated_on": "day"})[["handle", "title_id", "stars", "day"]]


def _with_errors(reviews: pd.DataFrame, titles: Catalogue, knobs: Knobs, rng: np.random.Generator) -> pd.DataFrame:
    n = len(reviews)
    title = np.where(rng.random(n) < knobs.wrong_titles, rng.integers(1, knobs.n_titles + 1, n), reviews["title_id"])
    other = (reviews["stars"].to_numpy() - 1 + rng.integers(1, 5, n)) % 5 + 1
    stars = np.where(rng.random(n) < knobs.wrong_stars, other, reviews["stars"])
    off = rng.integers(1, MOST_DAYS_OFF + 1, n) * np.where(rng.random(n) < knobs.wrong_days, 1, 0)
    day = reviews["day"].to_numpy() + (off * np.where(rng.random(n) < 0.25, -1, 1)).astype("timedelta64[D]")
    released = titles.frame["released_on"].to_numpy()[title - 1]
    last = as_dates(np.array(knobs.days - 1), knobs.days)
    day = np.minimum(np.maximum(day, np.maximum(released, as_dates(np.array(0), knobs.days))), last)
    return reviews.assign(title_id=title.astype(np.int32), stars=stars.astype(np.int8), day=day)


def _of_strangers(
    n: int, titles: Catalogue, knobs: Knobs, seed: Seed, block: int, rng: np.random.Generator
) -> pd.DataFrame:
    names = handles(scrambled(knobs.n_viewers + block * BLOCK + np.arange(n), seed, "handle", knobs.n_viewers))
    stranger, title = choose_titles(np.zeros(n), titles, knobs, rng)
    low = titles.released[title].clip(0, knobs.days - 1)
    day = start_days(low, np.full_like(low, knobs.days - 1), np.zeros_like(low), rng.random(len(low)), knobs.days)
    stars = np.rint(3.5 + titles.quality[title] + rng.normal(0, 0.8, len(title))).clip(1, 5).astype(np.int8)
    frame = {"handle": names.take(stranger).array, "title_id": (title + 1).astype(np.int32), "stars": stars}
    return pd.DataFrame(frame).assign(day=as_dates(day, knobs.days))
