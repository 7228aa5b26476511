"""The record of a desk as a page of its own, which prints: decisions, reasons, what attacks did, what readers got."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lessons.release_desk import strings

TEMPLATES: Final = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class RecordPage:
    """A page with everything in it, that asks nobody for anything.

    Args:
        html: the page.
    """

    html: str

    def _repr_html_(self) -> str:
        """Only what stands between the page's head and its end: a notebook has a head of its own."""
        return self.html.partition("<main>")[2].partition("</main>")[0]

    def save(self, file: str | Path) -> str:
        """Write the page to a file, to be opened and printed.

        Args:
            file: where to; a file that is there already is not written over.

        Raises:
            FileExistsError: there is one.
        """
        with Path(file).open("x", encoding="utf-8", newline="\n") as written:
            written.write(self.html)
        return strings.SAVED.format(file=Path(file).absolute())


def record_page(record: Mapping[str, Any]) -> RecordPage:
    """Lay out the record of a desk. Whatever somebody wrote is shown as it stands, never as HTML.

    Args:
        record: see `lessons.release_desk.ReleaseDesk.record`.

    Examples:
        >>> from data_gen import make_world
        >>> from lessons.release_desk import ReleaseDesk
        >>> desk = ReleaseDesk(make_world(200, n_titles=400, seed="Ada", vigil_viewers=20))
        >>> desk.decide("joke", "the number only", "It is <b>one</b> number.")
        >>> desk.signed("otter")
        >>> page = record_page(desk.record())
        >>> "It is &lt;b&gt;one" in page.html, "Nobody was found by these attacks." in page.html
        (True, True)
    """
    return RecordPage(filled("record.html", record=record, say=strings.RECORD))


def filled(template: str, **values: Any) -> str:
    """Fill a template of this lesson; all that is filled in is escaped.

    Raises:
        jinja2.UndefinedError: it names something that is not given.
    """
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    """Everything that is filled in is escaped."""
    loader = FileSystemLoader(TEMPLATES)
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
