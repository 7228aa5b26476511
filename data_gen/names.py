"""Names that fit the place: pools that Faker filled once, kept in name_pools.json, drawn from with our own dice.

Faker makes fewer than 5,000 persons a second, and its lists change from version to version. So it was asked once
(`python -m data_gen.names` asks again), and no world depends on the Faker that happens to be installed.
"""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from data_gen.places import COUNTRIES

POOL_FILE = Path(__file__).with_name("name_pools.json")
KINDS = ("first_name_female", "first_name_male", "last_name_female", "last_name_male")
POOL_SIZE = {"first_name_female": 90, "first_name_male": 90, "last_name_female": 240, "last_name_male": 240}
HANDLE_WORDS = (
    "amber brisk cosmic dapper drowsy eager fuzzy gentle golden happy humble inky jolly keen lanky lazy lucky mellow "
    "merry mighty misty nimble noble odd patient plucky polite quiet quick rusty salty shy silent silver sleepy sly "
    "snug sober solar spry stray sunny swift tidy tiny velvet wandering witty woolly zesty",
    "acorn badger beetle biscuit bobbin button cactus comet crumpet falcon fern ferret gecko goose hedgehog heron "
    "ibis jackdaw kettle lantern lemur lobster magpie marmot moth mushroom newt noodle otter owl parsnip pebble "
    "pelican penguin pickle puffin quail radish raven robin saucer shrew snail sparrow teapot thimble toad trout "
    "turnip walrus wombat yak",
)
SPELLED_OUT = {ord("ł"): "l", ord("ø"): "o", ord("æ"): "ae", ord("đ"): "d"}
EXAMPLE_DOMAINS = ("example.com", "example.net", "example.org")  # RFC 2606: reserved, never anybody's


@cache
def name_pools() -> dict[str, dict[str, list[str]]]:
    """For each locale and kind of name, the names to draw from.

    Examples:
        >>> "Gillian" in name_pools()["en_GB"]["first_name_female"]
        True
    """
    return json.loads(POOL_FILE.read_text(encoding="utf-8"))


def fill_pools(seed: int = 53) -> dict[str, dict[str, list[str]]]:
    """Ask the installed Faker for fresh pools, one per locale of places.COUNTRIES (some seconds)."""
    from faker import Faker

    pools = {}
    for locale in sorted({country.locale for country in COUNTRIES.values()}):
        fake = Faker(locale)
        fake.seed_instance(seed)
        asked = {kind: [getattr(fake, kind)() for _ in range(40 * POOL_SIZE[kind])] for kind in KINDS}
        pools[locale] = {kind: list(dict.fromkeys(names))[: POOL_SIZE[kind]] for kind, names in asked.items()}
    return pools


def full_names(locales: np.ndarray, female: np.ndarray, rng: np.random.Generator) -> tuple[pd.Series, pd.Series]:
    """First and last names for people; a name's odds fall with its place in the pool.

    Args:
        locales: of each person, such as "en_GB".
        female: whether each person is female.
        rng: draws the names.

    Returns:
        First names and last names (str), as long as the inputs.
    """
    first_pool, first = _drawn_names(locales, female, ("first_name_female", "first_name_male"), rng)
    last_pool, last = _drawn_names(locales, female, ("last_name_female", "last_name_male"), rng)
    return first_pool.take(first).reset_index(drop=True), last_pool.take(last).reset_index(drop=True)


def handles(numbers: np.ndarray) -> pd.Series:
    """A public handle for each number, another for another number, such as "sleepyotter417".

    Examples:
        >>> handles(np.array([0, 1, 2_500])).tolist()
        ['amberacorn0', 'briskacorn0', 'amberwombat0']
    """
    first, second = (pd.Series(words.split(), dtype="str") for words in HANDLE_WORDS)
    rest = numbers // len(first)
    parts = (first.take(numbers % len(first)), second.take(rest % len(second)))
    tail = pd.Series(rest // len(second)).astype("str")
    return parts[0].reset_index(drop=True) + parts[1].reset_index(drop=True) + tail


def emails(first: pd.Series, last: pd.Series, numbers: np.ndarray) -> pd.Series:
    """Addresses such as "zoe.muller.40219@example.org", at reserved example domains only.

    Examples:
        >>> emails(pd.Series(["Zoë"]), pd.Series(["O'Dea"]), np.array([40_219])).tolist()
        ['zoe.odea.40219@example.net']
    """
    domains = pd.Series(EXAMPLE_DOMAINS, dtype="str").take(numbers % len(EXAMPLE_DOMAINS)).reset_index(drop=True)
    return plain(first) + "." + plain(last) + "." + pd.Series(numbers).astype("str") + "@" + domains


def plain(names: pd.Series) -> pd.Series:
    """Lower-case letters a to z only: what is left of a name in an address.

    Examples:
        >>> plain(pd.Series(["Łucja", "Özil", "van Dijk", "Strauß"])).tolist()
        ['lucja', 'ozil', 'vandijk', 'strauss']
    """
    known = {name: _plain_name(name) for name in names.unique()}
    return names.map(known).astype("str")


def _plain_name(name: str) -> str:
    spelled = name.casefold().translate(SPELLED_OUT)
    bare = unicodedata.normalize("NFKD", spelled)
    return "".join(letter for letter in bare if "a" <= letter <= "z")


def _drawn_names(
    locales: np.ndarray, female: np.ndarray, kinds: tuple[str, str], rng: np.random.Generator
) -> tuple[pd.Series, np.ndarray]:
    pools = name_pools()
    lists = [pools[locale][kind] for locale in sorted(pools) for kind in kinds]
    sizes = np.array([len(names) for names in lists])
    which = np.searchsorted(sorted(pools), locales) * 2 + ~female
    place = (sizes[which] * rng.random(len(which)) ** 1.7).astype(np.int64)
    starts = np.cumsum(sizes) - sizes
    return pd.Series([name for names in lists for name in names], dtype="str"), starts[which] + place


if __name__ == "__main__":
    text = json.dumps(fill_pools(), ensure_ascii=False, indent=0)
    POOL_FILE.write_text(text + "\n", encoding="utf-8")
