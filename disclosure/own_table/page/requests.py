"""What the page sends: files, answers, corrections and wishes, read from a few megabytes or refused in a sentence."""

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, cast, get_args

from disclosure.own_table.insiders import Look
from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.wishes import Look as Against
from disclosure.own_table.wishes import Wishes

MOST_FILE: Final = 10_000_000
"""Bytes of one file."""

MOST_SENT: Final = 4 * MOST_FILE * 4 // 3 + 1_000_000
"""Bytes of one request: four files, six bits a sign, and all answers."""

MOST_LETTERS: Final = 200
"""Of a name."""

FILES: Final = ("table", "office", "earlier", "rules")
TOO_LARGE: Final = "{name} has more than 10 MB: take out what is no part of the table, or save the sheet as CSV."
NO_TABLE: Final = "Choose a file first."
NOT_SENT_SO: Final = "The page has sent what it never sends: reload it."


@dataclass(frozen=True)
class Brought:
    """What stands on the page.

    Args:
        table: the file.
        office, earlier, rules: further files, where they were chosen.
        answers: question -> answer.
        kinds: address -> kind, for cells that were corrected.
        sheet: the sheet that was chosen.
        wishes: for a repair.
        decided: who decides, as typed for the report.
        look: who looks at the table.
    """

    table: FileInMemory
    office: FileInMemory | None = None
    earlier: FileInMemory | None = None
    rules: FileInMemory | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    wishes: Wishes | None = None
    decided: str = ""
    look: Look = "readers"


def read_request(sent: bytes) -> Brought:
    """Read what the page has sent.

    Raises:
        ValueError: a file is missing or too large, or this is nothing that the page sends.

    Examples:
        >>> read_request(b'{"table": {"name": "t.csv", "bytes": "YSwx"}}').table.content
        b'a,1'
    """
    try:
        entry = json.loads(sent)
    except (ValueError, RecursionError):
        raise ValueError(NOT_SENT_SO) from None
    if not isinstance(entry, dict):
        raise ValueError(NOT_SENT_SO)
    files = {name: _file(entry[name]) for name in FILES if entry.get(name)}
    if "table" not in files:
        raise ValueError(NO_TABLE)
    sheet, wishes = entry.get("sheet"), entry.get("wishes")
    return Brought(
        files["table"],
        office=files.get("office"),
        earlier=files.get("earlier"),
        rules=files.get("rules"),
        answers=_texts(entry.get("answers")),
        kinds=_texts(entry.get("kinds")),
        sheet=str(sheet) if sheet else None,
        wishes=_wishes(wishes) if wishes else None,
        decided=str(entry.get("decided", ""))[:MOST_LETTERS],
        look=_look(entry.get("look")),
    )


def _look(entry: Any) -> Look:
    """Who looks at the table; by default whoever reads it."""
    return cast("Look", entry) if entry in get_args(Look) else "readers"


def _file(entry: Any) -> FileInMemory:
    """One file: its name, and its bytes in base 64."""
    try:
        name, content = str(entry["name"]), base64.b64decode(entry["bytes"], validate=True)
    except (TypeError, KeyError, ValueError, binascii.Error):
        raise ValueError(NOT_SENT_SO) from None
    if len(content) > MOST_FILE:
        raise ValueError(TOO_LARGE.format(name=name))
    return FileInMemory(name, content)


def _texts(entry: Any) -> dict[str, str]:
    """Names and texts."""
    if not isinstance(entry, dict | None):
        raise ValueError(NOT_SENT_SO)
    return {str(name): str(text) for name, text in (entry or {}).items() if text}


def _wishes(entry: Any) -> Wishes:
    """What a repair is asked for."""
    try:
        against: Against = "alone" if entry["against"] == "alone" else "readers"
        keep = tuple(re.findall(r"[A-Z]+[0-9]+", str(entry.get("keep", "")).upper()))
        mark, width, threshold = str(entry.get("mark", "")).strip(), int(entry.get("width", 1)), int(entry["threshold"])
    except (TypeError, KeyError, ValueError):
        raise ValueError("The threshold and the width are whole numbers, such as 5.") from None
    return Wishes(threshold, against, width, mark, keep)
