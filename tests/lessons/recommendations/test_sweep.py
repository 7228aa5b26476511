"""Sweeps on a small service with tastes, where most can be said beforehand."""

import numpy as np
import pandas as pd

from disclosure.defences import KeepAtMost
from lessons.recommendations.defences import DrawViewers
from lessons.recommendations.known import titles_known
from lessons.recommendations.release import AlsoWatched, count_together
from lessons.recommendations.scores import HERS, NOT_HERS, OLDER
from lessons.recommendations.sweep import Defence, day_sweep, defence_sweep, known_sweep, price, with_and_without_her

RNG = np.random.default_rng(53)
TITLES = pd.DataFrame({"title_id": range(1, 81), "title": [f"Film {number}" for number in range(1, 81)]})
CHANCE = np.linspace(0.5, 0.02, 80) * np.where(RNG.integers(0, 2, (150, 1)) == np.arange(80) % 2, 1.6, 0.4)
WATCHED = np.argwhere(RNG.random((150, 80)) < CHANCE)
ROWS = pd.DataFrame(WATCHED + 1, columns=["viewer_id", "title_id"])
ROWS["day"] = pd.Timestamp("2017-11-01") + pd.to_timedelta(RNG.integers(0, 30, len(ROWS)), "D")
LEASTS = [("rarest", 0), ("any", 0), ("rarest", 10), ("any", 10)]
SWEPT = known_sweep(ROWS, TITLES, LEASTS, n=80)


def test_one_row_for_each_choice_and_nobody_is_lost():
    assert SWEPT[["which", "least"]].to_numpy().tolist() == [list(each) for each in LEASTS]
    assert (SWEPT["n"] == 80).all() and (SWEPT["right"] + SWEPT["wrong"] <= 80).all()
    assert (SWEPT["vanished"] >= SWEPT["right"] - SWEPT["right_without"]).all()
    assert ((SWEPT["low"] <= SWEPT["leak"]) & (SWEPT["leak"] <= SWEPT["high"])).all()


def test_a_viewer_who_was_not_counted_makes_no_difference():
    others = ROWS[ROWS["viewer_id"].gt(20)]
    known = titles_known(ROWS, pd.Series(range(1, 21)))
    both = with_and_without_her(count_together(others, TITLES), others, known, truth=ROWS)
    assert both.inside == both.outside and both.vanished == 0 == both.difference.leak


def test_defences_have_their_price():
    tried = defence_sweep(
        ROWS,
        TITLES,
        {
            "none": Defence(),
            "half": Defence(DrawViewers(0.5)),
            "few": Defence(KeepAtMost(5)),
            "short": Defence(release=AlsoWatched(5)),
            "high": Defence(release=AlsoWatched(least_viewers=30)),
        },
        n=80,
    ).set_index("defence")
    assert tried.loc["none", "same"] == 1 and tried.loc["none", "listed"] > 0.95
    assert tried.loc["none", "vanished_by_two"] >= tried.loc["none", "vanished"]
    assert tried.loc["short", "same"] < 0.5 and tried.loc["high", "listed"] < 0.7
    assert tried.loc[["half", "few"], "same"].between(0.1, 0.99).all()


def test_a_price_by_hand():
    rows = pd.DataFrame({"viewer_id": [1, 1, 1], "title_id": [1, 2, 3]})
    together = count_together(rows, TITLES.head(4))
    paid = price(AlsoWatched(2)(together), AlsoWatched(1)(together))
    assert paid == {"same": 0.5, "listed": 0.75}


def test_claims_of_each_day_are_told_apart():
    days = day_sweep(ROWS, TITLES, "2017-11-10", days=6, n=60, least_lists=3)
    assert days.n == 360 and 0 < days.new <= 360 and 0 <= days.blind <= len(days.claims)
    firsts = ROWS.set_index(["viewer_id", "title_id"])["day"]
    for claim in days.claims.to_dict("records"):
        first = firsts.get((claim["target"], claim["title_id"]), pd.Timestamp.max)
        expected = HERS if first == claim["day"] else OLDER if first < claim["day"] else NOT_HERS
        assert claim["is"] == expected
    assert days.claims["is"].nunique() > 1 and days.claims["stays"].dtype == bool


def test_lists_of_a_week_count_its_days_as_one():
    weekly = day_sweep(ROWS, TITLES, "2017-11-10", days=2, every=7, n=30)
    assert weekly.n == 60 and set(weekly.claims["day"]) <= {pd.Timestamp("2017-11-10"), pd.Timestamp("2017-11-17")}
    firsts = ROWS.set_index(["viewer_id", "title_id"])["day"]
    for claim in weekly.claims[weekly.claims["is"].eq(HERS)].to_dict("records"):
        assert 0 <= (firsts[claim["target"], claim["title_id"]] - claim["day"]).days < 7
    assert weekly.claims["is"].eq(HERS).any()
