"""The text of a problem set: what students read. It lies beside the set's cases, as Markdown."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "sets"
FENCED: Final = re.compile(r"^```python\n(.*?)^```\n?", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Part:
    """One part of a set's text.

    Attributes:
        prose: in Markdown.
        code: the fenced code of the part, in its order: for a task, the cell to complete and a cell to try it.
    """

    prose: str
    code: tuple[str, ...]


def parts_of(text: str) -> list[Part]:
    """The parts of a text: each heading of the second level begins one.

    Examples:
        >>> parts_of("# A\\n\\n## One\\n\\n```python\\nx = 1\\n```\\n")
        [Part(prose='# A', code=()), Part(prose='## One', code=('x = 1',))]
    """
    pieces = re.split(r"^(?=## )", text, flags=re.MULTILINE)
    return [Part(FENCED.sub("", piece).strip(), tuple(c.strip() for c in FENCED.findall(piece))) for piece in pieces]


def text_of(slug: str) -> list[Part]:
    """The parts of one set: its beginning, then one for each task.

    Raises:
        FileNotFoundError: there is no such set.
    """
    return parts_of((FOLDER / f"{slug}.md").read_text(encoding="utf-8"))
