"""What the learner has done: one file on her own machine, which she can read, and delete whenever she likes.

One line for each thing that happens, added at the end, so that two open notebooks or a restart lose nothing. A line
says what was done and how it went: no name of hers, no time, no words of her own. Nothing is sent anywhere.
"""

import glob
import json
import os
import warnings
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, Final, Literal, get_args

import numpy as np
import pandas as pd

from teaching.lesson_names import lesson_name
from teaching.strings import progress as strings

Kind = Literal["prediction", "attempt", "hint", "solution", "question", "choice"]
"""What can happen: a guess, an answer that was checked, a hint or a solution read, a concept question answered, and
which of its answers was chosen."""

FILE: Final = "my_progress.jsonl"
"""Where it stands: beside the notebooks, or, if that folder is read-only, in the learner's home folder."""

PLACE: Final = "FIFTY_THREE_PROGRESS"
"""The environment variable that may name another place."""

COLUMNS: Final = ("kind", "name", "said")
SAID: Final = (str, int, float, type(None))
"""What a line can say: a text, a number, or nothing."""

RENAMED: Final = {
    f"insiders/{part}": f"amounts/{part}" for part in ("second-largest", "p-percent", "heads-and-minutes")
}
"""Parts that belonged to another lesson once: what was done then still counts."""


def progress_file() -> Path:
    """Return the file in which progress is kept; it may not be there yet.

    It stands beside the notebooks. Where that folder is read-only, as shared folders of a hub are, it stands in the
    home folder. `PLACE` names another place for both.
    """
    file = Path(os.environ.get(PLACE) or FILE)
    try:
        file = file.absolute()
    except OSError:  # the folder in which Python runs was deleted
        return file
    return Path.home() / FILE if is_elsewhere() else file


def is_elsewhere() -> bool:
    """Whether progress is kept in the home folder, because nothing may be written beside the notebooks."""
    beside = FILE if os.access(FILE, os.F_OK) else os.curdir
    return not os.environ.get(PLACE) and os.access(beside, os.F_OK) and not os.access(beside, os.W_OK)


def record(kind: Kind, name: str, said: Any) -> None:
    """Add one thing that happened. Where the file cannot be written, say so once, and let the lesson go on.

    Args:
        kind: what happened.
        name: what it belongs to, such as ``"suppression/subtract"``: the lesson, and the part of it.
        said: the outcome: a guess (number or text), the name of a verdict, the number of a hint.

    Raises:
        ValueError: the kind is not known, the name has no lesson, or what was said is neither a number nor text.

    Examples:
        >>> record("prediction", "suppression/how-many", 12)
        >>> happened().tail(1)
                 kind                  name said
        0  prediction  suppression/how-many   12
        >>> forget_everything()
        'Deleted: ...progress.jsonl. Nothing else was kept, and nothing was ever sent anywhere.'
    """
    if kind not in get_args(Kind):
        raise ValueError(f"kind is {kind!r}: choose one of {', '.join(map(repr, get_args(Kind)))}.")
    if not isinstance(name, str) or name.count("/") != 1:
        raise ValueError(f"name is {name!r}: write the lesson and the part of it, such as 'suppression/subtract'.")
    if isinstance(said, np.generic):
        said = said.item()
    if not isinstance(said, SAID):
        raise ValueError(f"said is of the type {type(said).__name__}: give a number or a text.")
    line = json.dumps(dict(zip(COLUMNS, (kind, name, said), strict=True)), ensure_ascii=False)
    try:
        _add(line)
    except OSError as failure:
        _warn_once(strings.NOT_WRITTEN.format(file=progress_file(), reason=_reason(failure)))
    else:
        if is_elsewhere():
            _warn_once(strings.ELSEWHERE.format(file=progress_file()))


def happened() -> pd.DataFrame:
    """Return all that is in the file, in order: ``kind``, ``name`` and ``said``, one row for each thing.

    Where lines are damaged, the file is kept aside under another name, what can be read goes on in a new one, and a
    warning says so. Where there is something that is no file, or one that cannot be read, a warning says that.
    """
    try:
        lines = _regular(progress_file()).read_text(encoding="utf-8", errors="replace").split("\n")
    except FileNotFoundError:
        lines = []
    except OSError as failure:
        _warn_once(strings.NOT_READ.format(file=progress_file(), reason=_reason(failure)))
        lines = []
    read = [_read(line) for line in lines if line.strip()]
    whole = [row for row in read if row is not None]
    if len(whole) < len(read):
        _start_afresh(whole)
    return pd.DataFrame(whole, columns=list(COLUMNS), dtype=object)


def last(kind: Kind, name: str) -> Any:
    """Return what was last said of one thing; None if nothing was.

    Examples:
        >>> last("prediction", "suppression/never-asked") is None
        True
    """
    rows = happened()
    words = rows.loc[(rows["kind"] == kind) & (rows["name"] == name), "said"]
    return words.iloc[-1] if len(words) else None


