"""The ways in which the labels of a dimension add up, each as a table of the kit says it: by sex, by age, of which."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from disclosure.labels import LIKE_TOTAL, TOTAL, as_seen
from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.grid import Dimension

UNPRINTED: Final = "not in the table"
"""The part of a total that no line of the table covers."""

REST: Final = "the rest of {whole}"


@dataclass(frozen=True)
class Split:
    """One way in which the labels of a dimension add up.

    Args:
        name: the dimension's name in the table.
        labels: what the table calls each label of the sheet; ``TOTAL`` for the sum of all.
        wider: for a label of the table, the wider one in which it lies.
        not_covered: parts of which nothing is printed.
    """

    name: str
    labels: Mapping[str, str]
    wider: Mapping[str, str]
    not_covered: tuple[str, ...] = ()


def splits_of(dimension: Dimension, nesting: Nesting, *, covers: bool) -> tuple[list[Split], list[str]]:
    """The ways in which the labels of a dimension add up, the main one first, and what was not used.

    Args:
        dimension: the dimension.
        nesting: what adds up to what.
        covers: whether its labels cover everybody in the totals.
    """
    labels = dimension.labels
    elsewhere = {part for _, parts in nesting.others for part in parts}
    roots = [k for k in nesting.roots if k not in elsewhere]
    root = roots[0] if len(roots) == 1 and nesting.parts_of(roots[0]) else None
    below = {k for k in range(len(labels)) if _root_of(nesting, k) in elsewhere}
    inside = {labels.index(part): labels.index(whole) for part, whole in dimension.parts_of.items()}
    main = {labels[k]: TOTAL if k == root else _named(labels[k]) for k in range(len(labels)) if k not in below}
    wider = {
        _named(labels[part]): _named(labels[total])
        for part, total in nesting.parent.items()
        if part not in below and total != root
    }
    extra, unused, rest = _parts_of_others(dimension, inside, root, nesting)
    for part, whole in rest.items():
        wider |= {_named(part): _named(whole), REST.format(whole=whole): _named(whole)}
    for part in {labels[part] for part in inside} - {*rest}:
        main.pop(part)
    uncovered = tuple(REST.format(whole=whole) for whole in rest.values())
    if not covers:
        uncovered = (*uncovered, UNPRINTED)
        short = [total for total in nesting.broken if total != root]
        wider |= {UNPRINTED: _named(labels[short[0]])} if short else {}
    found = [Split(dimension.name, main, wider, uncovered), *extra]
    for number, (total, parts) in enumerate(nesting.others, 2):
        if total == root:
            names = {labels[k]: _named(labels[k]) for k in parts} | {labels[total]: TOTAL}
            found.append(Split(f"{dimension.name} ({number})", names, {}))
    return found, unused


def lines_beside(dimension: Dimension, nesting: Nesting) -> list[str]:
    """Lines beside a total that are in no sum: whether they count some of the same people is not known."""
    elsewhere = {part for _, parts in nesting.others for part in parts}
    if not nesting.parent or dimension.axis == "columns":
        return []
    return [
        f"whether {dimension.labels[root]!r} counts people of other lines as well"
        for root in nesting.roots
        if not nesting.parts_of(root) and root not in elsewhere
    ]


def _root_of(nesting: Nesting, line: int) -> int:
    """The line that is in no sum and holds a line."""
    while line in nesting.parent:
        line = nesting.parent[line]
    return line


def _parts_of_others(
    dimension: Dimension, inside: Mapping[int, int], root: int | None, nesting: Nesting
) -> tuple[list[Split], list[str], dict[str, str]]:
    """Lines "of which": as a way of their own below the total, or below a line; and those that could not be used."""
    labels, extra, unused, rest = dimension.labels, [], [], {}
    for part, whole in inside.items():
        if whole == root:
            names = {labels[part]: _named(labels[part]), labels[whole]: TOTAL}
            extra.append(Split(f"{dimension.name} [{labels[part]}]", names, {}, (REST.format(whole=labels[whole]),)))
        elif list(inside.values()).count(whole) == 1 and not nesting.parts_of(whole):
            rest[labels[part]] = labels[whole]
        else:
            unused.append(f"how {labels[whole]!r} and its parts fit together")
            extra.append(
                _way_of_one_part(dimension, labels[part], labels[whole], None if root is None else labels[root])
            )
    return extra, list(dict.fromkeys(unused)), rest


def _way_of_one_part(dimension: Dimension, part: str, whole: str, root: str | None) -> Split:
    """One of several parts of a line, as a way of its own: the part and its rest in the line, the line in the total."""
    names = {part: _named(part), whole: _named(whole)} | ({} if root is None else {root: TOTAL})
    inner, outer = REST.format(whole=whole), REST.format(whole=root or "all")
    return Split(
        f"{dimension.name} [{part}]", names, dict.fromkeys((_named(part), inner), _named(whole)), (inner, outer)
    )


def _named(label: str) -> str:
    """A label as the kit's tables may call it: none of them may look like the sum of all."""
    return f"{label} (one of several)" if as_seen(label) in LIKE_TOTAL else label
