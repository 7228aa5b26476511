"""Read what learners handed in: a damaged file is named, and the rest goes on."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, cast, get_args

from data_gen.streams import seed_key
from editions.results.tasks import LESSONS
from teaching.handing_in import FORMAT

LARGEST: Final = 1_000_000
"""Bytes of a file; answers to a whole lesson have a hundredth of it."""

LONGEST: Final = 80
"""Letters of a name or a nickname at most."""

Kind = Literal["question", "value", "function"]


@dataclass(frozen=True)
class Answer:
    """What was answered to one exercise or question.

    Attributes:
        kind: of an answer: to a question, a value, or a function.
        said: the texts that were chosen, one after the other; or one text, a value or a function as it was written.
    """

    kind: Kind
    said: tuple[str, ...]


@dataclass(frozen=True)
class HandIn:
    """What one learner handed in.

    Attributes:
        file: where it lies in the folder.
        lesson: which lesson it belongs to.
        world: the seed of the learner's world.
        name: what the learner wrote as a name; mostly nothing.
        answers: by the name of the exercise or question.
    """

    file: str
    lesson: str
    world: int | str
    name: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)


@dataclass(frozen=True)
class Damaged:
    """A file that cannot be used, and why, in a sentence."""

    file: str
    reason: str


class FolderError(OSError):
    """There is no such folder, or nothing in it; the sentence says so."""


def read_folder(folder: Path) -> Iterator[HandIn | Damaged]:
    """Read all files of a folder and of those below it, in the order of their names; hidden ones are left out.

    Args:
        folder: with the files that learners handed in, whatever they are called.

    Raises:
        FolderError: it is no folder, or there is no file in it.
    """
    if not folder.is_dir():
        raise FolderError(f"{folder} is no folder: name the one with the files that were handed in.")
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and not _is_hidden(path.relative_to(folder))]
    if not files:
        raise FolderError(
            f"{folder} holds no files: put there what was handed in, one file for each learner and lesson."
        )
    return (_read(path, path.relative_to(folder).as_posix()) for path in files)


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _read(path: Path, name: str) -> HandIn | Damaged:
    """One file."""
    try:
        if path.stat().st_size > LARGEST:
            return Damaged(name, "it is larger than any hand-in")
        whole = json.loads(path.read_text(encoding="utf-8"))
        return _hand_in(name, whole)
    except OSError as failure:
        return Damaged(name, f"it cannot be read ({failure.strerror})")
    except UnicodeDecodeError:
        return Damaged(name, "it is no text")
    except RecursionError:
        return Damaged(name, "it holds lists within lists without end")
    except json.JSONDecodeError as failure:
        return Damaged(name, f"it is no file of hand_in(), or it was cut off (line {failure.lineno})")
    except ValueError as failure:
        return Damaged(name, str(failure))


def _hand_in(file: str, whole: Any) -> HandIn:
    """A hand-in as it stands in its file.

    Raises:
        ValueError: something in it is not as `teaching.handing_in` writes it; the sentence says what.
    """
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ValueError("it is no file of hand_in() of this edition")
    lesson, world, name = (whole.get(key) for key in ("lesson", "world", "name"))
    if lesson not in LESSONS:
        raise ValueError("it names no lesson")
    if not isinstance(name, str) or len(name) > LONGEST or not name.isprintable():
        raise ValueError("its name is no line of text")
    if not isinstance(world, int | str) or isinstance(world, bool) or len(str(world)) > LONGEST:
        raise ValueError("its world is neither a number nor a nickname")
    seed_key(world)  # a ValueError says what is wrong with it
    answers = whole.get("answers")
    if not isinstance(answers, list):
        raise ValueError("its answers are no list")
    read = dict(_answer(each, lesson) for each in answers)
    if len(read) < len(answers):
        raise ValueError("it answers one thing twice")
    return HandIn(file, lesson, world, name, read)


def _answer(entry: Any, lesson: str) -> tuple[str, Answer]:
    """One answer and what it belongs to."""
    task, kind, said = (entry.get(key) for key in ("task", "kind", "said")) if isinstance(entry, dict) else (None,) * 3
    if not isinstance(task, str) or not task.startswith(f"{lesson}/") or kind not in get_args(Kind):
        raise ValueError("one of its answers belongs to nothing")
    texts = said if kind == "question" else [said]
    if not isinstance(texts, list) or not texts or not all(isinstance(text, str) for text in texts):
        raise ValueError("one of its answers is no text")
    return task, Answer(cast(Kind, kind), tuple(texts))
