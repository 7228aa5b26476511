"""Say less in every row alike: a year in place of a day, an area in place of a postcode; leave small classes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

import pandas as pd

from disclosure.labels import as_text
from disclosure.records.columns import QUASI_IDENTIFIERS
from disclosure.records.equivalence_classes import ANY, class_sizes, range_label
from disclosure.rules import as_written
from disclosure.whole_numbers import whole_number

Born = Literal["day", "month", "year", "decade", "any"]
Place = Literal["postcode", "area", "any"]
Sex = Literal["kept", "any"]

A_DATE: Final = r"\d{4}(-\d\d(-\d\d)?)?"
"""A day, a month or a year, as 1961-03-04: coarser words are its beginnings."""

LETTERS: Final = {"day": 10, "month": 7, "year": 4}
"""How many letters of a date such as 1961-03-04 are kept."""


@dataclass(frozen=True, repr=False)
class Generalise:
    """Replace every value of a quasi-identifier by a coarser one, the same for everybody.

    Nothing is false afterwards; the extract just tells less. (Samarati and Sweeney 1998: generalisation; the steps of
    one column, such as day, month, year, decade, are its hierarchy.)

    Args:
        birth_date: how much of it is told: ``"day"``, ``"month"``, ``"year"``, ``"decade"``, or ``"any"``: nothing.
        sex: ``"kept"``, or ``"any"``.
        postcode: ``"postcode"``, ``"area"`` (what stands before the comma), or ``"any"``.

    Raises:
        ValueError: a word is not one of these.

    Examples:
        >>> rows = pd.DataFrame({"birth_date": ["1961-03-04"], "sex": ["female"], "postcode": ["Texas, 73301"]})
        >>> Generalise(birth_date="decade", postcode="area")(rows)
             birth_date     sex postcode
        0  1960 to 1969  female    Texas
    """

    birth_date: Born = "day"
    sex: Sex = "kept"
    postcode: Place = "postcode"
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse an unknown word."""
        for name, words in (("birth_date", Born), ("sex", Sex), ("postcode", Place)):
            if getattr(self, name) not in get_args(words):
                known = ", ".join(map(repr, get_args(words)))
                raise ValueError(f"{name} is {getattr(self, name)!r}: choose one of {known}.")

    def __call__(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the rows with coarser quasi-identifiers.

        Args:
            rows: one row per person: ``birth_date`` (text, as 1961-03-04), ``sex``, ``postcode`` (text, area, comma,
                postcode); other columns stay as they are. Dates may also be dates of pandas.

        Raises:
            ValueError: a column is missing, or a date or place is not written so; the sentence names the row.
        """
        for column in QUASI_IDENTIFIERS:
            if column not in rows:
                have = ", ".join(map(str, rows.columns))
                raise ValueError(f"the rows have no column {column!r}; they have: {have}. Rename yours so.")
        return rows.assign(
            birth_date=coarser_date(rows["birth_date"], self.birth_date),
            sex=ANY if self.sex == ANY else rows["sex"],
            postcode=coarser_place(rows["postcode"], self.postcode),
        )


@dataclass(frozen=True, repr=False)
class SuppressRecords:
    """Leave out everybody whose class has fewer than k rows: what generalisation alone did not hide.

    Args:
        k: the smallest class that may be published.
        by: the quasi-identifiers that make a class.

    Raises:
        ValueError: k is below 1.

    Examples:
        >>> SuppressRecords(k=2, by=("born",))(pd.DataFrame({"born": ["1961", "1961", "1970"]}))["born"].tolist()
        ['1961', '1961']
    """

    k: int
    by: Sequence[str] = QUASI_IDENTIFIERS
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse a class of nobody."""
        object.__setattr__(self, "k", whole_number("k", self.k, "a class has at least 1 row", least=1))

    def __call__(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the rows whose class is large enough."""
        return rows[class_sizes(rows, self.by) >= self.k]


def coarser_date(dates: pd.Series, kept: Born) -> pd.Series:
    """Keep of each date no more than is told.

    Args:
        dates: text, as 1961-03-04, or dates of pandas; may be missing.
        kept: how much.

    Raises:
        ValueError: something else, such as 4/3/1961 or a whole number; the sentence names the row.

    Examples:
        >>> dates = pd.Series(["1961-03-04"])
        >>> [coarser_date(dates, told)[0] for told in ("day", "month", "year", "decade", "any")]
        ['1961-03-04', '1961-03', '1961', '1960 to 1969', 'any']
    """
    if kept == ANY:
        return pd.Series(ANY, index=dates.index, dtype="str")
    dates = _as_text(dates)
    _refuse(dates, ~dates.str.fullmatch(A_DATE, na=True), "write dates as 1961-03-04")
    if kept == "decade":
        return _decades(dates.str[:3])
    return dates.str[: LETTERS[kept]]


def _decades(first_three: pd.Series) -> pd.Series:
    """The ten years that begin with three digits, as a range."""
    names = {digits: range_label(f"{digits}0", f"{digits}9") for digits in first_three.dropna().unique()}
    return first_three.map(names).astype("str")


def coarser_place(places: pd.Series, kept: Place) -> pd.Series:
    """Keep of each place no more than is told.

    Args:
        places: text: area, comma, postcode; may be missing.
        kept: how much.

    Raises:
        ValueError: the area is asked for, and there is no comma before the postcode; the sentence names the row.

    Examples:
        >>> places = pd.Series(["Texas, 73301"])
        >>> [coarser_place(places, told)[0] for told in ("postcode", "area", "any")]
        ['Texas, 73301', 'Texas', 'any']
    """
    if kept == ANY:
        return pd.Series(ANY, index=places.index, dtype="str")
    if kept == "postcode":
        return places
    places = _as_text(places)
    _refuse(places, ~places.str.contains(", ", regex=False, na=True), "write area, comma, blank, postcode")
    return places.str.rsplit(", ", n=1).str[0]


def _as_text(values: pd.Series) -> pd.Series:
    """Values as text: days of pandas as 1961-03-04; missing ones stay missing."""
    if isinstance(values.dtype, pd.StringDtype):
        return values
    there = values.notna()
    return values.astype(object).where(~there, as_text(values[there])).astype("str")


def _refuse(values: pd.Series, wrong: pd.Series, cure: str) -> None:
    """Complain about the first value that cannot be made coarser: it would stay as fine as it is."""
    if wrong.any():
        row, value = values.index[wrong][0], values[wrong].iloc[0]
        raise ValueError(f"column {values.name!r} has {value!r} (row {row}): {cure}.")
