"""Write one page: a single file, with everything in it, that asks nobody for anything."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, Final

from editions.pages.language import Language
from editions.pages.markdown import as_html
from editions.pages.parts import Part
from editions.pages.words_of_parts import in_language
from editions.running import Cell
from teaching.source import coloured
from teaching.widgets.chart_script import chart_script
from teaching.widgets.explorer import Explorer
from teaching.widgets.scripts import HERE as WIDGETS
from teaching.widgets.scripts import scoped

HERE: Final = Path(__file__).parent
SCRIPTS: Final = ("memory.js", "revealing.js", "drawing.js", "page.js")
POLICY: Final = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "connect-src 'none'; form-action 'none'; base-uri 'none'"
)
"""What a browser lets a page do: draw itself, and nothing else. No request leaves, and no text becomes code."""

SIGN: Final = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='7' "
    "fill='%23d55e00'/%3E%3Ctext x='8' y='11.5' font-size='9' text-anchor='middle' fill='black'%3E53%3C/text%3E%3C/svg%3E"
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
    """

    name: str
    title: str
    language: Language
    version: str
    links: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    world: str = ""


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
        if cell.kind == "markdown":
            layout.text(cell.source)
        elif "assert " not in cell.source and all(part.kind != "outcome" for part in cell.shown):
            layout.code(cell.source)
            for part in cell.shown:
                if part.kind == "reveal" and part.data["name"] in asked:
                    layout.wait_for(part.data["name"])
                layout.part(part)
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
        self._pieces.append(f'<div class="cell-code" hidden>{coloured(source)}</div>')

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
            case "text":
                return as_html(part.text, self._language)
            case "table":
                label = escape(page["table"])
                return f'<div class="wide" tabindex="0" role="group" aria-label="{label}">{part.text}</div>'
            case "source":
                return f"<details class=\"shown-code\"><summary>{escape(page['code'])}</summary>{part.text}</details>"
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
        page, language = self._language.page, self._language
        hints = [
            f"<details><summary>{escape(page['hint'].format(number=number))}</summary>{as_html(hint, language)}</details>"
            for number, hint in enumerate(part.data["hints"], 1)
        ]
        cases = "".join(f"<h4>{escape(page['case'])}</h4>{self._html(case)}" for case in part.parts)
        folded = f"<details><summary>{escape(page['cases'])}</summary>{cases}</details>" if cases else ""
        box = self._html(Part("thinking", data={"name": part.data["name"], "label": page["think"]}))
        solution = f"<details><summary>{escape(page['solution'])}</summary>{as_html(part.text, language)}</details>"
        pieces = [as_html(part.data["task"], language), f"<p>{escape(page['no_python'])}</p>", folded, box, *hints, solution]
        return f'<div class="task">{"".join(pieces)}</div>'

    def finished(self) -> str:
        """All of it; a heading with nothing below it goes."""
        self._end_waiting()
        return re.sub(r"<h2[^>]*>[^<]*</h2>\s*(?=(</div>)*\Z)", "", "".join(self._pieces))


def contents(body: str) -> list[tuple[str, str]]:
    """List the headings of a page, each with its name.

    Examples:
        >>> contents('<h2 id="one-person">One person</h2><p>Words.</p>')
        [('one-person', 'One person')]
    """
    return re.findall(r'<h2 id="([^"]*)">(.*?)</h2>', body)


def document(address: Address, body: str, data: Iterable[Mapping[str, Any]]) -> str:
    """Write the file.

    Args:
        address: where it stands.
        body: what it shows.
        data: of the parts in the body.
    """
    language, page = address.language, address.language.page
    lesson = {
        "page": address.name, "version": address.version, "language": language.code, "words": page,
        "contact": address.contact, "title": address.title, "parts": list(data),
    }  # fmt: skip
    text = json.dumps(lesson, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/").replace("<!--", "<\\!--")
    return "".join((
        f'<!doctype html>\n<html lang="{language.code}" dir="{language.direction}"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<title>{escape(address.title)}</title><link rel="icon" href="{SIGN}"><style>{_style()}</style></head><body>',
        f'<a class="skip" href="#lesson">{escape(page["skip"])}</a>',
        *_bar(address, body),
        f'<noscript><p class="notice">{escape(page["no_script"])}</p></noscript>',
        f'<main id="lesson" tabindex="-1">{body}</main>',
        *_footer(address),
        f'<script type="application/json" id="what-is-shown">{text}</script>',
        f'<script type="module">{_script()}</script></body></html>\n',
    ))  # fmt: skip


def _bar(address: Address, body: str) -> Iterator[str]:
    """The top of the page: other pages, the switch for code, and the contents."""
    page = address.language.page
    yield f'<header><nav aria-label="{escape(page["pages"])}">'
    yield from (f'<a href="{escape(file)}">{escape(words)}</a>' for file, words in address.links.items())
    yield "</nav>"
    if 'class="cell-code"' in body:
        yield f'<label class="switch"><input type="checkbox" id="show-code"> {escape(page["show_code"])}</label>'
    if len(headings := contents(body)) > 2:
        listed = "".join(f'<li><a href="#{name}">{words}</a></li>' for name, words in headings)
        yield f'<details class="contents"><summary>{escape(page["contents"])}</summary><ol>{listed}</ol></details>'
    yield "</header>"


def _footer(address: Address) -> Iterator[str]:
    """The end of the page: what is remembered, what is sent (nothing), and where to say what is wrong."""
    page = address.language.page
    write = page["contact"] if address.contact else page["no_contact"]
    about = page["about"].format(page=address.name, version=address.version, world=address.world or page["own_world"])
    yield f'<footer><section class="memory" aria-label="{escape(page["memory"])}"><p>{escape(page["memory_what"])}</p>'
    yield f'<button type="button" class="ft-button" id="show-memory">{escape(page["show_memory"])}</button> '
    yield f'<button type="button" class="ft-button" id="forget">{escape(page["forget"])}</button>'
    yield '<div id="remembered" role="status"></div></section>'
    yield f"<p>{escape(page['nothing_sent'])} <a href=\"accessibility.html\">{escape(page['accessibility_link'])}</a>.</p>"
    yield f"<p>{escape(page['wrong'])} {escape(write.format(contact=address.contact))} <code>{escape(about)}</code></p></footer>"


@cache
def _style() -> str:
    """The page's own style, and that of the controls."""
    controls = (WIDGETS / "asking.css").read_text(encoding="utf-8")
    return "\n".join(((HERE / "page.css").read_text(encoding="utf-8"), str(Explorer._css), controls))


@cache
def _script() -> str:
    """What draws charts and controls, then what mounts them; nothing in it can end the element that it stands in."""
    own = [(HERE / name).read_text(encoding="utf-8") for name in SCRIPTS]
    asking = [scoped("prediction.js", "predictionControl"), scoped("question_control.js", "questionControl")]
    parts = [chart_script(), "(() => {", (WIDGETS / "elements.js").read_text(encoding="utf-8"), *asking, *own, "})();"]
    return "\n".join(parts).replace("</script", "<\\/script").replace("<!--", "<\\!--")
