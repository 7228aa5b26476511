"""Footnotes that explain marks: which one speaks of a mark, and what a repair itself asks to be printed."""

import re
from collections.abc import Iterable
from typing import Final

from disclosure.own_table.meaning import COVERS

COVERING_NOTE: Final = "{mark}: not shown so that other numbers cannot be worked out."
SMALL_NOTE: Final = "{mark}: a count from {least} to {most}."
"""What a repair asks to be printed; without commas, which would cut a line of a CSV file. Both are read again."""

EXPLAINS: Final = r"(?:[=:]|\b(?:means?|denotes?|stands?\s+for|indicates?|represents?|bedeutet|signifie)\b)"
"""What stands between a mark and its meaning, wherever in a footnote that is."""


def note_on(mark: str, notes: Iterable[str]) -> str:
    """The footnote that explains a mark, word by word; empty if there is none.

    Examples:
        >>> note_on("*", ["Source: register", "* fewer than 5 pupils"])
        '* fewer than 5 pupils'
    """
    if not mark:
        return next((note for note in notes if "blank" in note.casefold() or "empty" in note.casefold()), "")
    for note in notes:
        bare = note.strip().strip("\"'“”‘’(")
        for text in (note.strip(), bare):
            after = text[len(mark) :]
            if text.casefold().startswith(mark.casefold()) and not (after[:1].isalpha() or after[:1] == mark[-1]):
                return note
    for note in notes:
        if explained_from(mark, note):
            return note
    quoted = [f"{q}{mark}{p}" for q, p in ('""', "''", "“”", "‘’")]
    return next((note for note in notes if any(sign in note for sign in quoted)), "")


def explained_from(mark: str, note: str) -> int:
    """Where in a footnote the words on a mark begin, if others come before them; else 0.

    Examples:
        >>> explained_from("..", "Counts are rounded to 5. .. = fewer than 5"), explained_from("c", "Data; clinics: 9")
        (25, 0)
        >>> explained_from("n/a", "<9: fewer than nine, n/a not available")
        21
    """
    explains = EXPLAINS if mark.isalpha() else rf"(?:{EXPLAINS}|\s\w)"  # a letter may begin a sentence, a sign does not
    found = re.search(rf"[\w)\]][.;,:]\s+({re.escape(mark)})\s*{explains}", note, re.IGNORECASE) if mark else None
    return found.start(1) if found else 0


def clause_on(quote: str, mark: str) -> str:
    """What a footnote says of one mark, where it explains several, one after another.

    Examples:
        >>> clause_on("- none; <5 one to four", "-")
        ' none'
    """
    told = quote[explained_from(mark, quote) :]
    found = next((part for part in re.split(r";|(?<=[\w)])\.\s", told) if mark in part), told)
    return found.replace(mark, "", 1)


def answer_in(mark: str, quote: str) -> str:
    """What a footnote says of a mark, if it is one that this kit proposed; else empty.

    Examples:
        >>> answer_in("x", "x: not shown, so that other numbers cannot be worked out.")
        'covers'
        >>> answer_in("<9", "x: not shown. <9: a count from 1 to 8."), answer_in("c", "c: 1 to 4")
        ('1 to 8', '')
    """
    told = quote[explained_from(mark, quote) :].strip().replace(",", "") if mark else ""
    if told.startswith(COVERING_NOTE.format(mark=mark).removesuffix(".")):
        return COVERS
    small = re.match(re.escape(f"{mark}: a count from ") + r"([01] to \d+)\b", told)
    return small[1] if small else ""
