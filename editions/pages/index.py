"""The page to begin with: four doors; then, for somebody with two minutes, 53 dots and one slider; then the lessons."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup, escape

from editions.home import HOME
from editions.pages.filling import filled
from editions.pages.language import ENGLISH, Language
from editions.pages.markdown import reference, rendered
from editions.pages.page import lesson_body
from editions.pages.parts import part_of
from editions.pages.two_minutes import explore_the_53
from editions.running import Cell, title_in, written_cells

PROMISE: Final = re.compile(r"\*\*About (\d+) minutes(?:; the core takes (\d+))?\.\*\*")
QUESTION: Final = re.compile(r"\*\*The question\.\*\* (.*?)\n\s*\n", re.DOTALL)


@dataclass(frozen=True)
class LessonRow:
    """A lesson as the first page lists it.

    Attributes:
        name: of its file, without the ending.
        title, question: what it is called, and what it asks.
        minutes: how long it takes, in words.
    """

    name: str
    title: str
    question: str
    minutes: str


DOORS: Final = ("alone", "class", "work", "table")
"""The four ways in: alone, in class, at work, with a table of one's own. README begins with the same."""


@dataclass(frozen=True)
class Door:
    """A way in, as the first page shows it.

    Attributes:
        picture: drawn, with a text for those who do not see it.
        name: for whom it is.
        line: what is behind it.
        step: the first one to take: a link.
    """

    picture: Markup
    name: str
    line: str
    step: Markup


def doors(language: Language) -> Iterator[Door]:
    """Draw the four ways in, in the words of a language."""
    for name in DOORS:
        words = {part: language.page[f"door_{name}_{part}"] for part in ("picture", "name", "line", "step")}
        drawn = (HOME / "docs" / "doors" / f"{name}.svg").read_text(encoding="utf-8")
        named = drawn.replace("<svg", f'<svg role="img" aria-label="{escape(words["picture"])}"', 1)
        yield Door(Markup(named), words["name"], words["line"], Markup(rendered(words["step"], language)))


def lesson_rows(lessons: Sequence[Path], language: Language) -> Iterator[LessonRow]:
    """Read what lessons say of themselves.

    Args:
        lessons: notebooks.
        language: what to say it in; only lessons that were translated to it are listed.
    """
    for notebook in lessons:
        if not language.has(notebook.stem.split("_", 1)[1]):
            continue
        texts = ("".join(cell["source"]) for cell in written_cells(notebook) if cell["cell_type"] == "markdown")
        told = "".join(f"{text}\n\n" for text in texts)
        title = language.text(title_in(told)).lstrip("# ")
        asked, promised = QUESTION.search(told), PROMISE.search(told)
        question = language.text(f"**The question.** {asked[1]}").split("**")[-1].strip() if asked else ""
        minutes = ""
        if promised:
            words = language.page["minutes_core" if promised[2] else "minutes"]
            minutes = words.format(all=promised[1], core=promised[2])
        yield LessonRow(notebook.stem, title, question, minutes)


def index_body(lessons: Sequence[Path], seed: str | None, language: Language) -> tuple[str, list[dict[str, Any]]]:
    """Lay out the first page.

    Args:
        lessons: notebooks.
        seed: the nickname of the world; None for everybody's.
        language: what to say it in.
    """
    page = language.page
    dots = Cell("code", "", (part_of(explore_the_53(seed, language)),))
    shown, data = lesson_body([Cell("markdown", page["index"]), dots, Cell("markdown", page["index_after"])], language)
    rows = [replace(row, question=rendered(row.question, language)) for row in lesson_rows(lessons, language)]
    how = rendered(page["index_how"], language)
    glossary = Markup(reference("glossary", language, there=language.code == ENGLISH))
    four = list(doors(language))
    return filled("index", say=page, doors=four, shown=shown, rows=rows, how=how, glossary=glossary), data
