"""The teacher's knobs: what can be turned in a world, how far, and what that does to the lessons."""

import math
from dataclasses import dataclass, field, fields
from numbers import Real
from typing import Any

import pandas as pd

from data_gen.clock import WHOLE_CALENDAR
from data_gen.story_facts import STORIES, room_for_marathon, room_for_record


def knob(default: Any, low: float, high: float, effect: str) -> Any:
    """A field of Knobs with its bounds and its effect on the lessons."""
    return field(default=default, metadata={"low": low, "high": high, "effect": effect})


@dataclass(frozen=True)
class Knobs:
    """Everything that can be turned in a world, within safe bounds; `described()` is the same as a table.

    Raises:
        ValueError: a knob is out of bounds, or the world is too small for a story; in a sentence that names the knob,
            its value and the bounds.

    Examples:
        >>> Knobs(n_viewers=500).n_titles
        1700
        >>> Knobs(n_viewers=5)
        Traceback (most recent call last):
        ...
        ValueError: n_viewers=5: choose a whole number from 100 to 120,000,000.
    """

    n_viewers: int = knob(2_000, 100, 120_000_000, "More viewers hide each other better: fewer are singled out.")
    n_titles: int = knob(1_700, 300, 20_000, "A longer catalogue has a longer tail, and rare titles give people away.")
    days: int = knob(WHOLE_CALENDAR, 60, WHOLE_CALENDAR, "Fewer days up to 11 December 2017: no room for long stories.")
    taste_mixing: float = knob(0.5, 0.0, 1.0, "At 0 everybody keeps to one taste; at 1 tastes tell nobody apart.")
    review_share: float = knob(0.25, 0.0, 1.0, "Share of viewers who write public reviews: whom linking can reach.")
    wrong_titles: float = knob(0.05, 0.0, 1.0, "Share of reviews about any title, watched or not: linking gets harder.")
    wrong_stars: float = knob(0.2, 0.0, 1.0, "Share of reviews whose stars differ from the private rating.")
    wrong_days: float = knob(0.5, 0.0, 1.0, "Share of reviews dated 1 to 14 days off.")
    register_share: float = knob(0.6, 0.0, 1.0, "Share of adult viewers in the public register: who can be named.")
    household_sharing: float = knob(0.4, 0.0, 0.9, "More viewers behind one postcode and surname: less alone.")
    vigil_viewers: int = knob(53, 3, 1_000, "How many watched the Christmas film on each of the days.")
    vigil_days: int = knob(18, 4, 24, "On how many days, up to 10 December 2017, they did.")
    record_days: int = knob(365, 20, 365, "On how many days, up to 31 October 2017, the record holder did.")
    marathon_views: int = knob(357, 20, 600, "How often in 2017 one viewer in the United Kingdom watched one film.")
    stories: tuple[str, ...] = field(default=STORIES, metadata={"effect": "Which stories are planted."})

    def __post_init__(self) -> None:
        """Check every knob, alone and with the others, and make whole numbers of 2000.0 and the like."""
        for one in fields(self):
            if "low" in one.metadata:
                value = checked(
                    one.name, getattr(self, one.name), one.metadata["low"], one.metadata["high"], one.default
                )
                object.__setattr__(self, one.name, value)
        if isinstance(self.stories, str) or set(self.stories) - set(STORIES):
            raise ValueError(f"stories={self.stories!r}: choose some of {', '.join(STORIES)}, as a list.")
        object.__setattr__(self, "stories", tuple(story for story in STORIES if story in self.stories))
        self._check_room("vigil", "vigil_viewers", self._most_in_vigil(), f"n_viewers={self.n_viewers}")
        self._check_room("record", "record_days", room_for_record(self.days), f"days={self.days}")
        self._check_room("marathon", "marathon_views", room_for_marathon(self.days), f"days={self.days}")

    def _most_in_vigil(self) -> int:
        """The most who can keep the vigil, when half as many nearly do and ten others are left."""
        return (2 * (self.n_viewers - 10) + 1) // 3

    def _check_room(self, story: str, name: str, most: int, beside: str) -> None:
        if story in self.stories and getattr(self, name) > most:
            raise ValueError(
                f"{name}={getattr(self, name)}: with {beside} choose at most {most}, "
                f"or leave {story!r} out of the stories."
            )


def checked(name: str, value: Any, low: float, high: float, default: Any) -> float:
    """The value of a knob as a number of the kind of its default.

    Raises:
        ValueError: it is not such a number, or out of bounds.

    Examples:
        >>> checked("days", 60.0, 60, 406, 406)
        60
        >>> checked("days", 3, 60, 406, 406)
        Traceback (most recent call last):
        ...
        ValueError: days=3: choose a whole number from 60 to 406.
    """
    whole = isinstance(default, int)
    number = isinstance(value, Real) and not isinstance(value, bool) and math.isfinite(value)
    if not number or (whole and value != int(value)) or not low <= value <= high:
        raise ValueError(f"{name}={value!r}: choose a {'whole ' if whole else ''}number from {low:,} to {high:,}.")
    return type(default)(value)


def described() -> pd.DataFrame:
    """All knobs as a table: knob, default, low, high, effect (on the lessons).

    Examples:
        >>> described().set_index("knob").loc["vigil_viewers", "default"]
        53
    """
    rows = [{"knob": one.name, "default": one.default, **one.metadata} for one in fields(Knobs)]
    return pd.DataFrame(rows, dtype=object)[["knob", "default", "low", "high", "effect"]]


PRESETS: dict[str, dict[str, Any]] = {
    "tiny": {"n_viewers": 200, "n_titles": 400},
    "classroom": {},
    "lecture_hall": {"n_viewers": 20_000},
    "contest": {"n_viewers": 480_189, "n_titles": 17_770},
    "service": {"n_viewers": 109_000_000, "n_titles": 17_770},
}
"""Preset -> knobs. tiny is for tests; contest has the size of the contest of 2006; service that of the service of 2017,
which no single machine is meant to make."""


def knobs_of(preset: str) -> dict[str, Any]:
    """The knobs behind a preset's name.

    Raises:
        ValueError: there is no such preset.

    Examples:
        >>> knobs_of("lecture_hall")
        {'n_viewers': 20000}
    """
    if preset not in PRESETS:
        raise ValueError(f"preset={preset!r}: choose one of {', '.join(PRESETS)}.")
    return dict(PRESETS[preset])
