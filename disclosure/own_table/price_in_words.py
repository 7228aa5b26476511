"""What a repair of a sheet costs, in one line."""

from typing import Final

from disclosure.tables.count_table import PEOPLE

NOTHING_ELSE: Final = "nothing cheaper"
NOTHING_ELSE_AGAIN: Final = "nothing cheaper hides again what was hidden"
PERHAPS: Final = "something cheaper may exist"


def price_in_words(counts: int, small: int, shares: int, people: int | None, ending: str) -> str:
    """The price in one line.

    Args:
        counts: how many printed counts are hidden.
        small: how many of them are too small to be printed.
        shares: how many percentages are hidden beside counts.
        people: the people in these cells; None where that is not known.
        ending: whether anything cheaper exists.

    Examples:
        >>> price_in_words(2, 1, 0, 28, NOTHING_ELSE)
        'Hide 2 more: 28 people, 2 cells (1 of them too small to be printed); nothing cheaper.'
    """
    beside = f"{shares} percentage{'s' * (shares != 1)} of hidden counts" if shares else ""
    if not counts:
        return f"Hide {beside}, and nothing else." if shares else "Nothing more has to be hidden."
    cells = f"{counts} cell{'s' * (counts != 1)}"
    price = cells if people is None else f"{people:,} {PEOPLE}, {cells}"
    also = f" ({small} of them too small to be printed)" if small else ""
    also += f", and {beside}" if beside else ""
    return f"Hide {counts} more: {price}{also}; {ending}."
