"""What the class found hard: a page to be shown, and the same as a table. Both are made of printed counts alone."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, get_args

import altair as alt
import pandas as pd
import vl_convert
from markupsafe import Markup

from editions.builds import ALONE
from editions.pages.filling import filled
from editions.pages.language import ENGLISH, languages
from editions.pages.page import SIGN
from editions.results import strings
from editions.results.counting import Line, line_of
from editions.results.rechecking import Checked
from editions.results.tasks import exercises_of, questions_of
from editions.results.verdicts import State
from teaching.charts import colours

TEMPLATES: Final = Path(__file__).parent / "templates"
STATES: Final[tuple[State, ...]] = get_args(State)[:3]
FILLS: Final = {
    "right": colours.CROWD,
    "not yet": colours.FOUND,
    "no answer": colours.HIDDEN,
    strings.HIDDEN_PART: colours.QUIET,
}
HARDEST: Final = 3


@dataclass(frozen=True)
class LessonResult:
    """What is printed of one lesson.

    Attributes:
        lesson: its name without number.
        people: how many handed in; None where these are too few to be told.
        lines: by exercise or question.
        not_checked: the names of those that were not checked.
        ran_code: whether functions were run.
    """

    lesson: str
    people: int | None
    lines: Mapping[str, Line]
    not_checked: tuple[str, ...] = ()
    ran_code: bool = False

    @property
    def hardest(self) -> list[str]:
        """Where the fewest were right, of what is printed."""
        right = {name: line.printed["right"] for name, line in self.lines.items()}
        known = {name: count for name, count in right.items() if count is not None and count < (self.people or 0)}
        return sorted(known, key=lambda name: known[name])[:HARDEST]


def results_of(checked: Checked, threshold: int) -> list[LessonResult]:
    """Count how answers stand, and print what may be printed.

    Args:
        checked: all hand-ins.
        threshold: the smallest count that is printed.
    """
    found = []
    for lesson, lines in checked.states.items():
        not_checked = tuple(name for name, states in lines.items() if "not checked" in states)
        counted = {name: Counter(states) for name, states in lines.items() if name not in not_checked}
        printed = {name: line_of(tuple((s, counts[s]) for s in STATES), threshold) for name, counts in counted.items()}
        people = max(map(len, lines.values()), default=0)  # each line has a state for everybody
        told = people if people >= threshold else None
        found.append(LessonResult(lesson, told, printed, not_checked, checked.ran_code))
    return found


def as_table(results: Sequence[LessonResult]) -> pd.DataFrame:
    """One row for each exercise and question of which anything is printed; ``c`` where a count is hidden."""
    rows = [
        {"lesson": result.lesson, **_row(result.lesson, name, line)}
        for result in results
        for name, line in result.lines.items()
        if line.people is not None
    ]
    return pd.DataFrame(rows, columns=["lesson", *strings.COLUMNS])


def _row(lesson: str, name: str, line: Line) -> dict[str, Any]:
    """One line as it stands in the table."""
    what = strings.QUESTION if name in questions_of(lesson) else strings.EXERCISE
    counts = {column: line.printed[column] for column in strings.COLUMNS[2:-1]}
    shown = {column: strings.HIDDEN if count is None else count for column, count in counts.items()}
    return {"what": what, "name": name.split("/")[1], **shown, "of": line.people}


def picture(results: Sequence[LessonResult], threshold: int, titles: Mapping[str, str]) -> str:
    """The page: a chart and a table for each lesson.

    Args:
        results: what is printed.
        threshold: the smallest count that is printed.
        titles: of the lessons, by name without number.
    """
    lessons = [
        {
            "title": titles.get(result.lesson, result.lesson),
            "said": list(_said(result, threshold)),
            "chart": Markup(chart_of(result)) if result.people is not None and result.lines else "",
            "rows": as_table([result]).to_dict("records"),
            "texts": {name.split("/")[1]: _text(result.lesson, name) for name in result.lines},
        }
        for result in results
    ]
    notes = [strings.RULE.format(most=threshold - 1), strings.FIRST, strings.ONCE]
    if any(line.people in line.printed.values() for result in results for line in result.lines.values() if line.people):
        notes.append(strings.EVERYBODY)
    return filled(
        "class",
        TEMPLATES,
        title=strings.TITLE,
        policy=ALONE.policy,
        sign=SIGN,
        lessons=lessons,
        columns=strings.COLUMNS,
        notes=notes,
        label=languages()[ENGLISH].page["table"],
    )


def _said(result: LessonResult, threshold: int) -> Iterator[str]:
    """The sentences above a chart."""
    if result.people is None:
        yield strings.TOO_FEW.format(threshold=threshold)
        return
    yield strings.HANDED_IN.format(people=result.people)
    if result.hardest:
        yield strings.HARDEST.format(names=", ".join(name.split("/")[1] for name in result.hardest))
    if result.not_checked:
        yield strings.NOT_SHOWN.format(names=", ".join(name.split("/")[1] for name in result.not_checked))
        if not result.ran_code:
            yield strings.NOT_RUN


def _text(lesson: str, name: str) -> str:
    """What was asked; of an exercise, its name says enough."""
    question = questions_of(lesson).get(name)
    return question.text if question and name not in exercises_of(lesson) else ""


def chart_of(result: LessonResult) -> str:
    """Draw the lines of a lesson as bars (SVG)."""
    parts = pd.DataFrame(
        [
            {"name": name.split("/")[1], "part": part, "learners": count, "place": place}
            for name, line in result.lines.items()
            for place, (part, count) in enumerate(_parts(line))
        ]
    )
    domain = [part for part in FILLS if part in set(parts["part"])]
    fill = alt.Scale(domain=domain, range=[FILLS[part] for part in domain])
    names = alt.Axis(ticks=False, domain=False, labelLimit=320, labelPadding=8)
    base = alt.Chart(parts, description=strings.CHART).encode(
        alt.X("learners:Q", title=strings.AXIS, stack="zero", axis=alt.Axis(tickMinStep=1)),
        alt.Y("name:N", sort=None, title=None, axis=names),
        order="place:Q",
    )
    bars = base.mark_bar(stroke=colours.INK, strokeWidth=0.7).encode(
        alt.Color("part:N", scale=fill, legend=alt.Legend(title=None, orient="top")),
        strokeDash=alt.condition(f"datum.part === '{strings.HIDDEN_PART}'", alt.value([4, 3]), alt.value([1, 0])),
    )
    numbers = base.mark_text(align="right", dx=-5, fontWeight="bold").encode(
        text="learners:Q",
        color=alt.condition(f"datum.part === '{strings.HIDDEN_PART}'", alt.value(colours.INK), alt.value("white")),
    )
    drawn = alt.layer(bars, numbers).properties(width=560, height=alt.Step(26)).configure_view(stroke=None)
    svg: str = vl_convert.vegalite_to_svg(drawn.to_dict())
    return svg


def _parts(line: Line) -> Iterator[tuple[str, int]]:
    """The printed counts of a line, and what is left of its people as one hidden part."""
    printed = {part: count for part, count in line.printed.items() if count}
    yield from printed.items()
    if hidden := (line.people or 0) - sum(printed.values()):
        yield strings.HIDDEN_PART, hidden
