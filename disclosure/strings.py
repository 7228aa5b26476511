"""What attacks and measures say in words: the one place to translate. Braces are filled in by the caller."""

from typing import Final

EVERYBODY: Final = "everybody"
PRINTS: Final = "“{name}” prints {count}"
PRINTS_FOR: Final = "“{name}” prints {count} for {cell}"
SAME_CELL: Final = "{cell}: {cells}. "
OTHER_CELLS: Final = "{cells}. "
PEOPLE: Final = {1: "exactly 1 person is", 2: "exactly {people} people are"}
WHO: Final = {
    "A": "{Number} counted there.",
    "A - B": "{Number} in the first and not in the other: {minus}.",
    "A - B - C": "{Number} in the first and in neither of the others: {minus}.",
    "A + B - C": "{Number} in one of the first two and not in the third: {minus}.",
}
AFTER: Final = "who came after {day}"
MEMBER: Final = "{group}"
NOT_MEMBER: Final = "not {group}"
NOT_LABEL: Final = "not {label}"
ASPECTS: Final = " or "
BOTH_MINUS: Final = ", and "
