"""Hand-ins for tests: a set's notebook with some of its cells written."""

import json
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.manual_suppression import SuppressByHand
from disclosure.tables.from_counts import table_from_counts
from editions.course.notebook import notebook_of
from grading.answers import NoAnswer, read_answer
from grading.course import CourseSet
from grading.marks import mark_of
from grading.plain import plain
from grading.sets import SETS
from grading.term import Term

RIGHT = Path(__file__).parent / "right"
TERM = Term("a term of the tests", "53" * 32)
SLUGS = {name: one.own_world.__module__.rpartition(".")[2] for name, one in SETS.items()}


@cache
def right_cells(name):
    """One right answer for each task of a set: the code, by the task's name."""
    pieces = (RIGHT / f"{SLUGS[name]}.py.txt").read_text("utf-8").split("# my_")[1:]
    return {f"my_{piece.partition(chr(10))[0]}": piece.partition("\n")[2] for piece in pieces}


@cache
def empty_notebook(name):
    """A set's notebook, as text."""
    return notebook_of(SETS[name], SLUGS[name], SETS[name].files)


def notebook_with(name, written):
    """A set's notebook in which some cells are written: code by task; None deletes the cell."""
    notebook = json.loads(empty_notebook(name))
    kept = []
    for cell in notebook["cells"]:
        task = cell["metadata"]["nbgrader"]["grade_id"].removeprefix(f"{name}-")
        cell["source"] = written.get(task, cell["source"])
        kept += [cell] if cell["source"] is not None else []
    return json.dumps(notebook | {"cells": kept})


class SetOfTests(CourseSet):
    """A set whose keys and files are at hand, without a folder."""

    def __init__(self, name, worlds=None, students=("ada",), tasks=None):
        some = replace(SETS[name], tasks=SETS[name].tasks[:tasks])
        super().__init__(Path("nowhere"), some, TERM)
        notebook = json.loads(empty_notebook(name))
        code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        told = [(cell["metadata"]["nbgrader"], "".join(cell["source"])) for cell in code]
        worlds = {TERM.code(student): world for student, world in (worlds or {}).items()}
        self.__dict__ |= {
            "keys": json.loads(json.dumps({code: world.key for code, world in worlds.items()})),
            "files": {code: csv_files(world, code) for code, world in worlds.items()},
            "cells": [(known["grade_id"], source, known["solution"]) for known, source in told],
            "students": frozenset(students),
        }


def csv_files(world, code):
    """What a student of the tests has got."""
    return {f"{name}.csv": rows.assign(code=code).to_csv(index=False) for name, rows in world.files.items()}


def function_in(code, name):
    """A function that a cell defines."""
    names = {"pd": pd, "np": np}
    exec(code, names)
    return names[name]


@cache
def drawn(name, task_name, student):
    """A task and its cases for one student."""
    [task] = [task for task in SETS[name].tasks if task.name == task_name]
    return task, task.drawn(TERM.draws(student, f"{name}/{task_name}"))


def mark_here(name, task_name, function, student="ada"):
    """The mark for one function, called in this process: for answers that are known to be harmless."""
    task, tried = drawn(name, task_name, student)
    return mark_of(task, tried, [_answer(function, case.arguments) for _, case in tried])


def _answer(function, arguments):
    try:
        return read_answer(plain(function(*deepcopy(arguments))))
    except Exception:
        return NoAnswer("error")


def right_values(name, world):
    """Right answers in a student's world that take more than a few lines: worked out with the kit."""
    if name != "set2":
        return {}
    key = world.key["my_repair"]
    rows = pd.Series({tuple(cell): count for cell, count in key["cells"]}, dtype="Int64").unstack()
    table = table_from_counts(rows.rename_axis(index="country", columns="device"))
    repaired = SuppressComplementary(5)(table)
    further = repaired.is_hidden & ~SuppressByHand(5)(table).is_hidden
    return {"my_repair": f"my_repair = {list(map(tuple, table.cells[further][list(table.by)].to_numpy()))!r}"}


def costs(name, task, right, wrong):
    """Which tags a tempting mistake in a right answer costs: a piece of its code replaced by another."""
    code = right_cells(name)[task]
    assert code.count(right) == 1, (task, right)
    mark = mark_here(name, task, function_in(code.replace(right, wrong), task))
    assert 0 <= mark.marks < mark.of
    return {told.partition(":")[0] for told in mark.told if ": right (" not in told}
