"""What of a lesson must stand in no copy that learners get: taken from the run, not from the copies."""

import re
from collections.abc import Iterator
from html import unescape

from editions.copies.drawing import text
from editions.pages.parts import Part

SHORTEST = 12
"""Letters of an answer that is looked for: less stands anywhere."""


def secrets(cells) -> set[str]:
    """Solutions, hints, reasons, and texts that a page folds away, in plain text."""
    return {secret for secret in _secrets(cells) if len(secret) >= SHORTEST}


def pictures_before_the_answer(cells) -> list[Part]:
    """The charts and explorers that a lesson shows between the asking of a guess and its answer."""
    asked, found = set(), []
    for part in (inner for cell in cells for shown in cell.shown for inner in _within(shown)):
        if part.kind == "prediction":
            asked.add(part.data["name"])
        elif part.kind == "reveal":
            asked.discard(part.data["name"])
        elif part.kind in ("chart", "explorer") and asked:
            found.append(part)
    return found


def _within(part: Part) -> Iterator[Part]:
    """A part, or those that it is made of."""
    for inner in part.parts if part.kind == "several" else ():
        yield from _within(inner)
    if part.kind != "several":
        yield part


def plain(page: str) -> str:
    """A page as somebody reads it: no tags, and each sign as it is."""
    return unescape(re.sub(r"<[^>]*>", "", page))


def _secrets(cells) -> Iterator[str]:
    for cell in cells:
        for folded in re.findall(r"</summary>(.*?)</details>", cell.source, re.DOTALL):
            yield _longest_line(text(folded))
        for part in (inner for shown in cell.shown for inner in _within(shown)):
            yield from _of(part)


def _of(part: Part) -> Iterator[str]:
    if part.kind == "question":
        yield from (answer["why"] for answer in part.data["asked"]["answers"])
    if part.kind == "task":
        yield from (_longest_line(text(hint)) for hint in part.data["hints"])
        yield from (line.strip() for line in part.text.splitlines() if line.startswith("    return"))


def _longest_line(html: str) -> str:
    return max(map(str.strip, plain(html).splitlines()), key=len, default="")
