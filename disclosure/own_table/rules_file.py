"""Answers, kept beside the table as TOML, so that the next quarter asks nothing."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from disclosure.own_table.sheets.in_memory import FileInMemory
from disclosure.own_table.sheets.opening import content_of
from disclosure.own_table.sheets.unreadable import UnreadableError

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


def read_rules(file: str | Path | FileInMemory) -> dict[str, dict[str, str]]:
    """Read answers, and corrections of what cells are.

    Returns:
        ``{"answers": {name: answer}, "kinds": {address: kind}}``.

    Raises:
        UnreadableError: it is no such file.
    """
    name = file.name if isinstance(file, FileInMemory) else Path(file).name
    try:
        found = tomllib.loads(content_of(file).decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnreadableError(NO_RULES.format(file=name, why=error)) from None
    parts = {name: found.get(name, {}) for name in ("answers", "kinds")}
    for part in parts.values():
        if not isinstance(part, Mapping) or not all(isinstance(value, str) for value in part.values()):
            raise UnreadableError(NO_RULES.format(file=name, why="an answer is no text"))
    return parts


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
