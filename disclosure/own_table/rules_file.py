"""Answers, kept beside the table as TOML, so that the next quarter asks nothing."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.unreadable import UnreadableError

Rules = dict[str, dict[str, str]]
"""Answers, and kinds of cells."""

ENDING: Final = ".rules.toml"
HEAD: Final = "# What the signs of a table mean, as its makers answered. Take a line out, and it is asked anew.\n"
NO_RULES: Final = '{file} is no file of answers ({why}): it holds one line for each, such as "mark <5" = "1 to 4".'


def rules_beside(table: Path) -> Path:
    """Where the answers of a table are kept.

    Examples:
        >>> rules_beside(Path("Table 4a Q3.csv")).name
        'Table 4a Q3.rules.toml'
    """
    return table.with_name(table.stem + ENDING)


def rules_of(table: object) -> Rules:
    """The answers that lie beside a table; none where it has no place on a disk, or nothing lies there."""
    if not isinstance(table, str | Path):
        return {"answers": {}, "kinds": {}}
    beside = rules_beside(Path(table))
    return read_rules(beside) if beside.is_file() else {"answers": {}, "kinds": {}}


def read_rules(file: str | Path | FileInMemory) -> Rules:
    """Read answers, and corrections of what cells are.

    Returns:
        ``{"answers": {name: answer}, "kinds": {address: kind}}``.

    Raises:
        UnreadableError: it is no such file.
    """
    if not isinstance(file, FileInMemory):
        file = FileInMemory(Path(file).name, _content(Path(file)))
    try:
        found = tomllib.loads(file.content.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableError(NO_RULES.format(file=file.name, why=error)) from None
    parts = {name: found.get(name, {}) for name in ("answers", "kinds")}
    for part in parts.values():
        if not isinstance(part, Mapping) or not all(isinstance(value, str) for value in part.values()):
            raise UnreadableError(NO_RULES.format(file=file.name, why="an answer is no text"))
    return parts


def _content(file: Path) -> bytes:
    """The bytes of a file."""
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnreadableError(NO_RULES.format(file=file.name, why=error.strerror)) from None


def rules_text(answers: Mapping[str, str], kinds: Mapping[str, str] | None = None) -> str:
    """Write answers down.

    Examples:
        >>> print(rules_text({"mark <5": "1 to 4"}).split("\\n", 1)[1])
        [answers]
        "mark <5" = "1 to 4"
        <BLANKLINE>
    """
    parts = {"answers": answers, "kinds": kinds or {}}
    written = [
        f"[{part}]\n" + "".join(f"{_quoted(name)} = {_quoted(value)}\n" for name, value in values.items())
        for part, values in parts.items()
        if values
    ]
    return HEAD + "\n".join(written)


def _quoted(text: str) -> str:
    """A text as TOML writes it; JSON's quoting is TOML's, but for one sign that JSON leaves as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
