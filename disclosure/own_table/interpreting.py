"""From a sheet and some answers to tables that can be audited, or to the questions that stand between."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeVar, get_args

from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.own_table.bases_of_shares import Fitting, fittings_of
from disclosure.own_table.blank_lines import blank_line_questions, blank_lines_of, hiding, with_lines
from disclosure.own_table.counts_behind import fitting_behind, with_counts_behind
from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.blocks import Block, blocks_of, is_number
from disclosure.own_table.layout.grid import Grid, refuse_twice
from disclosure.own_table.layout.measures import Measure
from disclosure.own_table.layout.percent_rows import refuse_percentages_alone
from disclosure.own_table.layout.reading import MIXED, decimals_possible, grid_of, texts_of
from disclosure.own_table.lines_of_people import lines_question, refuse_list
from disclosure.own_table.meaning import BEHIND, BLANK, NOT_APPLICABLE, NOT_TOLD, ZERO, Covering, Meaning, base_of
from disclosure.own_table.parts_of_wholes import parts_questions, with_parts_told
from disclosure.own_table.questions import (
    Question,
    coverage_questions,
    gaps_in_words,
    mark_questions,
    rounding_question,
    sums_questions,
    total_questions,
    with_sums_told,
)
from disclosure.own_table.shares import meanings_of_shares, share_questions, wholes_told
from disclosure.own_table.sheets.sheet import Sheet, address_of
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.sums_beside_shares import ways_beside_shares
from disclosure.own_table.tables import Tables, tables_of

Answers = Mapping[str, str]
Made = TypeVar("Made")

COVERS_WHAT: Final[dict[str, Covering]] = {way: way for way in get_args(Covering)}

SUMS_AMONG: Final = "If some of these lines are sums of others, call them totals, such as 'Total North'."

DECIMAL_OPTIONS = {".": "a point before decimals, commas between thousands", ",": "a comma before decimals"}


@dataclass(frozen=True)
class Interpretation:
    """A sheet as it is read under some answers.

    Args:
        blocks: the tables on it.
        grid: the counts; None while it is not known which table is meant, or which sign stands before decimals.
        nestings: for each dimension, what adds up to what.
        questions: what can still be asked.
        slack: by how much a rounded count may be off.
        all_questions: the same, and those that are answered.
        fittings: for each column of percentages, what these can be percentages of.
    """

    blocks: Sequence[Block]
    grid: Grid | None
    nestings: Sequence[Nesting]
    questions: tuple[Question, ...]
    slack: float = 0
    all_questions: tuple[Question, ...] = ()
    fittings: Mapping[Measure, Fitting] = field(default_factory=dict)


class Steps:
    """What was read of a sheet on the way to its tables: many sets of answers share the same steps."""

    def __init__(self) -> None:
        """Nothing was read yet."""
        self._made: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Take a step the first time it is asked for, and return what came out of it."""
        if key not in self._made:
            self._made[key] = make()
        made: Made = self._made[key]
        return made


def interpret(sheet: Sheet, answers: Answers, kinds: Mapping[str, str], steps: Steps | None = None) -> Interpretation:
    """Read a sheet as far as answers allow.

    Args:
        sheet: the sheet.
        answers: what is answered.
        kinds: what somebody said that cells are.
        steps: what was read of the same sheet before, with the same kinds.

    Raises:
        UnreadableError: there is no table, or it says two things at once.
    """
    steps = steps or Steps()
    blocks = steps.once("blocks", lambda: blocks_of(sheet))
    if len(blocks) > 1 and answers.get("table") is None:
        return Interpretation(blocks, None, (), (_which_table(blocks),))
    which = _chosen_block(blocks, answers) if len(blocks) > 1 else 0
    key = ("decimal", which, answers.get("decimal sign"))
    decimal, question = steps.once(key, lambda: _decimal(sheet, blocks[which], answers, kinds))
    if question:
        return Interpretation(blocks, None, (), (question,))
    totals = tuple(sorted(_totals_told(answers).items()))
    grid, plain = _read(sheet, blocks[which], (which, decimal, totals, ()), kinds, steps)
    bare = _read(sheet, blocks[which], (which, decimal, (), ()), kinds, steps)
    blank = steps.once(("blank", which, decimal), lambda: blank_lines_of(texts_of(sheet), *bare, kinds))
    first = (*filter(None, (lines_question(grid, plain), rounding_question(grid))), *blank_line_questions(blank))
    if (asked := next((each for each in first if each.name not in answers), None)) is not None:
        return Interpretation(blocks, grid, plain, (asked,), 0, first)
    refuse_list(first, answers)
    read = (which, decimal, totals, hiding(blank, answers))
    try:
        grid, _ = _read(sheet, blocks[which], read, kinds, steps)
        return replace(_counts_read(grid, read, answers, steps, first), blocks=blocks)
    except UnreadableError as error:
        if hiding(blank, answers):  # the sheet can be read in one way alone
            raise ContradictionError(str(error)) from None
        raise


