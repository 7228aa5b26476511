"""Weighted counts: everybody in a survey stands for several people, so a cell sums weights and is no whole number."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from disclosure.labels import cell_name
from disclosure.rules import as_written
from disclosure.tables.rounded_numbers import interval_behind
from disclosure.whole_numbers import real_numbers, whole_number

if TYPE_CHECKING:
    from disclosure.tables.count_table import CountTable


@dataclass(frozen=True, repr=False)
class Weights:
    """What readers know of the weights behind a table. A weighted count is an amount: a real number, printed rounded.

    The table's rule is about people all the same: how many of them stand in a cell, unweighted. Where that is printed,
    it stands in the column ``contributors``.

    Args:
        decimals: to how many places weighted counts are printed; each is what is printed, half a unit up or down.
        least, largest: the smallest and the largest weight of a person, where readers know them.

    Raises:
        ValueError: a number is none that can be meant.

    Examples:
        >>> Weights(decimals=1, least=0.5, largest=20)
        Weights(decimals=1, least=0.5, largest=20)
    """

    decimals: int = 0
    least: float | None = None
    largest: float | None = None
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse weights that nobody can have."""
        object.__setattr__(self, "decimals", whole_number("decimals", self.decimals, "choose a whole number"))
        for name in ("least", "largest"):
            weight = getattr(self, name)
            if weight is not None and not 0 < real_numbers(pd.Series([weight]))[0] < float("inf"):
                raise ValueError(f"{name} is {weight!r}: a weight is a number above 0; leave out what is not known.")
        if self.least is not None and self.largest is not None and self.least > self.largest:
            raise ValueError(f"least is {self.least} and largest {self.largest}: exchange them.")

    @property
    def unit(self) -> float:
        """What the last printed place stands for: 0.1 with one decimal."""
        return float(10.0**-self.decimals)

    def as_text(self, printed: float) -> str:
        """A weighted count as it is printed.

        Examples:
            >>> Weights(1).as_text(12), Weights().as_text(1234)
            ('12.0', '1234')
        """
        return f"{printed:.{max(self.decimals, 0)}f}"


def weighted_counts(counts: pd.Series, labels: pd.DataFrame, weights: Weights) -> pd.Series:
    """Return weighted counts as numbers (float64), not a number where nothing is printed; shape (cells,).

    Raises:
        ValueError: one is no number of 0 and more, or has more decimals; the sentence names the cell.

    Examples:
        >>> weighted_counts(pd.Series([5.4, None]), pd.DataFrame({"film": ["A", "B"]}), Weights(1)).tolist()
        [5.4, nan]
    """
    numbers = real_numbers(counts)
    for place, (given, number) in enumerate(zip(counts, numbers, strict=True)):
        if pd.isna(given):
            continue
        name = cell_name(labels.iloc[place])
        if not 0 <= number < float("inf"):
            raise ValueError(f"{name} is {given!r}: weighted counts are numbers, 0 or more; leave hidden ones missing.")
        if interval_behind(number, weights.decimals, "unknown") is None:
            raise ValueError(f"{name} is {number:.15g}, which has more decimals than {weights} says.")
    return numbers


def refuse_beside_weights(table: "CountTable") -> None:
    """Say in a sentence what cannot stand in a table of weighted counts."""
    if not isinstance(table.weights, Weights | None):
        raise ValueError(f"weights is {table.weights!r}: write it as Weights(decimals=1), or leave it out.")
    if table.weights is None:
        return
    wrong = {
        "a base of rounding": table.base > 1,
        "statistics": table.companions is not None,
        "a dominance rule": table.dominance is not None,
        "persons in several cells": table.persons is not None,
        "cells that must be printed": bool(table.must_be_printed),
        "totals of printed cells only": table.totals_of == "printed cells",
    }
    if found := next((what for what, there in wrong.items() if there), None):
        raise ValueError(f"{found} beside weighted counts: that is not offered; leave it out.")


def refuse_weighted(table: Any) -> None:
    """Say in a sentence that a table has weighted counts, where only whole ones can be used.

    Raises:
        ValueError: so it is.
    """
    if getattr(table, "weights", None) is not None:
        raise ValueError("the table has weighted counts, which are no whole numbers: only audit(...) reads these.")
