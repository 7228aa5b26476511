"""A problem set as a notebook in nbgrader's format. It holds no solution: students may get it as it is."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grading.set_text import Part, text_of
from grading.tasks import ProblemSet

RULES: Final = """**How this is marked.** Your work runs apart, on other cases than those you see, with your own files.
Python's own library, numpy and pandas are there; the kit is not. A value that you found with the kit's help you write
down. Each task says what it is worth. Part of it is for ordinary cases, the rest for what is special: a zero, the
threshold itself, an empty line, ties. Do not rename what is asked for. You may add cells."""
CODE: Final = 'MY_CODE = ""  # the word that your teacher has given you'
FILES: Final = """import pandas as pd


def mine(name):
    rows = pd.read_csv(f"{{name}}.csv", dtype={{"code": str}})
    rows = rows[rows["code"] == MY_CODE].drop(columns="code").reset_index(drop=True)
    if rows.empty:
        raise ValueError("There is nothing under this code. Is MY_CODE right?")
    return rows


{names} = {calls}"""
MARKS: Final = "0  # The grader puts your marks here."
SCHEMA: Final = 3
KERNEL: Final = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}}


def notebook_of(problem_set: ProblemSet, slug: str, files: Sequence[str]) -> str:
    """The notebook of a set, as text.

    Args:
        problem_set: the set.
        slug: the name of its text.
        files: the names of the student's files, without ``.csv``.

    Raises:
        ValueError: the text and the tasks do not belong together.
    """
    head, *parts = text_of(slug)
    if len(parts) != len(problem_set.tasks) or any(not part.code for part in parts):
        raise ValueError(
            f"{slug}.md has {len(parts)} tasks, the set has {len(problem_set.tasks)}: each needs its cell."
        )
    name = problem_set.name
    cells = [_read(f"{name}-begin", f"{head.prose}\n\n{RULES}"), _written(f"{name}-code", CODE)]
    cells.append(_given(f"{name}-files", files_cell(files)))
    for task, part in zip(problem_set.tasks, parts, strict=True):
        cells += _task(f"{name}-{task.name}", part, sum(task.marks.values()))
    return nbformat.writes(new_notebook(cells=cells, metadata=KERNEL)) + "\n"


def files_cell(files: Sequence[str]) -> str:
    """The cell that reads a student's files.

    Examples:
        >>> files_cell(["first", "second"]).splitlines()[-1]
        'first, second = mine("first"), mine("second")'
    """
    return FILES.format(names=", ".join(files), calls=", ".join(f'mine("{name}")' for name in files))


def _task(name: str, part: Part, points: float) -> list[Any]:
    """The cells of one task: its text, the answer, a cell to try it, and the place of its marks."""
    stub, *trials = part.code
    tried = [_given(f"{name}-try{number}", code) for number, code in enumerate(trials, 1)]
    return [_read(f"{name}-text", part.prose), _written(name, stub), *tried, _marked(f"{name}-marks", points)]


def _read(grade_id: str, text: str) -> Any:
    return _locked(new_markdown_cell(text, id=grade_id), grade_id)


def _given(grade_id: str, code: str) -> Any:
    return _locked(new_code_cell(code, id=grade_id), grade_id)


def _locked(cell: Any, grade_id: str) -> Any:
    """A cell that students leave as it is."""
    return _with(cell, {"grade_id": grade_id, "grade": False, "solution": False, "locked": True, "task": False})


def _written(grade_id: str, code: str) -> Any:
    """A cell that students complete."""
    told = {"grade_id": grade_id, "grade": False, "solution": True, "locked": False, "task": False}
    return _with(new_code_cell(code, id=grade_id), told)


def _marked(grade_id: str, points: float) -> Any:
    """The cell under which the marks appear; run by anybody else, it is worth nothing."""
    told = {"grade_id": grade_id, "grade": True, "solution": False, "locked": True, "task": False, "points": points}
    return _with(new_code_cell(MARKS, id=grade_id), told)


def _with(cell: Any, told: Mapping[str, Any]) -> Any:
    """A cell with what nbgrader needs to know about it."""
    cell["metadata"] = {"nbgrader": {**told, "schema_version": SCHEMA}}
    return cell
