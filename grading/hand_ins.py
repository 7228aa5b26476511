"""Finding hand-ins and reading their code. A damaged one is named, and the rest goes on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

LARGEST: Final = 10 * 2**20
"""Bytes of a notebook that is read."""

TOO_LARGE: Final = "it is larger than {megabytes} MB"
NO_NOTEBOOK: Final = "it is no notebook that can be read ({error})"


class DamagedError(ValueError):
    """A hand-in cannot be read; the sentence says why."""


@dataclass(frozen=True)
class HandIn:
    """One student's notebook.

    Attributes:
        student: the id, as the folder or file is named.
        file: the notebook.
    """

    student: str
    file: Path


def hand_ins_in(folder: Path, name: str) -> list[HandIn]:
    """All hand-ins for a set.

    Args:
        folder: nbgrader's `submitted`, with ``<id>/<set>/<set>.ipynb``; or a folder with ``<id>/<set>.ipynb`` or
            ``<id>.ipynb``.
        name: of the set.

    Returns:
        One for each student, in the order of their ids.

    Raises:
        FileNotFoundError: there is no such folder.
    """
    if not folder.is_dir():
        raise FileNotFoundError(f"There is no folder {folder}.")
    found: dict[str, Path] = {}
    for path in sorted(folder.iterdir()):
        places = [path / name / f"{name}.ipynb", path / f"{name}.ipynb", path]
        file = next((place for place in places if place.is_file() and place.suffix == ".ipynb"), None)
        if file:
            found.setdefault(path.stem if file == path else path.name, file)
    return [HandIn(student, file) for student, file in sorted(found.items())]


def code_of(file: Path, locked: frozenset[str]) -> list[str]:
    """The code cells of a hand-in, in their order, but for those that the set itself has given.

    Args:
        file: the notebook.
        locked: the ids of the cells that belong to the set and not to the student.

    Raises:
        DamagedError: it cannot be read.
    """
    try:
        if file.stat().st_size > LARGEST:
            raise DamagedError(TOO_LARGE.format(megabytes=LARGEST // 2**20))
        cells = list(_cells(json.loads(file.read_text(encoding="utf-8"))))
    except DamagedError:
        raise
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedError(NO_NOTEBOOK.format(error=type(error).__name__)) from None
    return [source for grade_id, source in cells if grade_id not in locked]


def _cells(notebook: Any) -> Iterator[tuple[str, str]]:
    """The id and the source of each code cell."""
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            source = cell["source"]
            known = cell.get("metadata", {}).get("nbgrader", {})
            yield str(known.get("grade_id", "")), source if isinstance(source, str) else "".join(source)
