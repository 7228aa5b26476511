"""Build all pages into a folder: each lesson is run once, in a Python of its own."""

from dataclasses import dataclass, replace
from functools import partial
from html import escape
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from tqdm import tqdm

from data_gen.disk.whole_folder import whole_folder
from data_gen.streams import seed_key
from editions.builds import ALONE, Build
from editions.home import HOME, documents
from editions.pages.index import index_body, lesson_rows
from editions.pages.language import ENGLISH, Language, languages
from editions.pages.markdown import as_html, rendered
from editions.pages.page import Address, document, lesson_body
from editions.pages.parts import part_of
from editions.running import Cell, LessonError, run_lesson, workers_of_their_own

KIT_NAME: Final = "fifty-three"
LONGEST: Final = 80
"""Letters of a nickname or an address at most."""

LEADS: Final = {"room": "room_lead", "platform": "platform_lead"}
"""What stands above each lesson of a build that speaks to somebody."""

AT_ONCE: Final = 2
"""How many lessons run side by side."""


@dataclass(frozen=True)
class Edition:
    """What a teacher can choose.

    Args:
        seed: the nickname of the world; None for everybody's.
        contact: an address to write to where something is wrong; empty where there is none.
        build: alone, for a room (its pages send guesses to the laptop that serves them), or for a learning platform.
    """

    seed: str | None = None
    contact: str = ""
    build: Build = ALONE


EVERYBODY: Final = Edition()
"""What everybody gets who chooses nothing."""


class PagesError(RuntimeError):
    """The pages cannot be made; the sentence says what is in the way. Nothing was written."""


def build_pages(out: Path, edition: Edition = EVERYBODY) -> list[Path]:
    """Write the pages of all lessons, in all languages, whole or not at all.

    Args:
        out: the folder; pages that stand there already are replaced.
        edition: what a teacher has chosen.

    Returns:
        The files, English first.

    Raises:
        FileExistsError: the folder holds something else.
        PagesError: a choice cannot be used, a lesson fails, or no file can be written there.
    """
    _check(edition)
    with whole_folder(out, refusal=_holds_something_else) as folder:
        fill_with_pages(folder.place, edition)
    return sorted(out.rglob("*.html"), key=lambda path: (len(path.parts), path.name))


def fill_with_pages(folder: Path, edition: Edition = EVERYBODY, *, notebooks: Path = HOME / "notebooks") -> None:
    """Write all pages into a folder.

    Args:
        folder: where they go.
        edition: what a teacher has chosen.
        notebooks: the lessons.

    Raises:
        PagesError: a lesson fails.
    """
    folder.mkdir(exist_ok=True)
    lessons = sorted(notebooks.glob("[0-9][0-9]_*.ipynb"))
    build = partial(_build_lesson, folder=folder, edition=edition, lessons=lessons)
    with workers_of_their_own(AT_ONCE, tasks=1) as workers:
        for _ in tqdm(workers.map(build, lessons), desc="Lessons", unit="lesson", total=len(lessons)):
            pass
    for language in languages().values():
        build_other_pages(folder, edition, lessons, language)


def _check(edition: Edition) -> None:
    """Refuse a choice before anything is run for it.

    Raises:
        PagesError: the nickname is none, or what is chosen is too long for a line.
    """
    for name, chosen in (("nickname", edition.seed or ""), ("address", edition.contact)):
        if len(chosen) > LONGEST or not chosen.isprintable():
            raise PagesError(f"The {name} stands in a line of each page: choose one of at most {LONGEST} plain signs.")
    if edition.seed is not None:
        try:
            seed_key(edition.seed)
        except ValueError as refusal:
            raise PagesError(f"{refusal} Nothing was written.") from None


def _holds_something_else(folder: Path) -> str:
    """A sentence where a folder is there that is none of pages: it stays as it is."""
    if not folder.is_dir() or (any(folder.iterdir()) and not (folder / "index.html").is_file()):
        return f"{folder} is there already and holds no pages. It stays as it is: choose another folder."
    return ""


