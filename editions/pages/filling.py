"""The shapes of pages, filled: text is escaped, and what is HTML already says so in the template."""

from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_TEMPLATES: Final = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)


def filled(name: str, **slots: Any) -> str:
    """Fill a template.

    Args:
        name: of its file, without the ending.
        slots: what it names.

    Raises:
        jinja2.UndefinedError: it names something that is not given.
    """
    return _TEMPLATES.get_template(f"{name}.html").render(**slots)
