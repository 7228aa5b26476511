"""Marking all hand-ins for a set, side by side."""

import json
import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import pandas as pd
from tqdm import tqdm

from grading.course import CourseSet
from grading.hand_ins import DamagedError, HandIn, code_of
from grading.looks import looks_of, note_of
from grading.marks import Mark, as_json, cases_of, mark_of, marks_of, total
from grading.running import TIME_UP, USUAL, Answers, Limits, run_hand_in
from grading.tasks import FunctionTask, Task, WorldTask
from grading.term import CODE_LENGTH
from grading.whole_file import write_whole

UNKNOWN: Final = "is not among the students of this course: what depends on a world of their own is worth nothing"
NOT_BEGUN: Final = "could not be begun on this machine, which is no fault of the hand-in: mark again"
TOO_LONG: Final = "took too long in {n} places: if the machine was busy, mark again with more --seconds"
DAMAGED: Final = "Your notebook could not be read: {why}."
FAILED: Final = "Code cell {number} of your notebook: {how}"
CODE: Final = re.compile(rf"\b[a-z]{{{CODE_LENGTH}}}\b")
LOOK: Final = "There is something to look at and to ask about, and no proof: {file}"
REPORT: Final = """{n} hand-ins for {name}, marked in {seconds:.0f} seconds: {file}
{warnings}"""


@dataclass(frozen=True)
class Marked:
    """One hand-in with its marks.

    Attributes:
        hand_in: whose it is.
        digest: of the notebook (SHA-256): marks are those of this very file.
        marks: one for each task.
        warning: what the teacher should know; nothing in most cases.
        values: what was answered about the student's own tables, by task; where there is an answer.
        codes: the other students whose codes stand in the code.
    """

    hand_in: HandIn
    digest: str
    marks: list[Mark]
    warning: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    codes: tuple[str, ...] = ()


def mark_all(of: CourseSet, hand_ins: list[HandIn], limits: Limits = USUAL) -> Iterator[Marked]:
    """Mark hand-ins, as many at a time as the machine has cores.

    Args:
        of: the set, in its course.
        hand_ins: what to mark.
        limits: what each may take.
    """
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        yield from threads.map(lambda hand_in: mark_one(of, hand_in, limits), hand_ins)


def mark_one(of: CourseSet, hand_in: HandIn, limits: Limits = USUAL) -> Marked:
    """Mark one hand-in. Whatever it is, no error follows."""
    code, tasks = of.term.code(hand_in.student), of.problem_set.tasks
    known = hand_in.student in of.students
    key = of.keys.get(code, {}) if known else {}
    tried = [cases_of(task, of.term.draws(hand_in.student, f"{of.name}/{task.name}"), key) for task in tasks]
    asked = [
        (task.name, [case.arguments for _, case in cases] if isinstance(task, FunctionTask) else None)
        for task, cases in zip(tasks, tried, strict=True)
    ]
    warning = "" if known else UNKNOWN
    try:
        content = hand_in.file.read_bytes()
        cells = code_of(hand_in.file, of.locked)
    except (DamagedError, OSError) as damage:
        why = str(damage)
        nothing = [mark_of(task, [], [], DAMAGED.format(why=why)) for task in tasks]
        return Marked(hand_in, "", nothing, f"cannot be read: {why}")
    given = [f"MY_CODE = {code!r}", of.first_cell] if known else ["import pandas as pd"]
    answers = run_hand_in(cells, asked, limits, of.files.get(code, {}), given)
    told = tuple(FAILED.format(number=n + 1, how=how) for n, how in sorted(answers.failed_cells.items()))
    marks = [
        replace(mark, told=(*mark.told, *told)) if number in answers.troubles else mark
        for number, mark in enumerate(marks_of(tasks, tried, answers))
    ]
    digest = sha256(content).hexdigest() if answers.begun else ""
    values = {task.name: given[0] for task, given in zip(tasks, answers.given, strict=True) if _of_world(task)}
    return Marked(hand_in, digest, marks, warning or _trouble(answers), values, _other_codes(of, hand_in, cells))


def _of_world(task: Task) -> bool:
    """Whether a task asks for a value in the student's own world."""
    return isinstance(task, WorldTask)


def _other_codes(of: CourseSet, hand_in: HandIn, cells: list[str]) -> tuple[str, ...]:
    """The other students whose codes stand in a hand-in."""
    words = sorted(set(CODE.findall("\n".join(cells))))
    return tuple(of.codes[word] for word in words if of.codes.get(word, hand_in.student) != hand_in.student)


def _trouble(answers: Answers) -> str:
    """What a teacher should know of a run that may not be the hand-in's fault."""
    too_long = [*answers.troubles.values(), *answers.failed_cells.values()].count(TIME_UP)
    return NOT_BEGUN if not answers.begun else TOO_LONG.format(n=too_long) if too_long else ""


def write_marks(of: CourseSet, hand_ins: list[HandIn], limits: Limits = USUAL) -> str:
    """Mark all hand-ins and write the marks into the grader's folder: a file for each student, and one table.

    Returns:
        What was done, and who should be looked at.
    """
    begun, folder = time.monotonic(), of.folder / "grader" / "marks"
    bar = tqdm(mark_all(of, hand_ins, limits), total=len(hand_ins), desc=of.name, unit="hand-in", disable=None)
    marked = []
    for one in bar:
        _keep(one, folder / of.name)
        marked.append(one)
    columns = ["id", *(task.name for task in of.problem_set.tasks), "total"]
    rows = [
        {"id": one.hand_in.student, **{mark.task: mark.marks for mark in one.marks}, "total": total(one.marks)}
        for one in marked
    ]
    table = folder / f"{of.name}.csv"
    text: Any = pd.DataFrame(rows, columns=columns).to_csv(index=False, lineterminator="\n")
    write_whole(table, text, private=True)
    warnings = [f"{one.hand_in.student} {one.warning}." for one in marked if one.warning]
    told = "\n".join([*warnings, *_look(of, marked, folder / f"{of.name}-look.md")])
    seconds = time.monotonic() - begun
    return REPORT.format(n=len(rows), name=of.name, seconds=seconds, file=table, warnings=told).rstrip()


def _keep(one: Marked, folder: Path) -> None:
    """Write what is kept of one hand-in."""
    kept = {"hand_in": one.digest, "total": total(one.marks), "tasks": as_json(one.marks)}
    write_whole(folder / f"{one.hand_in.student}.json", json.dumps(kept, indent=1) + "\n", private=True)


def _look(of: CourseSet, marked: Sequence[Marked], file: Path) -> list[str]:
    """Write the note for the teacher; return a sentence where there is something in it."""
    known = [one for one in marked if of.term.code(one.hand_in.student) in of.keys]
    looks = looks_of(of, {one.hand_in.student: one.values for one in known})
    codes = {one.hand_in.student: one.codes for one in marked}
    write_whole(file, note_of(of.name, looks, codes), private=True)
    something = any(codes.values()) or any(look.found for look in looks.values())
    return [LOOK.format(file=file)] if something else []


def default_place(course: Path) -> Path:
    """Where nbgrader collects hand-ins."""
    return course / "submitted"
