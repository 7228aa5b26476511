"""What a repair of a sheet costs, in one line."""

from dataclasses import dataclass
from typing import Final

from disclosure.tables.count_table import PEOPLE

NOTHING_ELSE: Final = "nothing cheaper"
NOTHING_ELSE_AGAIN: Final = "nothing cheaper hides again what was hidden"
PERHAPS: Final = "something cheaper may exist"


@dataclass(frozen=True)
class PeopleIn:
    """The people in some cells.

    Args:
        total: what the cells add up to: the same people once more in each cell that holds them.
        once: everybody counted once; None where that cannot be told.
    """

    total: int
    once: int | None = None

    def beside(self, cells: str) -> str:
        """So many cells, and the people in them.

        Examples:
            >>> PeopleIn(28, 28).beside("2 cells"), PeopleIn(20, 12).beside("4 cells"), PeopleIn(20).beside("4 cells")
            ('28 people, 2 cells', '12 people, in 4 cells that add up to 20', '4 cells that add up to 20 people')
        """
        if self.once is None:
            return f"{cells} that add up to {self.total:,} {PEOPLE}"
        if self.once == self.total:
            return f"{self.once:,} {PEOPLE}, {cells}"
        return f"{self.once:,} {PEOPLE}, in {cells} that add up to {self.total:,}"

    @property
    def in_words(self) -> str:
        """The same where the number of cells was said before.

        Examples:
            >>> PeopleIn(28, 28).in_words, PeopleIn(20, 12).in_words, PeopleIn(20).in_words
            ('28 people', '12 people, in cells that add up to 20', 'cells that add up to 20 people')
        """
        return f"{self.total:,} {PEOPLE}" if self.once == self.total else self.beside("cells")


def price_in_words(counts: int, small: int, shares: int, people: PeopleIn, ending: str) -> str:
    """The price in one line.

    Args:
        counts: how many printed counts are hidden.
        small: how many of them are too small to be printed.
        shares: how many percentages are hidden with counts.
        people: the people in these cells.
        ending: whether anything cheaper exists.

    Examples:
        >>> price_in_words(2, 1, 0, PeopleIn(28, 28), NOTHING_ELSE)
        'Hide 2 more: 28 people, 2 cells (1 of them too small to be printed); nothing cheaper.'
    """
    beside = f"{shares} percentage{'s' * (shares != 1)} that could tell of hidden counts" if shares else ""
    if not counts:
        return f"Hide {beside}, and nothing else." if shares else "Nothing more has to be hidden."
    price = people.beside(f"{counts:,} cell{'s' * (counts != 1)}")
    also = f" ({small} of them too small to be printed)" if small else ""
    also += f", and {beside}" if beside else ""
    if people.once != people.total:
        ending = ending.replace("cheaper", "with a smaller sum")
    return f"Hide {counts} more: {price}{also}; {ending}."
