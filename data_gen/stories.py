"""The stories of the case, planted in every world with fictional titles and a known answer.

The vigil: some viewers (53) watched one Christmas film on each of 18 local days, and nobody else did.
The record: one viewer watched one film on each of 365 local days.
The marathon: one viewer in the United Kingdom watched one film 357 times in 2017.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from data_gen.clock import DAY, day_number
from data_gen.streams import stream

if TYPE_CHECKING:
    from data_gen.knobs import Knobs
    from data_gen.streams import Seed

STORIES = ("vigil", "record", "marathon")
CHRISTMAS_FILM = "Mistletoe at Thimble Hall"
PIRATE_FILM = "Captain Marrow and the Salted Map"
SNAIL_FILM = "Pip the Unhurried Snail"
STORY_FILMS = {"vigil": CHRISTMAS_FILM, "record": PIRATE_FILM, "marathon": SNAIL_FILM}
CHRISTMAS_RELEASE = "2017-11-17"
VIGIL_FIRST_DAY, VIGIL_LAST_DAY = "2017-11-23", "2017-12-10"
RECORD_FIRST_DAY, RECORD_LAST_DAY = "2016-11-01", "2017-10-31"
MARATHON_YEAR, MARATHON_COUNTRY = 2017, "United Kingdom"
SITTINGS = np.array([19.5, 10.0, 14.0]) * 3_600  # local start of a day's first, second and third planted showing
NEAR_DAYS = 4  # a near miss lacks 1 to this many of the vigil's days


@dataclass(frozen=True)
class Cast:
    """Who plays in the stories: positions of viewers in the world (0 is the first viewer), int64 arrays.

    `near_misses` watched the Christmas film on most of the vigil's days, never on all of them.
    """

    vigil: np.ndarray
    near_misses: np.ndarray
    record: np.ndarray
    marathon: np.ndarray


def near_misses(vigil_viewers: int) -> int:
    """How many viewers nearly keep the vigil.

    >>> near_misses(53)
    26
    """
    return vigil_viewers // 2


def cast(knobs: Knobs, seed: Seed) -> Cast:
    """Choose the cast of a world: positions drawn evenly, so that nothing else about them is special."""
    nobody = np.array([], dtype=np.int64)
    sizes = {
        "vigil": knobs.vigil_viewers if "vigil" in knobs.stories else 0,
        "near_misses": near_misses(knobs.vigil_viewers) if "vigil" in knobs.stories else 0,
        "record": int("record" in knobs.stories),
        "marathon": int("marathon" in knobs.stories),
    }
    everyone = stream(seed, "cast").choice(knobs.n_viewers, sum(sizes.values()), replace=False, shuffle=True)
    parts = np.split(everyone, np.cumsum(list(sizes.values()))[:-1])
    return Cast(
        **{
            role: np.sort(part).astype(np.int64) if len(part) else nobody
            for role, part in zip(sizes, parts, strict=True)
        }
    )


def vigil_days(knobs: Knobs) -> np.ndarray:
    """The day numbers of the vigil: the last `vigil_days` days up to 10 December 2017."""
    last = day_number(VIGIL_LAST_DAY, knobs.days)
    return np.arange(last - knobs.vigil_days + 1, last + 1)


def planted_views(chosen: Cast, knobs: Knobs, seed: Seed) -> pd.DataFrame:
    """Every planted showing: viewer (position), story, day (number) and local (start, seconds of the calendar)."""
    rng = stream(seed, "stories")
    parts = [_vigil(chosen, knobs, rng), _record(chosen, knobs, rng), _marathon(chosen, knobs, rng)]
    showings = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    sitting = showings.groupby(["viewer", "day"]).cumcount().to_numpy()
    minutes_late = rng.uniform(-40, 40, len(showings))
    return showings.assign(local=(showings["day"] * DAY + SITTINGS[sitting] + minutes_late * 60).astype(np.int64))


def _vigil(chosen: Cast, knobs: Knobs, rng: np.random.Generator) -> pd.DataFrame:
    days = vigil_days(knobs)
    lacking = rng.integers(1, NEAR_DAYS, len(chosen.near_misses))
    order = rng.random((len(chosen.near_misses), len(days))).argsort(axis=1)
    kept = order >= lacking[:, None]
    near, which = np.nonzero(kept)
    viewers = np.concatenate([np.repeat(chosen.vigil, len(days)), chosen.near_misses[near]])
    return _showings("vigil", viewers, np.concatenate([np.tile(days, len(chosen.vigil)), days[which]]))


def _record(chosen: Cast, knobs: Knobs, rng: np.random.Generator) -> pd.DataFrame:
    last = day_number(RECORD_LAST_DAY, knobs.days)
    days = np.arange(last - knobs.record_days + 1, last + 1)
    return _showings("record", np.repeat(chosen.record, len(days)), np.tile(days, len(chosen.record)))


def _marathon(chosen: Cast, knobs: Knobs, rng: np.random.Generator) -> pd.DataFrame:
    first = max(0, day_number(f"{MARATHON_YEAR}-01-01", knobs.days))
    seats = rng.permutation(np.repeat(np.arange(first, knobs.days), len(SITTINGS)))  # at most three showings a day
    days = np.sort(seats[: knobs.marathon_views])
    return _showings("marathon", np.repeat(chosen.marathon, len(days)), np.tile(days, len(chosen.marathon)))


def _showings(story: str, viewers: np.ndarray, days: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame({"viewer": viewers, "story": story, "day": days})
