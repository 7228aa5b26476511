"""Who lives where and with whom: the people of the service, made in blocks that need not know of each other."""

from functools import cache

import numpy as np
import pandas as pd

from data_gen.clock import LAST_DAY, first_day
from data_gen.knobs import Knobs
from data_gen.names import emails, full_names, handles
from data_gen.places import regions
from data_gen.stories import Cast
from data_gen.story_facts import CHRISTMAS_RELEASE, MARATHON_COUNTRY
from data_gen.streams import Seed, drawn, scrambled, stream

BLOCK = 2_500  # viewers; the unit of random streams, so part of what a seed means; sets the peak of memory
SEXES = ("male", "female")
DEVICES = ("tv", "computer", "phone", "tablet")
DEVICE_SHARES = np.array([0.52, 0.2, 0.17, 0.11])
PLANS = ("basic", "standard", "premium")
PLAN_SHARES = np.array([0.3, 0.5, 0.2])
POSTCODES_PER_REGION = 60
ONE_SURNAME, OWN_ACCOUNTS, STAFF = 0.8, 0.1, 0.005  # of people at home, of households, of viewers
FIRST_JOINED, LAST_JOINED = np.datetime64("2011-01-03", "D"), np.datetime64("2017-12-03", "D")


def blocks_of(n_viewers: int) -> range:
    """The numbers of the blocks that hold so many viewers.

    Examples:
        >>> list(blocks_of(2 * BLOCK + 1))
        [0, 1, 2]
    """
    return range(-(-n_viewers // BLOCK))


def make_viewers(knobs: Knobs, seed: Seed, block: int, chosen: Cast) -> pd.DataFrame:
    """Make one block of viewers.

    Args:
        knobs: n_viewers, days and household_sharing matter.
        seed: of the world.
        block: its number.
        chosen: who plays in the stories; they are given the memberships and the country that their story needs.

    Returns:
        At most BLOCK rows, in the order of their positions; the columns are those of World.viewers.
    """
    rng = stream(seed, "viewers", block)
    position = np.arange(block * BLOCK, min((block + 1) * BLOCK, knobs.n_viewers))
    home = _households(len(position), knobs.household_sharing, rng)
    region = _regions_of_homes(home, position, chosen, rng)
    female, birth = _people(home, rng)
    first, last = _names(region, home, female, rng)
    frame = _numbers(position, home, knobs, seed, rng)
    frame["name"] = first + " " + last
    frame["email"] = emails(first, last, scrambled(position, seed, "email", knobs.n_viewers))
    frame["handle"] = handles(scrambled(position, seed, "handle", knobs.n_viewers))
    _describe(frame, female, birth, region, home, seed, rng)
    frame["time_zone"] = regions()["time_zone"].take(region).array
    frame["plan"] = _words(PLANS, drawn(PLAN_SHARES, len(home), rng)[_head_of(home)])
    frame["device"] = _words(DEVICES, drawn(DEVICE_SHARES, len(home), rng))
    frame["joined_on"], frame["left_on"] = _memberships(position, knobs, chosen, rng)
    frame["staff"] = rng.random(len(home)) < STAFF
    return frame


def make_neighbours(n: int, seed: Seed, rng: np.random.Generator) -> pd.DataFrame:
    """People who are not viewers but could be.

    Args:
        n: how many.
        seed: of the world, whose postcodes they share.
        rng: draws them.

    Returns:
        name, sex, birth_date, age, country, region, postcode, device, joined_on: what a register or a remark gives.
    """
    home = np.arange(n)
    region = drawn(regions()["share"].to_numpy(), n, rng)
    female, birth = _people(home, rng)
    first, last = _names(region, home, female, rng)
    frame = pd.DataFrame({"name": first + " " + last})
    _describe(frame, female, birth, region, home, seed, rng)
    frame["device"] = _words(DEVICES, drawn(DEVICE_SHARES, n, rng))
    frame["joined_on"] = _joined(n, rng).astype("datetime64[s]")
    return frame


def age_on(birth: np.ndarray, day: np.datetime64) -> np.ndarray:
    """Whole years lived on a day, int16.

    Examples:
        >>> age_on(np.array(["1990-12-11", "1990-12-12"], dtype="datetime64[D]"), np.datetime64("2017-12-11"))
        array([27, 26], dtype=int16)
    """
    born = pd.DatetimeIndex(birth.astype("datetime64[s]"))
    today = pd.Timestamp(day)
    before_birthday = (born.month * 100 + born.day) > today.month * 100 + today.day
    return (today.year - born.year.to_numpy() - before_birthday).astype(np.int16)


def _describe(
    frame: pd.DataFrame,
    female: np.ndarray,
    birth: np.ndarray,
    region: np.ndarray,
    home: np.ndarray,
    seed: Seed,
    rng: np.random.Generator,
) -> None:
    """Add sex, birth_date, age, country, region and postcode."""
    frame["sex"] = _words(SEXES, female.astype(np.int64))
    frame["birth_date"] = birth.astype("datetime64[s]")
    frame["age"] = age_on(birth, LAST_DAY)
    for column in ("country", "region"):
        frame[column] = regions()[column].take(region).array
    place = (POSTCODES_PER_REGION * rng.random(len(home)) ** 2).astype(np.int64)[_head_of(home)]
    frame["postcode"] = _postcode_pool(seed).take(region * POSTCODES_PER_REGION + place).array


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
    """The row of regions() where each household lives; that of the marathon viewer in the country of the story."""
    share = regions()["share"].to_numpy()
    region = drawn(share, len(home), rng)
    in_country = np.flatnonzero(regions()["country"] == MARATHON_COUNTRY)
    moved_to = in_country[drawn(share[in_country], len(home), rng)]
    moves = np.isin(home, home[np.isin(position, chosen.marathon)])
    return np.where(moves, moved_to, region)[_head_of(home)]


def _people(home: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Whether female, and birth date: a first adult, often a partner of like age, then younger people."""
    n, head = len(home), _head_of(home)
    female = rng.random(n) < 0.5
    adult = 19 + 66 * rng.beta(1.6, 2.9, n)
    partner = np.maximum(adult[head] + rng.normal(0, 4, n), 18.2)
    young = rng.uniform(13.1, 24, n)
    years = np.choose((np.arange(n) - head).clip(max=2), [adult, partner, young])
    return female, LAST_DAY - (years * 365.25).astype("timedelta64[D]")


def _names(
    region: np.ndarray, home: np.ndarray, female: np.ndarray, rng: np.random.Generator
) -> tuple[pd.Series, pd.Series]:
    """First and last names that fit the region; most people at home share the last name."""
    locales = regions()["locale"].to_numpy()[region]
    first, last = full_names(locales, female, rng)
    shared = rng.random(len(home)) < ONE_SURNAME
    return first, last.take(np.where(shared, _head_of(home), np.arange(len(home)))).reset_index(drop=True)


def _numbers(
    position: np.ndarray, home: np.ndarray, knobs: Knobs, seed: Seed, rng: np.random.Generator
) -> pd.DataFrame:
    """Viewer, account and household numbers; in some households everyone has an account of her own."""
    head = position[0] + _head_of(home)
    apart = (rng.random(len(home)) < OWN_ACCOUNTS)[_head_of(home)]
    owners = {"viewer": position, "account": np.where(apart, position, head), "household": head}
    return pd.DataFrame({f"{what}_id": scrambled(who, seed, what, knobs.n_viewers) for what, who in owners.items()})


def _memberships(
    position: np.ndarray, knobs: Knobs, chosen: Cast, rng: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Days of joining and leaving (NaT: still there); whoever is in a story is there for all of it."""
    joined = _joined(len(position), rng)
    stays = rng.integers(30, 2_500, len(position)).astype("timedelta64[D]")
    left = np.maximum(joined, first_day(knobs.days)) + stays
    in_vigil = np.isin(position, np.concatenate([chosen.vigil, chosen.near_misses]))
    in_long_story = np.isin(position, np.concatenate([chosen.record, chosen.marathon]))
    late = in_vigil & (joined > np.datetime64(CHRISTMAS_RELEASE))
    late_for_long = in_long_story & (joined > np.datetime64("2016-01-01"))
    earlier = np.where(late, 52 * 7, 0) + np.where(late_for_long, 208 * 7, 0)
    gone = (left <= LAST_DAY) & ~in_vigil & ~in_long_story
    joined = (joined - earlier.astype("timedelta64[D]")).astype("datetime64[s]")
    return joined, np.where(gone, left.astype("datetime64[s]"), np.datetime64("NaT", "s"))


def _joined(n: int, rng: np.random.Generator) -> np.ndarray:
    """Days of joining: more and more of them as the service grows."""
    span = (LAST_JOINED - FIRST_JOINED).astype(int)
    return FIRST_JOINED + (span * rng.random(n) ** 0.6).astype("timedelta64[D]")


@cache
def _postcode_pool(seed: Seed) -> pd.Series:
    letters = stream(seed, "postcodes")
    shapes = regions()["postcode"].tolist()
    return pd.Series([_postcode(shape, letters) for shape in shapes for _ in range(POSTCODES_PER_REGION)], dtype="str")


def _postcode(shape: str, rng: np.random.Generator) -> str:
    signs = iter(rng.random(len(shape)).tolist())
    swap = {"@": "ABCDEFGHJKLMNPRSTUVWXY", "#": "0123456789"}
    return "".join(swap[sign][int(next(signs) * len(swap[sign]))] if sign in swap else sign for sign in shape)
