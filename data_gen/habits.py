"""When people watch, and for how long. Nobody measured these shapes in public: they are assumptions, and named so.

Assumed hours: mostly between 18 and 23 o'clock local time, also in the afternoon at weekends.
Assumed weekends: a Friday counts 1.15, a Saturday 1.5, a Sunday 1.4 times a Thursday.
Assumed seasons: January counts up to 1.3 times July; seasonal titles are sought mostly in their season.
Assumed ends: five showings in six are watched to the end.
"""

from functools import cache

import numpy as np

from data_gen.clock import DAY, first_day

WEEKDAY_WEIGHTS = np.array([0.92, 0.95, 0.95, 1.0, 1.15, 1.5, 1.4])  # Monday to Sunday: an assumption
SEASONS = {  # when seasonal titles are sought, by month and day: an assumption
    "": (),
    "Christmas": (("11-15", "12-31"),),
    "Halloween": (("10-10", "11-02"),),
    "Valentine": (("02-01", "02-16"),),
}
IN_SEASON, FINISHED = 60.0, 5 / 6
EPISODES_A_DAY = np.array([1, 1, 2, 2, 2, 3, 4, 6])  # drawn evenly: an assumption, like all that follow
DAYS_APART = np.array([1, 1, 1, 1, 2, 2, 3, 7])  # from one day of a series to the next
ONLY_TRIED, MOST_EPISODES = 0.3, 60  # of series begun, given up within three episodes; and never followed further
SEEN_TWICE, COMFORT = 1 / 16, 1 / 128  # of films watched; a comfort film is watched 4 to 19 times
HOURS = 4_096  # steps of the table of hours


@cache
def day_weights(days: int) -> np.ndarray:
    """Running totals of the weight of each day, one row per season, one column more than days."""
    dates = first_day(days) + np.arange(days)
    weekday = (dates.astype(np.int64) + 3) % 7  # 1 January 1970 was a Thursday
    day_of_year = (dates - dates.astype("datetime64[Y]").astype("datetime64[D]")).astype(np.int64)
    usual = WEEKDAY_WEIGHTS[weekday] * (1.05 + 0.15 * np.cos(2 * np.pi * (day_of_year - 5) / 365))
    month_day = np.array([str(date)[5:] for date in dates])
    rows = []
    for spans in SEASONS.values():
        in_season = np.zeros(days, dtype=bool)
        for low, high in spans:
            in_season |= (month_day >= low) & (month_day <= high)
        rows.append(usual * np.where(in_season, IN_SEASON, 1.0))
    return np.concatenate([np.zeros((len(rows), 1)), np.cumsum(rows, axis=1)], axis=1)


def start_days(low: np.ndarray, high: np.ndarray, season: np.ndarray, luck: np.ndarray, days: int) -> np.ndarray:
    """A day for each choice, heavier days more often.

    Args:
        low: the first possible day (number).
        high: the last possible day (number).
        season: the place of the title's season in SEASONS.
        luck: a random number in [0, 1).
        days: of the calendar.
    """
    totals = day_weights(days)
    before, after = totals[season, low], totals[season, high + 1]
    whole = totals[:, -1].max() + 1.0
    steps = (totals[:, 1:] + whole * np.arange(len(totals))[:, None]).ravel()
    place = np.searchsorted(steps, before + luck * (after - before) + whole * season, side="right")
    return np.clip(place - season * days, low, high)


@cache
def hour_table() -> np.ndarray:
    """Seconds after local midnight at HOURS even steps of the assumed distribution: working days, then weekends."""
    return np.stack([_quantiles(0.16), _quantiles(0.42)])


def _quantiles(daytime: float) -> np.ndarray:
    minutes = np.arange(6 * 60, 24 * 60)
    evening = np.exp(-0.5 * ((minutes - 20.4 * 60) / 95) ** 2)
    day = np.exp(-0.5 * ((minutes - 14.5 * 60) / 190) ** 2)
    density = (1 - daytime) * evening / evening.sum() + daytime * day / day.sum()
    steps = (np.arange(HOURS) + 0.5) / HOURS
    return (np.interp(steps, np.cumsum(density), minutes) * 60).astype(np.int32)


def wanted_seconds(day: np.ndarray, habit: np.ndarray, days: int) -> np.ndarray:
    """The local second of the calendar at which a showing is wanted.

    Args:
        day: of each showing (number).
        habit: a random whole number for each viewer's title; showings of one title on one day want the same second, and
            so follow on each other.
        days: of the calendar.
    """
    weekend = ((first_day(days).astype(np.int64) + 3 + day) % 7 >= 5).astype(np.int8)
    step = (habit + day * 1_597) & (HOURS - 1)
    return day * DAY + hour_table()[weekend, step]


def minutes_watched(minutes: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """How many minutes of each showing were watched: mostly all, at least 1, never more than it runs."""
    luck = rng.random(len(minutes), dtype=np.float32)
    watched = np.where(luck < FINISHED, 1.0, (luck - FINISHED) / (1 - FINISHED))
    return np.maximum(np.ceil(minutes * watched), 1).astype(np.int16).clip(max=minutes)


def plans(episodes: np.ndarray, once: np.ndarray, rng: np.random.Generator) -> tuple[np.ndarray, ...]:
    """How people go about the titles they turn to: binges of episodes in order, films seen once, twice or for comfort.

    Args:
        episodes: of each title turned to, 0 for a film.
        once: which titles nobody watches again of her own accord.
        rng: draws the plans.

    Returns:
        Number of showings, showings a day, days from one to the next, and a habit of the hour (for wanted_seconds).
    """
    n, series = len(episodes), episodes > 0
    luck, dice = rng.random(n, dtype=np.float32), rng.integers(0, 1 << 16, n, dtype=np.uint16)
    followed = np.where(luck < ONLY_TRIED, 1 + 6 * luck, episodes * luck**1.8)
    films = np.where(luck < COMFORT, 4 + (dice & 15), np.where(luck > 1 - SEEN_TWICE, 2, 1))
    showings = np.where(series, np.ceil(followed).clip(1, MOST_EPISODES), np.where(once, 1, films)).astype(np.int64)
    a_day = np.where(series, EPISODES_A_DAY[dice & 7], 1)
    apart = np.where(series, DAYS_APART[dice >> 3 & 7], 4 + (dice >> 11))
    return showings, a_day, apart, (dice >> 4).astype(np.int64)
