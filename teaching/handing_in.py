"""What a learner hands in: one file, made by herself, that she can read before she gives it to anybody.

It holds her answers to the exercises and questions of one lesson, and the nickname of her world, for answers differ
between worlds. It holds no verdict (whoever collects it checks again), no guess, no time, and no name unless she gives
one. Nothing is sent anywhere.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import is_dataclass
from importlib import metadata
from pathlib import Path
from typing import Any, Final

import numpy as np
from IPython import get_ipython

from teaching import progress
from teaching.checks import is_untouched
from teaching.questions import LESSONS, questions
from teaching.standing_alone import standing_alone
from teaching.strings import handing_in as strings
from teaching.task import Task, Text

FORMAT: Final = 1
"""The number of the format, for whoever reads the file."""

KIT: Final = "fifty-three"
FILE: Final = "hand_in_{lesson}.json"
EVERYBODYS: Final = 53
"""The seed of the world that everybody gets."""

Answer = dict[str, Any]
"""``task`` (the lesson and the part), ``kind`` ("question", "value" or "function") and ``said``: texts chosen, one
after the other; a value as Python writes it; or the source of a function."""


def hand_in(*, name: str = "", folder: Path | str = ".", names: Mapping[str, Any] | None = None) -> Text:
    """Write all answers of this notebook into a file, and say what is in it.

    Args:
        name: the learner's name, where a teacher wants one; empty: the file names nobody.
        folder: where the file goes.
        names: what the notebook has defined; None: those of the notebook in which this runs.

    Examples:
        >>> hand_in(names={})
        There is nothing to hand in yet: no exercise stands in this notebook. Run its cells, then this one again.
    """
    found = _names_of_notebook() if names is None else names
    tasks = {task.name: task for task in found.values() if isinstance(task, Task)}
    lessons = sorted({each.split("/")[0] for each in tasks})
    if len(lessons) != 1:
        return Text(strings.TWO_LESSONS.format(lessons=", ".join(lessons)) if lessons else strings.NO_TASKS)
    seed = getattr(found.get("world"), "seed", EVERYBODYS)
    exercises, chosen = list(_answers(tasks)), list(_choices(lessons[0]))
    whole = {
        "format": FORMAT,
        "version": metadata.version(KIT),
        "lesson": lessons[0],
        "name": name,
        "world": seed if isinstance(seed, str) else int(seed),
        "answers": [*exercises, *chosen],
    }
    file = Path(folder) / FILE.format(lesson=lessons[0])
    try:
        file.write_text(f"{json.dumps(whole, ensure_ascii=False, indent=1)}\n", encoding="utf-8", errors="replace")
    except OSError as failure:
        return Text(strings.NOT_WRITTEN.format(file=file, reason=failure.strerror or failure))
    return Text("\n\n".join([strings.HEAD.format(file=file), *_contents(tasks, whole)]))


def _names_of_notebook() -> Mapping[str, Any]:
    """What the notebook has defined; nothing where none is running."""
    shell = get_ipython()
    return {} if shell is None else dict(shell.user_ns)


def _answers(tasks: Mapping[str, Task]) -> Iterator[Answer]:
    """What was checked last of each exercise, where it can be written down."""
    for name, task in tasks.items():
        answer = task.last_answer
        if is_untouched(answer):
            continue
        if callable(answer) and not is_dataclass(answer):  # a plan may be called, too, and is a value
            with suppress(OSError, TypeError):
                yield {"task": name, "kind": "function", "said": standing_alone(answer)}
        else:
            with np.printoptions(legacy="1.25"):  # a number of NumPy as a number, wherever it stands
                yield {"task": name, "kind": "value", "said": repr(answer)}


def _choices(lesson: str) -> Iterator[Answer]:
    """What was chosen of each question, one answer after the other."""
    rows = progress.happened()
    rows = rows[(rows["kind"] == "choice") & rows["name"].astype("string").str.startswith(f"{lesson}/")]
    for name, group in rows.groupby("name", sort=False):
        yield {"task": name, "kind": "question", "said": [str(answer) for answer in group["said"]]}


def _contents(tasks: Mapping[str, Task], whole: Mapping[str, Any]) -> Iterator[str]:
    """What is in the file, and what is not, in sentences."""
    given = {answer["task"] for answer in whole["answers"]}
    yield strings.EXERCISES.format(given=len(given & set(tasks)), all=len(tasks))
    missing = [task for name, task in tasks.items() if name not in given]
    not_checked = [task.name for task in missing if is_untouched(task.last_answer)]
    without_source = [task.name for task in missing if not is_untouched(task.last_answer)]
    if not_checked:
        yield strings.MISSING.format(missing=", ".join(not_checked))
    if without_source:
        yield strings.NO_SOURCE.format(missing=", ".join(without_source))
    asked = len(questions(whole["lesson"])) if (LESSONS / whole["lesson"] / "questions.toml").is_file() else 0
    if asked:
        yield strings.QUESTIONS.format(given=len(given - set(tasks)), all=asked)
    world = strings.EVERYBODYS if whole["world"] == EVERYBODYS else whole["world"]
    yield strings.WORLD.format(world=world)
    yield strings.NAMED.format(name=whole["name"]) if whole["name"] else strings.NAMELESS
