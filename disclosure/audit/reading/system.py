"""A release as an attacker reads it: unknown counts, what bounds them, and the lines that tie them together."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd

from disclosure.audit.reading.cells import (
    Cells,
    Gaps,
    Numbers,
)
from disclosure.audit.reading.disjunctions import Disjunction
from disclosure.audit.reading.label_sets import LabelSets
from disclosure.audit.reading.lines import NO_LINES, Lines
from disclosure.audit.reading.percentages import ByPercentages
from disclosure.audit.reading.persons import People
from disclosure.audit.reading.printed_elsewhere import PrintedElsewhere
from disclosure.tables.count_table import TOTAL, CountTable


@dataclass(frozen=True)
class System:
    """Lines over cells: for each line, the sum of its parts less its total is 0.

    Args:
        labels: for every dimension, the place of each label; ``TOTAL`` is 0.
        cells: what print, marks and rule say of each cell by itself.
        low, high: the counts that the attacker takes to be possible before she uses any line; shape (cells,).
        lines: which parts and which total belong to each line.
        disjunctions: conditions that no line can state: gaps, and statistics beside counts.
        dimensions: the dimensions of the release; ``labels`` may have more, for values behind statistics.
        unit: what is counted, such as people or minutes.
        known_primary: which hidden cells are primary, if everybody knows; shape (cells of the release,).
        elsewhere: cells that one table hides and another one prints, by the place of the cell.
        unused: what the release implies and the audit does not use. If there is anything, the ranges are the most that
            is possible, and may be wider than the truth: a cell that is not exact then is "not found".
        percentages: what percentages beside counts tell of cells.
        people: where people may stand in several cells, or are behind events.
        covers: the cells that cover a total together and do not add up to it, as lines.
        tables: the tables of the release as they were read, with the parts that their labels do not cover.
        also: the tables that nobody printed and that were drawn up for attackers, whose cells overlap there.
        sets: for each dimension, whom its labels hold.
    """

    labels: dict[str, dict[str, int]]
    cells: Cells
    low: Numbers
    high: Numbers
    lines: Lines
    disjunctions: tuple[Disjunction, ...]
    dimensions: tuple[str, ...]
    unit: str
    known_primary: pd.Series | None = None
    unused: tuple[str, ...] = ()
    elsewhere: dict[int, PrintedElsewhere] = field(default_factory=dict)
    percentages: ByPercentages = field(default_factory=ByPercentages)
    people: People = field(default_factory=People)
    covers: Lines = NO_LINES
    tables: tuple[CountTable, ...] = field(default=(), repr=False)
    also: tuple[CountTable, ...] = field(default=(), repr=False)
    sets: Mapping[str, LabelSets] = field(default_factory=dict, repr=False)

    @property
    def gaps(self) -> Gaps:
        """Impossible counts between possible ones, by the place of the cell."""
        return self.cells.gaps

    @property
    def matrix(self) -> Any:
        """The lines as a sparse matrix of 1 (part), -1 (total) and 0; shape (lines, cells)."""
        from scipy.sparse import csr_array

        at = (self.lines.line, self.lines.cell)
        return csr_array((self.lines.sign, at), shape=(len(self.lines.dimension), len(self.low)))

    def names(self, cell: int) -> tuple[str, ...]:
        """The labels of one cell, ``TOTAL`` included."""
        return self.names_at(self.cells.codes[cell])

    def names_at(self, codes: Numbers) -> tuple[str, ...]:
        """The labels at some places, one of each dimension, also where no cell stands there."""
        return tuple(labels[code] for labels, code in zip(self._labels_in_order, codes, strict=True))

    def words(self, cell: int) -> tuple[str, ...]:
        """The labels of one cell for a sentence: with the dimension, where another dimension has such a label, too."""
        return self.words_at(self.cells.codes[cell])

    def words_at(self, codes: Numbers) -> tuple[str, ...]:
        """The same of the labels at some places."""
        named = zip(self.names_at(codes), self.labels, strict=True)
        return tuple(f"{label} ({name})" if label in self._shared else label for label, name in named)

    @cached_property
    def _shared(self) -> set[str]:
        """The labels that several dimensions have."""
        times = Counter(label for indices in self.labels.values() for label in indices if label != TOTAL)
        return {label for label, number in times.items() if number > 1}

    @cached_property
    def _labels_in_order(self) -> list[list[str]]:
        """For every dimension, its labels by their places."""
        return [list(indices) for indices in self.labels.values()]