def _build_lesson(notebook: Path, *, folder: Path, edition: Edition, lessons: list[Path]) -> None:
    """Run one lesson, and write its pages."""
    try:
        cells, _ = run_lesson(notebook, seed=edition.seed, keep=part_of)
    except LessonError as failure:
        raise PagesError(str(failure)) from None
    write_lesson(cells, notebook, folder=folder, edition=edition, lessons=lessons)


def write_lesson(cells: list[Cell], notebook: Path, *, folder: Path, edition: Edition, lessons: list[Path]) -> None:
    """Write the page of a lesson that has been run, in each language that it was translated to.

    Args:
        cells: what its cells show, as parts.
        notebook: the lesson.
        folder: where its pages go.
        edition: what a teacher has chosen.
        lessons: all lessons, in their order.
    """
    for language in languages().values():
        if language.has(notebook.stem.split("_", 1)[1]):
            body, data = lesson_body(cells, language.in_build(edition.build))
            page = document(address_of(notebook, edition, lessons, language), _lead(edition, language) + body, data)
            write(folder, language, notebook.stem, page)


def write(folder: Path, language: Language, name: str, page: str) -> None:
    """Put a page where its language lies: English at the top."""
    place = folder if language.code == ENGLISH else folder / language.code
    place.mkdir(exist_ok=True)
    (place / f"{name}.html").write_text(page, encoding="utf-8", newline="\n")


def address_of(notebook: Path, edition: Edition, lessons: list[Path], language: Language) -> Address:
    """Where a lesson's page stands: between its neighbours."""
    titles = {row.name: row.title for row in lesson_rows(lessons, language)}
    names, place = list(titles), list(titles).index(notebook.stem)
    links = {"index.html": language.page["start"]}
    if place > 0:
        links[f"{names[place - 1]}.html"] = language.page["previous"].format(title=titles[names[place - 1]])
    if place + 1 < len(names):
        links[f"{names[place + 1]}.html"] = language.page["next"].format(title=titles[names[place + 1]])
    others = _elsewhere(notebook.stem, language, notebook.stem.split("_", 1)[1])
    return replace(_address(notebook.stem, titles[notebook.stem], edition, language, links), others=others)


def _address(name: str, title: str, edition: Edition, language: Language, links: dict[str, str]) -> Address:
    """What all pages of an edition have in common."""
    version = metadata.version(KIT_NAME)
    return Address(name, title, language, version, links, edition.contact, edition.seed or "", edition.build)


def _lead(edition: Edition, language: Language) -> str:
    """What stands above each lesson."""
    words = [language.page["lesson_lead"]]
    if edition.seed:
        words.append(language.page["world_lead"].format(world=edition.seed))
    if lead := LEADS.get(edition.build.name):
        words.append(language.page[lead])
    return f'<p class="lead">{escape(" ".join(words))}</p>'


def build_other_pages(folder: Path, edition: Edition, lessons: list[Path], language: Language) -> None:
    """The first page, the statement on accessibility, and in English the documents, such as the glossary."""
    page = language.page
    home = {"index.html": page["start"]}
    body, data = index_body(lessons, edition.seed, language.in_build(edition.build))
    pages: list[tuple[str, str, str, list[dict[str, Any]], dict[str, str]]] = [
        ("index", page["index_title"], body, data, {}),
        ("accessibility", page["accessibility_title"], rendered(page["accessibility"], language), [], home),
    ]
    for name, title, text, shown, links in pages:
        address = replace(_address(name, title, edition, language, links), others=_elsewhere(name, language))
        write(folder, language, name, document(address, text, shown))
    for path in documents() if language.code == ENGLISH else ():
        text = path.read_text(encoding="utf-8")
        address = _address(path.stem, text.splitlines()[0].lstrip("# "), edition, language, home)
        write(folder, language, path.stem, document(address, as_html(text, language), []))


def _elsewhere(name: str, language: Language, lesson: str | None = None) -> list[tuple[str, str, str]]:
    """The same page in each other language that has it: file, code and name of the language."""
    up = "" if language.code == ENGLISH else "../"
    return [
        (f"{up}{'' if code == ENGLISH else f'{code}/'}{name}.html", code, other.page["language"])
        for code, other in languages().items()
        if code != language.code and (lesson is None or other.has(lesson))
    ]
