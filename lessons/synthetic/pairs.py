"""Two columns at a time: how many people have which two labels, and how far two files differ in that."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd


@dataclass(frozen=True, eq=False)
class Coded:
    """A file of people as whole numbers: each label is its place among the labels of its column.

    Attributes:
        places: shape (people, columns).
        sizes: how many labels each column has.
        names: the columns.
    """

    places: np.ndarray
    sizes: tuple[int, ...]
    names: tuple[str, ...]

    def count(self, one: int, other: int) -> np.ndarray:
        """Count the people by two columns, given by their places; shape (labels of one, labels of the other)."""
        cells = self.places[:, one] * self.sizes[other] + self.places[:, other]
        shape = self.sizes[one], self.sizes[other]
        return np.bincount(cells, minlength=shape[0] * shape[1]).reshape(shape)

    def all_pairs(self) -> Iterator[tuple[int, int]]:
        """All pairs of columns, by their places."""
        return combinations(range(len(self.names)), 2)


def coded(people: pd.DataFrame) -> Coded:
    """Write a file of people as whole numbers.

    Args:
        people: one row per person, all columns categorical: their labels must be known before anybody is counted.

    Raises:
        ValueError: there is nobody, a column is not categorical, or a label is missing.

    Examples:
        >>> coded(pd.DataFrame({"plan": ["basic", "premium", "basic"]}, dtype="category")).places.ravel().tolist()
        [0, 1, 0]
    """
    if not len(people) or not len(people.columns):
        raise ValueError("people is empty: one row per person and one column per fact are needed.")
    for name in people:
        if not isinstance(people[name].dtype, pd.CategoricalDtype):
            raise ValueError(f"column {name!r} has no list of labels: make it categorical, from a list that is public.")
        if people[name].isna().any():
            raise ValueError(f"column {name!r} has no label for somebody: leave such rows out first.")
    places = np.column_stack([people[name].cat.codes.to_numpy(dtype=np.int64) for name in people])
    return Coded(places, tuple(len(people[name].cat.categories) for name in people), tuple(people.columns))


def labelled(places: np.ndarray, like: pd.DataFrame) -> pd.DataFrame:
    """Write whole numbers, shape (people, columns), as labels again: with the columns and labels of ``like``."""
    columns = {name: like[name].cat.categories.take(places[:, at]) for at, name in enumerate(like)}
    return pd.DataFrame(columns).astype(like.dtypes)


def two_way_error(one: pd.DataFrame, other: pd.DataFrame) -> float:
    """Return how far the tables of two columns differ between two files: the mean over all pairs of columns.

    Of each pair, half the sum of all differences of shares is taken (the total variation): so many of the people would
    have to stand in another cell. 0: all such tables are equal; 1: they have no cell in common.

    Args:
        one, other: two files with the same columns and labels, two columns or more.

    Raises:
        ValueError: the columns or their labels differ, or there is only one column.

    Examples:
        >>> one = pd.DataFrame({"plan": list("bbpp"), "device": ["tv", "tv", "phone", "phone"]}, dtype="category")
        >>> two_way_error(one, one.assign(device=one["device"].to_numpy()[[0, 2, 1, 3]]).astype(one.dtypes))
        0.5
    """
    if not one.dtypes.equals(other.dtypes) or len(one.columns) < 2:
        raise ValueError("the files cannot be compared: they need the same columns and labels, two columns or more.")
    first, second = coded(one), coded(other)
    found = [
        np.abs(first.count(*pair) / len(one) - second.count(*pair) / len(other)).sum() / 2 for pair in first.all_pairs()
    ]
    return float(np.mean(found))
