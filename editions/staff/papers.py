"""What an IT department and a data-protection officer want to read beside the file."""

import hashlib
from pathlib import Path
from string import Template
from typing import Final

from editions.builds import Build
from editions.staff.own import Own
from editions.staff.words import read_words

HERE: Final = Path(__file__).parent / "papers"
PAPERS: Final = ("for-your-IT.md", "accessibility.md", "data-protection.md")

REQUESTS: Final = {
    "alone": "there is no request but the one for the file itself",
    "room": "beside the file itself, only `POST .../answers` to the laptop that serves it",
    "platform": "there is no request of the page's own; the platform's frame talks to its own server",
}
STORED: Final = {
    "alone": "",
    "room": "A second entry, `fifty-three/VERSION/room/TOKEN`, keeps a random number and what waits to be sent.",
    "platform": "In the platform: `cmi.core.lesson_status`, `cmi.core.session_time`, `cmi.core.exit`, "
    "`cmi.suspend_data`{more}.",
}
FIELDS: Final = {"score": ", `cmi.core.score`", "interactions": ", `cmi.interactions`"}


def papers(file: str, data: bytes, build: Build, version: str, own: Own) -> dict[str, str]:
    """Write the papers that go with a file.

    Args:
        file: its name.
        data: what is in it.
        build: which build it is.
        version: of the kit.
        own: what an office puts in.

    Returns:
        Name -> text (Markdown).
    """
    words = read_words()
    more = "".join(FIELDS[name] for name in build.leaves[1:])
    switched = " ".join(words["leaves"][name] for name in build.leaves[1:])
    slots = {
        "file": file,
        "size": f"{len(data) / 1000:,.0f}",
        "build": build.name,
        "policy": build.policy,
        "leaves": " ".join(words["leaves"][name] for name in build.leaves),
        "requests": REQUESTS[build.name],
        "stored": STORED[build.name].format(more=more),
        "switches": switched or "The switches for score and single answers are off.",
        "version": version,
        "contact": f"Contact: {own.contact}." if own.contact else "Ask whoever gave you this file.",
        "checksum": hashlib.sha256(data).hexdigest(),
    }
    return {name: Template((HERE / name).read_text(encoding="utf-8")).substitute(slots) for name in PAPERS}
