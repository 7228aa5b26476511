"""Write one page: a single file, with everything in it, that asks nobody for anything."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from editions.builds import ALONE, Build
from editions.pages.filling import filled
from editions.pages.language import Language
from editions.pages.markdown import as_html, framed
from editions.pages.parts import Part
from editions.pages.words_of_parts import in_language
from editions.running import Cell
from editions.scorm.package import SCRIPT as PLATFORM_SCRIPT
from teaching.source import coloured
from teaching.widgets.chart_script import chart_script
from teaching.widgets.explorer import Explorer
from teaching.widgets.scripts import HERE as WIDGETS
from teaching.widgets.scripts import scoped, styles

HERE: Final = Path(__file__).parent
SCRIPTS: Final = ("memory.js", "revealing.js", "narrowing.js", "drawing.js", "tables.js", "page.js")
SPOKEN: Final = {"room": HERE / "sending.js", "platform": PLATFORM_SCRIPT}
"""What a build carries that speaks to somebody."""

ASKING: Final = {
    "prediction": "predictionControl",
    "question_control": "questionControl",
    "sheet_control": "sheetControl",
}
"""The controls that ask something: file -> its name in the page's script."""

CODE: Final = '<div class="cell-code"'
"""How the code of a cell begins, which is folded until somebody wants to see it."""

SHOWS_NOTHING: Final = rf"{CODE}.*|(\s|</div>)*"
"""What stands below a heading, and leaves it bare."""

NOTEBOOK_ONLY: Final = "notebook"
"""A cell with this tag is for those who run it: a page leaves it out."""

SIGN: Final = "data:image/svg+xml," + quote(
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><circle cx='8' cy='8' r='7' fill='#d55e00'/>"
    "<text x='8' y='11.5' font-size='9' text-anchor='middle'>53</text></svg>"
)
"""The sign in the browser's tab."""


@dataclass(frozen=True)
class Address:
    """Where a page stands among the others.

    Args:
        name: of its file, without ``.html``; what is remembered is kept under it.
        title: in the browser's tab.
        language: whose words it uses.
        version: of the kit.
        links: file -> words, for the bar at the top.
        contact: an address to write to; empty where there is none.
        world: the nickname of the world; empty for everybody's.
        build: alone, for a room (it sends guesses to the server that it comes from), or for a learning platform.
        others: the same page in other languages: file, code and name of the language.
    """

    name: str
    title: str
    language: Language
    version: str
    links: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    world: str = ""
    build: Build = ALONE
    others: Sequence[tuple[str, str, str]] = ()

    @property
    def words(self) -> dict[str, str]:
        """What the page says by itself: where something is sent, that is said in place of "nothing is sent"."""
        return dict(self.language.in_build(self.build).page)


def lesson_body(cells: Sequence[Cell], language: Language) -> tuple[str, list[dict[str, Any]]]:
    """Lay out the cells of a lesson that has been run.

    Args:
        cells: with what they show as parts.
        language: what to say it in.

    Returns:
        HTML, and the data of the parts that it names by number.
    """
    layout = _Layout(language)
    asked = {part.data["name"] for cell in cells for part in cell.shown if part.kind == "prediction"}
    for cell in cells:
        if NOTEBOOK_ONLY in cell.tags:
            continue
        if cell.kind == "markdown":
            layout.text(cell.source)
        elif "assert " not in cell.source and all(part.kind != "outcome" for part in cell.shown):
            layout.code(cell.source)
            for part in cell.shown:
                layout.part(part)
                if part.kind == "reveal" and part.data["name"] in asked:
                    layout.wait_for(part.data["name"])
    return layout.finished(), layout.data


