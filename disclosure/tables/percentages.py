"""Percentages and rates: a share of a base, printed beside a count, which may tell the count itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal, get_args

import pandas as pd

from disclosure.labels import TOTAL, cell_name
from disclosure.rules import as_written
from disclosure.tables.dimensions import RESERVED
from disclosure.tables.rounded_numbers import Interval, Rounding, interval_behind
from disclosure.whole_numbers import real_numbers, whole_number

Base = str | tuple[str, ...] | Mapping[str, str] | None
"""What percentages are percentages of: see `Percentages`."""

Forced = bool | Literal["moved"] | None
"""Whether complete sets of parts were made to add up to 100, and how: see `Percentages`."""

NO_NUMBER: Final = "leave it missing where none is printed, and write the others as numbers, such as 9.1"


@dataclass(frozen=True, repr=False)
class Percentages:
    """What the percentages, or rates, in one column beside the counts are percentages of, and how they are rounded.

    A percentage may stand beside a hidden count; where one is missing, nothing is read from that. Of a base of 0, a
    percentage is missing or 0.

    Args:
        column: the column of the table's cells with the percentages.
        of: the base. A dimension, or several: the total over these, such as ``of="region"`` for a percentage of all
            regions. ``of={"who": "pupils"}``: the cell with this label. Another column of the cells: whole numbers,
            such as the population. None: numbers that are not in the table; then nothing can be used, and the audit
            says so.
        decimals: to how many places all of them are printed.
        rounding: how they are rounded, one of `Rounding`; ``"unknown"`` claims the least.
        sums_to_100: whether a complete set of parts was made to add up to 100; it must be answered where such a set is
            printed. Complete means all parts of one base, with each of its people in just one: the percentages of
            North and South, if there is no third region. True: so that no part is printed more than one unit off what
            it is (by largest remainders, say). ``"moved"``: each part was rounded, and then some, such as the largest,
            were moved by one unit, which may be one and a half off; whoever does not know the way says this.
        per: 100 for percentages; of a rate, the people to whom it refers, such as 100_000.
        base_rounded_to: where the base is a column: to a multiple of what it is rounded, in any way.
        of_rounded: whether they were computed from rounded counts; it must be answered where the table rounds counts.
        weighted: whether they are percentages of weighted counts; then nothing can be used, and the audit says so.

    Raises:
        ValueError: a name or a number is none that can be meant.

    Examples:
        >>> Percentages("share", of="region", rounding="half up")
        Percentages(column='share', of='region', rounding='half up')
    """

    column: str
    of: Base
    decimals: int = 1
    rounding: Rounding = "unknown"
    sums_to_100: Forced = None
    per: int = 100
    base_rounded_to: int = 1
    of_rounded: bool | None = None
    weighted: bool = False
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse names of the kit's own columns, numbers that are no whole ones, and unknown ways of rounding."""
        if not isinstance(self.column, str) or self.column in RESERVED:
            raise ValueError(f"column is {self.column!r}: name the column of the percentages, by a name of its own.")
        object.__setattr__(self, "decimals", whole_number("decimals", self.decimals, "choose a whole number"))
        for name in ("per", "base_rounded_to"):
            object.__setattr__(self, name, whole_number(name, getattr(self, name), "choose 1 or more", least=1))
        for name, more in (("sums_to_100", ("moved",)), ("of_rounded", ()), ("weighted", ())):
            if getattr(self, name) not in (None, True, False, *more):
                ways = " or ".join(map(repr, (True, False, *more)))
                raise ValueError(f"{name} is {getattr(self, name)!r}: answer it with {ways}.")
        if self.rounding not in get_args(Rounding):
            ways = ", ".join(map(repr, get_args(Rounding)))
            raise ValueError(f"rounding is {self.rounding!r}: choose one of {ways}.")

    def base_labels(self, by: tuple[str, ...]) -> dict[str, str] | None:
        """The labels by which the cell of the base differs from the part's; None where the base is no cell.

        Raises:
            ValueError: the base names a dimension that the table does not have.
        """
        if self.of is None or (isinstance(self.of, str) and self.of not in by):
            return None
        if isinstance(self.of, Mapping):
            labels = dict(self.of)
        else:
            labels = dict.fromkeys((self.of,) if isinstance(self.of, str) else self.of, TOTAL)
        if unknown := next((name for name in labels if name not in by), None):
            raise ValueError(f"the base of {self.column!r} names {unknown!r}; the dimensions are: {', '.join(by)}.")
        return labels

    def behind(self, printed: float) -> Interval:
        """The shares (1 is the whole base) that are printed like this.

        Raises:
            ValueError: it cannot be printed, for it is less than 0 or has more decimals.

        Examples:
            >>> behind = Percentages("share", of="region", rounding="half up").behind(9.1)
            >>> Fraction(3, 33) in behind, Fraction(3, 34) in behind
            (True, False)
        """
        if printed < 0:
            raise ValueError(f"a percentage in {self.column!r} is {printed}, which is less than 0.")
        unit = Fraction(10) ** -self.decimals
        at, rounded = round(Fraction(printed) / unit) * unit, self._rounded(printed)
        first = last = rounded
        if self.sums_to_100 == "moved":
            first, last = self._rounded(float(at - unit)), self._rounded(float(at + unit))
        elif self.sums_to_100:
            first = last = Interval(at - unit, at + unit, low_belongs=True, high_belongs=True)
        return Interval(first.low / self.per, last.high / self.per, first.low_belongs, last.high_belongs)

    def _rounded(self, printed: float) -> Interval:
        """What rounds to a printed percentage, in the unit of the print; a sentence where nothing does."""
        rounded = interval_behind(printed, self.decimals, self.rounding)
        if rounded is None:
            raise ValueError(
                f"a percentage in {self.column!r} is {printed}, which has more than {self.decimals} decimals."
            )
        return rounded

    def as_text(self, printed: float) -> str:
        """A percentage or a rate as it is printed.

        Examples:
            >>> Percentages("share", of="region").as_text(9.1), Percentages("rate", "people", per=100_000).as_text(12)
            ('9.1 %', '12.0 per 100,000')
        """
        number = f"{printed:.{max(self.decimals, 0)}f}"
        if self.per == 1:
            return number
        return f"{number} %" if self.per == 100 else f"{number} per {self.per:,}"


