"""From a sheet to a grid of counts: which block, which decimal sign, what each line and column is."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, product
from typing import Any, Final

from disclosure.own_table.layout.beside_counts import beside_counts
from disclosure.own_table.layout.blocks import Block, is_number
from disclosure.own_table.layout.grid import Dimension, Grid
from disclosure.own_table.layout.line_labels import (
    Labels,
    are_totals,
    column_labels,
    dimensions_of,
    free_name,
    row_labels,
    told_apart,
    without_measures,
)
from disclosure.own_table.layout.measures import Measure, measure_of
from disclosure.own_table.layout.numbers import Number, deciding, decimal_signs, number_in
from disclosure.own_table.layout.percent_rows import rows_of_percentages
from disclosure.own_table.layout.signs import HIDES, PART_WORDS
from disclosure.own_table.sheets.sheet import Sheet, Value, address_of, place_of
from disclosure.own_table.sheets.unreadable import UnreadableError

MIXED: Final = (
    "{first} ({one}) and {second} ({other}) use different signs for decimals or between thousands: write all numbers "
    "of the table in one way."
)
RAGGED: Final = (
    "Row {row} has {found} cells where the line of headings has {expected}: a separator stands inside a cell without "
    "quotation marks, or is missing."
)

ONE_COUNT: Final = (
    "Row {row} is the only line with a count, and it has only one: that is no table. If lines beside it hide their "
    "counts, put a mark in each of them."
)

Texts = list[list[str]]


def texts_of(sheet: Sheet) -> Texts:
    """The texts of all cells, without spaces around them."""
    return [[cell.text.strip() for cell in row] for row in sheet.cells]


def grid_of(
    sheet: Sheet,
    block: Block,
    decimal: str,
    kinds: Mapping[str, str] | None = None,
    totals: Mapping[str, bool] | None = None,
) -> Grid:
    """Read one table of a sheet.

    Args:
        sheet: the sheet.
        block: where the table stands.
        decimal: its decimal sign.
        kinds: what somebody said that cells are, by address.
        totals: for labels of lines, whether they are totals, as somebody answered.

    Raises:
        UnreadableError: a line is cut into too many cells, stands there twice, or holds what is no count.
    """
    texts, kinds, totals = texts_of(sheet), kinds or {}, totals or {}
    _refuse_ragged(sheet, block)
    number_at = _numbers_of(sheet, texts, decimal)
    shares_down = rows_of_percentages(texts, block, number_at)
    notes, block = _notes(texts, block), _without(block, shares_down, kinds)
    measures = _measures(sheet, texts, block, decimal, kinds)
    counts = [measure.column for measure in measures if measure.holds == "count"]
    if not counts:
        raise UnreadableError(f"{sheet.name} has no column of counts: percentages and statistics alone are not read.")
    dimensions, keys_of_rows, keys_of_columns = _dimensions(texts, block, counts, kinds, totals)
    keys = {
        address_of(row, column): (*row_key, *column_key)
        for row, row_key in zip(block.body, keys_of_rows, strict=True)
        for column, column_key in zip(counts, keys_of_columns, strict=True)
    }
    numbers, marks = _contents(sheet, texts, block, keys, decimal, kinds)
    shares, hidden = beside_counts(texts, block, measures, number_at)
    present = set(keys.values())
    absent = tuple(key for key in product(*(dimension.labels for dimension in dimensions)) if key not in present)
    found: dict[str, Any] = {"measures": measures, "notes": notes, "absent": absent, "marks_beside": hidden}
    return Grid(block, decimal, dimensions, keys, numbers, marks, shares, **found, rows_of_shares=tuple(shares_down))


def _without(block: Block, rows: Sequence[int], kinds: Mapping[str, str]) -> Block:
    """A table without some of its rows, and without those that somebody said are not used."""
    kept = [row for row in block.body if row not in rows and kinds.get(address_of(row, block.labels[0])) != "not used"]
    return replace(block, body=tuple(kept))


def _contents(
    sheet: Sheet, texts: Texts, block: Block, addresses: Iterable[str], decimal: str, kinds: Mapping[str, str]
) -> tuple[dict[str, int], dict[str, str]]:
    """What counts are printed, and what stands in place of the others."""
    numbers: dict[str, int] = {}
    marks: dict[str, str] = {}
    for address in addresses:
        row, column = place_of(address)
        text = _shown(texts, block, row, column)
        number = _number(sheet, row, column, text, decimal)
        if kinds.get(address) in ("hidden", "zero", "not applicable") or number is None:
            marks[address] = _mark(text)
        else:
            numbers[address] = int(number.value)
    return numbers, marks


def _mark(text: str) -> str:
    """A mark without spaces that change nothing: ``< 5`` is ``<5``."""
    return re.sub(r"([<≤])\s+", r"\1", " ".join(text.split()))


def _refuse_ragged(sheet: Sheet, block: Block) -> None:
    """Say which line of a file of text has more cells, or fewer, than the headings."""
    widths = getattr(sheet.source, "widths", ())
    if not widths:
        return
    expected = widths[block.headings[-1]]
    for row in block.body:
        if widths[row] != expected:
            raise UnreadableError(RAGGED.format(row=row + 1, found=widths[row], expected=expected))


def decimals_possible(sheet: Sheet, block: Block) -> set[str]:
    """The decimal signs with which all numbers of a table are numbers.

    Raises:
        UnreadableError: there is none, for two numbers clash; both are named.
    """
    texts = {
        address_of(row, j): sheet.cells[row][j].text.strip()
        for row in block.body
        for j in block.values
        if not isinstance(sheet.cells[row][j].value, int | float)
    }
    texts = {address: text for address, text in texts.items() if is_number(text)}
    possible = decimal_signs(texts.values())
    if not possible:
        one, other = (deciding(texts.values(), sign) for sign in ".,")
        first, second = (next(a for a, text in texts.items() if text == found) for found in (one, other))
        raise UnreadableError(MIXED.format(first=first, one=one, second=second, other=other))
    return possible


def _number(sheet: Sheet, row: int, column: int, text: str, decimal: str) -> Number | None:
    """The number in a cell: of a workbook the stored one, if the text that is shown is a number at all."""
    value: Value = sheet.cells[row][column].value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return number_in(text, ".")
    return number_in(text, decimal)


def _numbers_of(sheet: Sheet, texts: Texts, decimal: str) -> Callable[[int, int], Number | None]:
    """Finds the number in a cell by its row and column."""
    return lambda row, column: _number(sheet, row, column, texts[row][column], decimal)


def _shown(texts: Texts, block: Block, row: int, column: int) -> str:
    """What stands in a cell, or in the flag beside it where the cell is empty, or holds a 0 that only fills it."""
    text, flag = texts[row][column], block.flags.get(column)
    if flag is None:
        return text
    beside = texts[row][flag]
    empty = {texts[other][flag] for other in block.body if not texts[other][column]}
    fills = text == "0" and (HIDES.fullmatch(beside) or beside in empty)
    return beside if beside and (not text or fills) else text


def _measures(sheet: Sheet, texts: Texts, block: Block, decimal: str, kinds: Mapping[str, str]) -> tuple[Measure, ...]:
    """What each column with numbers holds."""
    found = []
    for column, label in zip(block.values, column_labels(texts, block, block.values), strict=True):
        numbers = {
            address_of(row, column): (texts[row][column], number)
            for row in block.body
            if (number := _number(sheet, row, column, texts[row][column], decimal))
        }
        corrected = [kinds.get(address_of(row, column)) for row in block.headings]
        name = " ".join(dict.fromkeys(part for part in label if part))
        heading = address_of(block.headings[-1], column)
        found.append(measure_of(column, name, numbers, heading, next(filter(None, corrected), None)))
    return tuple(found)


def _dimensions(
    texts: Texts, block: Block, counts: Sequence[int], kinds: Mapping[str, str], totals: Mapping[str, bool]
) -> tuple[tuple[Dimension, ...], list[Labels], list[Labels]]:
    """The dimensions of rows, then those of columns, and the labels of each row and column."""
    rows = row_labels(texts, block)
    columns = without_measures(column_labels(texts, block, counts))
    long = len(block.labels) > 1 and not block.sections
    headings = [_heading(texts, block, j) for j in block.labels]
    names_down = [*([""] if block.sections else []), *headings]
    over = [next((c[k] for c in columns if c[k]), "") for k in range(len(columns[0]))] if columns else []
    made: list[Dimension] = []
    keys: list[list[Labels]] = []
    for axis, labels, may_lack, names in (("rows", rows, long, names_down), ("columns", columns, False, over)):
        places = (
            [f"row {row + 1}" for row in block.body]
            if axis == "rows"
            else [f"column {address_of(0, j)[:-1]}" for j in counts]
        )
        of_axis = _axis(axis, labels, places, may_lack, names, made)
        made += of_axis
        keys.append(list(zip(*[dimension.labels for dimension in of_axis], strict=True)) or [() for _ in labels])
    if not made:
        raise UnreadableError(ONE_COUNT.format(row=block.body[0] + 1))
    made = [_once(dimension, texts, block, kinds, totals) for dimension in made]
    return tuple(made), keys[0], keys[1]


def _axis(
    axis: Any, labels: list[Labels], places: list[str], may_lack: bool, names: list[str], made: list[Dimension]
) -> list[Dimension]:
    """The dimensions of one axis, each with one label per line."""
    levels = dimensions_of(labels, may_lack=may_lack)
    varying = [name for name, level in zip(names, zip(*labels, strict=True), strict=True) if len(set(level)) > 1]
    constant = [name for name, level in zip(names, zip(*labels, strict=True), strict=True) if len(set(level)) == 1]
    found: list[Dimension] = []
    for k, level in enumerate(levels):
        own = varying[k] if axis == "rows" and len(varying) == len(levels) else " / ".join(filter(None, varying))
        name = own if axis == "rows" else " / ".join(filter(None, constant))
        taken = {dimension.name for dimension in [*made, *found]}
        apart = told_apart(level, places) if len(levels) == 1 else [label or "(blank)" for label in level]
        found.append(
            Dimension(
                free_name(name or axis.removesuffix("s"), taken),
                tuple(apart),
                (),
                tuple(label[0] for label in labels),
                axis,
                tuple(places),
            )
        )
    return found


def _once(
    dimension: Dimension, texts: Texts, block: Block, kinds: Mapping[str, str], totals: Mapping[str, bool]
) -> Dimension:
    """A dimension with each of its labels once."""
    first: dict[str, int] = {}
    for k, label in enumerate(dimension.labels):
        first.setdefault(label, k)
    labels = tuple(first)
    hints = [_hint(label, called, totals) for label, called in zip(labels, are_totals(labels), strict=True)]
    if dimension.axis == "rows" and len(labels) == len(block.body):
        for k, row in enumerate(block.body):
            corrected = [kinds.get(address_of(row, j)) for j in block.labels]
            hints[k] = True if "total" in corrected else None if "label" in corrected else hints[k]
    parts: dict[str, str] = {}
    for before, label in pairwise(labels):
        if PART_WORDS.match(label.rsplit(" / ", 1)[-1]):
            parts[label] = parts.get(before, before)
    groups = tuple(dimension.groups[k] for k in first.values())
    places = tuple(dimension.places[k] for k in first.values())
    return Dimension(dimension.name, labels, tuple(hints), groups, dimension.axis, places, parts)


def _hint(label: str, called: bool, totals: Mapping[str, bool]) -> bool | None:
    """Whether a label is a total by its name or an answer; None where somebody said that it is none."""
    if label in totals:
        return True if totals[label] else None
    return called


def _heading(texts: Texts, block: Block, column: int) -> str:
    """What stands over a column of labels."""
    return next((texts[row][column] for row in reversed(block.headings) if texts[row][column]), "")


def _notes(texts: Texts, block: Block) -> tuple[str, ...]:
    """Lines of text above and below a table."""
    first, last = block.rows
    outside = [row for i, row in enumerate(texts) if i < first or i > last]
    return tuple(" ".join(filter(None, row)) for row in outside if any(row))
