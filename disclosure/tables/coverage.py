"""Totals that count more people than the labels cover, such as "includes district unknown": the unprinted parts."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import pandas as pd

from disclosure.labels import LIKE_TOTAL, as_seen
from disclosure.marks import NOT_COVERED_MARK

Uncovered = Mapping[str, tuple[str, ...]]
"""For a dimension, the names of its parts that are counted in totals and printed nowhere."""


def uncovered_labels(given: Any, labels: Mapping[str, Collection[str]]) -> Uncovered:
    """Return the names of unprinted parts, or say in a sentence which of them makes no sense.

    Args:
        given: for a dimension, one name or several, such as ``{"district": "district unknown"}``.
        labels: for every dimension of the table, its printed labels.

    Raises:
        ValueError: the table has no such dimension, or prints a part of this name; or the name is none.

    Examples:
        >>> uncovered_labels({"district": "district unknown"}, {"district": ["Ashfield", "total"]})
        {'district': ('district unknown',)}
    """
    if not isinstance(given, Mapping):
        raise ValueError(f"not_covered is {given!r}: write it as {{'district': 'district unknown'}}.")
    found: dict[str, tuple[str, ...]] = {}
    for dimension, names in given.items():
        if dimension not in labels:
            raise ValueError(f"not_covered names {dimension!r}; the table's dimensions are: {', '.join(labels)}.")
        found[dimension] = (names,) if isinstance(names, str) or not isinstance(names, Iterable) else tuple(names)
        for name in found[dimension]:
            if not isinstance(name, str) or not name.strip() or as_seen(name) in LIKE_TOTAL:
                raise ValueError(f"not_covered of {dimension!r} names {name!r}: give the unprinted part a name.")
            if name in labels[dimension]:
                raise ValueError(f"not_covered of {dimension!r}: the table prints {name!r}; leave it out there.")
    return found


def unprinted_labels(uncovered: Uncovered, cells: pd.DataFrame, by: tuple[str, ...]) -> Uncovered:
    """The labels of each dimension that nobody printed: parts that are named, and those with no rows but for such.

    Args:
        uncovered: the parts that are named.
        cells: the cells of the table.
        by: the names of its dimensions.

    Examples:
        >>> cells = pd.DataFrame({"district": ["Ashfield", "unknown"], "mark": ["", NOT_COVERED_MARK]})
        >>> unprinted_labels({}, cells, ("district",))
        {'district': ('unknown',)}
    """
    if "mark" not in cells or not (unprinted := cells["mark"].eq(NOT_COVERED_MARK)).any():
        return uncovered
    with_rows = {name: {*cells[name][unprinted]} - {*cells[name][~unprinted]} for name in by}
    return {name: (*uncovered.get(name, ()), *labels) for name, labels in with_rows.items()}
