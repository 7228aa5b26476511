"""Whether each line of a table is one person: a list of people (microdata) looks like a table, and counts nobody."""

from collections.abc import Mapping, Sequence
from typing import Final

from disclosure.own_table.footnotes import note_on
from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.grid import Grid
from disclosure.own_table.layout.signs import threshold_in
from disclosure.own_table.questions import MOST_CELLS_NAMED, Question
from disclosure.own_table.sheets.unreadable import UnreadableError

COUNTS, ONE_EACH = "counts", "one each"
NAME: Final = "lines"
LIST: Final = (
    "A list with a line for each person is no table of counts: whoever knows two or three things about somebody finds "
    "that line, and reads the rest. Count its people first, then check those counts. (If the numbers are counts: take "
    "the answer {answer!r} to {name!r} back.)"
)


def lines_question(grid: Grid, nestings: Sequence[Nesting]) -> Question | None:
    """Whether numbers count people, or describe one person a line; None where the table itself shows that they count.

    It does where something adds up, is called a total, or has percentages, or where a mark tells a threshold.

    Args:
        grid: the numbers.
        nestings: for each dimension, what adds up to what.
    """
    called = any(any(dimension.hints) for dimension in grid.dimensions)
    sums = any(nesting.parent or nesting.unsure or nesting.ways for nesting in nestings)
    if called or sums or grid.shares or any(_tells_threshold(mark, grid) for mark in {*grid.marks.values()}):
        return None
    options = {
        COUNTS: "each number counts people, or events",
        ONE_EACH: "each line is one person, household or firm, and tells something about it",
    }
    sentence = "Nothing here adds up to a total: do the numbers count people, or is each line one person?"
    return Question(NAME, sentence, options, tuple(grid.numbers)[:MOST_CELLS_NAMED], always=True)


def _tells_threshold(mark: str, grid: Grid) -> bool:
    """Whether a mark, or its footnote, says up to which number counts are hidden."""
    return threshold_in(mark) is not None or threshold_in(note_on(mark, grid.notes)) is not None


def refuse_list(questions: Sequence[Question], answers: Mapping[str, str]) -> None:
    """Say what to do with a list of people.

    Args:
        questions: what is asked before a table is read.
        answers: what is answered.

    Raises:
        UnreadableError: it is asked and answered that each line is one person.
    """
    if answers.get(NAME) == ONE_EACH and any(question.name == NAME for question in questions):
        raise UnreadableError(LIST.format(answer=ONE_EACH, name=NAME))
