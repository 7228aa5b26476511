"""Who lives where and with whom: the people of the service, made in blocks that need not know of each other."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd

from data_gen.clock import LAST_DAY, first_day
from data_gen.knobs import Knobs
from data_gen.names import emails, full_names, handles
from data_gen.places import regions
from data_gen.stories import CHRISTMAS_RELEASE, MARATHON_COUNTRY, Cast
from data_gen.streams import Seed, drawn, scrambled, stream

BLOCK = 10_000  # viewers; the unit of random streams, so part of what a seed means
DEVICES = ("tv", "computer", "phone", "tablet")
DEVICE_SHARES = np.array([0.52, 0.2, 0.17, 0.11])
PLANS = ("basic", "standard", "premium")
POSTCODES_PER_REGION = 60
FIRST_JOINED, LAST_JOINED = np.datetime64("2011-01-03", "D"), np.datetime64("2017-12-03", "D")


def blocks_of(n_viewers: int) -> range:
    """The numbers of the blocks that hold so many viewers.

    >>> list(blocks_of(20_001))
    [0, 1, 2]
    """
    return range(-(-n_viewers // BLOCK))


def make_viewers(knobs: Knobs, seed: Seed, block: int, chosen: Cast) -> pd.DataFrame:
    """One block of viewers, at most 10,000 rows, in the order of their positions (see World for the columns)."""
    rng = stream(seed, "viewers", block)
    position = np.arange(block * BLOCK, min((block + 1) * BLOCK, knobs.n_viewers))
    home = _households(len(position), knobs.household_sharing, rng)
    region = _regions_of_homes(home, position, chosen, rng)
    joined, left = _memberships(position, knobs, chosen, rng)
    place = regions().take(region).reset_index(drop=True)
    female, birth = _people(home, rng)
    first, last = full_names(place["locale"].to_numpy(), female, rng)
    last = last.take(np.where(rng.random(len(position)) < 0.8, _head_of(home), np.arange(len(position)))).reset_index(
        drop=True
    )
    number = scrambled(position, seed, "viewer", knobs.n_viewers)
    alias = scrambled(position, seed, "handle", knobs.n_viewers)
    frame = pd.DataFrame({"viewer_id": number})
    frame["account_id"], frame["household_id"] = _accounts(home, block, knobs, seed, rng)
    frame["name"] = first + " " + last
    frame["email"] = emails(first, last, scrambled(position, seed, "email", knobs.n_viewers))
    frame["handle"] = handles(alias)
    frame["sex"] = _words(("male", "female"), female.astype(np.int64))
    frame["birth_date"] = birth.astype("datetime64[s]")
    frame["age"] = age_on(birth, LAST_DAY)
    frame[["country", "region"]] = place[["country", "region"]]
    frame["postcode"] = _postcodes(region, home, seed, rng)
    frame["time_zone"] = place["time_zone"]
    frame["plan"] = _words(PLANS, drawn(np.array([0.3, 0.5, 0.2]), len(home), rng)[_head_of(home)])
    frame["device"] = _words(DEVICES, drawn(DEVICE_SHARES, len(home), rng))
    frame["joined_on"], frame["left_on"] = joined, left
    frame["staff"] = rng.random(len(home)) < 0.005
    return frame


def make_neighbours(n: int, seed: Seed, rng: np.random.Generator) -> pd.DataFrame:
    """People who are not viewers but could be: the columns of viewers that a register or a remark would give."""
    home = np.arange(n)
    region = drawn(regions()["share"].to_numpy(), n, rng)
    place = regions().take(region).reset_index(drop=True)
    female, birth = _people(home, rng)
    first, last = full_names(place["locale"].to_numpy(), female, rng)
    frame = pd.DataFrame({"name": first + " " + last, "sex": _words(("male", "female"), female.astype(np.int64))})
    frame["birth_date"], frame["age"] = birth.astype("datetime64[s]"), age_on(birth, LAST_DAY)
    frame[["country", "region"]] = place[["country", "region"]]
    frame["postcode"] = _postcodes(region, home, seed, rng)
    frame["device"] = _words(DEVICES, drawn(DEVICE_SHARES, n, rng))
    frame["joined_on"] = _joined(n, rng).astype("datetime64[s]")
    return frame


def age_on(birth: np.ndarray, day: np.datetime64) -> np.ndarray:
    """Whole years lived on a day, int16.

    >>> age_on(np.array(["1990-12-11", "1990-12-12"], dtype="datetime64[D]"), np.datetime64("2017-12-11"))
    array([27, 26], dtype=int16)
    """
    born = pd.DatetimeIndex(birth.astype("datetime64[s]"))
    today = pd.Timestamp(day)
    before_birthday = (born.month * 100 + born.day) > today.month * 100 + today.day
    return (today.year - born.year.to_numpy() - before_birthday).astype(np.int16)


def _words(words: tuple[str, ...], codes: np.ndarray) -> pd.Series:
    return pd.Series(words, dtype="str").take(codes).reset_index(drop=True)


def _households(n: int, sharing: float, rng: np.random.Generator) -> np.ndarray:
    """The household number within the block of each of n viewers, never falling: 0, 0, 1, 2, 2, 2, ..."""
    sizes = 1 + rng.binomial(4, sharing / 2, n)
    return np.repeat(np.arange(n), sizes)[:n]


def _head_of(home: np.ndarray) -> np.ndarray:
    """The row of the first person of each viewer's household."""
    return np.searchsorted(home, home)


