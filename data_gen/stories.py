"""The stories of the case, planted in every world with fictional titles and a known answer.

The vigil: some viewers (53) watched one Christmas film on each of 18 local days, and nobody else did.
The record: one viewer watched one film on each of 365 local days.
The marathon: one viewer in the United Kingdom watched one film 357 times in 2017.

The sizes are those of the case and can be turned (see knobs).
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from data_gen.clock import DAY, day_number
from data_gen.knobs import Knobs
from data_gen.story_facts import MARATHON_FIRST_DAY, RECORD_LAST_DAY, VIGIL_LAST_DAY, near_misses
from data_gen.streams import Seed, stream

SITTINGS = np.array([19.5, 10.0, 14.0]) * 3_600  # local start of a day's first, second and third planted showing
LATE = 40  # minutes that a planted showing begins before or after its sitting, at most
MOST_MISSED = 3  # days of the vigil that a near miss misses, at most


@dataclass(frozen=True)
class Cast:
    """Who plays in the stories: positions of viewers in the world (0 is the first viewer), as int64 arrays.

    near_misses: viewers who missed one to three days of the vigil.
    """

    vigil: np.ndarray
    near_misses: np.ndarray
    record: np.ndarray
    marathon: np.ndarray


def cast(knobs: Knobs, seed: Seed) -> Cast:
    """Choose the cast of a world: positions drawn evenly, so that nothing else about them is special."""
    in_vigil = knobs.vigil_viewers if "vigil" in knobs.stories else 0
    sizes = [in_vigil, near_misses(in_vigil), "record" in knobs.stories, "marathon" in knobs.stories]
    actors = stream(seed, "cast").choice(knobs.n_viewers, sum(sizes), replace=False).astype(np.int64)
    return Cast(*(np.sort(part) for part in np.split(actors, np.cumsum(sizes)[:-1])))


def vigil_days(knobs: Knobs) -> np.ndarray:
    """The days of the vigil, as numbers of days after the first of the calendar."""
    last = day_number(VIGIL_LAST_DAY, knobs.days)
    return np.arange(last - knobs.vigil_days + 1, last + 1)


def planted_views(chosen: Cast, knobs: Knobs, seed: Seed) -> pd.DataFrame:
    """Every planted showing of a world.

    Args:
        chosen: who plays in the stories.
        knobs: of the world: how large the stories are.
        seed: of the world.

    Returns:
        viewer (position), story, day (number), local (start in local seconds of the calendar).
    """
    rng = stream(seed, "stories")
    showings = pd.concat([_vigil(chosen, knobs, rng), _record(chosen, knobs), _marathon(chosen, knobs, rng)])
    sitting = showings.groupby(["viewer", "day"]).cumcount().to_numpy()
    minutes_late = rng.uniform(-LATE, LATE, len(showings))
    local = showings["day"].to_numpy() * DAY + SITTINGS[sitting] + minutes_late * 60
    return showings.assign(local=local.astype(np.int64)).reset_index(drop=True)


def _vigil(chosen: Cast, knobs: Knobs, rng: np.random.Generator) -> pd.DataFrame:
    days = vigil_days(knobs)
    missed = rng.integers(1, MOST_MISSED + 1, len(chosen.near_misses))
    places = rng.random((len(chosen.near_misses), len(days))).argsort(axis=1)
    near, which = np.nonzero(places >= missed[:, None])
    viewers = np.concatenate([np.repeat(chosen.vigil, len(days)), chosen.near_misses[near]])
    return _showings("vigil", viewers, np.concatenate([np.tile(days, len(chosen.vigil)), days[which]]))


def _record(chosen: Cast, knobs: Knobs) -> pd.DataFrame:
    last = day_number(RECORD_LAST_DAY, knobs.days)
    days = np.arange(last - knobs.record_days + 1, last + 1)
    return _showings("record", np.repeat(chosen.record, len(days)), np.tile(days, len(chosen.record)))


def _marathon(chosen: Cast, knobs: Knobs, rng: np.random.Generator) -> pd.DataFrame:
    first = max(0, day_number(MARATHON_FIRST_DAY, knobs.days))
    sittings = np.repeat(np.arange(first, knobs.days), len(SITTINGS))
    days = np.sort(rng.permutation(sittings)[: knobs.marathon_views])
    return _showings("marathon", np.repeat(chosen.marathon, len(days)), np.tile(days, len(chosen.marathon)))


def _showings(story: str, viewers: np.ndarray, days: np.ndarray) -> pd.DataFrame:
    return pd.DataFrame({"viewer": viewers, "story": story, "day": days})
