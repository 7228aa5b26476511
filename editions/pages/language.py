"""The words of one language: what the pages say by themselves, and sentences of lessons that have been translated."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from editions.builds import Build

WORDS: Final = Path(__file__).parent / "words"
"""One file per language; a folder of its name beside it holds one more file for each lesson."""

ENGLISH: Final = "en"
NUMBER: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
IN_A_PARAGRAPH: Final = re.compile(r"\n(?!- |\{\}\. |<) *")
"""A line that ends within a paragraph: what follows is neither an item of a list nor a tag."""

OTHERWISE: Final = ("_room", "_platform")
"""How the names of words end that belong to one build."""

ONLY_A_NUMBER: Final = frozenset({"{}", "-{}", "{}%", "{} %"})
SLOT: Final = re.compile(r"\{(\d*)\}")


@dataclass(frozen=True)
class Language:
    """A language that pages can be made in.

    Args:
        code: its name in HTML, such as ``"fr"``.
        direction: ``"ltr"`` or ``"rtl"``.
        decimal, thousands: the signs within numbers.
        page: name -> what a page says by itself: buttons, sentences, signs, texts.
        sentences: English -> this language, for what the lessons say. Numbers stand as ``{}`` on both sides; where
            their order differs, the other side says which is meant, counted from 0: ``{1}``.
        lessons: the lessons that have been translated, by name without number; None: all.

    Examples:
        >>> french = Language("fr", decimal=",", thousands=" ", sentences={"{} of {} people": "{} personnes sur {}"})
        >>> french.text("1,024 of 2,000 people"), french.text("not translated")
        ('1 024 personnes sur 2 000', 'not translated')
        >>> Language("fr", sentences={"Of {} people, {} left.": "{1} personnes sur {0} sont parties."}).text(
        ...     "Of 20 people, 3 left."
        ... )
        '3 personnes sur 20 sont parties.'
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
        if shape in ONLY_A_NUMBER:
            return self.number(english)
        if shape not in self.sentences:
            return english
        numbers = [self.number(found) for found in NUMBER.findall(english)]
        in_order = iter(numbers)
        return SLOT.sub(lambda slot: numbers[int(slot[1])] if slot[1] else next(in_order), self.sentences[shape])

    def value(self, english: str) -> str:
        """Say a value of the data, if it is a word that was translated: charts compare values, so a rest must stay."""
        shape = template(english)
        return self.text(english) if shape in self.sentences or shape in ONLY_A_NUMBER else english

    def has(self, lesson: str) -> bool:
        """Say whether a lesson, by its name without number, was translated."""
        return self.lessons is None or lesson in self.lessons

    def in_build(self, build: Build) -> "Language":
        """The same language, with what is said otherwise in a build: what its pages send, to whom, and who sees it.

        Args:
            build: what has an entry ``name_room`` says that in a room, in place of ``name``. Words of other builds
                are left out.

        Examples:
            >>> said = {"seen": "By nobody.", "seen_room": "By the laptop.", "sent_room": "Guesses."}
            >>> Language("en", page=said).in_build(Build("room")).page["seen"]
            'By the laptop.'
        """
        ending = f"_{build.name}"
        said = {name: words for name, words in self.page.items() if not name.endswith(OTHERWISE)}
        said |= {name.removesuffix(ending): words for name, words in self.page.items() if name.endswith(ending)}
        if build.name != "alone":
            said["nothing_sent"] = " ".join(self.page[f"sent_{name}"] for name in build.leaves)
        return replace(self, page=said)

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
            ``sentences`` (see `Language`). What is missing in ``page`` is said in English. It may
            also have ``values`` (words of the data), and ``blocks`` for what is long: ``english`` and ``said``. So may
            the files of its lessons.

    Raises:
        ValueError: the file says something that no page says, or two files say the same thing.
    """
    entries = _read(path)
    english = {} if path.stem == ENGLISH else _read(WORDS / f"{ENGLISH}.toml")["page"]
    if english and (unknown := entries["page"].keys() - english.keys()):
        raise ValueError(f"{path.name} has {', '.join(sorted(unknown))}, which no page says.")
    lessons = entries.get("lessons")
    return Language(
        path.stem,
        direction=entries["direction"],
        decimal=entries["decimal"],
        thousands=entries["thousands"],
        page=english | entries["page"],
        sentences=_sentences(path, [entries, *map(_read, sorted(path.with_suffix("").glob("*.toml")))]),
        lessons=None if lessons is None else frozenset(lessons),
    )


def _read(path: Path) -> dict[str, Any]:
    """What a file says."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _sentences(path: Path, files: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The sentences of several files, each said once."""
    found: dict[str, str] = {}
    for entries in files:
        said_here = [*entries.get("sentences", {}).items(), *entries.get("values", {}).items()]
        said_here += [
            (block["english"], IN_A_PARAGRAPH.sub(" ", block["said"].strip())) for block in entries.get("blocks", [])
        ]
        for english, said in said_here:
            if template(english) in found:
                raise ValueError(f"{path.name} and the files of its lessons say twice: {template(english)[:80]}")
            found[template(english)] = said
    return found
