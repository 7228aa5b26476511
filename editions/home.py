"""Where the kit's notebooks and words lie: beside the packages in a clone, inside this one where it is installed."""

from pathlib import Path
from typing import Final

CLONE: Final = Path(__file__).parents[1]
PACKED: Final = Path(__file__).parent / "packed"
"""Filled when the wheel is built (`force-include` in pyproject.toml); a clone has none."""

HOME: Final = PACKED if PACKED.is_dir() else CLONE
"""The folder with `notebooks` and `docs`."""

MADE: Final = Path("dist") if HOME == PACKED else CLONE / "dist"
"""Where pages, answers and sticks go if nobody says so: into the clone, or below the folder somebody stands in."""

FOR_MAKERS: Final = "release"
"""The one document that only those read who make the kit."""


def documents() -> list[Path]:
    """The documents for those who learn, teach or publish, by name; each is a page as well."""
    return sorted(path for path in (HOME / "docs").glob("*.md") if path.stem != FOR_MAKERS)
