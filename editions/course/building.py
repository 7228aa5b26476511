"""Making a course's folder: for each set what students get, and what only the grader has."""

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import pandas as pd
from tqdm import tqdm

from editions.course.notebook import notebook_of
from editions.home import HOME
from grading.sets import SETS
from grading.tasks import OwnWorld, ProblemSet
from grading.term import term_in
from grading.whole_file import write_whole
from grading.worlds import world_of

NO_IDS: Final = "{file} names no student: write one id in each line, or a column with the heading id."
TWICE: Final = "{file} names {student!r} twice."
MADE: Final = """{sets} problem sets for {students} students are in {out}.
Students get the folders in {out}/source, and each the code in {out}/grader/students.csv.
Keep all of {out}/grader to yourself, and a copy of {out}/grader/term.json: without it nothing can be marked.
How to go on: docs/grading.md"""
CONFIG: Final = Path(__file__).parent / "nbgrader_config.py.txt"

Worlds = dict[str, OwnWorld]
"""What a set takes from each student's world, by code."""


def make_course(out: Path, name: str, students: Path | None) -> str:
    """Make a course's folder, or add students to it.

    Args:
        out: the folder, for the teacher alone.
        name: of the term.
        students: the file with their ids; those that are there already stay.

    Returns:
        What was made.

    Raises:
        TermError: the folder belongs to another term, or to another version of the kit.
        ValueError: the file of students cannot be used.
        OSError: something cannot be read or written.
    """
    given = ids_in(students) if students else []
    term = term_in(out / "grader", name)
    ids = sorted({*given, *enrolled(out / "grader")})
    have = {one.name: _held(out, one) for one in SETS.values()}
    lacking = [student for student in ids if any(term.code(student) not in held for held in have.values())]
    for student in tqdm(lacking, desc="Worlds", unit="student", disable=None, file=sys.stderr):
        world = world_of(term, student)
        for one in SETS.values():
            have[one.name].setdefault(term.code(student), one.own_world(world))
    for slug, one in zip(SLUGS, SETS.values(), strict=True):
        _write_set(out, slug, one, have[one.name])
    write_whole(out / "grader" / "students.csv", _table(["id", "code"], [[s, term.code(s)] for s in ids]), private=True)
    write_whole(out / "nbgrader_config.py", _config())
    return MADE.format(sets=len(SETS), students=len(ids), out=out)


SLUGS: Final = [one.own_world.__module__.rpartition(".")[2] for one in SETS.values()]
"""The names of the sets' texts."""


def ids_in(file: Path) -> list[str]:
    """The ids in a file of students.

    Raises:
        ValueError: there are none, or one stands there twice.
        OSError: it cannot be read.
    """
    rows = [row for row in csv.reader(file.read_text(encoding="utf-8-sig").splitlines()) if any(map(str.strip, row))]
    headings = [heading.strip().casefold() for heading in rows[0]] if rows else []
    place = headings.index("id") if "id" in headings else 0
    ids = [
        row[place].strip() for row in rows[1 if "id" in headings else 0 :] if len(row) > place and row[place].strip()
    ]
    if not ids:
        raise ValueError(NO_IDS.format(file=file))
    if twice := [student for student in ids if ids.count(student) > 1]:
        raise ValueError(TWICE.format(file=file, student=twice[0]))
    return ids


def enrolled(grader: Path) -> list[str]:
    """The ids of the students who are in a course already."""
    file = grader / "students.csv"
    return [row["id"] for row in csv.DictReader(file.read_text("utf-8").splitlines())] if file.exists() else []


def _held(out: Path, one: ProblemSet) -> Worlds:
    """What an earlier run has made for a set: it is not made anew."""
    keys = out / "grader" / "keys" / f"{one.name}.json"
    if not keys.exists():
        return {}
    names = json.loads(keys.read_text(encoding="utf-8"))
    frames = {file.stem: pd.read_csv(file, dtype=str, keep_default_na=False) for file in _files(out, one)}
    parts = {name: dict(iter(frame.groupby("code", sort=False))) for name, frame in frames.items()}
    return {
        code: OwnWorld({name: rows[code].drop(columns="code") for name, rows in parts.items()}, key)
        for code, key in names.items()
    }


def _files(out: Path, one: ProblemSet) -> Iterator[Path]:
    yield from sorted((out / "source" / one.name).glob("*.csv"))


def _write_set(out: Path, slug: str, one: ProblemSet, worlds: Worlds) -> None:
    """Write what students get of a set, and the keys to their worlds."""
    folder = out / "source" / one.name
    write_whole(folder / f"{one.name}.ipynb", notebook_of(one, slug, one.files))
    for name in one.files:
        parts = [worlds[code].files[name].assign(code=code) for code in sorted(worlds)]
        rows = pd.concat(parts) if parts else pd.DataFrame(columns=["code"])
        ordered = rows[["code", *rows.columns.drop("code")]]
        write_whole(folder / f"{name}.csv", ordered.to_csv(index=False, lineterminator="\n"))
    keys: Mapping[str, Any] = {code: worlds[code].key for code in sorted(worlds)}
    write_whole(out / "grader" / "keys" / f"{one.name}.json", json.dumps(keys, ensure_ascii=False), private=True)


def _table(heading: list[str], rows: list[list[str]]) -> str:
    """Rows as the text of a CSV file."""
    return pd.DataFrame(rows, columns=heading).to_csv(index=False, lineterminator="\n")


def _config() -> str:
    """What nbgrader reads first: it lets this kit's Python mark the hand-ins."""
    words = {"@PYTHON@": sys.executable, "@KIT@": str(HOME)}
    text = CONFIG.read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(word, repr(value))
    return text
