"""Run a lesson once, as somebody does who changes nothing, and keep what each of its cells shows."""

import ast
import json
import os
import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal
from unittest.mock import patch

import data_gen
from teaching.progress import PLACE


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
    """
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    names: dict[str, Any] = {}
    with nothing_recorded(), _world_of(seed):
        return [run_cell(cell, names, keep, notebook.name) for cell in cells], names


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
    *first, last = ast.parse(source).body
    if not isinstance(last, ast.Expr):
        first.append(last)
    exec(compile(ast.Module(first, []), name, "exec"), names)
    if isinstance(last, ast.Expr):
        value = eval(compile(ast.Expression(last.value), name, "eval"), names)
        shown += [] if value is None else [keep(value)]
    return Cell("code", source, tuple(shown), tags)


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
