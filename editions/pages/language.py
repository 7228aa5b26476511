"""The words of one language: what the pages say by themselves, and sentences of lessons that have been translated."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

WORDS: Final = Path(__file__).parent / "words"
"""One file per language."""

ENGLISH: Final = "en"
NUMBER: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@dataclass(frozen=True)
class Language:
    """A language that pages can be made in.

    Args:
        code: its name in HTML, such as ``"fr"``.
        direction: ``"ltr"`` or ``"rtl"``.
        decimal, thousands: the signs within numbers.
        page: name -> what a page says by itself: buttons, sentences, signs, texts.
        sentences: English -> this language, for what the lessons say. Numbers stand as ``{}`` on both sides, in the
            same order.
        lessons: the lessons that have been translated, by name without number; None: all.

    Examples:
        >>> french = Language("fr", decimal=",", thousands=" ", sentences={"{} of {} people": "{} personnes sur {}"})
        >>> french.text("1,024 of 2,000 people"), french.text("not translated")
        ('1 024 personnes sur 2 000', 'not translated')
    """

    code: str
    direction: str = "ltr"
    decimal: str = "."
    thousands: str = ","
    page: Mapping[str, str] = field(default_factory=dict)
    sentences: Mapping[str, str] = field(default_factory=dict)
    lessons: frozenset[str] | None = None

    def text(self, english: str) -> str:
        """Say something in this language; what has not been translated stays English."""
        shape = template(english)
        if shape not in self.sentences:
            return english
        numbers = iter([self.number(found) for found in NUMBER.findall(english)])
        return re.sub(r"\{\}", lambda _: next(numbers), self.sentences[shape])

    def number(self, english: str) -> str:
        """Write a number with the signs of this language.

        Examples:
            >>> Language("fr", decimal=",", thousands=".").number("1,024.5")
            '1.024,5'
        """
        return english.translate({ord(","): self.thousands, ord("."): self.decimal})


def template(english: str) -> str:
    """Set the numbers of a sentence aside.

    Examples:
        >>> template("1,024 of 2,000 people (51.2 %)")
        '{} of {} people ({} %)'
    """
    return NUMBER.sub("{}", " ".join(english.split()))


def languages() -> dict[str, Language]:
    """Read all languages that there are."""
    return {path.stem: read_language(path) for path in sorted(WORDS.glob("*.toml"))}


def read_language(path: Path) -> Language:
    """Read one language.

    Args:
        path: its file: ``direction``, ``decimal``, ``thousands``, ``lessons``, and the tables ``page`` and
            ``sentences`` (see `Language`). What is missing in ``page`` is said in English.

    Raises:
        ValueError: the file says something that no page says.
    """
    entries: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    english = {} if path.stem == ENGLISH else tomllib.loads((WORDS / "en.toml").read_text(encoding="utf-8"))["page"]
    if english and (unknown := entries["page"].keys() - english.keys()):
        raise ValueError(f"{path.name} has {', '.join(sorted(unknown))}, which no page says.")
    lessons = entries.get("lessons")
    return Language(
        path.stem,
        direction=entries["direction"],
        decimal=entries["decimal"],
        thousands=entries["thousands"],
        page=english | entries["page"],
        sentences={template(key): value for key, value in entries.get("sentences", {}).items()},
        lessons=None if lessons is None else frozenset(lessons),
    )
