"""What the columns of a table hold: counts, percentages, rates, or other statistics beside counts."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from disclosure.own_table.layout.numbers import Number
from disclosure.own_table.layout.signs import PERCENT_WORDS, STATISTIC_WORDS, rate_base
from disclosure.own_table.sheets.sheet import address_of
from disclosure.own_table.sheets.unreadable import UnreadableError

Holds = Literal["count", "percentage", "statistic", "not used"]

FRACTIONS: Final = (
    "{address} is {text}, and counts are whole numbers: say what its column holds, a percentage or nothing that is "
    "used, by correcting its heading {heading}; of weighted counts nothing is known here."
)
NEGATIVE: Final = "{address} is {text}, and a count is 0 or more: mend it, or correct what its column {heading} holds."
MOST_DECIMALS: Final = 10
"""A workbook stores what was divided with all places that it has, and the last of these are wrong."""

MEASURE_WORD: Final = re.compile(
    r"\(\s*(?:%|n|no\.?)\s*\)|%|\b(?:per\s?cent(?:age)?|pct|number|count|n|no|share|anteil|prozent|anzahl)\b\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Measure:
    """What one column holds.

    Args:
        column: its place.
        holds: what.
        per: 100 for percentages, 1 for shares such as 0.61; of a rate, to how many people it refers.
        decimals: how many decimals are printed, at most.
        name: its heading, in one text.
    """

    column: int
    holds: Holds
    name: str
    per: int = 100
    decimals: int = 0

    @property
    def letter(self) -> str:
        """Its place as a sheet calls it, such as ``"F"``."""
        return address_of(0, self.column)[:-1]

    @property
    def stem(self) -> str:
        """The heading without words such as ``n`` and ``%``: what counts and percentages of the same have in common.

        Examples:
            >>> Measure(2, "percentage", "SEN (%)").stem, Measure(1, "count", "SEN n").stem
            ('sen', 'sen')
        """
        return " ".join(MEASURE_WORD.sub(" ", self.name).split()).casefold().strip(" ,:-/()")


def measure_of(
    column: int, name: str, numbers: Mapping[str, tuple[str, Number]], heading: str, corrected: str | None = None
) -> Measure:
    """Tell what a column holds, by its heading and its numbers.

    Args:
        column: its place.
        name: its heading, in one text.
        numbers: for the addresses of its numbers, the text and what it was read as.
        heading: the address of its heading.
        corrected: what somebody said that it is.

    Raises:
        UnreadableError: it has fractions, or numbers below 0, and nothing says why.
    """
    read = [number for _, number in numbers.values()]
    decimals = min(max((number.decimals for number in read), default=0), MOST_DECIMALS)
    rate = rate_base(name)
    if corrected in ("not used", "text"):
        return Measure(column, "not used", name)
    percent = any(number.percent for number in read) or bool(PERCENT_WORDS.search(name))
    per = rate or (1 if _are_fractions(name, read) else 100)
    if corrected == "percentage" or (corrected is None and (percent or rate)):
        return Measure(column, "percentage", name, per, decimals)
    if corrected is None and STATISTIC_WORDS.search(name):
        return Measure(column, "statistic", name, decimals=decimals)
    for address, (text, number) in numbers.items():
        if number.value < 0:
            raise UnreadableError(NEGATIVE.format(address=address, text=text, heading=heading))
        if not number.is_whole:
            raise UnreadableError(FRACTIONS.format(address=address, text=text, heading=heading))
    return Measure(column, "count", name)


def _are_fractions(name: str, numbers: Sequence[Number]) -> bool:
    """Whether shares are printed as fractions of 1, such as 0.61: with two decimals or more, and no per cent sign."""
    signs = "%" in name or any(number.percent for number in numbers)
    inside = all(0 <= number.value <= 1 for number in numbers) and any(0 < number.value < 1 for number in numbers)
    return not signs and inside and max(number.decimals for number in numbers) > 1


def counts_named(measures: Sequence[Measure], percentage: Measure) -> list[Measure]:
    """The columns of counts that the heading of percentages names; the likeliest first, none where it names none.

    A heading is a hint: which counts the percentages belong to is told by the numbers.

    Examples:
        >>> columns = [Measure(1, "count", "SEN n"), Measure(2, "count", "Meals"), Measure(3, "percentage", "SEN %")]
        >>> [each.name for each in counts_named(columns, columns[2])]
        ['SEN n']
        >>> [each.name for each in counts_named(columns, Measure(3, "percentage", "Share of meals"))]
        ['Meals']
    """
    counts = [measure for measure in measures if measure.holds == "count"]
    same = [measure for measure in counts if measure.stem == percentage.stem]
    if same:
        left = [measure for measure in same if measure.column < percentage.column]
        return [*left[:-2:-1], *same][:1]
    heading = percentage.name.casefold()
    places = {measure: re.search(rf"\b{re.escape(measure.stem)}", heading) for measure in counts if measure.stem}
    found = {measure: place.start() for measure, place in places.items() if place}
    return sorted(found, key=lambda measure: found[measure])
