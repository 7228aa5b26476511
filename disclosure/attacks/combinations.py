"""Combinations of printed cells that count a small group of people and nothing else: sparse, whole numbers, complete.

Every person belongs to one atom (what she is, and when she came), and a printed cell is a sum over atoms. A combination
of cells counts *people* if every atom occurs in it 0 times or once: it is then the number of a group, whatever the
numbers are. It isolates the group if that number is 1 to k - 1. All such combinations of up to three cells are found,
with coefficients 1 and -1, save those that say nothing new: the ones that fall apart into two that count people, each
by itself, and the ones that subtract a cell printed as 0. These forms are left:

- A: a printed count below k;
- A - B: B lies in A;
- A - B - C: B and C lie in A and share nobody;
- A + B - C: C lies in A and B together, but in neither alone, and holds whoever is in both.

For query_sets, the last one can only be so if C lies in A and in B on all sides but one (see `covers` for that one).
"""

from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Final

import numpy as np
import pandas as pd

from disclosure.attacks.query_sets import QuerySets, Side

FORMS: Final = ("A", "A - B", "A - B - C", "A + B - C")
COLUMNS: Final = ("form", "a", "b", "c", "people")
NONE: Final = -1
"""In place of a cell that a form does not have."""

AT_ONCE: Final = 1 << 20
"""How many candidates are looked at in one go; bounds the memory."""


def combinations(query_sets: QuerySets, threshold: int, up_to: int) -> pd.DataFrame:
    """Find all combinations of up to so many printed cells that isolate 1 to ``threshold - 1`` people.

    Args:
        query_sets: what each printed cell counts.
        threshold: a group of fewer people is small.
        up_to: 1, 2 or 3 cells.

    Returns:
        One row per combination: ``form`` (one of ``FORMS``), ``a``, ``b``, ``c`` (numbers of query_sets, ``NONE`` where
        the form has fewer), ``people``. Memory and time grow with the number of rows.
    """
    alone = np.flatnonzero((query_sets.count >= 1) & (query_sets.count < threshold))
    found = [(0, alone, np.full(len(alone), NONE), np.full(len(alone), NONE))]
    if up_to >= 2:
        found += [(1, a, b, np.full(len(a), NONE)) for a, b in _differences(query_sets, threshold)]
    if up_to >= 3:
        found += [(2, a, b, c) for a, b, c in _two_off_one(query_sets, threshold)]
        found += [(3, a, b, c) for a, b, c in _one_off_two(query_sets, threshold)]
    forms = np.concatenate([np.full(len(a), form) for form, a, *_ in found])
    a, b, c = (np.concatenate([each[index] for each in found]) for index in (1, 2, 3))
    count = np.append(query_sets.count, 0)  # the last one, 0, is that of NONE
    people = count[a] + np.where(forms == FORMS.index("A + B - C"), count[b], -count[b]) - count[c]
    form = pd.Categorical.from_codes(pd.Index(forms), pd.Index(FORMS))
    return pd.DataFrame(dict(zip(COLUMNS, (form, a, b, c, people), strict=True)))


def small_differences(query_sets: QuerySets, threshold: int) -> pd.DataFrame:
    """Find what `combinations` finds with up to two cells, pair after pair: shorter, and slower by far.

    Args:
        query_sets: what each printed cell counts.
        threshold: a group of fewer people is small.

    Returns:
        The same columns as `combinations`, in another order of rows.
    """
    count, small = query_sets.count.tolist(), range(1, threshold)
    found = [("A", a, NONE, NONE, count[a]) for a in range(len(count)) if count[a] in small]
    for a, b in permutations(range(len(count)), 2):
        if count[b] > 0 and count[a] - count[b] in small and query_sets.lies_in(b, a):
            found.append(("A - B", a, b, NONE, count[a] - count[b]))
    return pd.DataFrame(found, columns=list(COLUMNS))


