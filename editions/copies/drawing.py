"""What a lesson shows, as it stands on paper: charts are pictures, guesses lines to write on, answers boxes to tick.

Without answers, nothing says which box is right, and a task has neither hints nor a solution.
"""

import re
from collections.abc import Mapping
from functools import cache
from html import escape
from typing import Any, Final

import vl_convert

from editions.copies import strings
from editions.copies.by_hand import BOX, LINE, TICKED, boxes, letters_to_decide, table_to_repair
from editions.copies.tables import with_numbers_marked
from editions.pages.language import ENGLISH, Language, languages
from editions.pages.markdown import LINK, PAGE_ONLY, as_html
from editions.pages.parts import Part
from teaching.widgets.explorer import key_of

LINES: Final = 4
"""Lines to write on below a task."""


@cache
def english() -> Language:
    """The language of the copies."""
    return languages()[ENGLISH]


@cache
def text(markdown: str) -> str:
    """A text as HTML in which no link leads anywhere: there is no page beside it, and nothing that it says of itself.

    Examples:
        >>> text("See [lesson 06](06_amounts.ipynb).")
        '<p>See lesson 06.</p>\\n'
    """
    return LINK.sub(r"\2", as_html(PAGE_ONLY.sub("", markdown), english()))


@cache
def heading(markdown: str) -> str:
    """A heading as HTML: text, with what is emphasised in it.

    Examples:
        >>> heading("*k*-anonymity, for <all>")
        '<em>k</em>-anonymity, for &lt;all&gt;'
    """
    return text(markdown.replace("<", "&lt;")).strip().removeprefix("<p>").removesuffix("</p>")


def drawn(part: Part, *, answers: bool) -> str:
    """Lay out one part as HTML that needs no script.

    Args:
        part: of a lesson.
        answers: whether answers stand beside what is asked.

    Examples:
        >>> drawn(Part("html", "<p>53</p>"), answers=False)
        '<p>53</p>'
        >>> drawn(Part("reveal", data={"truth": 7.0}), answers=False)
        ''
    """
    match part.kind:
        case "html":
            return part.text
        case "table":
            return f'<div class="wide">{with_numbers_marked(part.text)}</div>'
        case "text":
            return text(part.text)
        case "chart" | "explorer":
            return picture(part)
        case "several":
            return "".join(drawn(each, answers=answers) for each in part.parts)
        case "later" if not answers:
            return f'<p class="later quiet">{strings.LATER}</p>'
        case "prediction":
            return _prediction(part.data)
        case "hand_repair":
            return table_to_repair(part.data["figure"], answers=answers)
        case "sheet":
            return "".join(letters_to_decide(part.data["asked"]))
        case "question":
            return _question(part.data["asked"], answers=answers)
        case "task":
            return _task(part, answers=answers)
        case "reveal" if answers:
            truth = escape(_in_words(part.data["truth"]))
            return f'<p class="answer"><strong>{strings.ANSWER}:</strong> {truth}</p>'
        case "source" if answers:
            return part.text
    return ""


def picture(part: Part) -> str:
    """A chart as a picture (SVG), its first settings; what it shows in words is its name."""
    spec = part.data["spec"] if part.kind == "chart" else _as_first_set(part.data["figure"])
    svg: str = vl_convert.vegalite_to_svg(spec)
    name = escape(str(spec.get("description", "")), quote=True)
    svg = re.sub(r"<svg ", f'<svg role="img" aria-label="{name}" ', svg, count=1)
    size = re.search(r'width="([\d.]+)" height="([\d.]+)"', svg)
    if size and "viewBox" not in svg[:600]:
        svg = svg.replace("<svg ", f'<svg viewBox="0 0 {size[1]} {size[2]}" ', 1)
    width = f' style="--width: {size[1]}px"' if size else ""
    moves = f'<figcaption class="quiet">{strings.MOVES}</figcaption>' if part.kind == "explorer" else ""
    return f'<figure class="chart"{width}>{svg}{moves}</figure>'


def _as_first_set(figure: Mapping[str, Any]) -> dict[str, Any]:
    """An explorer's chart with its parameters as the controls stand at first."""
    setting = figure["setting"]
    values = dict(setting)
    for name, lookup in figure["lookups"].items():
        key = key_of([setting[control] for control in lookup["by"] if control in setting])
        if key in lookup["table"]:
            values[name] = lookup["table"][key]
    spec: dict[str, Any] = dict(figure["spec"])
    if "params" in spec:
        spec["params"] = [
            {**param, "value": values[param["name"]]} if param.get("name") in values and "expr" not in param else param
            for param in spec["params"]
        ]
    return spec


def _prediction(data: Mapping[str, Any]) -> str:
    """A question, and a line for the guess."""
    if data["options"]:
        place = boxes(data["options"])
    else:
        limits = strings.FROM_TO.format(low=_in_words(data["minimum"]), high=_in_words(data["maximum"]))
        place = f'<p class="guess">{strings.GUESS} ({limits}): <span class="line"></span></p>'
    return f'<div class="asked"><p><strong>{escape(data["question"])}</strong></p>{place}</div>'


def _question(asked: Mapping[str, Any], *, answers: bool) -> str:
    """A question with a box for each answer; with answers, the right one is ticked, and each says why."""
    lines = []
    for answer in asked["answers"]:
        box = TICKED if answers and answer["right"] else BOX
        why = f'<br><span class="quiet">{escape(answer["why"])}</span>' if answers else ""
        lines.append(f"<li>{box} {escape(answer['text'])}{why}</li>")
    listed = f'<ul class="boxes">{"".join(lines)}</ul>'
    return f'<div class="asked"><p><strong>{escape(asked["text"])}</strong></p>{listed}</div>'


def _task(part: Part, *, answers: bool) -> str:
    """A task with small cases and lines to write on; with answers, its hints and one way to do it."""
    task = text(part.data["task"])
    cases = "".join(_case(case, answers=answers) for case in part.parts)
    if not answers:
        return f'<div class="task">{task}{cases}{LINE * LINES}</div>'
    hints = "".join(
        f"<li><strong>{strings.HINT.format(number=number)}</strong> {text(hint)}</li>"
        for number, hint in enumerate(part.data["hints"], start=1)
    )
    solution = text(part.text)
    head = f"<p><strong>{strings.SOLUTION}</strong></p>"
    told = f'<ul class="answer">{hints}</ul><div class="answer">{head}{solution}</div>'
    return f'<div class="task">{task}{cases}{told}</div>'


def _case(case: Part, *, answers: bool) -> str:
    """A small case of a task: each name with its value beside it; the last part is the answer."""
    *given, answer = (drawn(part, answers=answers) for part in case.parts)
    rows = "".join(f'<div class="given">{"".join(given[place : place + 2])}</div>' for place in range(0, len(given), 2))
    right = f'<div class="answer"><strong>{strings.ANSWER}:</strong> {answer}</div>' if answers else ""
    return f'<div class="case"><p class="quiet">{strings.CASE}</p>{rows}{right}</div>'


def _in_words(value: Any) -> str:
    """A number as people write it, or a text."""
    return f"{value:,.10g}" if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
