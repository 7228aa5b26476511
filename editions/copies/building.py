"""Build copies of all lessons into a folder: each lesson is run once, in a Python of its own, as for the pages."""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import metadata
from pathlib import Path
from typing import Final

from tqdm import tqdm

from data_gen.disk.whole_folder import whole_folder
from editions.builds import ALONE
from editions.copies import strings
from editions.copies.guide import guide_of
from editions.copies.sections import Section, sections
from editions.copies.sheets import handout, instructors_copy, paper_pack
from editions.copies.slides import slides
from editions.home import HOME
from editions.pages.building import AT_ONCE, KIT_NAME, PagesError
from editions.pages.filling import filled
from editions.pages.page import SIGN, inside_script
from editions.pages.parts import part_of
from editions.running import run_lesson, workers_of_their_own

TEMPLATES: Final = Path(__file__).parent / "templates"
SCRIPT: Final = TEMPLATES / "slides.js"
STYLE: Final = TEMPLATES / "copies.css"


def build_copies(kinds: Sequence[str], out: Path, seed: str | None = None) -> list[Path]:
    """Write copies of all lessons, whole or not at all.

    Args:
        kinds: which: "instructor", "slides", "handout", "paper". One lies in the folder, several in folders of it.
        out: the folder; copies that stand there already are replaced.
        seed: the nickname of the world; None for everybody's.

    Returns:
        The files.

    Raises:
        FileExistsError: the folder holds something else.
        PagesError: a lesson fails.
    """
    lessons = sorted((HOME / "notebooks").glob("[0-9][0-9]_*.ipynb"))
    with whole_folder(out, refusal=_holds_something_else) as folder:
        places = {kind: folder.place if len(kinds) == 1 else folder.place / kind for kind in kinds}
        for kind, place in places.items():
            place.mkdir(parents=True, exist_ok=True)
            names = {f"{path.stem}.html": path.stem for path in lessons}
            (place / "index.html").write_text(_index(kind, names), encoding="utf-8")
        build = partial(_build_lesson, places=places, seed=seed)
        with workers_of_their_own(AT_ONCE, tasks=1) as workers:
            for _ in tqdm(workers.map(build, lessons), desc="Lessons", unit="lesson", total=len(lessons)):
                pass
    return sorted(out.rglob("*.html"))


def _holds_something_else(folder: Path) -> str:
    """A sentence where a folder is there that holds no copies: it stays as it is."""
    held = [path for path in folder.rglob("*") if not path.is_dir()] if folder.is_dir() else [folder]
    if all(path.suffix == ".html" for path in held) and (not held or any(path.name == "index.html" for path in held)):
        return ""
    return f"{folder} is there already and holds no copies. It stays as it is: choose another folder."


def _build_lesson(notebook: Path, *, places: dict[str, Path], seed: str | None) -> None:
    """Run one lesson, and write its copies."""
    try:
        cells, _ = run_lesson(notebook, seed=seed, keep=part_of)
    except Exception as failure:
        raise PagesError(f"{notebook.name} fails: {type(failure).__name__}: {failure}") from None
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
    world, title = seed or strings.EVERYBODYS, lesson[0].heading
    about = strings.MADE.format(kind=strings.KINDS[kind], title=title, version=metadata.version(KIT_NAME), world=world)
    return filled(
        "slides" if kind == "slides" else "sheet",
        TEMPLATES,
        kind=kind,
        title=title,
        what=strings.KINDS[kind],
        say=strings,
        blocks=made[kind](),
        about=about,
        warning=strings.ALL_ANSWERS if kind == "instructor" else strings.NO_ANSWERS,
        policy=ALONE.policy,
        sign=SIGN,
        style=STYLE.read_text(encoding="utf-8"),
        script=inside_script(SCRIPT.read_text(encoding="utf-8")),
    )


def _index(kind: str, names: dict[str, str]) -> str:
    """The page that lists them."""
    title, said = strings.KINDS[kind], strings.INDEX[kind]
    return filled("list", TEMPLATES, title=title, said=said, names=names, policy=ALONE.policy, sign=SIGN)