def _differences(query_sets: QuerySets, threshold: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """A - B: cells are joined by label and by count, and only then by population."""
    labels, at = np.unique(query_sets.keys(query_sets.codes, first=1), return_inverse=True)
    big = int(query_sets.count.max(initial=0)) + threshold + 1
    order = np.lexsort([query_sets.count, at])
    ladder = at[order] * big + query_sets.count[order]
    population = query_sets.codes[:, 0].copy()
    inner, key = _explode(
        query_sets, np.flatnonzero(query_sets.count > 0), [side.inside for side in query_sets.sides[1:]], first=1
    )
    there = np.searchsorted(labels, key).clip(max=len(labels) - 1)
    inner, there = inner[labels[there] == key], there[labels[there] == key]
    foot = there * big + query_sets.count[inner]
    for small, index in _windows(
        np.searchsorted(ladder, foot + 1), np.searchsorted(ladder, foot + threshold - 1, side="right")
    ):
        b, a = inner[small], order[index]
        lies = query_sets.sides[0].inside[population[b], population[a]]
        yield a[lies], b[lies]


def _two_off_one(query_sets: QuerySets, threshold: int) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """A - B - C: of the cells inside A, those pairs that add up to nearly A and share nobody."""
    inner, key = _explode(query_sets, np.flatnonzero(query_sets.count > 0), [side.inside for side in query_sets.sides])
    inner, outer = _look_up(query_sets, inner, key)
    inner, outer = inner[inner != outer], outer[inner != outer]
    low, high = query_sets.count - threshold + 1, query_sets.count - 1
    for one, other in pairs_with_sum(outer, query_sets.count[inner], low, high):
        a, b, c = outer[one], inner[one], inner[other]
        apart = query_sets.apart(b, c)
        yield a[apart], np.minimum(b, c)[apart], np.maximum(b, c)[apart]


def _one_off_two(query_sets: QuerySets, threshold: int) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """A + B - C: on one side, A and B cover what C has there; on all others, C lies in both."""
    for number, side in enumerate(query_sets.sides):
        pairs = dict(side.covers())
        if not pairs:
            continue
        covering = _covering(side, pairs)
        relations: list[np.ndarray] = [each.inside for each in query_sets.sides]
        relations[number] = np.any(covering, axis=2)
        covered = np.flatnonzero((query_sets.count > 0) & np.isin(query_sets.codes[:, number], list(pairs)))
        outer, half = _look_up(query_sets, *_explode(query_sets, covered, relations))
        for one, other in pairs_with_sum(
            outer, query_sets.count[half], query_sets.count + 1, query_sets.count + threshold - 1
        ):
            c, a, b = outer[one], half[one], half[other]
            on_this = [query_sets.codes[which, number] for which in (c, a, b)]
            good = covering[tuple(on_this)]
            a, b, c = a[good], b[good], c[good]
            good = query_sets.overlap_within(a, b, c)
            yield np.minimum(a, b)[good], np.maximum(a, b)[good], c[good]


def _covering(side: Side, pairs: dict[int, np.ndarray]) -> np.ndarray:
    """Whether values a and b cover c; bool, shape (c, a, b)."""
    found = np.zeros((len(side.atoms),) * 3, dtype=bool)
    for c, both in pairs.items():
        found[c, both[:, 0], both[:, 1]] = True
    return found


def _explode(
    query_sets: QuerySets, cells: np.ndarray, relations: Sequence[np.ndarray], first: int = 0
) -> tuple[np.ndarray, np.ndarray]:
    """Pair each box with every box that stands, on each side, in the given relation to it, printed or not.

    Returns:
        The query_sets, and the keys of their partners.
    """
    key = np.zeros(len(cells), dtype=np.int64)
    for number, relation in enumerate(relations, start=first):
        partners = [np.flatnonzero(row) for row in relation]
        sizes = np.array([len(each) for each in partners], dtype=np.int64)
        starts, listed = np.cumsum(sizes) - sizes, np.concatenate([*partners, np.empty(0, dtype=np.int64)])
        code = query_sets.codes[cells, number]
        many = sizes[code]
        indices = np.repeat(starts[code] - (np.cumsum(many) - many), many) + np.arange(many.sum())
        cells, key = np.repeat(cells, many), np.repeat(key, many) * len(relation) + listed[indices]
    return cells, key


def _look_up(query_sets: QuerySets, cells: np.ndarray, key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Keep the pairs whose partner is printed; the query_sets, and their partners."""
    keys = query_sets.keys(query_sets.codes)
    order = np.argsort(keys)
    index = np.searchsorted(keys, key, sorter=order).clip(max=len(keys) - 1)
    partner = order[index]
    printed = keys[partner] == key
    return cells[printed], partner[printed]


def pairs_with_sum(
    group: np.ndarray, value: np.ndarray, low: np.ndarray, high: np.ndarray
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Find all pairs of rows in one group whose values add up to ``low[group]`` to ``high[group]``, each pair once.

    Args:
        group: the group of each row; shape (rows,).
        value: whole numbers from 0; shape (rows,).
        low, high: the limits of each group.

    Examples:
        >>> group, value = np.array([0, 0, 0, 1]), np.array([5, 3, 4, 4])
        >>> [(one.tolist(), other.tolist()) for one, other in pairs_with_sum(group, value, [8, 8], [8, 8])]
        [([1], [0])]
    """
    big = int(value.max(initial=0)) + 1
    order = np.lexsort([value, group])
    group, value = group[order], value[order]
    ladder = group * big + value
    least = (np.asarray(low)[group] - value).clip(0, big)
    most = (np.asarray(high)[group] - value).clip(-1, big - 1)
    start = np.maximum(np.searchsorted(ladder, group * big + least), np.arange(len(ladder)) + 1)
    stop = np.searchsorted(ladder, group * big + most, side="right")
    for one, other in _windows(start, stop):
        yield order[one], order[other]


def _windows(start: np.ndarray, stop: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Pair each row with every place from its start up to its stop, some rows at a time."""
    sizes = (stop - start).clip(min=0)
    ends = np.cumsum(sizes)
    first = 0
    while first < len(sizes):
        done = ends[first - 1] if first else 0
        last = max(first + 1, int(np.searchsorted(ends, done + AT_ONCE, side="right")))
        many = sizes[first:last]
        rows = np.repeat(np.arange(first, last), many)
        yield rows, np.arange(many.sum()) + np.repeat(start[first:last] - (ends[first:last] - many - done), many)
        first = last
