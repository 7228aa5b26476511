"""What stands in the columns that are no counts: percentages, and marks in place of a number."""

from collections.abc import Callable, Sequence

from disclosure.own_table.layout.blocks import Block
from disclosure.own_table.layout.grid import Share
from disclosure.own_table.layout.measures import Measure
from disclosure.own_table.layout.numbers import Number
from disclosure.own_table.layout.signs import is_mark
from disclosure.own_table.sheets.sheet import address_of


def beside_counts(
    texts: Sequence[Sequence[str]],
    block: Block,
    measures: Sequence[Measure],
    number_at: Callable[[int, int], Number | None],
) -> tuple[tuple[Share, ...], dict[str, str]]:
    """The percentages, and the marks beside them or beside other numbers that are no counts, by address.

    Of which counts they are percentages is found out later, from the numbers.

    Args:
        texts: the texts of the sheet.
        block: where the table stands.
        measures: what each column of numbers holds.
        number_at: the number in a cell, by its row and column; None where there is none.
    """
    shares, marks = list[Share](), dict[str, str]()
    for measure in measures:
        for row in block.body if measure.holds in ("percentage", "statistic") else ():
            number, address = number_at(row, measure.column), address_of(row, measure.column)
            if number is None:
                marks |= {address: text} if is_mark(text := texts[row][measure.column]) else {}
            elif measure.holds == "percentage":
                shares.append(Share(address, round(float(number.value), measure.decimals), measure))
    return tuple(shares), marks
