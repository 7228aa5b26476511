"""Run a lesson once, as somebody does who changes nothing, and keep what each of its cells shows."""

import ast
import json
import os
import re
import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final, Literal
from unittest.mock import patch

import data_gen
from teaching.progress import PLACE

NOTEBOOK_LINE: Final = re.compile(r"\s*[%!?]|.*\?\s*$")
"""A line that only a notebook understands: a magic command, one of the system, a call for help."""

TITLE: Final = re.compile(r"^# .+$", re.MULTILINE)


class LessonError(RuntimeError):
    """A lesson fails; the sentence names it, what it fails with, and the cell."""


@dataclass(frozen=True)
class Cell:
    """One cell of a lesson that has been run.

    Attributes:
        kind: ``"markdown"`` or ``"code"``.
        source: what stands in it.
        shown: what it shows: whatever it displays, then the value of its last line.
        tags: the words that its author has tied to it.
    """

    kind: Literal["markdown", "code"]
    source: str
    shown: tuple[Any, ...] = ()
    tags: frozenset[str] = frozenset()


def workers_of_their_own(count: int, *, tasks: int | None = None) -> ProcessPoolExecutor:
    """Return workers that each are a Python of their own, and that Ctrl + C ends without a word.

    Args:
        count: how many work side by side.
        tasks: how many tasks each does before a new one takes its place; None for all.
    """
    in_silence = (signal.SIGINT, signal.SIG_DFL)
    new = get_context("spawn")
    return ProcessPoolExecutor(count, new, signal.signal, in_silence, max_tasks_per_child=tasks)


def run_lesson(
    notebook: Path, *, seed: str | None = None, keep: Callable[[Any], Any] = lambda shown: shown
) -> tuple[list[Cell], dict[str, Any]]:
    """Run all cells of a lesson from the top. Nothing is recorded as anybody's progress.

    Args:
        notebook: the lesson.
        seed: the nickname of the world; None for the world that everybody gets.
        keep: what to keep of each thing that a cell shows, taken before the next cell runs.

    Returns:
        The cells, and the names that the lesson has defined.

    Raises:
        FileNotFoundError: there is no such notebook.
        LessonError: a cell fails.
    """
    names: dict[str, Any] = {}
    shown: list[Cell] = []
    with nothing_recorded(), _world_of(seed):
        for cell in written_cells(notebook):
            try:
                shown.append(run_cell(cell, names, keep, notebook.name))
            except Exception as failure:
                begins = "".join(cell["source"]).strip().splitlines()[0]
                where = f"in the cell that begins with “{begins}”"
                raise LessonError(f"{notebook.name} fails: {type(failure).__name__}: {failure}, {where}") from failure
    return shown, names


def written_cells(notebook: Path) -> list[dict[str, Any]]:
    """Read the cells of a notebook in which something stands: a notebook that was worked with often ends in empty ones.

    Args:
        notebook: the file; what its cells have shown when it was saved is of no matter.
    """
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in cells if "".join(cell["source"]).strip()]


def title_in(text: str) -> str:
    """The heading of a lesson with its sign, wherever in its text it stands; somebody may have written above it.

    Examples:
        >>> title_in("For my class.\\n\\n# 02 · A lesson\\n\\nWords."), title_in("Words.")
        ('# 02 · A lesson', '')
    """
    found = TITLE.search(text)
    return found[0] if found else ""


def run_cell(cell: Mapping[str, Any], names: dict[str, Any], keep: Callable[[Any], Any], name: str) -> Cell:
    """Run one cell.

    Args:
        cell: as notebooks hold it.
        names: what earlier cells have defined; what this one defines is added.
        keep: as of `run_lesson`.
        name: of the notebook, for whoever reads an error.

    Returns:
        The cell, and what it shows.

    Examples:
        >>> run_cell({"cell_type": "code", "source": "1 + 2"}, {}, str, "example").shown
        ('3',)
    """
    source, tags = "".join(cell["source"]), frozenset(cell.get("metadata", {}).get("tags", ()))
    if cell["cell_type"] != "code":
        return Cell("markdown", source, tags=tags)
    shown: list[Any] = []
    names["display"] = lambda *values: shown.extend(map(keep, values))
    statements = _statements(source)
    last = statements.pop() if statements and isinstance(statements[-1], ast.Expr) else None
    exec(compile(ast.Module(statements, []), name, "exec"), names)
    if isinstance(last, ast.Expr):
        value = eval(compile(ast.Expression(last.value), name, "eval"), names)
        shown += [] if value is None else [keep(value)]
    return Cell("code", source, tuple(shown), tags)


def _statements(source: str) -> list[ast.stmt]:
    """What a cell does, without lines that only a notebook understands; nothing where all of it is remarks."""
    try:
        return ast.parse(source).body
    except SyntaxError:
        lines = ("" if NOTEBOOK_LINE.match(line) else line for line in source.splitlines())
        return ast.parse("\n".join(lines)).body


@contextmanager
def _world_of(seed: str | None) -> Iterator[None]:
    """Let a lesson make another world than everybody's."""
    if seed is None:
        yield
    else:
        with patch.object(data_gen, "make_world", partial(data_gen.make_world, seed=seed)):
            yield


@contextmanager
def nothing_recorded() -> Iterator[None]:
    """Keep the progress of whoever uses this machine out of it."""
    with TemporaryDirectory() as folder, patch.dict(os.environ, {PLACE: str(Path(folder, "progress.jsonl"))}):
        yield
