"""What a workbook gives away by itself, before any arithmetic: whoever has the file reads these with two clicks."""

from collections.abc import Iterator, Sequence
from typing import Final

from disclosure.own_table.layout.numbers import number_in
from disclosure.own_table.sheets.sheet import Leak, Sheet, WorkbookSource, Written
from disclosure.own_table.sheets.workbooks import column_name

LONGEST: Final = 80
FORMAT: Final = "{where} shows {text!r} and stores {value}: whoever clicks on it reads {value}. Type the mark itself."
FORMULA: Final = (
    "{where} shows {text!r} by a formula, {formula}: it names the cell with the count. Keep the mark as a value."
)
FORMULAS: Final = "{where} holds {number} (the first is {first}), which say how figures were made: keep values only."
HIDDEN_SHEET: Final = "The sheet {where} is hidden, and anybody can show it: take it out of the file."
HIDDEN_LINE: Final = "{what} of {where} is hidden, and anybody can show it{holds}: take it out of the file."
COMMENT: Final = "{where} has a comment, {text!r}: read it once more, or take it out."
PIVOT: Final = "The file keeps the records behind a pivot table ({parts}): anybody can list them. Copy values only."


def leaks_of(sheets: Sequence[Sheet]) -> tuple[Leak, ...]:
    """All that the sheets of one file give away by themselves, the values under marks first.

    Examples:
        >>> cell = Written(6, 1, "<5", 3, '[<5]"<5";0')
        >>> leaks_of([Sheet("Table 4a", ((cell,),), WorkbookSource("xlsx"))])[0].given_away
        '3'
    """
    return tuple(leak for sheet in sheets for leak in _of_sheet(sheet)) + tuple(_of_file(sheets))


def _of_sheet(sheet: Sheet) -> Iterator[Leak]:
    """What one sheet gives away."""
    if not isinstance(sheet.source, WorkbookSource):
        return
    for cell in sheet:
        where = f"{sheet.name}!{cell.address}"
        if cell.hidden or (cell.text == "" and cell.value is None):
            continue
        if _is_masked(cell):
            words = FORMAT.format(where=where, text=cell.text, value=cell.value)
            yield Leak("format", where, words, str(cell.value))
        elif cell.formula and number_in(cell.text) is None:
            words = FORMULA.format(where=where, text=cell.text, formula=_short(cell.formula))
            yield Leak("formula", where, words)
    if sheet.source.hidden:
        yield Leak("hidden", sheet.name, HIDDEN_SHEET.format(where=sheet.name))
    yield from _lines(sheet, sheet.source)
    for cell in sheet:
        if cell.comment:
            where = f"{sheet.name}!{cell.address}"
            yield Leak("comment", where, COMMENT.format(where=where, text=_short(cell.comment)), cell.comment)
    formulas = [cell for cell in sheet if cell.formula]
    if formulas:
        number = f"{len(formulas)} formula{'s' * (len(formulas) > 1)}"
        words = FORMULAS.format(number=number, where=sheet.name, first=formulas[0].address)
        yield Leak("formula", f"{sheet.name}!{formulas[0].address}", words)


def _is_masked(cell: Written) -> bool:
    """Whether a number is stored and something else than a number is shown; of a hyphen for 0 nothing is given away."""
    if isinstance(cell.value, bool) or not isinstance(cell.value, int | float):
        return False
    return number_in(cell.text) is None and cell.value != 0


def _lines(sheet: Sheet, source: WorkbookSource) -> Iterator[Leak]:
    """Hidden rows and columns that hold something."""
    for row in sorted(source.hidden_rows):
        if row < len(sheet.cells) and any(cell.value is not None for cell in sheet.cells[row]):
            yield _line(sheet, f"Row {row + 1}", f"{sheet.name}!{row + 1}", list(sheet.cells[row]))
    for column in sorted(source.hidden_columns):
        cells = [line[column] for line in sheet.cells if column < len(line)]
        if any(cell.value is not None for cell in cells):
            name = column_name(column)
            yield _line(sheet, f"Column {name}", f"{sheet.name}!{name}", cells)


def _line(sheet: Sheet, what: str, where: str, cells: Sequence[Written]) -> Leak:
    """One hidden row or column."""
    values = [str(cell.value) for cell in cells if cell.value is not None]
    holds = f" (it holds {_short(', '.join(values))})"
    return Leak("hidden", where, HIDDEN_LINE.format(what=what, where=sheet.name, holds=holds))


def _of_file(sheets: Sequence[Sheet]) -> Iterator[Leak]:
    """What belongs to no sheet."""
    sources = [sheet.source for sheet in sheets if isinstance(sheet.source, WorkbookSource)]
    if sources and (caches := sources[0].pivot_caches):
        yield Leak("pivot cache", sheets[0].file, PIVOT.format(parts=", ".join(caches)))


def _short(text: str) -> str:
    """A text in one line that fits into a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
