"""The page and the report: templates, filled with the words of one language; text from a table is escaped."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

FOLDER: Final = Path(__file__).parent
_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(FOLDER / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@cache
def words(language: str = "en") -> dict[str, Any]:
    """What the page and the report say, in one language."""
    return tomllib.loads((FOLDER / "words" / f"{language}.toml").read_text(encoding="utf-8"))


def filled(template: str, part: str, **slots: Any) -> str:
    """One of the documents, with the words that belong to it.

    Args:
        template: its file in ``templates/``, without the ending.
        part: the section of the words.
        slots: what is filled in.
    """
    shown = _TEMPLATES.get_template(f"{template}.html")
    return shown.render(say=words()[part], language=words()["language"], **slots)
