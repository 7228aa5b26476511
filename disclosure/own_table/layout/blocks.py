"""Where a sheet has its tables: lines of title, lines of headings, lines with numbers, footnotes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from disclosure.own_table.layout.numbers import number_in
from disclosure.own_table.layout.side_by_side import refuse_side_by_side
from disclosure.own_table.layout.signs import (
    COUNT_WORDS,
    FLAG_WORDS,
    LABEL_WORDS,
    hides,
    is_mark,
    is_total_word,
    threshold_in,
)
from disclosure.own_table.sheets.sheet import Sheet
from disclosure.own_table.sheets.unreadable import UnreadableError

NO_NUMBERS: Final = "{name} has no lines with a label and numbers: there is no table of counts to check."
NO_HEADINGS: Final = "Row {row} begins the numbers, and no line above it names the columns: add a line of headings."
NO_COUNTS: Final = (
    "Row {row} begins the lines, and no column of theirs holds counts: each names the lines, or is text. "
    "A list with a line for each person is no table of counts: count its people first."
)

Texts = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Block:
    """One table of a sheet, as places of rows and columns, from 0.

    Args:
        headings: the lines that name columns.
        body: the lines with numbers.
        sections: the lines inside the body that name the group of the lines below them.
        labels: the columns that name lines.
        values: the columns with numbers.
        flags: columns of flags, by the column of numbers that they speak of.
        others: columns of text that say nothing of counts.
    """

    headings: tuple[int, ...]
    body: tuple[int, ...]
    sections: tuple[int, ...]
    labels: tuple[int, ...]
    values: tuple[int, ...]
    flags: dict[int, int]
    others: tuple[int, ...]

    @property
    def rows(self) -> tuple[int, int]:
        """The first and the last line."""
        lines = (*self.headings, *self.body)
        return min(lines), max(lines)


def is_number(text: str) -> bool:
    """Whether a text is a number with one of the decimal signs."""
    return bool(number_in(text, ".") or number_in(text, ","))


def blocks_of(sheet: Sheet) -> list[Block]:
    """Find the tables of a sheet, from top to bottom.

    Raises:
        UnreadableError: there is none, or one has no headings.

    Examples:
        >>> from disclosure.own_table.sheets.sheet import sheet_of
        >>> [block] = blocks_of(sheet_of([["Table 1", ""], ["", "n"], ["Ashfield", "7"], ["Dunmere", "<5"]]))
        >>> block.headings, block.body, block.labels, block.values
        ((1,), (2, 3), (0,), (1,))
    """
    texts = [[cell.text.strip() for cell in row] for row in sheet.cells]
    valued = _valued(texts)
    if not valued:
        raise UnreadableError(NO_NUMBERS.format(name=sheet.name))
    return [_block(texts, run) for run in _runs(texts, valued)]


def _valued(texts: Texts) -> list[int]:
    """The lines that hold numbers or marks in as many places as lines of this sheet do."""
    filled = [sum(map(bool, row)) for row in texts]
    numbers = [sum(map(is_number, row[1:])) + sum(map(is_mark, row[1:])) for row in texts]
    plain = [any(map(is_number, row)) for row in texts]
    if not any(many and number for many, number in zip(numbers, plain, strict=True)):
        return []
    usual = Counter(n for n, many, number in zip(filled, numbers, plain, strict=True) if many and number)
    least = max(2, max(usual, key=lambda n: (usual[n], n)) // 2)
    enough = [i for i, many in enumerate(numbers) if many and filled[i] >= min(least, max(filled))]
    first = next(i for i in enough if plain[i])
    beside = {cell for row, number in zip(texts, plain, strict=True) if number for cell in row[1:] if is_mark(cell)}
    columns = [j for j in range(1, len(texts[0])) if any(is_number(line[j]) for line in texts[first:])]
    hidden = [i for i in enough if not plain[i] and _is_all_hidden(texts, i, columns, beside)]
    beside |= {texts[i][j] for i in hidden for j in columns if texts[i][j]}
    return [i for i in enough if plain[i] or _is_all_hidden(texts, i, columns, beside)]


def _is_all_hidden(texts: Texts, row: int, columns: list[int], beside: set[str]) -> bool:
    """Whether a line without numbers is one of hidden counts, and names no columns.

    Args:
        texts: the texts of the sheet.
        row: the line.
        columns: the columns in which numbers stand.
        beside: the marks that stand beside numbers, or in other such lines.
    """
    own = [texts[row][j] for j in columns if texts[row][j]]
    if not texts[row][0] or not all(map(is_mark, own)):
        return bool(own) and all(cell in beside for cell in own)
    if beside & set(own) or any(threshold_in(cell) for cell in own):
        return True
    named = any(all(above[j] for j in columns) for above in texts[:row])
    return named and not _starts_table(texts, row, own)


def _starts_table(texts: Texts, row: int, own: Sequence[str]) -> bool:
    """Whether a line stands below an empty one, as headings do: these are not all alike, and numbers follow."""
    if any(texts[row - 1]):
        return False
    follows = any(is_number(cell) for line in texts[row + 1 :] for cell in line[1:])
    alike = len(own) > 1 and len(set(own)) == 1
    return is_mark(texts[row][0]) or (follows and not alike)


def _runs(texts: Texts, valued: list[int]) -> list[list[int]]:
    """The lines with numbers of each table: a line of headings between two of them begins another table."""
    runs = [[valued[0]]]
    for before, after in pairwise(valued):
        between = [i for i in range(before + 1, after) if sum(map(bool, texts[i])) > 1]
        if between or (after > before + 1 and _numbers_as_headings(texts, after, valued)):
            runs.append([])
        runs[-1].append(after)
    return runs


def _numbers_as_headings(texts: Texts, row: int, valued: Sequence[int]) -> bool:
    """Whether a line of numbers names columns: years, also ``2024 m`` and ``2024 w``, or sizes such as 1 2 3 4 5+."""
    cells = [cell for cell in texts[row][1:] if cell]
    numbers = [number for cell in cells if (number := number_in(cell)) and number.is_whole]
    whole = [int(number.value) for number in numbers]
    others = [cell for cell in cells if not is_number(cell) and not is_mark(cell)]
    years = [1900 <= number <= 2100 for number in whole]
    noted = all(years) and len(set(cells)) == len(cells) and any(number.note.isalpha() for number in numbers)
    rising = noted or (len(set(whole)) == len(whole) and whole in (sorted(whole), sorted(whole, reverse=True)))
    if others and whole and row + 1 in valued:
        below = texts[row + 1][1:]
        named = row > 0 and sum(map(bool, texts[row - 1])) > 1
        if all(years) and rising:
            return any(map(is_number, below))
        return sum(map(is_number, below)) > len(whole) and rising and not named
    return bool(whole) and len(whole) == len(cells) and all(years) and rising and row + 1 in valued


def _block(texts: Texts, run: list[int]) -> Block:
    """One table around its lines with numbers."""
    headings: list[int] = []
    if _numbers_as_headings(texts, run[0], run):
        headings, run = [run[0]], run[1:]
    headings = _headings_above(texts, headings[0] if headings else run[0], headings)
    if not headings and len(run) > 2 and all(is_mark(cell) for cell in texts[run[0]][1:] if cell):
        headings, run = [run[0]], run[1:]
    if not headings:
        raise UnreadableError(NO_HEADINGS.format(row=run[0] + 1))
    refuse_side_by_side(texts, headings, run)
    inside = range(headings[-1] + 1, run[-1] + 1)
    labels, values, flags, others = _columns(texts, headings, run)
    if not values:
        raise UnreadableError(NO_COUNTS.format(row=run[0] + 1))
    sections = tuple(i for i in inside if i not in run and any(texts[i][j] for j in labels))
    lines = _lines_above_total(texts, sections, run, labels)
    run, sections = sorted([*run, *lines]), tuple(row for row in sections if row not in lines)
    return Block(tuple(headings), tuple(run), sections, labels, values, flags, others)


def _lines_above_total(
    texts: Texts, sections: Sequence[int], run: Sequence[int], labels: Sequence[int]
) -> Sequence[int]:
    """The rows without a number that are lines with blank counts: below them there is nothing but a total.

    Where lines stand above the first such row that have no heading either, all are lines.
    """
    if not sections or not labels:
        return ()
    below = [row for row in run if row > sections[-1]]
    if len(below) != 1 or not is_total_word(texts[below[0]][labels[0]]):
        return ()
    last = max((row for row in run if row < sections[-1]), default=-1)
    return [row for row in sections if row > last] if run[0] > sections[0] else sections


def _headings_above(texts: Texts, first: int, found: list[int]) -> list[int]:
    """The lines of headings above a line: those with several cells, or one over the columns of numbers."""
    for row in range(first - 1, -1, -1):
        cells = [j for j, cell in enumerate(texts[row]) if cell]
        if cells == [0] and _follows_headings(texts, row) and (row == first - 1 or not found):
            continue  # the name of the first group, or a line whose count is blank
        if not cells or (len(cells) == 1 and cells[0] == 0) or len(found) == 4:
            break
        if any(is_number(texts[row][j]) for j in cells) and not _only_years(texts[row]):
            break
        found = [row, *found]
    return found


def _follows_headings(texts: Texts, row: int) -> bool:
    """Whether a label alone stands below a line with several cells, or below other labels that do."""
    above = next((cells for cells in texts[row - 1 :: -1] if [j for j, cell in enumerate(cells) if cell] != [0]), ())
    return row > 0 and sum(map(bool, above)) > 1


def _only_years(cells: Sequence[str]) -> bool:
    """Whether all numbers of a line are years."""
    numbers = [number.value for cell in cells if (number := number_in(cell))]
    return all(1900 <= number <= 2100 for number in numbers)


def _columns(
    texts: Texts, headings: list[int], body: list[int]
) -> tuple[tuple[int, ...], tuple[int, ...], dict[int, int], tuple[int, ...]]:
    """Which columns name lines, which hold numbers, which hold flags, and which hold other text."""
    labels: list[int] = []
    values: list[int] = []
    flags: dict[int, int] = {}
    others: list[int] = []
    marks = _marks_beside_numbers(texts, body)
    for j in range(len(texts[0])):
        cells = [texts[i][j] for i in body if texts[i][j]]
        heading = next((texts[i][j] for i in reversed(headings) if texts[i][j]), "")
        if not cells and not heading.strip():
            continue
        told_apart = bool(labels) and not values and _tell_apart(texts, body, labels)
        if told_apart and len(cells) > 1 and all(map(hides, cells)) and not LABEL_WORDS.search(heading):
            values.append(j)
        elif not values and _names_lines(cells, heading, marks, first=not labels, more=j + 1 < len(texts[0])):
            labels.append(j)
        elif values and not any(map(is_number, cells)) and _are_flags(cells, heading):
            flags[values[-1]] = j
        elif any(is_number(cell) or is_mark(cell) for cell in cells) or not cells:
            values.append(j)
        else:
            others.append(j)
    return tuple(labels), tuple(values), flags, tuple(others)


def _tell_apart(texts: Texts, body: list[int], columns: list[int]) -> bool:
    """Whether no two lines are the same in some columns."""
    return len({tuple(texts[i][j] for j in columns) for i in body}) == len(body)


def _marks_beside_numbers(texts: Texts, body: list[int]) -> set[str]:
    """The marks that stand in columns with numbers, but for the first column."""
    columns = [[texts[i][j] for i in body] for j in range(1, len(texts[0]))]
    return {cell for column in columns if any(map(is_number, column)) for cell in column if is_mark(cell)}


def _names_lines(cells: list[str], heading: str, marks: set[str], *, first: bool, more: bool) -> bool:
    """Whether a column at the left names lines: the first one does, then those of text, years and codes."""
    if first:
        return more
    texts = sum(not is_number(cell) for cell in cells)
    codes = any(len(cell) > 1 and cell.startswith("0") and cell.isdecimal() for cell in cells)
    all_hidden = len(set(cells)) == 1 and is_mark(cells[0]) and threshold_in(cells[0]) is not None
    if COUNT_WORDS.fullmatch(heading.strip()) or all_hidden:
        return False
    hidden = sum(cell in marks for cell in cells)
    named = bool(LABEL_WORDS.search(heading)) and not hidden and not any(map(str.isdigit, heading))
    return 2 * (texts - hidden) > len(cells) or named or codes


def _are_flags(cells: list[str], heading: str) -> bool:
    """Whether a column beside numbers holds flags."""
    named = not heading.strip() or bool(FLAG_WORDS.search(heading))
    return named and all(len(cell) <= 30 for cell in cells)
