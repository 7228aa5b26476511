"""Which columns belong together: the tree of the strongest pairs, and how much hangs on one person."""

import numpy as np
import pandas as pd

from lessons.synthetic.pairs import Coded, coded

Edge = tuple[str, str]
"""A column, and one that is drawn after it, by its label."""


def mutual_information(counts: np.ndarray) -> float:
    """Return how much one column tells about another, in bits: 0 where neither tells anything of the other.

    The field's term is mutual information: the sum of p log2(p / q), p being the shares of the table and q the product
    of the shares of its row and its column.

    Args:
        counts: people by two columns; shape (labels, labels).

    Examples:
        >>> mutual_information(np.array([[5, 0], [0, 5]])), mutual_information(np.array([[2, 2], [3, 3]]))
        (1.0, 0.0)
    """
    shares = counts / counts.sum()
    chance = shares.sum(axis=1, keepdims=True) * shares.sum(axis=0, keepdims=True)
    there = shares > 0
    return float((shares[there] * np.log2(shares[there] / chance[there])).sum())


def strongest_tree(people: pd.DataFrame) -> tuple[Edge, ...]:
    """Choose the pairs of columns that tell most about each other, so that they join all columns and close no ring.

    The Chow-Liu tree: the spanning tree of largest mutual information. It grows from the first column, always by the
    strongest pair of a column inside and one outside. Sources: Chow and Liu, IEEE Transactions on Information Theory
    14, 1968; the way of growing is Prim's, 1957.

    Args:
        people: one row per person, all columns categorical.

    Returns:
        (column, column drawn after it), one fewer than there are columns, in the order in which they are drawn.

    Examples:
        >>> people = pd.DataFrame({"a": list("xxyy"), "b": list("xyxy"), "c": list("xxyy")}, dtype="category")
        >>> strongest_tree(people)
        (('a', 'c'), ('a', 'b'))
    """
    file = coded(people)
    strength = {pair: mutual_information(file.count(*pair)) for pair in file.all_pairs()}
    inside, tree = [0], []
    while len(inside) < len(file.names):
        outside = [place for place in range(len(file.names)) if place not in inside]
        across = [(one, other) for one in inside for other in outside]
        one, other = max(across, key=lambda pair: strength[min(pair), max(pair)])
        inside.append(other)
        tree.append((file.names[one], file.names[other]))
    return tuple(tree)


def who_decides(people: pd.DataFrame) -> np.ndarray:
    """Say of each person whether the strongest tree would be another one without her.

    A tree stays if no pair outside is stronger than the weakest one on the way between its two columns inside.

    Args:
        people: one row per person, all columns categorical.

    Returns:
        A yes or no for each; shape (people,).

    Examples:
        >>> people = pd.DataFrame({"a": list("xxyy"), "b": list("xxyx"), "c": list("xxyy")}, dtype="category")
        >>> who_decides(people).tolist()
        [False, False, False, False]
    """
    file, places = coded(people), {name: place for place, name in enumerate(people)}
    tree = {frozenset((places[one], places[other])) for one, other in strongest_tree(people)}
    without = {frozenset(pair): _strength_without(file, *pair) for pair in file.all_pairs()}
    decides = np.zeros(len(people), dtype=bool)
    for pair in without.keys() - tree:
        weakest = np.min([without[step] for step in _way(tree, min(pair), max(pair))], axis=0)
        decides |= without[pair] > weakest + 1e-9
    return decides


def _strength_without(file: Coded, one: int, other: int) -> np.ndarray:
    """The mutual information of two columns without each person, times one person fewer; shape (people,)."""
    counts = file.count(one, other)
    rows, columns = counts.sum(axis=1), counts.sum(axis=0)
    less = _n_log_n(np.maximum(counts - 1, 0)) - _n_log_n(counts)
    of_rows, of_columns = (_n_log_n(each) - _n_log_n(np.maximum(each - 1, 0)) for each in (rows, columns))
    all_of_them = _n_log_n(counts).sum() - _n_log_n(rows).sum() - _n_log_n(columns).sum()
    table = all_of_them + less + of_rows[:, None] + of_columns[None, :]
    return np.asarray(table[file.places[:, one], file.places[:, other]])


def _n_log_n(counts: np.ndarray) -> np.ndarray:
    """N log2 n of each count, 0 for 0."""
    return counts * np.log2(np.maximum(counts, 1))


def _way(tree: set[frozenset[int]], start: int, end: int, been: tuple[int, ...] = ()) -> list[frozenset[int]]:
    """The pairs of a tree between two columns; empty where there is no way."""
    for step in tree:
        if start in step:
            (after,) = step - {start}
            if after == end:
                return [step]
            if after not in been and (rest := _way(tree, after, end, (*been, start))):
                return [step, *rest]
    return []
