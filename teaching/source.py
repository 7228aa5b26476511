"""The code that a lesson has just used, as it stands: every attack and every defence can be read where it is met."""

import ast
import inspect
import os
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from textwrap import dedent
from typing import Any, Final

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from teaching.strings import source as strings

SERVER_ROOT: Final = "FIFTY_THREE_SERVER_ROOT"
"""Below this folder JupyterLab can open files; `lab_config.py` sets it. Elsewhere (a hub, a page) there is no link."""

LONG: Final = 3
"""A docstring of more lines than this is folded away, for the notebook has just said most of it."""

LOOKS: Final = """
.ft-source { max-height: 32em; overflow: auto; border: 1px solid #767676; border-radius: 4px; padding: 4px 10px }
.ft-source, .ft-source pre { background: white; color: black }
.ft-source pre { margin: 0; padding: 0; line-height: 1.4 }
.ft-source summary { cursor: pointer; color: #1f4e79; min-height: 24px }
"""


@dataclass(frozen=True)
class Source:
    """The source of a function or a class, in three parts: up to its docstring, the docstring, the rest.

    Args:
        name: its dotted name.
        file: the module's file.
        line: where it begins there.
        head, docstring, body: its lines; a short docstring is part of the head.
    """

    name: str
    file: Path
    line: int
    head: str
    docstring: str
    body: str

    def __str__(self) -> str:
        """Return the whole source."""
        return self.head + self.docstring + self.body

    def link(self, folder: Path) -> str | None:
        """Return the way from a folder to the file, where JupyterLab can open it; else None.

        Args:
            folder: where the notebook is.
        """
        root = Path(os.environ.get(SERVER_ROOT, os.devnull)).resolve()
        if not all(path.is_relative_to(root) for path in (self.file, folder.resolve())):
            return None
        return Path(os.path.relpath(self.file, folder.resolve())).as_posix()

    def html(self) -> str:
        """Return the source with colours, the docstring folded, below a line that says where it stands."""
        name, link = escape(self.name), self.link(Path.cwd())
        where = strings.WHERE.format(name=f'<a href="{escape(link)}">{name}</a>' if link else name, line=self.line)
        label = escape(strings.LABEL.format(name=self.name))
        code = coloured(self.head) + self._folded_docstring() + coloured(self.body)
        return f'<div class="ft-source" tabindex="0" role="group" aria-label="{label}">{where}{code}</div>'

    def _folded_docstring(self) -> str:
        """Its first line, and the whole for whoever asks."""
        if not self.docstring:
            return ""
        first = escape(self.docstring.strip().strip('"').splitlines()[0])
        return f"<details><summary>{strings.FOLDED.format(first=first)}</summary>{coloured(self.docstring)}</details>"


@dataclass(frozen=True)
class Sources:
    """Several of them below each other, as a notebook shows them."""

    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        """Return the source as text."""
        return "\n\n".join(map(str, self.sources))

    def _repr_html_(self) -> str:
        return f"<style>{LOOKS}</style>" + "".join(source.html() for source in self.sources)


def show_code(*shown: Callable[..., Any]) -> Sources:
    """Show the code of functions or classes as it stands in the kit, in colour, long docstrings folded.

    Args:
        shown: functions or classes of the kit.

    Raises:
        TypeError: something has no Python source: it is no function and no class, or it was written in C.

    Examples:
        >>> from disclosure.tables.count_table import wider_labels
        >>> print(show_code(wider_labels))
        def wider_labels(label: str, hierarchy: Hierarchy) -> list[str]:
            ...
    """
    return Sources(tuple(source_of(each) for each in shown))


def source_of(shown: Callable[..., Any]) -> Source:
    """Read the source of one function or class.

    Raises:
        TypeError: as in `show_code`.
    """
    try:
        lines, line = inspect.getsourcelines(shown)
        file = Path(inspect.getsourcefile(shown) or "").resolve()
    except (TypeError, OSError):
        name = getattr(shown, "__name__", repr(shown))
        raise TypeError(strings.NO_SOURCE.format(name=name)) from None
    start, end = _docstring_lines("".join(lines))
    if end - start <= LONG:
        start = end
    parts = ("".join(lines[:start]), "".join(lines[start:end]), "".join(lines[end:]))
    return Source(f"{shown.__module__}.{shown.__qualname__}", file, line, *parts)


def _docstring_lines(text: str) -> tuple[int, int]:
    """The first line of a definition's docstring and the line after its last, both 0 where it has none."""
    [definition] = ast.parse(dedent(text)).body
    assert isinstance(definition, ast.FunctionDef | ast.ClassDef)
    first = definition.body[0]
    has_one = ast.get_docstring(definition) is not None and first.end_lineno is not None
    return (first.lineno - 1, int(first.end_lineno or 0)) if has_one else (0, 0)


def coloured(code: str) -> str:
    """Show Python in colours that can be told apart on white.

    Args:
        code: one or more lines; nothing is shown of none.
    """
    lines = highlight(code, PythonLexer(stripnl=False), HtmlFormatter(style="xcode", noclasses=True, nowrap=True))
    return f"<pre>{lines}</pre>" if code.strip() else ""
