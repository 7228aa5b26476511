"""The answers that everybody gets who changes no seed: what the predictions of each lesson are compared with.

Teachers print them, and classes compare them. So they do not move between versions without a line in the changelog.

    .venv/bin/python -m tests.lessons.pinned                # after a change, or for a new lesson
    .venv/bin/python -m tests.lessons.pinned 02_suppression

It runs the lessons, writes down what has moved, and says which line the changelog needs.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from editions.pages.parts import Part, part_of
from editions.running import Cell, run_lesson
from tests.test_structure import NUMBERED, ROOT

FILE = Path(__file__).with_name("pinned_answers.json")
CHANGELOG = ROOT / "CHANGELOG.md"

Answers = dict[str, list[Any]]
"""The truths of each prediction by its name, in the order in which a lesson reveals them."""


def answers_in(cells: Iterable[Cell]) -> Answers:
    """Collect what the predictions of a lesson are compared with.

    Examples:
        >>> shown = (Part("several", parts=(Part("reveal", data={"name": "a/b", "truth": 3}),)), Part("html"))
        >>> answers_in([Cell("code", "", shown), Cell("markdown", "")])
        {'a/b': [3]}
    """
    found: Answers = {}
    for cell in cells:
        for part in _all_of(cell.shown):
            if part.kind == "reveal":
                found.setdefault(part.data["name"], []).append(part.data["truth"])
    return found


def _all_of(parts: Iterable[Part]) -> Iterator[Part]:
    """Parts, and those that they are made of."""
    for part in parts:
        yield part
        yield from _all_of(part.parts)


def pinned() -> dict[str, dict[str, Any]]:
    """What was written down: for each lesson its ``"answers"``, and its ``"edition"``, how often they have moved."""
    return json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}


def moved(before: Answers, after: Answers) -> bool:
    """Whether answers are others now; the last digits of a share may differ from machine to machine.

    Examples:
        >>> moved({"a/b": [1 / 3]}, {"a/b": [0.33333333]}), moved({"a/b": [3]}, {"a/b": [4]}), moved({}, {"a/b": [4]})
        (False, True, True)
    """
    if {name: len(each) for name, each in before.items()} != {name: len(each) for name, each in after.items()}:
        return True
    pairs = [pair for name in before for pair in zip(before[name], after[name], strict=True)]
    return not all(_equal(*pair) for pair in pairs)


def _equal(one: Any, other: Any) -> bool:
    return one == pytest.approx(other, rel=1e-6) if isinstance(one, float) else one == other


def line_for(lesson: str, edition: int) -> str:
    """What the changelog says of answers that have moved; of the first edition nothing.

    Examples:
        >>> line_for("02_suppression", 3)
        'answers of 02_suppression: edition 3'
    """
    return f"answers of {lesson}: edition {edition}"


def pin(lesson: str, after: Answers, book: dict[str, dict[str, Any]]) -> str:
    """Write down the answers of a lesson in the book; return the line that the changelog needs, if it needs one.

    Examples:
        >>> book = {}
        >>> pin("02_suppression", {"a/b": [3]}, book), pin("02_suppression", {"a/b": [4]}, book)
        ('', 'answers of 02_suppression: edition 2')
        >>> pin("02_suppression", {"a/b": [4]}, book), book["02_suppression"]["edition"]
        ('', 2)
    """
    before = book.get(lesson)
    if before and not moved(before["answers"], after):
        return ""
    book[lesson] = {"edition": before["edition"] + 1 if before else 1, "answers": after}
    return line_for(lesson, book[lesson]["edition"]) if before else ""


def write(book: dict[str, dict[str, Any]]) -> None:
    """Write the book, one line for each lesson, so that changes of two lessons do not meet."""
    lines = (f"{json.dumps(lesson)}: {json.dumps(book[lesson], ensure_ascii=False)}" for lesson in sorted(book))
    FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def main(names: list[str]) -> None:
    """Run the lessons (all, if none is named), and pin their answers."""
    book = pinned()
    for path in NUMBERED:
        if not names or path.stem in names:
            cells, _ = run_lesson(path, keep=part_of)
            if line := pin(path.stem, answers_in(cells), book):
                sys.stdout.write(f"CHANGELOG.md needs a line with: {line}\n")
            write(book)


if __name__ == "__main__":
    main(sys.argv[1:])
