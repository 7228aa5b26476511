"""Files of people whom nobody is: rows copied, columns drawn one by one, or one column after another along a tree.

All three take one row per person, all columns categorical, and return rows with the same columns and labels.
"""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from disclosure.defences.noise import noise
from disclosure.rules import as_written
from lessons.synthetic.pairs import Coded, coded, labelled
from lessons.synthetic.tree import Edge, strongest_tree


@dataclass(frozen=True, repr=False)
class CopyRows:
    """Draw rows of people, some more than once (a bootstrap sample), and change some of their labels.

    Args:
        changed: the share of labels that are replaced by somebody else's in the same column, 0 to 1.
        seed: draws rows and labels; a secret, and not printed.

    Raises:
        ValueError: ``changed`` is no share.

    Examples:
        >>> people = pd.DataFrame({"plan": list("bbp"), "genre": list("cdd")}, dtype="category")
        >>> len(CopyRows()(people)), set(CopyRows()(people)["plan"]) <= {"b", "p"}
        (3, True)
    """

    changed: float = 0.0
    seed: int = field(default=53, repr=False)
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse what is no share."""
        if isinstance(self.changed, bool) or not isinstance(self.changed, int | float) or not 0 <= self.changed <= 1:
            raise ValueError(f"changed is {self.changed!r}: choose a share of labels, 0 to 1.")

    def __call__(self, people: pd.DataFrame) -> pd.DataFrame:
        """Return as many rows as there are people."""
        rng, places = np.random.default_rng(self.seed), coded(people).places
        copies = places[rng.integers(0, len(places), len(places))]
        others = rng.permuted(places, axis=0)
        return labelled(np.where(rng.random(copies.shape) < self.changed, others, copies), people)


@dataclass(frozen=True, repr=False)
class DrawColumns:
    """Draw every column by itself, as if no fact had to do with another one (independent columns).

    Args:
        epsilon: what the whole file may tell about one person, above 0; None for no noise and no promise.
        seed: as of `CopyRows`.

    Raises:
        ValueError: ``epsilon`` is not above 0.

    Examples:
        >>> people = pd.DataFrame({"plan": list("bbpp"), "genre": list("ccdd")}, dtype="category")
        >>> DrawColumns()(people).shape
        (4, 2)
    """

    epsilon: float | None = None
    seed: int = field(default=53, repr=False)
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse what is no promise."""
        _refuse_promise(self.epsilon)

    def __call__(self, people: pd.DataFrame) -> pd.DataFrame:
        """Return as many rows as there are people; with noise, about as many."""
        return _drawn(people, (), self.epsilon, self.seed)


@dataclass(frozen=True, repr=False)
class DrawFromTree:
    """Draw one column after another, each by the label of one that was drawn before (a Chow-Liu tree).

    Only tables of two columns are taken from the people. With ``epsilon``, each of them gets noise. The noise does not
    cover the choice of the tree: without ``edges`` it is chosen from the people, and that is no part of the promise.

    Args:
        epsilon: what all tables together may tell about one person, above 0; None for no noise and no promise.
        edges: (column, column drawn after it), from what is public; None to choose the strongest tree from the people.
            A column that comes after none is drawn by itself.
        seed: as of `CopyRows`.

    Raises:
        ValueError: ``epsilon`` is not above 0, or an edge is no pair of columns.

    Examples:
        >>> people = pd.DataFrame({"plan": list("bbpp"), "genre": list("ccdd")}, dtype="category")
        >>> drawn = DrawFromTree()(people)
        >>> set(zip(drawn["plan"], drawn["genre"], strict=True)) <= {("b", "c"), ("p", "d")}
        True
    """

    epsilon: float | None = None
    edges: tuple[Edge, ...] | None = None
    seed: int = field(default=53, repr=False)
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse what is no promise."""
        _refuse_promise(self.epsilon)
        if self.edges is not None:
            object.__setattr__(self, "edges", _in_pairs(self.edges))

    def __call__(self, people: pd.DataFrame) -> pd.DataFrame:
        """Return as many rows as there are people; with noise, about as many.

        Raises:
            ValueError: the edges name a column that is not there, or draw one twice or too early.
        """
        tree = strongest_tree(people) if self.edges is None else self.edges
        return _drawn(people, tree, self.epsilon, self.seed)


def _drawn(people: pd.DataFrame, tree: tuple[Edge, ...], epsilon: float | None, seed: int) -> pd.DataFrame:
    """Draw new people along a tree: first the columns that come after none, then each edge's second column."""
    file, rng = coded(people), np.random.default_rng(seed)
    steps = _in_order(file, tree)
    tables = [_counts(file, before, after, epsilon, rng) for before, after in steps]
    rows = len(people) if epsilon is None else max(1, int(tables[0].sum()))
    places = np.zeros((rows, len(file.names)), dtype=np.int64)
    for (before, after), table in zip(steps, tables, strict=True):
        given = np.zeros(rows, dtype=np.int64) if before is None else places[:, before]
        places[:, after] = _one_each(table, given, rng)
    return labelled(places, people)


