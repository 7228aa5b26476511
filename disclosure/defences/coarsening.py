"""Ask a coarser question: merge regions, weeks or films, so that fewer counts are small."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from disclosure.defences.untreated import require_table
from disclosure.labels import refuse_like_total
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.whole_numbers import whole_number


@dataclass(frozen=True)
class Coarsen:
    """Merge labels of one dimension. Nothing is hidden and nothing is false; the table just tells less.

    Args:
        dimension: the dimension whose labels are merged.
        into: the new label of each label that is merged, such as ``{"North": "Coast", "West": "Coast"}``; or a number:
            so many neighbours in the table's order become one.

    Raises:
        ValueError: the number is no whole number of 2 or more, or a label is no text.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAB"), "week": ["1", "2", "3"]})
        >>> table = count_table(people, by=("film", "week"))
        >>> Coarsen("week", into=2)(table).grid()
        week  1 to 2  3 total
        film
        A          2  0     2
        B          0  1     1
        total      2  1     3
    """

    dimension: str
    into: Mapping[str, str] | int

    def __post_init__(self) -> None:
        """Refuse a number that merges nothing."""
        if not isinstance(self.into, Mapping):
            cure = "merge 2 or more neighbours, or nothing changes"
            object.__setattr__(self, "into", whole_number("into", self.into, cure, least=2))
        elif wrong := [label for pair in self.into.items() for label in pair if not isinstance(label, str)]:
            raise ValueError(f"into has {wrong[0]!r}, and labels of a table are text: write {str(wrong[0])!r}.")

    def __call__(self, table: CountTable) -> CountTable:
        """Return the table with its labels merged.

        Raises:
            ValueError: the table has no such dimension, or hides, rounds or nests it already.
        """
        self._refuse_unusable(table)
        labels = table.cells[self.dimension].map(self._new_labels(table))
        merged = table.cells.assign(**{self.dimension: labels})
        counts = merged.groupby(list(table.by), sort=False)["count"].sum().astype("Int64")
        return replace(table, cells=counts.reset_index().assign(mark=""))

    def _new_labels(self, table: CountTable) -> dict[str, str]:
        """For every label of the dimension, the label that it gets."""
        labels = [label for label in table.cells[self.dimension].unique() if label != TOTAL]
        if not isinstance(self.into, int):
            return {label: self.into.get(label, label) for label in labels} | {TOTAL: TOTAL}
        neighbours = [labels[start : start + self.into] for start in range(0, len(labels), self.into)]
        names = [group[0] if len(group) == 1 else f"{group[0]} to {group[-1]}" for group in neighbours]
        return {label: name for name, group in zip(names, neighbours, strict=True) for label in group} | {TOTAL: TOTAL}

    def _refuse_unusable(self, table: CountTable) -> None:
        """Say in a sentence why this table cannot be merged this way."""
        require_table(table)
        if self.dimension not in table.by:
            raise ValueError(f"the table has no dimension {self.dimension!r}; it has: {', '.join(table.by)}.")
        if table.is_hidden.any() or table.how_changed:
            raise ValueError("merge labels first, then hide or round: a sum of hidden or rounded counts is not known.")
        if table.hierarchies.get(self.dimension):
            raise ValueError(f"{self.dimension!r} has wider labels already: count by those instead of merging.")
        unknown = set() if isinstance(self.into, int) else set(self.into) - set(table.cells[self.dimension])
        if unknown:
            raise ValueError(f"the table has no {self.dimension} {min(unknown)!r} to merge.")
        if not isinstance(self.into, int):
            refuse_like_total(self.dimension, self.into.values(), totals=False)
