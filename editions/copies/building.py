"""Build copies of lessons into a folder: each lesson is run once, in a Python of its own, as for the pages."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from shutil import copy2
from typing import Final

from tqdm import tqdm

from data_gen.disk.whole_folder import whole_folder
from editions.builds import ALONE
from editions.copies import strings
from editions.copies.choice import all_lessons, named_lessons
from editions.copies.drawing import heading
from editions.copies.guide import guide_of
from editions.copies.kept import copies_in, holds_other_copies, holds_something_else, places_of, said_of
from editions.copies.sections import Section, sections
from editions.copies.sheets import handout, instructors_copy, paper_pack
from editions.copies.slides import slides
from editions.pages.building import AT_ONCE, PagesError
from editions.pages.filling import filled
from editions.pages.page import SIGN, inside_script
from editions.pages.parts import part_of
from editions.running import LessonError, run_lesson, workers_of_their_own

TEMPLATES: Final = Path(__file__).parent / "templates"
SCRIPT: Final = TEMPLATES / "slides.js"
STYLE: Final = TEMPLATES / "copies.css"


def build_copies(kinds: Sequence[str], out: Path, seed: str | None = None, names: str | None = None) -> list[Path]:
    """Write copies of lessons, whole or not at all.

    Args:
        kinds: which: "instructor", "slides", "handout", "paper". One lies in the folder, several in folders of it.
        out: the folder; copies that stand there already are replaced. Where lessons are named, the others stay.
        seed: the nickname of the world; None for everybody's.
        names: of the lessons, as `named_lessons` reads them; None for all.

    Returns:
        The files that were made, and the lists of what is there.

    Raises:
        FileExistsError: the folder holds something else; or lessons are named, and it holds copies unlike these.
        ChoiceError: there is no such lesson.
        PagesError: a lesson fails.
    """
    lessons = all_lessons() if names is None else named_lessons(names, all_lessons())
    refusal = holds_something_else if names is None else partial(holds_other_copies, kinds=kinds, seed=seed)
    with whole_folder(out, refusal=refusal) as folder:
        places = places_of(kinds, folder.place)
        for (kind, place), there in zip(places.items(), places_of(kinds, out).values(), strict=True):
            place.mkdir(parents=True, exist_ok=True)
            for path in () if names is None else copies_in(there):
                copy2(path, place)
            names_there = sorted({path.stem for path in [*copies_in(place), *lessons]})
            (place / "index.html").write_text(_index(kind, names_there), encoding="utf-8")
        build = partial(_build_lesson, places=places, seed=seed)
        with workers_of_their_own(AT_ONCE, tasks=1) as workers:
            for _ in tqdm(workers.map(build, lessons), desc="Lessons", unit="lesson", total=len(lessons)):
                pass
    made = {"index", *(path.stem for path in lessons)}
    return [path for path in sorted(out.rglob("*.html")) if path.stem in made]


def _build_lesson(notebook: Path, *, places: dict[str, Path], seed: str | None) -> None:
    """Run one lesson, and write its copies."""
    try:
        cells, _ = run_lesson(notebook, seed=seed, keep=part_of)
    except LessonError as failure:
        raise PagesError(str(failure)) from None
    lesson = sections(cells)
    for kind, place in places.items():
        page = copy_of(kind, lesson, notebook.stem.split("_", 1)[1], seed)
        (place / f"{notebook.stem}.html").write_text(page, encoding="utf-8", newline="\n")


def copy_of(kind: str, lesson: Sequence[Section], name: str, seed: str | None = None) -> str:
    """One copy of a lesson, as a page in a single file.

    Args:
        kind: which.
        lesson: its sections.
        name: its name without number.
        seed: the nickname of the world; None for everybody's.
    """
    made: dict[str, Callable[[], object]] = {
        "instructor": lambda: instructors_copy(lesson, guide_of(name, lesson)),
        "slides": lambda: slides(lesson),
        "handout": lambda: handout(lesson),
        "paper": lambda: paper_pack(lesson),
    }
    title = lesson[0].heading
    return filled(
        "slides" if kind == "slides" else "sheet",
        TEMPLATES,
        kind=kind,
        title=title,
        heading=heading,
        what=strings.KINDS[kind],
        say=strings,
        blocks=made[kind](),
        about=said_of(kind, title, seed),
        warning=strings.ALL_ANSWERS if kind == "instructor" else strings.NO_ANSWERS,
        policy=ALONE.policy,
        sign=SIGN,
        style=STYLE.read_text(encoding="utf-8"),
        script=inside_script(SCRIPT.read_text(encoding="utf-8")),
    )


def _index(kind: str, names: Sequence[str]) -> str:
    """The page that lists the lessons of some names."""
    title, words = strings.KINDS[kind], strings.INDEX[kind]
    files = {f"{name}.html": name for name in names}
    return filled("list", TEMPLATES, title=title, said=words, names=files, policy=ALONE.policy, sign=SIGN)