def _regions_of_homes(home: np.ndarray, position: np.ndarray, chosen: Cast, rng: np.random.Generator) -> np.ndarray:
    share = regions()["share"].to_numpy()
    region = drawn(share, len(home), rng)
    british = np.flatnonzero(regions()["country"].to_numpy() == MARATHON_COUNTRY)
    moved_to = british[drawn(share[british], len(home), rng)]
    runner = np.isin(position, chosen.marathon)
    moves = np.isin(home, home[runner])
    return np.where(moves, moved_to, region)[_head_of(home)]


def _people(home: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Whether female, and birth date: a first adult, often a partner of like age, then teenagers."""
    n, row, head = len(home), np.arange(len(home)), _head_of(home)
    order = row - head
    female = rng.random(n) < 0.5
    adult = (19 + 66 * rng.beta(1.6, 2.9, n)) * 365.25
    partner = np.maximum(adult[head] + rng.normal(0, 4, n) * 365.25, 18.2 * 365.25)
    young = rng.uniform(13.1, 24, n) * 365.25
    days_lived = np.choose(order.clip(max=2), [adult, partner, young])
    return female, LAST_DAY - days_lived.astype("timedelta64[D]")


def _accounts(
    home: np.ndarray, block: int, knobs: Knobs, seed: Seed, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Account and household numbers. In one household in ten everyone has an account of her own."""
    head, row = _head_of(home), np.arange(len(home))
    apart = (rng.random(len(home)) < 0.1)[head]
    payer = np.where(apart, row, head) + block * BLOCK
    return (
        scrambled(payer, seed, "account", knobs.n_viewers),
        scrambled(head + block * BLOCK, seed, "household", knobs.n_viewers),
    )


def _memberships(
    position: np.ndarray, knobs: Knobs, chosen: Cast, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Days of joining and leaving (NaT: still there); whoever is in a story is there for all of it."""
    n = len(position)
    joined = _joined(n, rng)
    stays = rng.integers(30, 2_500, n).astype("timedelta64[D]")
    left = np.maximum(joined, first_day(knobs.days)) + stays
    in_vigil = np.isin(position, np.concatenate([chosen.vigil, chosen.near_misses]))
    in_long_story = np.isin(position, np.concatenate([chosen.record, chosen.marathon]))
    joined -= np.where(in_vigil & (joined > np.datetime64(CHRISTMAS_RELEASE)), 364, 0).astype("timedelta64[D]")
    joined -= np.where(in_long_story & (joined > np.datetime64("2016-01-01")), 1_456, 0).astype("timedelta64[D]")
    gone = (left <= LAST_DAY) & ~in_vigil & ~in_long_story
    nat = np.datetime64("NaT", "s")
    return joined.astype("datetime64[s]"), np.where(gone, left.astype("datetime64[s]"), nat)


def _joined(n: int, rng: np.random.Generator) -> np.ndarray:
    """Days of joining: more and more of them as the service grows."""
    span = (LAST_JOINED - FIRST_JOINED).astype(int)
    return FIRST_JOINED + (span * rng.random(n) ** 0.6).astype("timedelta64[D]")


def _postcodes(region: np.ndarray, home: np.ndarray, seed: Seed, rng: np.random.Generator) -> pd.Series:
    place = (POSTCODES_PER_REGION * rng.random(len(home)) ** 2).astype(np.int64)[_head_of(home)]
    return _postcode_pool(seed).take(region * POSTCODES_PER_REGION + place).reset_index(drop=True)


@cache
def _postcode_pool(seed: Seed) -> pd.Series:
    letters = stream(seed, "postcodes")
    shapes = regions()["postcode"].tolist()
    return pd.Series([_postcode(shape, letters) for shape in shapes for _ in range(POSTCODES_PER_REGION)], dtype="str")


def _postcode(shape: str, rng: np.random.Generator) -> str:
    signs = iter(rng.random(len(shape)))
    swap = {"@": "ABCDEFGHJKLMNPRSTUVWXY", "#": "0123456789"}
    return "".join(swap[sign][int(next(signs) * len(swap[sign]))] if sign in swap else sign for sign in shape)
