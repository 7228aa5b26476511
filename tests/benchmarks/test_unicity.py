"""The unicity curve for k = 1 to 8, beside two pandas loops in the same run.

The plain loop is what one would write first: for each k and each target, take k of her points and ask of each point who
has it. The careful loop asks once and keeps the answer for the next k. Both are timed on a few targets and extrapolated
to all, and say so. All three count the same crowds on those targets.
"""

from functools import cache, reduce

import numpy as np
import pandas as pd
import pytest

from lessons.unicity.inverted_index import inverted_index
from lessons.unicity.measure import crowd_sizes, draw_points, unicity
from tests.benchmarks.turns import say, sizes, take_turns

TARGETS, MOST, LOOPED = 10_000, 8, 4
WAYS = [("title_id",), ("title_id", "day")]
LEAST_PLAIN = 20
"""How many times as long the plain loop takes."""
SIZES = {20_000: 200, 1_000_000: 10_000, 10_000_000: 100_000}
"""Views -> viewers."""


@cache
def views(n_views):
    """A log of 1,700 titles over 406 days, drawn by popularity; viewers are more and less busy."""
    rng = np.random.default_rng(53)
    busy = np.exp(rng.normal(0, 0.95, SIZES[n_views]))
    rank = np.arange(1, 1_701)
    popular = (rank + 7.26) ** -0.62 * np.exp(-rank / 4_053)
    return pd.DataFrame(
        {
            "viewer_id": 7 * rng.choice(len(busy), n_views, p=busy / busy.sum()) + 3,
            "title_id": rng.choice(rank, n_views, p=popular / popular.sum()).astype(np.int32),
            "day": np.datetime64("2016-11-01", "s") + rng.integers(0, 406, n_views).astype("timedelta64[D]"),
        }
    )


def holders(log, thing):
    """Whose records hold one thing."""
    return set(log.loc[reduce(np.logical_and, [log[column] == value for column, value in thing.items()]), "viewer_id"])


def plain_loop(log, things):
    """The crowds of one target for k = 1 to 8."""
    return [len(reduce(set.intersection, [holders(log, it) for it in things[:k]])) for k in range(1, MOST + 1)]


def careful_loop(log, things):
    """The same, each thing looked up once."""
    found = [holders(log, it) for it in things]
    return [len(reduce(set.intersection, found[:k])) for k in range(1, MOST + 1)]


@pytest.mark.parametrize("by", WAYS, ids=" + ".join)
@pytest.mark.parametrize("n_views", sizes(*((n,) for n in SIZES)))
def test_unicity_curve(n_views, by):
    log = views(n_views)
    index = inverted_index(log, by=by)
    drawn = draw_points(index, 200, MOST, np.random.default_rng(53))
    drawn = drawn[drawn[:, -1] >= 0][:LOOPED]
    known = [index.values_of(points).to_dict("records") for points in drawn]
    loops = (plain_loop, careful_loop)
    turns = take_turns(
        {
            "ours": lambda: unicity(log, by=by, most=MOST, n_targets=TARGETS),
            **{loop.__name__: lambda loop=loop: [loop(log, things) for things in known] for loop in loops},
        },
        rounds=2,
    )
    n = min(TARGETS, index.n_viewers)
    say(f"{n_views:,} views, {' + '.join(by)}: {turns.median('ours'):.2f} s for {n:,} targets")
    ratios = {loop.__name__: turns.ratio(loop.__name__, "ours") * n / LOOPED for loop in loops}
    say("; ".join(f"{name} takes {x:,.0f} times as long, extrapolated from {LOOPED}" for name, x in ratios.items()))
    assert all(turns.results[name] == crowd_sizes(index, drawn).tolist() for name in ratios)
    assert n_views < 1_000_000 or ratios["plain_loop"] >= LEAST_PLAIN
