"""A table of counts with totals: the most common release of all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, Literal, get_args

import numpy as np
import pandas as pd

from disclosure.labels import TOTAL, cell_names, read_labels, refuse_like_total, say_what_looks_alike
from disclosure.marks import HIDDEN_MARK
from disclosure.rules import DominanceRule, Rule
from disclosure.tables.accepted import accepted_cells, accepted_columns, accepted_values, refuse_other_kinds
from disclosure.tables.added_noise import AddedNoise, refuse_beside_noise
from disclosure.tables.cell_layout import all_cells, dimensions_with_labels, wider_labels, with_totals
from disclosure.tables.companions import BESIDE, Companions
from disclosure.tables.coverage import uncovered_labels, unprinted_labels
from disclosure.tables.dimensions import Hierarchy, nesting
from disclosure.tables.distinct_persons import DistinctPersons, refuse_unusable_persons
from disclosure.tables.must_be_printed import Labels, accepted_exceptions
from disclosure.tables.percentages import Percentages, percentages_of
from disclosure.tables.perturbation import PerturbationTable, refuse_beside_perturbation
from disclosure.tables.weights import Weights, refuse_beside_weights
from disclosure.whole_numbers import true_or_false, whole_number

__all__ = [
    "BESIDE",
    "HIDDEN_MARK",
    "PEOPLE",
    "TOTAL",
    "CountTable",
    "Hierarchy",
    "TotalsOf",
    "count_table",
    "wider_labels",
]

PEOPLE: Final = "people"
"""What a table counts if nothing else is said."""

NARROW: Final = """
.count-table { font-size: 12px }
.count-table td { white-space: nowrap }
.count-table thead th:not(:first-child) { writing-mode: vertical-rl; transform: rotate(180deg); white-space: nowrap }
"""
"""Column names stand upright, so that columns are as narrow as their counts."""

Rounding = Literal["half up", "half even", "unknown", "random"]
"""Where a count goes half way between two multiples of an even base; at random, where each count between two goes."""

Nested = Mapping[str, Hierarchy] | None
TotalsOf = Literal["everybody", "printed cells"]
"""Whom the totals of a table count."""


@dataclass(frozen=True)
class CountTable:
    """A printed table of counts. It knows what is printed and by which rule; it does not carry what is hidden.

    Args:
        cells: one row per cell; narrowest labels without a row hold nobody together if another part of a sum above has
            one, unless they lie in a sum without rows for its parts: it is not broken down. Columns: the dimensions
            (``TOTAL`` where a cell sums over it), ``count`` (Int64, missing where hidden), ``mark`` (printed instead).
        by: the names of the dimensions, in order.
        rule: the rule by which counts were hidden, as the table's footnote tells it; None where readers know of none.
        hierarchies: for a dimension whose labels nest, the wider label in which each label lies. Of a printed one print
            all parts (or none, where each label stands here): if Ash and Oak lie in North, each person of North is in
            Ash or in Oak. The widest ones stand in no other: together they are ``TOTAL``.
        base: every printed count is rounded to the nearest multiple of this; 1 where counts are printed as they are.
        rounding: where a count half way between two multiples goes, one of `Rounding`; ``"unknown"`` claims the least.
            ``"random"``: each count goes to the multiple below or above it by chance.
        totals_of: whether totals count ``"everybody"`` or only those in ``"printed cells"`` (some software sums again
            after hiding; such totals tell nothing that the cells do not).
        companions: the quantity whose statistics stand beside the counts, in columns such as ``mean``, if any do.
        unit: what is counted: ``"people"``, or an amount of theirs such as ``"minutes"``
            (`disclosure.tables.magnitude_table`).
        dominance: the rule by which amounts were hidden, in place of ``rule``.
        not_covered: for a dimension whose labels do not cover everybody in the totals, the names of the parts that are
            printed nowhere, such as ``{"district": "district unknown"}``: each holds 0 or more. If Ash has 5 people and
            Oak 7, and their total is 15, these two are not all parts: 3 people are in another. ``hierarchies`` says in
            which wider label it lies, if in one.
        percentages: what the percentages or rates in further columns of ``cells`` are percentages of, one or several.
        noise: what was added by lot to every count, as the table's footnote tells it; None where nothing was.
        must_be_printed: cells that are printed whatever the rule says (a law, a press release), by their labels. The
            audit notes small ones; beside one, other hidden cells may be of any size unless their marks say "small".
        persons: in which dimensions one person may stand at several labels; of a table of events or amounts, that its
            ``rule`` counts the people behind them. None: everybody stands in one cell.
        weights: that the counts are weighted, and what is known of the weights; None where people are counted.
        perturbation: by how much each count was changed before it was printed, and how likely; None where none was.

    Raises:
        ValueError: labels, counts, names or hierarchies are nothing that a table can print (see
            `disclosure.tables.accepted`), or a cell stands there twice; the sentence names the cell.

    Examples:
        >>> people = pd.DataFrame({"film": ["A", "A", "B"], "region": ["north", "south", "south"]})
        >>> count_table(people, by=("film", "region")).grid()
        region  north south total
        film
        A           1     1     2
        B           0     1     1
        total       1     2     3
    """

    cells: pd.DataFrame
    by: tuple[str, ...]
    rule: Rule | None = None
    hierarchies: Mapping[str, Hierarchy] = field(default_factory=dict)
    base: int = 1
    totals_of: TotalsOf = "everybody"
    companions: Companions | None = None
    unit: str = PEOPLE
    dominance: DominanceRule | None = None
    rounding: Rounding = "half up"
    percentages: tuple[Percentages, ...] = ()
    not_covered: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    must_be_printed: tuple[Labels, ...] = ()
    persons: DistinctPersons | None = None
    weights: Weights | None = None
    perturbation: PerturbationTable | None = None
    noise: AddedNoise | None = None

    def __post_init__(self) -> None:
        """Read labels as text and counts as whole numbers; refuse in a sentence what cannot be meant."""
        by = accepted_columns(self.cells, self.by, "the table")
        refuse_other_kinds(self)
        refuse_beside_weights(self)
        cells = accepted_cells(self.cells, by, self.weights)
        read = {"by": by, "cells": cells, "base": whole_number("base", self.base, "choose 1 or more", least=1)}
        labels = {name: cells[name].unique() for name in by}
        read["not_covered"] = uncovered = uncovered_labels(self.not_covered, labels)
        every = {name: [*found, *uncovered.get(name, ())] for name, found in labels.items()}
        unprinted = unprinted_labels(uncovered, cells, by)
        read["hierarchies"] = nesting(self.hierarchies, every, sums=True, not_covered=unprinted)
        read["percentages"] = percentages_of(self.percentages, cells, by)
        read["must_be_printed"] = accepted_exceptions(self.must_be_printed, cells, by)
        refuse_unusable_persons(self.persons, every, read["hierarchies"], people=self.unit == PEOPLE)
        for name, value in read.items():
            object.__setattr__(self, name, value)
        for name in by:
            wider = set(self.hierarchies.get(name, {}).values())
            say_what_looks_alike(name, [label for label in labels[name] if label not in wider])
        _refuse_unusable(self)

    @property
    def how_changed(self) -> str:
        """How printed counts differ from true ones, in words; empty where they are printed as they are."""
        rounded = f"rounded to multiples of {self.base}" if self.base > 1 else ""
        return "noisy" if self.noise else "perturbed" if self.perturbation else rounded

    @cached_property
    def labelled_by(self) -> tuple[str, ...]:
        """The dimensions but for those of which the table has the total alone: by these it tells nothing."""
        return dimensions_with_labels(self.cells, self.by)

    @property
    def is_total(self) -> pd.Series:
        """True for each cell that counts the people of narrower cells again: totals, wider labels; shape (cells,)."""
        sums = pd.Series(False, index=self.cells.index)
        for name in self.labelled_by or self.by:
            hierarchy, labels = self.hierarchies.get(name, {}), self.cells[name].unique()
            wider = {label for each in labels for label in wider_labels(each, hierarchy)[1:]}
            sums |= self.cells[name].isin({TOTAL, *wider})
        return sums

    @property
    def is_hidden(self) -> pd.Series:
        """True for each cell whose count is not printed; shape (cells,)."""
        return self.cells["count"].isna()

    @property
    def cell_names(self) -> pd.Series:
        """One name for each cell, such as ``"The Lantern | North"``; shape (cells,)."""
        return cell_names(self.cells[list(self.by)])

    def grid(self) -> pd.DataFrame:
        """The table as it is printed: text, first dimension down, the others across, statistics beside the counts."""
        cells = self.cells.set_index(list(self.by))
        counts = cells["count"].map(self.weights.as_text, na_action="ignore") if self.weights else cells["count"]
        printed = counts.astype("string").fillna(cells["mark"].astype("string"))
        beside = {name: self._text_of(cells[name]) for name in BESIDE if name in cells}
        shares = {each.column: cells[each.column].astype("string").fillna("") for each in self.percentages}
        shown = pd.DataFrame({"count": printed} | beside | shares)
        if len(self.by) == 1:
            return shown
        wide = pd.DataFrame(shown.unstack(list(self.by[1:]), sort=False))
        if len(shown.columns) == 1:
            return pd.DataFrame(wide["count"])
        statistics, labels = len(shown.columns), wide.shape[1] // len(shown.columns)
        side_by_side = [block * labels + label for label in range(labels) for block in range(statistics)]
        return wide.iloc[:, side_by_side].reorder_levels([*range(1, len(self.by)), 0], axis="columns")

    def _text_of(self, statistic: pd.Series) -> pd.Series:
        """A statistic as it is printed, empty where there is none: means to as many places as the table says."""
        whole = statistic.name != "mean" and (statistic.dropna() % 1 == 0).all()
        indices = 0 if whole or self.companions is None else self.companions.decimals
        return statistic.map(lambda value: "" if pd.isna(value) else f"{value:.{indices}f}").astype("string")

    def _repr_html_(self) -> str:
        """The printed table, for a notebook: narrow, so that the totals stay in sight."""
        return f"<style>{NARROW}</style>{self.grid().to_html(escape=True, classes='count-table')}"


def _refuse_unusable(table: CountTable) -> None:
    """Say in a sentence which rule, statistic or word of a table cannot be meant."""
    if table.persons and (table.companions or table.dominance):
        raise ValueError("persons beside statistics or a dominance rule is not offered: leave one of both.")
    several = set(table.persons.several) if table.persons and table.unit == PEOPLE else set()
    if any(each.sums_to_100 and several & {*(each.base_labels(table.by) or ())} for each in table.percentages):
        raise ValueError("percentages of people in several cells were not made to add up: write sums_to_100=False.")
    refuse_beside_noise(table, BESIDE)
    if table.rounding not in get_args(Rounding):
        raise ValueError(f"rounding is {table.rounding!r}: choose one of {', '.join(map(repr, get_args(Rounding)))}.")
    if table.totals_of not in get_args(TotalsOf):
        raise ValueError(f"totals_of is {table.totals_of!r}: choose 'everybody' or 'printed cells'.")
    if table.companions and table.companions.of in table.by:
        raise ValueError(f"statistics of {table.companions.of!r} stand beside counts by it: rename one.")
    refuse_beside_perturbation(table)


def count_table(
    people: pd.DataFrame,
    *,
    by: str | Sequence[str],
    totals: bool = True,
    hierarchies: Nested = None,
) -> CountTable:
    """Count people by one or more of their features, with every total.

    Each row of ``people`` is one person who is counted once, so totals are sums and sums are people. Labels keep the
    order of a categorical column, else the order in which they first appear. Combinations that nobody has count 0.

    Args:
        people: one row per person, with the columns named in ``by``.
        by: one or more columns of ``people``. Labels may be text, numbers, dates, periods, durations, True and False or
            categories; the table prints them as text, and labels that are equal as text are one.
        totals: also print the sums over every dimension.
        hierarchies: for a dimension, the wider label in which each label lies: also print the sums over these.

    Raises:
        ValueError: a column is missing, holds a missing value, or holds a label that stands for totals; its name or
            its hierarchy cannot be used (see `disclosure.tables.accepted`); or ``totals`` is neither True nor False.

    Examples:
        >>> people = pd.DataFrame({"film": ["A", "A", "B"], "region": ["north", "south", "south"]})
        >>> count_table(people, by=("film", "region"), totals=False).cells
          film region  count mark
        0    A  north      1
        1    A  south      1
        2    B  north      0
        3    B  south      1
        >>> count_table(people, by=("region",), hierarchies={"region": {"north": "Aland", "south": "Aland"}}).grid()
               count
        region
        north      1
        south      2
        Aland      3
        total      3
    """
    return _summed(people, None, by, totals=totals, hierarchies=hierarchies)


def sums_in_cells(
    people: pd.DataFrame, values: pd.Series, *, by: str | Sequence[str], totals: bool = True, hierarchies: Nested = None
) -> pd.Series:
    """Sum a whole number of each person over the cells that `count_table` makes of the same people; shape (cells,).

    Args:
        people, by, totals, hierarchies: as in `count_table`.
        values: one whole number per person, 0 or more; shape (people,).

    Examples:
        >>> sums_in_cells(pd.DataFrame({"film": ["A", "A", "B"]}), pd.Series([10, 20, 5]), by="film").tolist()
        [30, 5, 35]
    """
    return _summed(people, accepted_values(people, values), by, totals=totals, hierarchies=hierarchies).cells["count"]


def _summed(
    people: pd.DataFrame, values: np.ndarray | None, by: str | Sequence[str], *, totals: bool, hierarchies: Nested
) -> CountTable:
    """Sum values over all cells, or count people where there are none."""
    totals, by = true_or_false("totals", totals), accepted_columns(people, by)
    read = {column: read_labels(people[column]) for column in by}
    labels = [found for _, found in read.values()]
    for column, its_labels in zip(by, labels, strict=True):
        if not its_labels:
            raise ValueError(f"people has no rows, and column {column!r} no categories: there is nobody to count.")
        refuse_like_total(column, its_labels, totals=False)
    hierarchies = nesting(hierarchies, dict(zip(by, labels, strict=True)), sums=False)
    sizes = tuple(map(len, labels))
    index = np.ravel_multi_index(tuple(indices for indices, _ in read.values()), sizes)
    sums = np.bincount(index, values, minlength=int(np.prod(sizes))).astype(np.int64).reshape(sizes)
    if totals:
        labels, sums = with_totals(sums, labels, [hierarchies.get(column, {}) for column in by])
    cells = all_cells(labels, by).assign(count=pd.array(sums.ravel(), dtype="Int64"), mark="")
    return CountTable(cells, by, hierarchies=hierarchies)