Read = tuple[int, str, tuple[tuple[str, bool], ...], tuple[int, ...]]
"""How a sheet is read: which table, its decimal sign, which lines are totals, which lines without a count hide one."""


def _read(
    sheet: Sheet, block: Block, read: Read, kinds: Mapping[str, str], steps: Steps
) -> tuple[Grid, Sequence[Nesting]]:
    """The counts of a table, and what adds up to what before anything else is answered."""
    _, decimal, totals, hidden = read
    made = with_lines(block, hidden)
    grid = steps.once(("grid", read), lambda: grid_of(sheet, made, decimal, kinds, dict(totals)))
    return grid, steps.once(("nestings", read, frozenset(), 0), lambda: grid.nestings())


def _counts_read(grid: Grid, read: Read, answers: Answers, steps: Steps, first: tuple[Question, ...]) -> Interpretation:
    """What can be asked of the counts of a table, and of its percentages, once it is known what its lines are."""
    slack = base_of(answers.get("rounding", "")) // 2
    wholes = wholes_told(grid, answers, slack)
    grid = steps.once(("behind", read, *wholes.items()), lambda: with_counts_behind(grid, wholes))
    nobody = _marks_of_nobody(grid, answers)
    key = (read, *wholes.items(), nobody)
    grid = steps.once(("nobody", *key), lambda: replace(grid, nobody=nobody))
    nestings = steps.once(("nestings", *key, slack), lambda: grid.nestings(slack))
    questions, grid, nestings = _adding_up(grid, nestings, slack, answers)
    told = tuple(answers.get(question.name) for question in questions)
    fittings = steps.once(("fittings", *key, slack, told), lambda: fittings_of(grid, nestings, slack))
    fittings = {measure: fitting_behind(grid, measure, found) for measure, found in fittings.items()}
    if not [question for question in questions if question.name not in answers]:
        questions += [*mark_questions(grid, answers), *coverage_questions(grid, nestings, slack)]
        questions += share_questions(grid, nestings, fittings, slack, answers)
    still = tuple(question for question in questions if question.name not in answers)
    return Interpretation((), grid, nestings, still, slack, (*first, *questions), fittings)


def _totals_told(answers: Answers) -> dict[str, bool]:
    """For lines of which it was asked, whether they are totals."""
    return {name.removeprefix("total "): means == "yes" for name, means in answers.items() if name[:6] == "total "}


def _marks_of_nobody(grid: Grid, answers: Answers) -> frozenset[str]:
    """The marks that stand for nobody, as it was answered."""
    marks = {*grid.marks.values()}
    return frozenset(mark for mark in marks if answers.get(f"mark {mark or BLANK}") in (ZERO, NOT_APPLICABLE))


def _adding_up(
    grid: Grid, nestings: Sequence[Nesting], slack: float, answers: Answers
) -> tuple[list[Question], Grid, list[Nesting]]:
    """What is asked of what adds up to what; and that, as far as it is answered."""
    refuse_twice(grid, nestings)
    refuse_percentages_alone(grid, nestings)
    nestings = ways_beside_shares(grid, nestings, slack)
    questions = [*total_questions(grid, nestings), *sums_questions(grid, nestings)]
    told = [with_sums_told(*each, answers) for each in zip(grid.dimensions, nestings, strict=True)]
    questions += parts_questions(grid, told, slack)
    return questions, *with_parts_told(grid, told, answers)


def tables_under(found: Interpretation, answers: Answers) -> Tables:
    """The tables of a sheet, once all is answered.

    Raises:
        ContradictionError: lines do not add up, and the answers say that they do.
    """
    grid = found.grid
    assert grid is not None
    uncovered = frozenset(
        name.removeprefix("cover ") for name, means in answers.items() if name[:6] == "cover " and means == "no"
    )
    for axis, (dimension, nesting) in enumerate(zip(grid.dimensions, found.nestings, strict=True)):
        over = any(gap.over for gap in nesting.broken.values())
        if over or (nesting.broken and dimension.name not in uncovered):
            raise ContradictionError(" ".join([*gaps_in_words(grid, axis, nesting), *[SUMS_AMONG] * over]))
    if "afterwards" in answers.get("rounding", ""):
        _refuse_sums_off(grid, found.nestings)
    marks = {*grid.marks.values(), *([""] if grid.absent else [])} - {BEHIND}
    meaning = Meaning(
        marks={mark: answers[f"mark {mark or BLANK}"] for mark in marks} | {BEHIND: NOT_TOLD},
        covering={
            mark: COVERS_WHAT[answers[name]] for mark in marks if (name := f"covering {mark or BLANK}") in answers
        },
        base=base_of(answers.get("rounding", "")),
        added_after="afterwards" in answers.get("rounding", ""),
        not_covered=uncovered,
        shares=meanings_of_shares(grid, found.fittings, answers),
    )
    return tables_of(grid, found.nestings, meaning)