def percentages_of(percentages: object, cells: pd.DataFrame, by: tuple[str, ...]) -> tuple[Percentages, ...]:
    """Return what a table says of its percentages as a tuple, or say in a sentence what is wrong with it.

    Args:
        percentages: one or several `Percentages`.
        cells: the cells of the table.
        by: the names of its dimensions.

    Raises:
        ValueError: something else was given, a column is missing or is a dimension, or two stand for one column.
    """
    given = (percentages,) if isinstance(percentages, Percentages) else percentages
    if not isinstance(given, tuple) or not all(isinstance(each, Percentages) for each in given):
        raise ValueError(f"percentages is {percentages!r}: write it as Percentages('share', of='region').")
    columns = [each.column for each in given]
    for each in given:
        for column in (each.column, each.of) if isinstance(each.of, str) else (each.column,):
            if column not in cells:
                has = ", ".join(map(str, cells))
                raise ValueError(f"{each} names {column!r}, which is no column of the table: it has {has}.")
        if each.column in by or columns.count(each.column) > 1:
            raise ValueError(f"the percentages in {each.column!r} need a column of their own: rename one.")
        if isinstance(each.of, str) and each.of in (*columns, "count", "mark"):
            raise ValueError(f"the base of {each.column!r} is {each.of!r}: name a dimension, or a column of bases.")
        each.base_labels(by)
    return given


def printed_percentages(cells: pd.DataFrame, column: str, by: tuple[str, ...]) -> pd.Series:
    """Return a column of percentages, or of their bases, as numbers; not a number where nothing is printed.

    Args:
        cells: the cells of the table.
        column: the name of the column.
        by: the names of the dimensions, for the sentence.

    Raises:
        ValueError: something else than a number stands there.

    Examples:
        >>> cells = pd.DataFrame({"film": ["A", "B"], "share": ["9.1", None]})
        >>> printed_percentages(cells, "share", ("film",)).tolist()
        [9.1, nan]
    """
    numbers = real_numbers(cells[column])
    wrong = (numbers.isna() & cells[column].notna()) | numbers.abs().eq(float("inf"))
    if wrong.any():
        found = cells.loc[wrong, column].iloc[0]
        name = cell_name(cells.loc[wrong, list(by)].iloc[0])
        raise ValueError(f"{column!r} of {name} is {found!r}: {NO_NUMBER}.")
    return numbers
