"""Mondrian: cut the people in two, again and again, as long as nobody is left in a small class.

Like the painter's rectangles, the classes are boxes of different sizes: small where many people live, large where few
do. Source: K. LeFevre, D. DeWitt, R. Ramakrishnan, "Mondrian multidimensional k-anonymity", ICDE 2006. This is its
*strict* form, in which people with the same value land on the same side of a cut, so that boxes never overlap.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from disclosure.records.columns import FACT, QUASI_IDENTIFIERS
from disclosure.records.equivalence_classes import ANY, positions, range_label, require_columns
from disclosure.rules import as_written
from disclosure.whole_numbers import whole_number


@dataclass(frozen=True, repr=False)
class Mondrian:
    """Make every row look like at least k - 1 others, and say no less than that takes.

    The box that is cut next is cut along its widest column (its share of all values that occur), at the median; along
    the next one, if one of the two halves would not be allowed.

    Args:
        k: the smallest class that is allowed, in rows.
        distinct: the fewest different values of ``fact`` in a class (distinct l-diversity; Machanavajjhala et al.
            2006); 1 demands nothing.
        closeness: how far the shares of the values of ``fact`` in a class may be from those in the whole extract, at
            most, in total variation (t-closeness with the equal distance; Li et al. 2007); 1 demands nothing.
        by: the quasi-identifiers, columns of your own too; text, compared by its order.
        fact: the sensitive column, yours too, that ``distinct`` and ``closeness`` are about.

    Raises:
        ValueError: a number cannot be meant, or the whole extract is not allowed as a single class.

    Examples:
        >>> rows = pd.DataFrame({"born": ["1961", "1962", "1963", "1970", "1971"], "sex": list("fmfmf")})
        >>> Mondrian(k=2, by=("born",))(rows)["born"].tolist()
        ['1961 to 1963', '1961 to 1963', '1961 to 1963', '1970 to 1971', '1970 to 1971']
    """

    k: int
    distinct: int = 1
    closeness: float = 1.0
    by: Sequence[str] = QUASI_IDENTIFIERS
    fact: str = FACT
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse numbers that cannot be meant."""
        for name in ("k", "distinct"):
            object.__setattr__(self, name, whole_number(name, getattr(self, name), "it must be 1 or more", least=1))
        object.__setattr__(self, "by", (self.by,) if isinstance(self.by, str) else tuple(self.by))
        if not isinstance(self.closeness, int | float) or not 0 <= self.closeness <= 1:
            raise ValueError(f"closeness is {self.closeness!r}: it is a total variation, from 0 to 1.")

    def __call__(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Return the rows with ranges in place of the quasi-identifiers; nobody is left out.

        Args:
            rows: one row per person: the columns ``by``, and ``fact`` where it matters.

        Raises:
            ValueError: the rows lack one of these columns, or numbers in one have another order as text.
        """
        with_fact = self.distinct > 1 or self.closeness < 1
        require_columns(rows, self.by, self.fact if with_fact else None)
        if rows.empty:
            return rows.copy()
        domains, columns = zip(*(positions(rows[column]) for column in self.by), strict=True)
        indices = np.stack(columns, axis=1)
        facts = pd.factorize(rows[self.fact])[0] if with_fact else None
        classes = self._classes(indices, facts)
        labels = {
            column: _labels(indices[:, number], classes, domain)
            for number, (column, domain) in enumerate(zip(self.by, domains, strict=True))
        }
        return rows.assign(**labels)

    def _classes(self, indices: np.ndarray, facts: np.ndarray | None) -> list[np.ndarray]:
        """The rows of each class."""
        everybody = np.arange(len(indices))
        if not self._allows(everybody, facts):
            raise ValueError(f"{self!r} cannot be met: not even all {len(indices)} rows in one class would do.")
        extent = np.maximum(1, np.ptp(indices, axis=0))
        waiting, done = [everybody], []
        while waiting:
            box = waiting.pop()
            halves = self._cut(box, indices, extent, facts)
            waiting.extend(halves)
            if not halves:
                done.append(box)
        return done

    def _cut(
        self, box: np.ndarray, indices: np.ndarray, extent: np.ndarray, facts: np.ndarray | None
    ) -> list[np.ndarray]:
        """The two halves of a box; none where no column gives two that are allowed."""
        if len(box) < 2 * self.k:
            return []
        width = np.ptp(indices[box], axis=0) / extent
        for column in np.argsort(-width, kind="stable"):
            if width[column] == 0:
                break
            left = _lower_half(indices[box, column])
            halves = [box[left], box[~left]]
            if all(self._allows(half, facts) for half in halves):
                return halves
        return []

    def _allows(self, box: np.ndarray, facts: np.ndarray | None) -> bool:
        """Whether these rows may be a class."""
        if len(box) < self.k:
            return False
        if facts is None:
            return True
        counts = np.bincount(facts[box], minlength=facts.max() + 1)
        far = np.abs(counts / len(box) - np.bincount(facts) / len(facts)).sum() / 2
        return bool((counts > 0).sum() >= self.distinct and far <= self.closeness + 1e-12)


def _lower_half(values: np.ndarray) -> np.ndarray:
    """Who lies on the lower side of the median; equals stay together, and both sides have somebody.

    Examples:
        >>> _lower_half(np.array([1, 2, 3, 4])).tolist(), _lower_half(np.array([1, 3, 3, 3])).tolist()
        ([True, True, False, False], [True, False, False, False])
    """
    median = np.partition(values, (len(values) - 1) // 2)[(len(values) - 1) // 2]
    return values <= median if median < values.max() else values < median


def _labels(indices: np.ndarray, classes: list[np.ndarray], domain: np.ndarray) -> np.ndarray:
    """For every row the range of one column that its class covers."""
    labels = np.empty(len(indices), dtype=object)
    for box in classes:
        low, high = indices[box].min(), indices[box].max()
        whole = low == 0 and high == len(domain) - 1 and high > 0
        labels[box] = ANY if whole else range_label(str(domain[low]), str(domain[high]))
    return labels
