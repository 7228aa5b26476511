"""Every lesson in worlds of other nicknames, at the size at which it is taught: it reaches its last assert in each."""

import json
import re
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
NICKNAMES = ["Ada", "Grace", "Linnéa", "Tycho", "Mary Ward", "7"]
PATIENCE = 900  # seconds until a cell is given up
WORLD = re.compile(r"make_world\(([^()]*)\)")


def renamed(notebook: nbformat.NotebookNode, nickname: str) -> nbformat.NotebookNode:
    """The notebook with another nickname in the cell that makes its world, as a learner writes it.

    Raises:
        ValueError: not exactly one cell makes a world.
    """
    makers = [cell for cell in notebook.cells if cell.cell_type == "code" and WORLD.search(cell.source)]
    if len(makers) != 1:
        raise ValueError(f"{len(makers)} cells make a world, and one should.")
    (cell,) = makers
    sizes = [part for part in WORLD.search(cell.source)[1].split(",") if part.strip() and "seed=" not in part]
    call = f"make_world({', '.join([*sizes, f'seed={json.dumps(nickname, ensure_ascii=False)}'])})"
    cell.source = WORLD.sub(lambda _: call, cell.source)
    return notebook


def run(path: Path, nickname: str, home: Path) -> None:
    """Run a lesson from its first cell to its last.

    Raises:
        CellExecutionError: a cell fails; its text says which.
    """
    notebook = renamed(nbformat.read(path, as_version=4), nickname)
    NotebookClient(notebook, timeout=PATIENCE, resources={"metadata": {"path": str(home)}}).execute()


@pytest.mark.weekly
@pytest.mark.parametrize("nickname", NICKNAMES)
@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_holds_in_the_world_of_another_nickname(path, nickname, tmp_path):
    run(path, nickname, tmp_path)


def test_the_first_lesson_holds_in_the_world_of_another_nickname(tmp_path):
    run(LESSONS[0], NICKNAMES[0], tmp_path)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("world = make_world()", 'world = make_world(seed="Linnéa")'),
        ("world = make_world(12_000)\nworld", 'world = make_world(12_000, seed="Linnéa")\nworld'),
        ('world = make_world(500, seed="nickname")', 'world = make_world(500, seed="Linnéa")'),
    ],
)
def test_a_nickname_is_put_where_a_learner_writes_it(cell, expected):
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
    assert renamed(notebook, "Linnéa").cells[0].source == expected


def test_a_notebook_without_a_world_is_told():
    with pytest.raises(ValueError, match="0 cells make a world"):
        renamed(nbformat.v4.new_notebook(), "Ada")
