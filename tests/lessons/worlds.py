"""Five worlds that nobody has seen before, for the claims of the lessons."""

from functools import cache

import pandas as pd
import pytest

from data_gen import make_world
from disclosure.tables.count_table import count_table
from disclosure.tables.favourites import favourites
from lessons.linking.release import pseudonymise
from lessons.singling_out.release import drill_down, people_behind
from tests.shares import METER

SEEDS = [1, 2, 3, "Ada", "Grace"]
DAYS = pd.date_range("2017-11-23", "2017-12-10")
every_seed = pytest.mark.parametrize("seed", SEEDS)


@cache
def world(seed):
    with METER.world():
        return make_world(2_000, seed=seed)


@cache
def the_53(seed):
    film = world(seed).titles.set_index("title").loc["Mistletoe at Thimble Hall", "title_id"]
    return drill_down(world(seed).viewers, people_behind(world(seed).views, title_id=film, days=DAYS))


@cache
def favourite_table(seed, totals=True):
    americans = world(seed).viewers.query("country == 'United States'")
    people = favourites(world(seed).views, americans, world(seed).titles, days=DAYS, n_titles=16)
    return count_table(people, by=("title", "region"), totals=totals)


@cache
def log_and_reviews(seed):
    """The ratings under new numbers, eight reviews of everybody who has written so many, and who is who."""
    log, key = pseudonymise(world(seed).ratings.rename(columns={"rated_on": "day"}))
    reviews = world(seed).outside.reviews.rename(columns={"handle": "target"}).drop_duplicates(["target", "title_id"])
    known = reviews.groupby("target").filter(lambda hers: len(hers) >= 8).groupby("target").sample(8, random_state=53)
    truth = world(seed).truth.reviews
    truth = truth[truth["target"].isin(known["target"])]
    return log, known, truth.assign(answer=truth["answer"].map(key))
