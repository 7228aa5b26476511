"""What lines and columns are called: headings over several columns, groups named once, and which dimensions these make.

A label is a tuple, the widest part first. Where every combination of its parts is there, each part is a dimension of
its own; else the parts together are one, such as ``"North / Ashfield"``.
"""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Final

from disclosure.own_table.layout.blocks import Block
from disclosure.own_table.layout.signs import COUNT_WORDS, is_total_word
from disclosure.tables.dimensions import RESERVED

Labels = tuple[str, ...]
Texts = Sequence[Sequence[str]]

JOINED: Final = " / "
COMPLETE: Final = 0.6
"""Of long tables: the share of all combinations that must be there. Offices leave out those that are empty."""


def row_labels(texts: Texts, block: Block) -> list[Labels]:
    """The label of each line of the body: its group first, where a line above names one.

    Examples:
        >>> block = Block((0,), (2, 3), (1,), (0,), (1,), {}, ())
        >>> row_labels([["", "n"], ["Boys", ""], ["0–4", "7"], ["5–9", "8"]], block)
        [('Boys', '0–4'), ('Boys', '5–9')]
    """
    found: list[Labels] = []
    above = [""] * len(block.labels)
    for row in block.body:
        own = [texts[row][j] for j in block.labels]
        filled = own.copy()
        first = next((k for k, label in enumerate(own) if label), None)
        if first is not None:
            filled[:first] = above[:first]
        above = filled
        group = max((section for section in block.sections if section < row), default=None)
        heading = () if not block.sections else (_section(texts, block, group),)
        found.append((*heading, *filled))
    return found


def _section(texts: Texts, block: Block, row: int | None) -> str:
    """The name of a group; empty above the first one."""
    return "" if row is None else next(texts[row][j] for j in block.labels if texts[row][j])


def column_labels(texts: Texts, block: Block, columns: Sequence[int]) -> list[Labels]:
    """The label of each column of numbers: what stands over it, level by level; a heading spans empty cells beside it.

    Examples:
        >>> block = Block((0, 1), (2,), (), (0,), (1, 2, 3), {}, ())
        >>> column_labels([["", "Boys", "", "All"], ["", "0–4", "5–9", ""]], block, (1, 2, 3))
        [('Boys', '0–4'), ('Boys', '5–9'), ('All', '')]
    """
    levels: list[list[str]] = []
    for level, row in enumerate(block.headings):
        is_last = level == len(block.headings) - 1
        names: list[str] = []
        for j in range(block.values[0], max(columns) + 1):
            own = texts[row][j]
            spans = not own and not is_last and names and any(texts[below][j] for below in block.headings[level + 1 :])
            names.append(names[-1] if spans else own)
        levels.append([names[j - block.values[0]] for j in columns])
    return list(zip(*levels, strict=True))


def without_measures(labels: Sequence[Labels]) -> list[Labels]:
    """Column labels without words that only say that the column counts, where something else names it.

    Examples:
        >>> without_measures([("SEN", "n"), ("Meals", "n")])
        [('SEN', ''), ('Meals', '')]
    """
    return [
        tuple("" if COUNT_WORDS.fullmatch(part) and any(p != part and p for p in label) else part for part in label)
        for label in labels
    ]


def dimensions_of(labels: Sequence[Labels], *, may_lack: bool) -> list[list[str]]:
    """Labels by dimension: as many dimensions as have all their combinations.

    Args:
        labels: one label per line.
        may_lack: whether combinations may be missing, as in long tables.

    Returns:
        For each dimension one label per line; none where all lines are alike.

    Examples:
        >>> dimensions_of([("Boys", "a"), ("Boys", "b"), ("Girls", "a"), ("Girls", "b")], may_lack=False)
        [['Boys', 'Boys', 'Girls', 'Girls'], ['a', 'b', 'a', 'b']]
        >>> dimensions_of([("North", "Ashfield"), ("North", "Total"), ("", "All")], may_lack=False)
        [['North / Ashfield', 'North / Total', 'All']]
    """
    levels = [level for level in zip(*labels, strict=True) if len(set(level)) > 1]
    for number in range(len(levels) - 1, -1, -1):
        for cuts in combinations(range(1, len(levels)), number):
            edges = [0, *cuts, len(levels)]
            groups = [levels[a:b] for a, b in pairwise(edges)]
            joined = [[_joined(parts) for parts in zip(*group, strict=True)] for group in groups if group]
            if number == 0 or _is_product(joined, COMPLETE if may_lack else 1):
                return joined
    return []


def _is_product(dimensions: Sequence[Sequence[str]], least: float) -> bool:
    """Whether all combinations of labels are there, or as large a share of them as asked for, and none twice."""
    combined = list(zip(*dimensions, strict=True))
    every = 1
    for labels in dimensions:
        every *= len(set(labels))
    return len(set(combined)) == len(combined) >= least * every


def _joined(parts: Sequence[str]) -> str:
    """One label of several parts, without empty ones and repetitions."""
    return JOINED.join(dict.fromkeys(part for part in parts if part))


def told_apart(labels: Sequence[str], places: Sequence[str]) -> list[str]:
    """Labels that are all different: of equal ones each but the first gets its place, and so do blank ones and totals.

    Examples:
        >>> told_apart(["North", "Total", "South", "Total", ""], ["row 2", "row 3", "row 4", "row 5", "row 6"])
        ['North', 'Total', 'South', 'Total (row 5)', 'row 6']
    """
    found: list[str] = []
    for label, place in zip(labels, places, strict=True):
        name = label or place
        found.append(f"{name} ({place})" if name in found else name)
    return found


def are_totals(labels: Sequence[str]) -> list[bool]:
    """Which labels say that they are totals, by their last part."""
    return [is_total_word(label.rsplit(JOINED, 1)[-1]) for label in labels]


def free_name(name: str, taken: set[str]) -> str:
    """A name for a dimension that no other has, and no column of the kit."""
    name = " ".join(re.sub(r"\(.*?\)", " ", name).split()) or "line"
    while name in taken or name in RESERVED or name.startswith("largest_"):
        name = f"{name} " if not name.endswith(" ") else f"({name.strip()})"
    return name