def _refuse_sums_off(grid: Grid, nestings: Sequence[Nesting]) -> None:
    """Say where totals are no sums of rounded counts, although an answer says so."""
    for axis, nesting in enumerate(nestings):
        lines = grid.lines_of(axis)
        sums = {total: lines.sum_of(total, nesting.parts_of(total)) for total in dict.fromkeys(nesting.parent.values())}
        off = {total: gap for total, gap in sums.items() if not gap.fits}
        if off:
            raise ContradictionError(" ".join(gaps_in_words(grid, axis, replace(nesting, broken=off))))


def _which_table(blocks: Sequence[Block]) -> Question:
    """Several tables on one sheet: which is meant."""
    options = {str(k): f"the table in rows {a + 1} to {b + 1}" for k, (a, b) in enumerate((x.rows for x in blocks), 1)}
    where = tuple(address_of(block.rows[0], block.labels[0]) for block in blocks)
    return Question("table", f"I see {len(blocks)} tables on this sheet: which one?", options, where, always=True)


def _chosen_block(blocks: Sequence[Block], answers: Answers) -> int:
    """The place of the table that was answered."""
    answer = answers["table"]
    if answer not in map(str, range(1, len(blocks) + 1)):
        raise UnreadableError(f"The answer to 'table' is {answer!r}: choose a number from 1 to {len(blocks)}.")
    return int(answer) - 1


def _decimal(sheet: Sheet, block: Block, answers: Answers, kinds: Mapping[str, str]) -> tuple[str, Question | None]:
    """The decimal sign of a table; or the question, where no number and no sum tells."""
    possible = decimals_possible(sheet, block)
    if answers.get("decimal sign") in possible:
        return answers["decimal sign"], None
    if len(possible) == 1 or not _with_signs(sheet, block):
        return min(possible), None
    readings: dict[str, Grid] = {}
    for sign in sorted(possible):
        try:
            readings[sign] = grid_of(sheet, block, sign, kinds)
        except UnreadableError as error:
            refusal = error
    if not readings:
        _refuse_mixed(sheet, block)
        raise refusal
    numbers = {
        tuple(sorted(grid.numbers.items())) + tuple(share.number for share in grid.shares) for grid in readings.values()
    }
    told = [sign for sign, grid in readings.items() if _adds_up(grid)]
    if len(readings) == 2 and len(numbers) == 1:
        return ".", None
    if len(readings) == 1 and told:
        return told[0], None
    where = _with_signs(sheet, block)
    question = Question("decimal sign", "Which sign stands before decimals?", DECIMAL_OPTIONS, where, always=True)
    return "", question


def _with_signs(sheet: Sheet, block: Block) -> tuple[str, ...]:
    """The addresses of numbers with a point or a comma in them."""
    cells = (sheet.cells[row][j] for row in block.body for j in block.values)
    return tuple(cell.address for cell in cells if ("." in cell.text or "," in cell.text) and is_number(cell.text))


def _refuse_mixed(sheet: Sheet, block: Block) -> None:
    """Say where a comma and a point stand between thousands in one table."""
    cells = [sheet.cells[row][j] for row in block.body for j in block.values]
    grouped = {
        sign: [cell for cell in cells if re.fullmatch(rf"\d{{1,3}}(\{sign}\d{{3}})+", cell.text)] for sign in ",."
    }
    if all(grouped.values()):
        one, other = grouped[","][0], grouped["."][0]
        words = {"first": one.address, "one": one.text, "second": other.address, "other": other.text}
        raise UnreadableError(MIXED.format(**words))


def _adds_up(grid: Grid) -> bool:
    """Whether some line of a grid adds up where all is printed."""
    return any(
        grid.lines_of(axis).sum_of(total, nesting.parts_of(total)).agrees
        for axis, nesting in enumerate(grid.nestings())
        for total in dict.fromkeys(nesting.parent.values())
    )
