"""Write the hour: a single file, with everything in it."""

import json
from functools import cache
from pathlib import Path
from typing import Final

from editions.builds import Build
from editions.pages.filling import filled
from editions.pages.page import HERE as PAGES
from editions.pages.page import SIGN, inside_script
from editions.scorm.package import SCRIPT as PLATFORM_SCRIPT
from editions.staff.contents import contents
from editions.staff.own import NOTHING, Own
from editions.staff.screens import Hour
from editions.staff.words import read_words
from teaching.widgets.scripts import HERE as WIDGETS

HERE: Final = Path(__file__).parent
BEFORE: Final = (WIDGETS / "elements.js", PAGES / "memory.js")
SCRIPTS: Final = ("parts", "asking", "survey", "scenes", "deciding", "ends", "room", "hour")
SPOKEN: Final = {"room": PAGES / "sending.js", "platform": PLATFORM_SCRIPT}
"""What a build carries that speaks to somebody."""


def hour_page(hour: Hour, build: Build, version: str, own: Own = NOTHING) -> str:
    """Write the file.

    Args:
        hour: the list of screens.
        build: alone, room or platform.
        version: of the kit.
        own: what an office puts in.
    """
    shown = contents(hour, build, own, version)
    return filled(
        "hour",
        folder=HERE / "templates",
        words=read_words(),
        screens=hour.screens,
        policy=build.policy,
        own=own,
        sign=SIGN,
        version=version,
        style=(HERE / "hour.css").read_text(encoding="utf-8"),
        shown=inside_script(json.dumps(shown, ensure_ascii=False, separators=(",", ":"))),
        script=_script(build.name),
    )


@cache
def _script(build: str) -> str:
    """What the page does; a build that speaks to nobody carries nothing that could."""
    own = [HERE / "scripts" / f"{name}.js" for name in SCRIPTS]
    spoken = [SPOKEN[build]] if build in SPOKEN else []
    files = [*BEFORE, *spoken, *own]
    return inside_script("\n".join(path.read_text(encoding="utf-8") for path in files))
