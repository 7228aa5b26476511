"""What the dimensions of a table may be called, and how their labels may nest."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from disclosure.labels import LIKE_TOTAL, TOTAL, as_seen

Hierarchy = Mapping[str, str]
"""Which label lies in which wider one, such as ``{"North": "Aland", "South": "Aland"}``."""

OF_TABLES: Final = ("count", "mark", "contributors", "repeated", "mean", "median", "minimum", "maximum")
OF_AUDITS: Final = ("target", "role", "low", "high", "verdict", "why", "attacker", "exact", "protected", "cell", "own")
OF_ATTACKS: Final = ("claim", "confidence", "declared", "counts", "line", "group", "fact", "sentence")
RESERVED: Final = frozenset({*OF_TABLES, *OF_AUDITS, *OF_ATTACKS})
"""Columns that stand beside the labels of a table, of an audit or of guesses: a dimension would be overwritten."""

LARGEST: Final = "largest_"
"""How the columns begin that hold each cell's largest contributions: ``largest_1``, ``largest_2`` and so on."""


def dimension_names(by: Any) -> tuple[str, ...]:
    """Return the names of a table's dimensions; a single text is one name.

    Raises:
        ValueError: there is none, one is no text, or is empty, stands there twice, or is a column that the kit adds.

    Examples:
        >>> dimension_names("film"), dimension_names(["film", "region"])
        (('film',), ('film', 'region'))
    """
    if not isinstance(by, Iterable):
        raise ValueError(f"by is {by!r}: name the columns, such as by=('film', 'region').")
    names = (by,) if isinstance(by, str) else tuple(by)
    if not names:
        raise ValueError("by names no column: a count table needs one or more.")
    for name in names:
        if not isinstance(name, str) or not name.strip():
            raise ValueError(f"by names {name!r}, which is no text: rename the column, with .rename(columns=...).")
        if name in RESERVED or name.startswith(LARGEST):
            raise ValueError(
                f"by names {name!r}, which is a column that the kit adds itself: "
                "rename yours, with .rename(columns=...)."
            )
        if names.count(name) > 1:
            raise ValueError(f"by names {name!r} twice: each dimension stands in a table once.")
    return tuple(map(str, names))


def nesting(
    hierarchies: Any,
    labels: Mapping[str, Collection[str]],
    *,
    sums: bool,
    not_covered: Mapping[str, Collection[str]] | None = None,
) -> dict[str, Hierarchy]:
    """Return the hierarchies of a table, or say in a sentence which entry makes no sense.

    Args:
        hierarchies: for a dimension, the wider label in which each label lies; None or empty where there is none.
        labels: for every dimension of the table, its labels.
        sums: whether wider labels may be among them, as in a printed table; it may print wider labels alone, if each of
            its labels stands in the hierarchy.
        not_covered: for a dimension, the labels among these that nobody printed.

    Raises:
        ValueError: a dimension or a label is not in the table, a label is no text or stands for the sum, is counted
            and a wider one as well, or labels lie in each other in a circle.

    Examples:
        >>> nesting({"region": {"North": "Aland"}}, {"region": ["North", "South"]}, sums=False)
        {'region': {'North': 'Aland'}}
    """
    if not isinstance(hierarchies or {}, Mapping):
        raise ValueError(f"hierarchies is {hierarchies!r}: write it as {{'region': {{'North': 'Aland'}}}}.")
    found = dict(hierarchies or {})
    for dimension, hierarchy in found.items():
        if dimension not in labels:
            raise ValueError(f"hierarchies names {dimension!r}; the table's dimensions are: {', '.join(labels)}.")
        if not isinstance(hierarchy, Mapping):
            raise ValueError(f"hierarchies of {dimension!r}: write label and wider label, as {{'North': 'Aland'}}.")
        _refuse_labels(dimension, hierarchy)
        _refuse_circle(dimension, hierarchy)
        wider = set(hierarchy.values())
        if not sums and (both := sorted(wider & {*labels[dimension]})):
            raise ValueError(f"column {dimension!r} holds {both[0]!r}, which is also a wider label: rename one.")
        known = {*labels[dimension], *wider}
        nobodys = {TOTAL, *(not_covered or {}).get(dimension, ())}
        whole = sums and known - nobodys <= {*wider, *hierarchy}
        if (unknown := next((label for label in hierarchy if label not in known), None)) is not None and not whole:
            raise ValueError(
                f"hierarchies of {dimension!r}: the table has no label {unknown!r}; spell it as there, or take it out."
            )
    return {dimension: dict(hierarchy) for dimension, hierarchy in found.items()}


def _refuse_labels(dimension: str, hierarchy: Hierarchy) -> None:
    """Say which label of a hierarchy is no text, or is the name of the sum."""
    for label in (*hierarchy, *hierarchy.values()):
        if not isinstance(label, str):
            raise ValueError(
                f"hierarchies of {dimension!r}: {label!r} is no text, and labels of a table are: write {str(label)!r}."
            )
        if as_seen(label) in LIKE_TOTAL:
            raise ValueError(
                f"hierarchies of {dimension!r}: {label!r} stands for the sum; every label lies in {TOTAL!r} anyway."
            )


def _refuse_circle(dimension: str, hierarchy: Hierarchy) -> None:
    """Say which labels lie in themselves."""
    ends: set[str] = set()
    for label in hierarchy:
        chain = [label]
        while chain[-1] in hierarchy and chain[-1] not in ends:
            chain.append(hierarchy[chain[-1]])
            if chain[-1] in chain[:-1]:
                circle = " in ".join(map(repr, chain[chain.index(chain[-1]) :]))
                raise ValueError(f"hierarchies of {dimension!r}: labels lie in a circle, {circle}.")
        ends.update(chain)