def my_progress() -> pd.DataFrame:
    """Return how things stand: one row for each prediction, exercise and question, in the order of their lessons.

    Returns:
        ``lesson``, ``part``, ``what`` (prediction, exercise or question), ``state`` (guessed, right, not yet or begun),
        ``tries`` and ``hints``.
    """
    rows = happened()
    rows[["lesson", "part"]] = rows["name"].astype("string").str.split("/", expand=True).reindex(columns=[0, 1])
    rows["what"] = rows["kind"].map(WHAT)
    things = rows.groupby(["lesson", "what", "part"], sort=False)
    found = [
        {
            **dict(zip(("lesson", "what", "part"), key, strict=True)),
            "state": _state(group),
            "tries": int(group["kind"].isin(["attempt", "question", "prediction"]).sum()),
            "hints": int((group["kind"] == "hint").sum()),
        }
        for key, group in things
    ]
    return pd.DataFrame(found, columns=["lesson", "part", "what", "state", "tries", "hints"])


def what_next() -> str:
    """Return a sentence: what is not yet right and worth another look, or that all that was begun is right.

    Examples:
        >>> what_next()
        'Nothing is recorded yet: open a lesson, make a guess, try an exercise.'
        >>> record("attempt", "noise/how-much", "NOT_YET")
        >>> what_next()
        'Go on with lesson noise. Not done there yet: 1 exercise. In all lessons: 1.'
        >>> forget_everything()
        'Deleted: ...progress.jsonl. Nothing else was kept, and nothing was ever sent anywhere.'
    """
    standing = my_progress()
    if standing.empty:
        return strings.NOTHING_YET
    open_things = standing[standing["state"].isin([strings.NOT_YET, strings.BEGUN])]
    if open_things.empty:
        return strings.ALL_RIGHT.format(count=len(standing))
    lesson = open_things["lesson"].iloc[0]
    there = open_things.loc[open_things["lesson"] == lesson, "what"].value_counts(sort=False)
    things = ", ".join(strings.THINGS[what][count > 1].format(count=count) for what, count in there.items())
    return strings.GO_ON.format(lesson=lesson_name(lesson), things=things, count=len(open_things))


def forget_everything() -> str:
    """Delete the file with all that was recorded, and files that were kept aside because of damage; say so."""
    file = progress_file()
    deleted = []
    try:
        for one in [file, *sorted(file.parent.glob(f"{glob.escape(file.name)}.damaged*"))]:
            if one.exists():
                one.unlink()
                deleted.append(str(one))
    except OSError as failure:
        return strings.NOT_DELETED.format(file=failure.filename or file, reason=_reason(failure))
    return strings.DELETED.format(files=", ".join(deleted)) if deleted else strings.NOTHING_TO_DELETE


WHAT: Final = {
    "prediction": "prediction",
    "attempt": "exercise",
    "hint": "exercise",
    "solution": "exercise",
    "question": "question",
    "choice": "question",
}
"""What each kind of line belongs to."""


@cache
def _warn_once(sentence: str) -> None:
    """Warn, the first time only: a lesson records many things, and nobody reads a sentence twenty times."""
    warnings.warn(sentence, stacklevel=3)


def _state(group: pd.DataFrame) -> str:
    """How one thing stands, from all that happened to it."""
    if (group["kind"] == "prediction").all():
        return strings.GUESSED
    words = group.loc[group["kind"].isin(["attempt", "question"]), "said"]
    if words.eq("RIGHT").any():
        return strings.RIGHT
    return strings.NOT_YET if words.eq("NOT_YET").any() else strings.BEGUN


def _read(line: str) -> dict[str, Any] | None:
    """One line; None if it is damaged."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):  # no JSON, or brackets within brackets without end
        return None
    if not isinstance(row, dict) or set(row) != set(COLUMNS) or not isinstance(row["said"], SAID):
        return None
    good = isinstance(row["kind"], str) and row["kind"] in get_args(Kind)
    if not good or not isinstance(row["name"], str) or row["name"].count("/") != 1:
        return None
    return row | {"name": RENAMED.get(row["name"], row["name"])}


def _add(line: str) -> None:
    """Write one line at the end of the file, on a line of its own; signs that no file can hold are written as codes."""
    file = progress_file()
    try:
        before = _regular(file).read_bytes()[-1:]
    except FileNotFoundError:
        before = b""
    with file.open("a", encoding="utf-8", errors="backslashreplace") as end:
        end.write(f"{line}\n" if before in (b"", b"\n") else f"\n{line}\n")


def _regular(file: Path) -> Path:
    """The file itself; an OSError where a folder, a pipe or a device stands in its place, which may never end."""
    if file.exists() and not file.is_file():
        raise OSError(strings.NO_FILE)
    return file


def _reason(failure: OSError) -> str:
    """What the system says of a failure, in a few words."""
    return failure.strerror or str(failure)


def _start_afresh(whole: list[dict[str, Any]]) -> None:
    """Keep a damaged file aside, and go on with the lines that can be read."""
    file = progress_file()
    try:
        indices = (file.with_name(f"{file.name}.damaged-{number}") for number in count(1))
        aside = next(index for index in indices if not index.exists())
        file.replace(aside)
        lines = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in whole)
        file.write_text(lines, encoding="utf-8", errors="backslashreplace")
        warnings.warn(strings.DAMAGED.format(aside=aside), stacklevel=3)
    except OSError as failure:
        _warn_once(strings.NOT_WRITTEN.format(file=file, reason=_reason(failure)))
