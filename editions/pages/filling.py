"""The shapes of pages, filled: text is escaped, and what is HTML already says so in the template."""

from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

TEMPLATES: Final = Path(__file__).parent / "templates"


@cache
def _templates(folder: Path) -> Environment:
    """All templates of a folder."""
    return Environment(loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined)


def filled(name: str, /, folder: Path = TEMPLATES, **slots: Any) -> str:
    """Fill a template.

    Args:
        name: of its file, without the ending.
        folder: where it lies.
        slots: what it names.

    Raises:
        jinja2.UndefinedError: it names something that is not given.
    """
    return _templates(folder).get_template(f"{name}.html").render(**slots)
