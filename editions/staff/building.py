"""Build the hour into a folder: the file, and the papers that go with it."""

import json
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from data_gen.disk.whole_folder import whole_folder
from editions.builds import ALONE, Build
from editions.scorm.package import scorm_zip
from editions.staff.asked import asked_in_room
from editions.staff.own import NOTHING, Own
from editions.staff.page import hour_page
from editions.staff.papers import papers
from editions.staff.screens import read_hours
from editions.staff.words import read_words

PAGE: Final = "fifty-three-hour.html"
PACKAGE: Final = "fifty-three-hour.zip"
ASKED: Final = "room.json"
MOST_BYTES: Final = 3_000_000


@dataclass(frozen=True)
class Order:
    """What somebody wants to have built.

    Args:
        length: a name in screens.toml.
        build: alone, room or platform.
        own: what an office puts in.
    """

    length: str = "hour"
    build: Build = ALONE
    own: Own = NOTHING


EVERYBODY: Final = Order()
"""What everybody gets who chooses nothing."""


def build_staff(out: Path, order: Order = EVERYBODY) -> Path:
    """Write the hour and its papers into a folder, whole or not at all.

    Args:
        out: the folder; an hour that lies there already is replaced.
        order: what is wanted.

    Returns:
        The file to be sent around.

    Raises:
        FileExistsError: the folder holds something else.
        ValueError: there is no such length, or the file becomes too large.
    """
    hours = read_hours()
    if order.length not in hours:
        raise ValueError(f"there is no hour {order.length!r}: choose among {', '.join(hours)}.")
    hour, version = hours[order.length], metadata.version("fifty-three")
    page = hour_page(hour, order.build, version, order.own)
    name, data = PAGE, page.encode("utf-8")
    if order.build.name == "platform":
        name, data = (
            PACKAGE,
            scorm_zip({"index.html": page}, name="hour", title=read_words()["page"]["title"], version=version),
        )
    if len(data) > MOST_BYTES:
        raise ValueError(f"{name} has {len(data):,} bytes, and mails take {MOST_BYTES:,}: choose a smaller sign.")
    with whole_folder(out, refusal=_holds_something_else) as folder:
        folder.write(name, data)
        for paper, text in papers(name, data, order.build, version, order.own).items():
            folder.write(paper, text.encode("utf-8"))
        if order.build.name == "room":
            folder.write(ASKED, json.dumps(asked_in_room(hour), ensure_ascii=False, indent=1).encode("utf-8"))
    return out / name


def _holds_something_else(folder: Path) -> str:
    """A sentence where a folder is there that holds no hour: it stays as it is."""
    if folder.is_dir() and any((folder / name).is_file() for name in (PAGE, PACKAGE)):
        return ""
    return f"{folder} is there already and holds no staff hour. It stays as it is: choose another folder."
