"""Coined titles: odd words put together, so that no real film is meant."""

from __future__ import annotations

import numpy as np


def words(text: str) -> list[str]:
    """The words of a text.

    Examples:
        >>> words("Brass Quiet")
        ['Brass', 'Quiet']
    """
    return text.split()


def phrases(text: str) -> list[str]:
    """What a text names between commas.

    Examples:
        >>> phrases("a dentist, a baker")
        ['a dentist', 'a baker']
    """
    return [" ".join(phrase.split()) for phrase in text.split(",")]


QUALITIES = words(
    """
    Reluctant Borrowed Unfinished Velvet Crooked Patient Salted Paper Wandering Second-Hand Midnight Leftover
    Sleepless Buttered Invisible Foldable Half-Painted Thirsty Polite Unwritten Cardboard Absent Glass Tuesday
    Homesick Rented Forgetful Upside-Down Lukewarm Feathered Brass Quiet Stubborn Tangled Moonlit Powdered Runaway
    Nervous Knitted Eleventh Copper Whispering Barefoot Unlucky Lopsided Drowsy Counterfeit Wooden Peppered Faraway
    """
)
THINGS = words(
    """
    Lighthouse Teapot Orchard Umbrella Ferry Accordion Beekeeper Staircase Lantern Bakery Typewriter Compass
    Greenhouse Cartographer Pigeon Tailor Carousel Harbour Suitcase Piano Glacier Windmill Librarian Kite Postcard
    Elevator Almanac Chandelier Gardener Telescope Bathtub Trombone Locksmith Marmalade Observatory Barometer
    Haystack Ventriloquist Pickle Submarine Weathervane Cuckoo Candlestick Rowboat Understudy Bicycle Wardrobe
    Inspector Snowglobe Puppeteer Rhubarb Signalman Thermometer Tightrope Viaduct Walnut Xylophone Yardstick
    Zeppelin Dumpling Hourglass Pocketwatch
    """
)
HEROES = words(
    """
    Odette Barnaby Clementine Ignatius Philippa Cornelius Beatrix Thaddeus Winifred Ambrose Henrietta Leopold
    Marguerite Percival Rosalind Augustin Dorothea Fergus Isadora Montgomery Ottoline Quentin Seraphina Tobias
    Ursula Valentin
    """
)
PLACES = phrases(
    """
    Thimble Hall, Lower Fogmoor, Pepperwick, Cinder Quay, Oxtail Bridge, Little Wobbling, Saint Ermintrude,
    Gull Rock, Marrowby, the Ninth Floor, Kettle Bay, Plum Street, Nether Dapple, Bramblecastle, Port Lament,
    Upper Snoring, Quillhaven, Mothering Lane, Tumbledown, Drizzleford, the Far Platform, Hazelmouth, Candle Row,
    Old Vinegar Yard, Sprocket Hill, Loch Mumble
    """
)
PATTERNS = {
    "": (
        "The {quality} {thing}",
        "The {thing} of {place}",
        "{hero} and the {thing}",
        "{hero} and the {quality} {thing}",
        "No {thing} for {hero}",
        "Nobody Leaves {place} by {thing}",
        "{hero}'s {quality} {thing}",
    ),
    "Christmas": (
        "The {quality} {thing} of Christmas",
        "Christmas with {hero} at {place}",
        "The {thing} Under {hero}'s Tree",
    ),
    "Halloween": ("The {quality} {thing} of Pumpkin Night", "{hero} and the Haunted {thing}"),
    "Valentine": ("Love, {hero} and a {quality} {thing}", "Valentine at {place} with {hero}"),
}


def coined_titles(seasonal: np.ndarray, rng: np.random.Generator) -> list[str]:
    """A title for each entry of `seasonal` ("" or a season), no two alike.

    Examples:
        >>> coined_titles(np.array(["", "Christmas"]), np.random.default_rng(2))
        ['The Rhubarb of Pepperwick', "The Umbrella Under Fergus's Tree"]
    """
    taken: dict[str, None] = {}
    for season in seasonal.tolist():
        title = _coin(season, rng)
        while title in taken:
            title = _coin(season, rng)
        taken[title] = None
    return list(taken)


def _coin(season: str, rng: np.random.Generator) -> str:
    pattern, quality, thing, place, hero = rng.random(5)
    patterns = PATTERNS[season]
    return patterns[int(pattern * len(patterns))].format(
        quality=QUALITIES[int(quality * len(QUALITIES))],
        thing=THINGS[int(thing * len(THINGS))],
        place=PLACES[int(place * len(PLACES))],
        hero=HEROES[int(hero * len(HEROES))],
    )
