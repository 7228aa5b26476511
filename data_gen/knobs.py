"""The teacher's knobs: what can be turned in a world, how far, and what that does to the lessons."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, fields
from typing import Any

from data_gen.clock import WHOLE_CALENDAR, day_number
from data_gen.stories import STORIES, near_misses


def knob(default: Any, low: float, high: float, effect: str) -> Any:
    """A field of Knobs with its bounds and its effect on the lessons."""
    return field(default=default, metadata={"low": low, "high": high, "effect": effect})


@dataclass(frozen=True)
class Knobs:
    """Everything that can be turned in a world, all of it within safe bounds.

    `Knobs.__dataclass_fields__[name].metadata` has low, high and effect of each; `described()` is the same as a table.

    >>> Knobs(n_viewers=500).n_titles
    1700
    >>> Knobs(n_viewers=5)
    Traceback (most recent call last):
    ...
    ValueError: n_viewers=5: choose a whole number from 100 to 120,000,000.
    """

    n_viewers: int = knob(2_000, 100, 120_000_000, "More viewers hide each other better: unicity falls.")
    n_titles: int = knob(1_700, 300, 20_000, "A longer catalogue has a longer tail, and rare titles give people away.")
    days: int = knob(WHOLE_CALENDAR, 60, WHOLE_CALENDAR, "A shorter calendar, ending on the same 11 December 2017.")
    taste_mixing: float = knob(
        0.5, 0.0, 1.0, "At 0 everyone keeps to one taste; at 1 tastes mix and neighbours differ."
    )
    review_share: float = knob(0.25, 0.0, 1.0, "Share of viewers who write public reviews: whom linking can reach.")
    wrong_titles: float = knob(0.05, 0.0, 0.9, "Share of reviews about a title the viewer did not watch.")
    wrong_stars: float = knob(0.2, 0.0, 1.0, "Share of reviews whose stars differ from the private rating.")
    wrong_days: float = knob(0.5, 0.0, 1.0, "Share of reviews dated up to 14 days off.")
    register_share: float = knob(0.6, 0.0, 1.0, "Share of viewers whom the public register lists.")
    household_sharing: float = knob(0.4, 0.0, 0.9, "More sharing: more viewers behind one postcode and one surname.")
    vigil_viewers: int = knob(53, 3, 1_000, "How many watched the Christmas film on each of the days.")
    vigil_days: int = knob(18, 4, 24, "On how many days, up to 10 December 2017.")
    record_days: int = knob(365, 20, 365, "For how many days, up to 31 October 2017, the record holder kept going.")
    marathon_views: int = knob(357, 100, 600, "How often, in 2017, one viewer in the United Kingdom watched one film.")
    stories: tuple[str, ...] = field(default=STORIES, metadata={"effect": "Which stories are planted."})

    def __post_init__(self) -> None:
        """Refuse what is out of bounds, in a sentence."""
        for one in fields(self):
            if "low" in one.metadata:
                check_bounds(
                    one.name, getattr(self, one.name), one.metadata["low"], one.metadata["high"], type(one.default)
                )
        if isinstance(self.stories, str) or set(self.stories) - set(STORIES):
            raise ValueError(f"stories={self.stories!r}: choose some of {', '.join(STORIES)}, as a tuple.")
        object.__setattr__(self, "stories", tuple(story for story in STORIES if story in self.stories))
        self._check_room()

    def _check_room(self) -> None:
        room = day_number("2017-10-31", self.days) + 1
        if "record" in self.stories and self.record_days > room:
            raise ValueError(
                f"record_days={self.record_days}: a calendar of {self.days} days has room for at most {max(room, 0)} "
                "days up to 31 October 2017; lower record_days, raise days, or leave the story out."
            )
        if "vigil" in self.stories and self.vigil_viewers + near_misses(self.vigil_viewers) > self.n_viewers - 10:
            raise ValueError(
                f"vigil_viewers={self.vigil_viewers}: among n_viewers={self.n_viewers} choose at most "
                f"{int((self.n_viewers - 11) / 1.5)}."
            )


def check_bounds(name: str, value: Any, low: float, high: float, kind: type) -> None:
    """Raise ValueError with a sentence that names the knob, the value and the bounds.

    >>> check_bounds("days", 3, 60, 406, int)
    Traceback (most recent call last):
    ...
    ValueError: days=3: choose a whole number from 60 to 406.
    """
    whole = kind is int
    number = isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
    if not number or (whole and value != int(value)) or not low <= value <= high:
        raise ValueError(f"{name}={value!r}: choose a {'whole ' if whole else ''}number from {low:,} to {high:,}.")


PRESETS: dict[str, dict[str, Any]] = {
    "tiny": {"n_viewers": 200, "n_titles": 400},
    "classroom": {},
    "lecture_hall": {"n_viewers": 20_000},
    "contest": {"n_viewers": 480_189, "n_titles": 17_770},
    "service": {"n_viewers": 109_000_000, "n_titles": 17_770},
}


def knobs_of(preset: str) -> dict[str, Any]:
    """The knobs behind a preset's name: one of PRESETS.

    >>> knobs_of("lecture_hall")
    {'n_viewers': 20000}
    """
    if preset not in PRESETS:
        raise ValueError(f"preset={preset!r}: choose one of {', '.join(PRESETS)}.")
    return dict(PRESETS[preset])
