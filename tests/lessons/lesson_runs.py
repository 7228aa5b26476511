"""Each lesson is run once for all tests that want its page or its core, by whichever worker asks first."""

import pickle
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import nbformat
from filelock import FileLock

from editions.pages.building import EVERYBODY, build_other_pages, write_lesson
from editions.pages.language import languages
from editions.pages.parts import part_of
from editions.running import Cell, nothing_recorded, run_cell
from tests.lessons.cores import core_places
from tests.test_structure import NUMBERED

LESSONS = {path.stem: path for path in NUMBERED}
OTHERS = "other pages"


def run_with_core(lesson: Path) -> tuple[list[Cell], str]:
    """Run a lesson from the top. Where its core is left first, the rest of the core is tried alone, then all goes on.

    What the core goes on with are the names that it has made itself, so the parts that it leaves out give it nothing.

    Args:
        lesson: the notebook.

    Returns:
        What the cells show, as parts; and what the core fails with, empty where it comes to its asserts.
    """
    cells = nbformat.read(lesson, 4).cells
    core = core_places(cells)
    apart = next((place for place in range(len(core)) if place != core[place]), len(core))
    names: dict[str, object] = {}
    with nothing_recorded():
        shown = [run_cell(cell, names, part_of, lesson.name) for cell in cells[:apart]]
        fault = _fault_of([cells[place] for place in core[apart:]], dict(names), lesson.name)
        shown += [run_cell(cell, names, part_of, lesson.name) for cell in cells[apart:]]
    return shown, fault


def _fault_of(cells: list[dict], names: dict[str, object], name: str) -> str:
    """The first cell that fails, and what it fails with."""
    for cell in cells:
        try:
            run_cell(cell, names, part_of, name)
        except Exception:
            return f"{cell['source']}\n{traceback.format_exc()}"
    return ""


@dataclass(frozen=True)
class LessonRuns:
    """What has become of the lessons in this run of the tests.

    Attributes:
        folder: one for all workers.
    """

    folder: Path

    def page(self, name: str) -> Path:
        """A page by its name: ``"01_singling_out"``, ``"fr/01_singling_out"``, ``"index"``."""
        lesson = name.rpartition("/")[2]
        if lesson in LESSONS:
            self._run(lesson)
        else:
            self.once(OTHERS, self._write_others)
        return self.pages / f"{name}.html"

    def all_pages(self) -> Path:
        """The folder with all of them."""
        for name in (*LESSONS, "index"):
            self.page(name)
        return self.pages

    def cells(self, lesson: str) -> list[Cell]:
        """What the cells of a lesson show, as parts."""
        self._run(lesson)
        return pickle.loads((self.folder / f"{lesson}.cells").read_bytes())

    def fault_of_core(self, lesson: str) -> str:
        """What the core of a lesson fails with by itself; empty where it comes to its asserts."""
        self._run(lesson)
        return (self.folder / f"{lesson}.fault").read_text(encoding="utf-8")

    @property
    def pages(self) -> Path:
        """Where the pages are that have been asked for."""
        return self.folder / "pages"

    def _run(self, lesson: str) -> None:
        self.once(lesson, partial(self._write, LESSONS[lesson]))

    def once(self, name: str, make: Callable[[], None]) -> None:
        """Make something, or wait until another worker has made it. What fails is made again by the next who asks."""
        done = self.folder / f"{name}.done"
        with FileLock(self.folder / f"{name}.lock"):
            if not done.exists():
                make()
                done.touch()

    def _write(self, lesson: Path) -> None:
        cells, fault = run_with_core(lesson)
        self.pages.mkdir(exist_ok=True)
        write_lesson(cells, lesson, folder=self.pages, edition=EVERYBODY, lessons=NUMBERED)
        (self.folder / f"{lesson.stem}.cells").write_bytes(pickle.dumps(cells))
        (self.folder / f"{lesson.stem}.fault").write_text(fault, encoding="utf-8")

    def _write_others(self) -> None:
        self.pages.mkdir(exist_ok=True)
        for language in languages().values():
            build_other_pages(self.pages, EVERYBODY, NUMBERED, language)
