"""What each cell of a sheet was taken for, once it was read as a table."""

from collections.abc import Mapping, Sequence

from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.as_read import AsRead, Kind
from disclosure.own_table.layout.blocks import Block
from disclosure.own_table.layout.grid import Grid
from disclosure.own_table.layout.line_labels import Texts
from disclosure.own_table.layout.reading import texts_of
from disclosure.own_table.meaning import BEHIND
from disclosure.own_table.sheets.sheet import Sheet, address_of


def as_read(
    sheet: Sheet,
    blocks: Sequence[Block],
    grid: Grid | None,
    nestings: Sequence[Nesting],
    nothing: Mapping[str, str],
    corrections: Mapping[str, Kind],
    hidden_beside: Sequence[str] = (),
) -> AsRead:
    """Say of each cell what it was taken for.

    Args:
        sheet: the sheet.
        blocks: its tables.
        grid: the counts of the one that was read; None while that is not known.
        nestings: for each dimension, what adds up to what.
        nothing: what each mark stands for, once it is answered, such as ``"zero"`` or ``"not applicable"``.
        corrections: what somebody said that cells are.
        hidden_beside: where a mark stands among numbers that were not used.
    """
    texts = texts_of(sheet)
    block = grid.block if grid else blocks[0]
    kinds = _outside(texts, block)
    kinds |= _inside(texts, block, grid)
    if grid:
        kinds |= _counts(grid, nestings, nothing)
        kinds |= _rows_of_shares(texts, grid)
        kinds |= dict.fromkeys(hidden_beside, "hidden")
    rows = [address_of(row, block.labels[0]) for row in range(len(texts))]
    dropped = {address for address in rows if corrections.get(address) == "not used"}
    kinds |= {a: "not used" for row, a in enumerate(rows) if a in dropped for a in _row(texts, row)}
    numbers: dict[str, int | float] = {
        address: 0 for address, kind in kinds.items() if kind in ("zero", "not applicable")
    }
    numbers |= grid.numbers if grid else {}
    labels, totals = (dict(grid.keys), _in_totals(grid, nestings)) if grid else ({}, frozenset())
    return AsRead(sheet, kinds | dict(corrections), corrections, numbers, labels, frozenset(totals))


def _rows_of_shares(texts: Texts, grid: Grid) -> dict[str, Kind]:
    """Rows of percentages, and their labels."""
    held: list[tuple[Sequence[int], Kind]] = [(grid.block.labels, "label"), (grid.block.values, "percentage")]
    return {
        address_of(row, column): kind
        for row in grid.rows_of_shares
        for columns, kind in held
        for column in columns
        if texts[row][column]
    }


def _row(texts: Texts, row: int) -> list[str]:
    """The addresses of a line."""
    return [address_of(row, column) for column in range(len(texts[row]))]


def _outside(texts: Texts, block: Block) -> dict[str, Kind]:
    """Titles above a table, footnotes below."""
    first, last = block.rows
    kinds: dict[str, Kind] = {}
    for row, cells in enumerate(texts):
        for column, text in enumerate(cells):
            inside = first <= row <= last
            kinds[address_of(row, column)] = (
                "blank" if not text else "not used" if inside else "title" if row < first else "footnote"
            )
    return kinds


def _inside(texts: Texts, block: Block, grid: Grid | None) -> dict[str, Kind]:
    """Headings, labels, flags, and columns that are no counts."""
    kinds: dict[str, Kind] = {}

    def note(rows: Sequence[int], columns: Sequence[int], kind: Kind) -> None:
        kinds.update({address_of(row, column): kind for row in rows for column in columns if texts[row][column]})

    note(block.headings, range(len(texts[0])), "heading")
    note((*block.body, *block.sections), block.labels, "label")
    note(block.body, list(block.flags.values()), "flag")
    note(block.body, block.others, "text")
    held: dict[str, Kind] = {"percentage": "percentage", "statistic": "not used", "not used": "not used"}
    for measure in grid.measures if grid else ():
        if measure.holds in held:
            note(block.body, [measure.column], held[measure.holds])
    return kinds


def _counts(grid: Grid, nestings: Sequence[Nesting], nothing: Mapping[str, str]) -> dict[str, Kind]:
    """Counts, zeros, totals and hidden cells."""
    kinds, totals = dict[str, Kind](), _in_totals(grid, nestings)
    for address in grid.keys:
        if grid.marks.get(address) == BEHIND:
            kinds[address] = "percentage"
        elif address in grid.marks:
            mark = grid.marks[address]
            means = nothing.get(mark)
            hidden: Kind = "hidden" if mark or means else "blank"
            kinds[address] = "zero" if means == "zero" else "not applicable" if means == "not applicable" else hidden
        elif address in totals:
            kinds[address] = "total"
        else:
            kinds[address] = "count" if grid.numbers[address] else "zero"
    return kinds


def _in_totals(grid: Grid, nestings: Sequence[Nesting]) -> set[str]:
    """Where the cells stand that a label of theirs calls a sum, whatever stands in them."""
    totals = [
        {dimension.labels[total] for total in nesting.parent.values()}
        for dimension, nesting in zip(grid.dimensions, nestings, strict=True)
    ]
    return {
        address for address, key in grid.keys.items() if any(label in of for label, of in zip(key, totals, strict=True))
    }
