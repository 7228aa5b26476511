"""Which screens an hour has: read from one list, so that a shorter or longer hour is another list."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SCREENS: Final = Path(__file__).parent / "screens.toml"
KNOWN: Final = (
    *("begin", "before", "joke", "dots", "card", "monday", "hide", "who", "decide", "after", "debrief", "home"),
)
"""All screens that can be drawn."""


@dataclass(frozen=True)
class Screen:
    """One screen.

    Attributes:
        name: one of `KNOWN`.
        minutes: how long a room stays there.
    """

    name: str
    minutes: int


@dataclass(frozen=True)
class Hour:
    """A list of screens.

    Attributes:
        screens: in order.
        cases: the cases to decide on, by name.

    Raises:
        ValueError: a screen is not known or stands there twice.
    """

    screens: tuple[Screen, ...]
    cases: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn."""
        names = [screen.name for screen in self.screens]
        if unknown := [name for name in names if name not in KNOWN]:
            raise ValueError(f"screens.toml has {unknown[0]!r}: choose among {', '.join(KNOWN)}.")
        if twice := [name for name in names if names.count(name) > 1]:
            raise ValueError(f"screens.toml has {twice[0]!r} twice in one hour: name it once.")

    @property
    def minutes(self) -> int:
        """How long all of it takes."""
        return sum(screen.minutes for screen in self.screens)


def read_hours() -> dict[str, Hour]:
    """Read all lengths that an hour can have.

    Examples:
        >>> {name: hour.minutes for name, hour in read_hours().items()}
        {'hour': 60, 'core': 45}
    """
    lengths = tomllib.loads(SCREENS.read_text(encoding="utf-8"))
    return {
        name: Hour(tuple(Screen(**screen) for screen in length["screens"]), tuple(length["cases"]))
        for name, length in lengths.items()
    }
