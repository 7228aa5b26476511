"""Lines without a count: they name the lines below them, or their count is hidden; where the sheet does not tell, ask.

A sheet tells where the lines add up without it, or where the same lines stand below several headings.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from disclosure.own_table.footnotes import note_on
from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.blocks import Block
from disclosure.own_table.layout.grid import Grid
from disclosure.own_table.layout.line_labels import Texts
from disclosure.own_table.layout.signs import is_total_word, names_a_line
from disclosure.own_table.questions import MOST_CELLS_NAMED, Question, listed
from disclosure.own_table.sheets.sheet import address_of, place_of

HEADING, NOTE, HIDDEN = "heading", "note", "hidden count"
OF_ALL: Final = "lines without a count"
MOST_ASKED_ALONE: Final = 3
"""Of more lines, all are asked about at once."""

MEANS: Final = {
    HEADING: "a heading: it names the lines below it, and counts nobody",
    NOTE: "a note below the table: it counts nobody",
    HIDDEN: "a line of the table, and its count is hidden",
}
SOME: Final = " If some are headings and others hide a count, put a mark where one is hidden, and check again."


@dataclass(frozen=True)
class BlankLine:
    """A line with a label and no count.

    Args:
        row: its place in the sheet, from 0.
        label: what it is called.
        addresses: its label, and where its counts would stand.
        otherwise: what it is, if it hides no count: ``"heading"`` or ``"note"``.
    """

    row: int
    label: str
    addresses: tuple[str, ...]
    otherwise: str = HEADING

    @property
    def name(self) -> str:
        """By what the question about it alone is answered."""
        return f"line {self.label}"


def blank_lines_of(
    texts: Texts, grid: Grid, nestings: Sequence[Nesting], kinds: Mapping[str, str]
) -> tuple[BlankLine, ...]:
    """The lines of a table of which the sheet does not tell whether they hide a count.

    Where no total is printed, a line without a count is a heading; in a table with several columns also where no other
    cell is blank, unless the lines do not add up.

    Args:
        texts: the texts of the sheet.
        grid: the counts, as they are if no such line hides one.
        nestings: for each dimension, what adds up to what.
        kinds: what somebody said that cells are.
    """
    block = grid.block
    counts = [measure.column for measure in grid.measures if measure.holds == "count"]
    rows = [axis for axis, dimension in enumerate(grid.dimensions) if dimension.axis == "rows"]
    totals = any(any(grid.dimensions[axis].hints) or nestings[axis].parent for axis in rows)
    may_hide = len(counts) == 1 or "" in grid.marks.values() or any(nestings[axis].broken for axis in rows)
    if not block.labels or not totals or not may_hide:
        return ()
    blank = [row for row in block.sections if not any(texts[row][j] for j in block.values)]
    blank = [row for row in blank if not _is_heading(texts, block, row) and not _adds_up_below(grid, nestings, row)]
    found = [(row, HEADING) for row in blank] + [(row, NOTE) for row in _below(texts, grid)]
    first = block.labels[0]
    return tuple(
        BlankLine(row, _label(texts, block, row), tuple(address_of(row, j) for j in (first, *counts)), otherwise)
        for row, otherwise in found
        if kinds.get(address_of(row, first)) in (None, "label")
    )


def blank_line_questions(lines: Sequence[BlankLine]) -> Iterator[Question]:
    """Whether each of some lines hides a count; of many, one question for all."""
    if len(lines) <= MOST_ASKED_ALONE:
        for line in lines:
            options = {each: MEANS[each] for each in (line.otherwise, HIDDEN)}
            sentence = f"No count stands beside {line.label!r}: what is it?"
            yield Question(line.name, sentence, options, line.addresses, before=True)
        return
    where = tuple(address for line in lines for address in line.addresses)[:MOST_CELLS_NAMED]
    options = {HEADING: "headings, or notes: they count nobody", HIDDEN: "lines of the table whose counts are hidden"}
    sentence = f"No count stands beside {listed([line.label for line in lines])}: what are they?{SOME}"
    yield Question(OF_ALL, sentence, options, where, before=True)


def hiding(lines: Sequence[BlankLine], answers: Mapping[str, str]) -> tuple[int, ...]:
    """The rows of the lines that hide a count, as it is answered."""
    return tuple(line.row for line in lines if answers.get(line.name, answers.get(OF_ALL)) == HIDDEN)


def with_lines(block: Block, rows: Sequence[int]) -> Block:
    """A table with further lines."""
    sections = tuple(row for row in block.sections if row not in rows)
    return replace(block, body=tuple(sorted({*block.body, *rows})), sections=sections)


def _label(texts: Texts, block: Block, row: int) -> str:
    """What a line is called."""
    return " / ".join(texts[row][j] for j in block.labels if texts[row][j])


def _is_heading(texts: Texts, block: Block, row: int) -> bool:
    """Whether the lines below a line show that it is their heading: others have the same, or their total names it."""
    own = _label(texts, block, row)
    names = {line: texts[line][block.labels[-1]] for line in block.body}
    if own in names.values():
        return False
    end = min((section for section in block.sections if section > row), default=block.body[-1] + 1)
    below = [name for line, name in names.items() if row < line < end]
    elsewhere = {name for line, name in names.items() if not row < line < end}
    totals = [_label(texts, block, line) for line in block.body if row < line]
    return any(name in elsewhere for name in below) or any(
        own.casefold() in label.casefold() for label in totals if is_total_word(label) or label.startswith("Total")
    )


def _adds_up_below(grid: Grid, nestings: Sequence[Nesting], row: int) -> bool:
    """Whether the line below one is in a sum that adds up in all columns: nobody is left for a line without a count."""
    below = min((line for line in grid.block.body if line > row), default=-1)
    keys = [key for address, key in grid.keys.items() if place_of(address)[0] == below]
    for axis, dimension in enumerate(grid.dimensions):
        if dimension.axis != "rows" or not keys:
            continue
        total = nestings[axis].parent.get(dimension.labels.index(keys[0][axis]))
        lines = grid.lines_of(axis)
        if total is not None and lines.sum_of(total, nestings[axis].parts_of(total)).agrees == lines.values.shape[1]:
            return True
    return False


def _below(texts: Texts, grid: Grid) -> list[int]:
    """The lines directly below a table that may be lines of it: a label in the first column alone, and no footnote."""
    block, found = grid.block, list[int]()
    if is_total_word(_label(texts, block, block.body[-1])):
        return found
    for row in range(block.body[-1] + 1, len(texts)):
        label = texts[row][block.labels[0]]
        alone = sum(map(bool, texts[row])) == 1 and names_a_line(label)
        if not alone or any(note_on(mark, [label]) for mark in grid.marks.values() if mark):
            break
        found.append(row)
    return found