def _counts(file: Coded, before: int | None, after: int, epsilon: float | None, rng: np.random.Generator) -> np.ndarray:
    """The table that a column is drawn from, with noise where there is a promise; what falls below 0 becomes 0.

    One person stands in one cell of each table, and there is one table per column: so all tables together change by
    the number of columns at most.
    """
    table = np.bincount(file.places[:, after], minlength=file.sizes[after])[None, :]
    table = table if before is None else file.count(before, after)
    noisy = table if epsilon is None else table + noise(epsilon, len(file.names), table.shape, rng)
    return np.maximum(noisy, 0)


def _one_each(table: np.ndarray, given: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Draw a label for each row by the row of a table that belongs to it; an empty one is even; shape (rows,)."""
    sums = table.sum(axis=1, keepdims=True)
    shares = np.where(sums > 0, table, 1) / np.where(sums > 0, sums, table.shape[1])
    steps = np.cumsum(shares, axis=1)[:, :-1]
    return np.asarray((rng.random(len(given))[:, None] >= steps[given]).sum(axis=1))


def _in_order(file: Coded, tree: tuple[Edge, ...]) -> list[tuple[int | None, int]]:
    """What is drawn after what: (place of the column before, place of the column), each column once."""
    places = {name: place for place, name in enumerate(file.names)}
    for name in (name for edge in tree for name in edge):
        if name not in places:
            raise ValueError(f"the edges name {name!r}, which is no column; there are: {', '.join(file.names)}.")
    later = [other for _, other in tree]
    steps: list[tuple[int | None, int]] = [(None, places[name]) for name in file.names if name not in later]
    for one, other in tree:
        drawn = {after for _, after in steps}
        if places[other] in drawn or places[one] not in drawn:
            raise ValueError(f"edge {(one, other)}: {one!r} must be drawn before, and {other!r} only once.")
        steps.append((places[one], places[other]))
    return steps


def _in_pairs(edges: tuple[Edge, ...]) -> tuple[Edge, ...]:
    """Read edges as pairs; refuse what is none, such as one pair without the comma that makes it a list of one."""
    listed = edges if isinstance(edges, tuple | list) else [edges]
    if not all(isinstance(edge, tuple | list) and len(edge) == 2 for edge in listed):
        raise ValueError(f"edges are {edges!r}: write pairs of columns, and a comma after a single one: (('a', 'b'),).")
    return tuple((one, other) for one, other in listed)


def _refuse_promise(epsilon: float | None) -> None:
    """Refuse an epsilon that is none."""
    if epsilon is not None and (isinstance(epsilon, bool) or not isinstance(epsilon, int | float) or not epsilon > 0):
        raise ValueError(f"epsilon is {epsilon!r}: choose a number above 0, or None for no promise.")
