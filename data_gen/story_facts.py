"""The facts of the stories: which films, which days, how much room a calendar has for them."""

from data_gen.clock import day_number

STORIES = ("vigil", "record", "marathon")
CHRISTMAS_FILM = "Mistletoe at Thimble Hall"
PIRATE_FILM = "Captain Marrow and the Salted Map"
SNAIL_FILM = "Pip the Unhurried Snail"
STORY_FILMS = {"vigil": CHRISTMAS_FILM, "record": PIRATE_FILM, "marathon": SNAIL_FILM}
CHRISTMAS_RELEASE = "2017-11-17"
VIGIL_FIRST_DAY, VIGIL_LAST_DAY = "2017-11-23", "2017-12-10"
RECORD_FIRST_DAY, RECORD_LAST_DAY = "2016-11-01", "2017-10-31"
MARATHON_FIRST_DAY, MARATHON_COUNTRY = "2017-01-01", "United Kingdom"


def near_misses(vigil_viewers: int) -> int:
    """How many viewers nearly keep the vigil.

    Examples:
        >>> near_misses(53)
        26
    """
    return vigil_viewers // 2


def room_for_record(days: int) -> int:
    """The most days up to 31 October 2017 that a calendar of so many days has.

    Examples:
        >>> room_for_record(406)
        365
    """
    return max(0, day_number(RECORD_LAST_DAY, days) + 1)


def room_for_marathon(days: int) -> int:
    """The most showings in 2017 that a calendar of so many days has room for, at two a day.

    Examples:
        >>> room_for_marathon(60)
        120
    """
    return 2 * min(days, days - day_number(MARATHON_FIRST_DAY, days))
