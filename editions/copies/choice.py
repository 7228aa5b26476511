"""Which lessons are meant: all of them, or those that somebody names by number or name."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from editions.home import HOME

NO_LESSON: Final = (
    "There is no lesson {word!r}. Name lessons by their numbers, such as 05 or 05 06. What there is: {there}."
)
NOTHING: Final = "No lesson is named. Name lessons by their numbers, such as 05 or 05 06; say nothing for all of them."


class ChoiceError(ValueError):
    """A lesson that is meant is not there; the sentence names those that are."""


def all_lessons() -> list[Path]:
    """The notebooks of all lessons, in their order."""
    return sorted((HOME / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def named_lessons(names: str, lessons: Iterable[Path]) -> list[Path]:
    """The lessons that are named, each once, in the order of the kit.

    Args:
        names: numbers (5 or 05) or names (insiders), with spaces or commas between them.
        lessons: the notebooks to choose from.

    Raises:
        ChoiceError: there is no such lesson, or none is named.

    Examples:
        >>> there = [Path("05_insiders.ipynb"), Path("06_amounts.ipynb")]
        >>> [path.stem for path in named_lessons("amounts, 5", there)]
        ['05_insiders', '06_amounts']
        >>> named_lessons("55", there)
        Traceback (most recent call last):
        ...
        editions.copies.choice.ChoiceError: There is no lesson '55'. Name lessons by their numbers, ... 05, 06.
    """
    lessons = list(lessons)
    words = re.findall(r"[^\s,;]+", names)
    if not words:
        raise ChoiceError(NOTHING)
    for word in words:
        if not any(_is(word, path) for path in lessons):
            raise ChoiceError(NO_LESSON.format(word=word, there=", ".join(path.stem[:2] for path in lessons)))
    return [path for path in lessons if any(_is(word, path) for word in words)]


def _is(word: str, lesson: Path) -> bool:
    """Whether a word means a lesson: its number, its name, or its file."""
    number, _, name = lesson.stem.partition("_")
    return word.zfill(2) == number or word.casefold().removesuffix(".ipynb") in (name, lesson.stem)