class _Layout:
    """A page as it grows, from the top.

    Attributes:
        data: what the script draws, by number.
    """

    def __init__(self, language: Language) -> None:
        self._language, self._pieces, self._waits = language, list[str](), 0
        self.data: list[dict[str, Any]] = []

    def text(self, markdown: str) -> None:
        """A text; what waited for a guess ends with the next heading."""
        before, heading, after = markdown.partition("## ") if "\n## " in f"\n{markdown}" else (markdown, "", "")
        self._pieces.append(as_html(before, self._language))
        if heading:
            self._end_waiting()
            self._pieces.append(as_html(heading + after, self._language))

    def code(self, source: str) -> None:
        """The code of a cell, to be seen by whoever wants to."""
        if source:
            self._pieces.append(f'{CODE} tabindex="0" lang="en" hidden>{coloured(source)}</div>')

    def wait_for(self, name: str) -> None:
        """Keep what follows back until a guess is made."""
        words = escape(self._language.page["guess_first"])
        self._pieces.append(f'<p class="waiting">{words}</p><div class="waits" data-waits-for="{escape(name)}" hidden>')
        self._waits += 1

    def _end_waiting(self) -> None:
        self._pieces.append("</div>" * self._waits)
        self._waits = 0

    def part(self, part: Part) -> None:
        """Something that a cell shows."""
        self._pieces.append(self._html(in_language(part, self._language)))

    def _html(self, part: Part) -> str:
        """One part, and those within it."""
        page = self._language.page
        match part.kind:
            case "html":
                return part.text
            case "nothing":
                return ""
            case "text":
                return as_html(part.text, self._language)
            case "table":
                return framed(part.text, self._language)
            case "source":
                code = part.text.replace("<pre>", '<pre lang="en">')
                return f'<details class="shown-code"><summary>{escape(page["code"])}</summary>{code}</details>'
            case "several" | "case":
                inside = "".join(map(self._html, part.parts))
                return f'<div class="{part.kind}">{inside}</div>'
            case "task":
                return self._task(part)
            case _:
                self.data.append({"kind": part.kind, **part.data})
                return f'<div class="part {part.kind}" data-part="{len(self.data) - 1}"></div>'

    def _task(self, part: Part) -> str:
        """An exercise as a text to think about: a page runs no Python."""
        box = Part("thinking", data={"name": part.data["name"], "label": self._language.page["think"]})
        return filled(
            "task",
            say=self._language.page,
            task=as_html(part.data["task"], self._language),
            cases=[self._html(case) for case in part.parts],
            box=self._html(box),
            hints=[as_html(hint, self._language) for hint in part.data["hints"]],
            solution=as_html(part.text, self._language),
        )

    def finished(self) -> str:
        """All of it; a heading with nothing below it goes, and code that is folded is nothing."""
        self._end_waiting()
        above: list[str] = []
        for piece in reversed(self._pieces):
            below = next((other for other in above if not re.fullmatch(SHOWS_NOTHING, other, re.DOTALL)), "<h2")
            above.insert(0, re.sub(r"<h2[^>]*>[^<]*</h2>\s*\Z", "", piece) if below.startswith("<h2") else piece)
        return re.sub(r"<h2[^>]*>[^<]*</h2>\s*(?=<h2)", "", "".join(above))


def contents(body: str) -> list[tuple[str, str]]:
    """List the headings of a page, each with its name.

    Examples:
        >>> contents('<h2 id="one-person">One person</h2><p>Words.</p>')
        [('one-person', 'One person')]
    """
    return re.findall(r'<h2 id="([^"]*)">(.*?)</h2>', body)


def document(address: Address, body: str, data: Sequence[Mapping[str, Any]]) -> str:
    """Write the file.

    Args:
        address: where it stands.
        body: what it shows.
        data: of the parts in the body.
    """
    say = address.words
    about = {"page": address.name, "version": address.version}
    shown = {**about, "build": asdict(address.build), "language": address.language.code, "words": say, "parts": data}
    return filled(
        "page",
        address=address,
        language=address.language,
        say=say,
        policy=address.build.policy,
        sign=SIGN,
        style=_style(),
        body=body,
        has_code='class="cell-code"' in body,
        contents=contents(body),
        write_to=(say["contact"] if address.contact else say["no_contact"]).format(contact=address.contact),
        about=say["about"].format(**about, world=address.world or say["own_world"]),
        shown=inside_script(json.dumps(shown, ensure_ascii=False, separators=(",", ":"))),
        script=_script(address.build.name, draws=bool(data)),
    )


def inside_script(text: str) -> str:
    """JSON or JavaScript that cannot end the element that it stands in; signs may be escaped in strings."""
    return text.replace("</script", "<\\/script").replace("<!--", "\\u003c!--")


@cache
def _style() -> str:
    """What the controls look like, and then the page, which has the last word."""
    page = (HERE / "page.css").read_text(encoding="utf-8")
    return "\n".join((str(Explorer._css), styles("hand_repair", "asking", "sheet_control"), page))


@cache
def _script(build: str, *, draws: bool) -> str:
    """What draws charts and controls, if any; then what mounts them. Nothing in it can end the element it stands in."""
    spoken = [SPOKEN[build]] if build in SPOKEN else []
    own = [path.read_text(encoding="utf-8") for path in (*spoken, *(HERE / name for name in SCRIPTS))]
    asking = [scoped(f"{file}.js", name) for file, name in ASKING.items()]
    parts = [
        chart_script() if draws else "",
        "(() => {",
        (WIDGETS / "elements.js").read_text(encoding="utf-8"),
        *asking,
        *own,
        "})();",
    ]
    return inside_script("\n".join(parts))
