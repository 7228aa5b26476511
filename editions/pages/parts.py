"""What a lesson shows, as parts of a page: a piece of HTML, or data that the page's script draws."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import singledispatch
from html import escape
from typing import Any, Final

import altair as alt
import ipywidgets as widgets
import pandas as pd
from pandas.io.formats.style import Styler

from data_gen.world import World
from editions.pages.completing import completed
from lessons.complementary_suppression.hand_repair import HandRepair
from lessons.release_desk.sheet import Sheet
from teaching.charts.offline import OPTIONS
from teaching.charts.revealed import Revealed
from teaching.checks import Outcome
from teaching.decision import Decision
from teaching.exercise import Exercise
from teaching.source import Sources
from teaching.widgets.concept_questions import QuestionControl
from teaching.widgets.explorer import Explorer
from teaching.widgets.prediction import Prediction

CASES: Final = 2
"""How many small cases of an exercise a page shows."""


@dataclass(frozen=True)
class Part:
    """One thing on a page.

    Attributes:
        kind: ``"html"``, ``"text"`` (Markdown), ``"nothing"``, ``"outcome"`` (of a check: no page shows it, nor the
            cell that it stands in), or a name that the page's script knows.
        text: the HTML or the Markdown.
        data: what the script needs.
        parts: those that it is made of.
    """

    kind: str
    text: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    parts: tuple["Part", ...] = ()


@singledispatch
def part_of(shown: Any) -> Part:
    """Turn something that a cell shows into a part of a page.

    Args:
        shown: what the cell displays or returns.

    Examples:
        >>> part_of("a < b")
        Part(kind='html', text='<pre>&#x27;a &lt; b&#x27;</pre>', data={}, parts=())
        >>> part_of(53).text
        '<p class="value">53</p>'
    """
    if html := _said_by(shown, "_repr_html_"):
        return Part("table" if "<table" in html else "html", html)
    if text := _said_by(shown, "_repr_markdown_"):
        return Part("text", text)
    return Part("html", f"<pre>{escape(in_one_order(shown))}</pre>")


def _said_by(shown: Any, way: str) -> str:
    """What something says of itself in one way; empty where it does not, as a class, which speaks for its things."""
    show = None if isinstance(shown, type) else getattr(shown, way, None)
    return (show() or "") if show else ""


def in_one_order(shown: Any) -> str:
    """Write a value as Python does, but sets in one order wherever they stand: each run of Python has its own.

    Examples:
        >>> in_one_order({"day": 3, "without": {"south", "east"}})
        "{'day': 3, 'without': {'east', 'south'}}"
    """
    if isinstance(shown, set | frozenset) and shown:
        return f"{{{', '.join(sorted(map(in_one_order, shown)))}}}"
    if isinstance(shown, dict):
        return f"{{{', '.join(f'{name!r}: {in_one_order(value)}' for name, value in shown.items())}}}"
    if isinstance(shown, list):
        return f"[{', '.join(map(in_one_order, shown))}]"
    return repr(shown)


@part_of.register(int)
@part_of.register(float)
def _(shown: float) -> Part:
    return Part("html", f'<p class="value">{escape(repr(shown))}</p>')


@part_of.register
def _(shown: World) -> Part:
    """What a world says of itself is for those who write code."""
    return Part("nothing")


@part_of.register
def _(shown: pd.DataFrame) -> Part:
    """A table, without the style that pandas adds to each."""
    return Part("table", re.sub(r"<style scoped>.*?</style>\s*", "", str(shown._repr_html_()), flags=re.DOTALL))  # type: ignore[operator]


@part_of.register
def _(shown: pd.Series) -> Part:
    return part_of(shown.to_frame())


@part_of.register
def _(shown: Styler) -> Part:
    return Part("table", str(shown.set_uuid("table").to_html()))


@part_of.register
def _(shown: Sources) -> Part:
    return Part("source", shown._repr_html_())


@part_of.register
def _(shown: alt.TopLevelMixin) -> Part:
    return Part("chart", data={"spec": shown.to_dict(), "options": OPTIONS})


@part_of.register
def _(shown: Explorer) -> Part:
    return Part("explorer", data={"figure": completed(shown)})


@part_of.register
def _(shown: HandRepair) -> Part:
    return Part("hand_repair", data={"figure": shown.figure})


@part_of.register
def _(shown: Prediction) -> Part:
    state = {name: getattr(shown, name) for name in ("question", "options", "minimum", "maximum", "whole")}
    return Part("prediction", data={"name": shown.name, **state, "_words": shown._words})


@part_of.register
def _(shown: Revealed) -> Part:
    return Part("reveal", data={"name": shown.name, "truth": shown.truth, "scale": shown.scale})


@part_of.register
def _(shown: QuestionControl) -> Part:
    return Part("question", data={"name": shown.name, "asked": shown.asked})


@part_of.register
def _(shown: Sheet) -> Part:
    return Part("sheet", data={"name": shown.name, "asked": shown.asked})


@part_of.register
def _(shown: widgets.VBox) -> Part:
    return Part("several", parts=tuple(part_of(child) for child in shown.children))


@part_of.register
def _(shown: Outcome) -> Part:
    return Part("outcome")


@part_of.register
def _(shown: Exercise) -> Part:
    """The task, small cases with their answers, a place to think, hints, and one way to do it."""
    cases = [Part("case", parts=(*_named(case), part_of(shown.reference(**case)))) for case in shown.small_cases(CASES)]
    return _task(shown, tuple(cases))


@part_of.register
def _(shown: Decision) -> Part:
    return _task(shown, ())


def _task(shown: Exercise | Decision, cases: tuple[Part, ...]) -> Part:
    """What exercises and decisions have in common."""
    words = {"task": shown.task, "minutes": shown.minutes, "hints": list(shown.hints)}
    return Part("task", shown.solution().markdown, {"name": shown.name, **words}, cases)


def _named(case: Mapping[str, Any]) -> tuple[Part, ...]:
    """The arguments of a case, each below its name."""
    return tuple(
        part
        for name, value in case.items()
        for part in (Part("html", f"<p><code>{escape(name)}</code></p>"), part_of(value))
    )
