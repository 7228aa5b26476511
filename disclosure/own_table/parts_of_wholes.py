"""Lines "of which": whether several of them make up all of their line, which no label says and only the makers know."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from disclosure.own_table.layout.adding_up import Nesting
from disclosure.own_table.layout.grid import Dimension, Grid
from disclosure.own_table.questions import MOST_CELLS_NAMED, Question, listed

PARTS_OF: Final = "parts of "


def parts_questions(grid: Grid, nestings: Sequence[Nesting], slack: float) -> Iterator[Question]:
    """Ask of several parts of one line whether they are all of it, where no printed number says that they are not.

    Args:
        grid: the counts.
        nestings: for each dimension, what adds up to what.
        slack: by how much counts may be off, for they are rounded.
    """
    for axis, (dimension, nesting) in enumerate(zip(grid.dimensions, nestings, strict=True)):
        lines = grid.lines_of(axis, slack)
        for whole, parts in _by_whole(dimension).items():
            has_others = bool(nesting.parts_of(whole)) and nesting.parent.get(whole) is not None
            if len(parts) > 1 and not has_others and lines.sum_of(whole, parts).fits:
                label, names = dimension.labels[whole], [dimension.labels[part] for part in parts]
                where = tuple(a for a, key in grid.keys.items() if key[axis] in names)[:MOST_CELLS_NAMED]
                options = {"yes": "they add up to it", "no": "people are left who stand in none of them"}
                yield Question(f"{PARTS_OF}{label}", f"Do {listed(names)} make up all of {label!r}?", options, where)


def with_parts_told(grid: Grid, nestings: Sequence[Nesting], answers: Mapping[str, str]) -> tuple[Grid, list[Nesting]]:
    """The counts and what adds up to what, once it is answered which parts make up all of their line."""
    dimensions, found = [], []
    for dimension, nesting in zip(grid.dimensions, nestings, strict=True):
        names = {whole: dimension.labels[whole] for whole in _by_whole(dimension)}
        full = {whole for whole, label in names.items() if answers.get(f"{PARTS_OF}{label}") == "yes"}
        left = {part: whole for part, whole in dimension.parts_of.items() if dimension.labels.index(whole) not in full}
        for whole in full:
            nesting = _with_parts(nesting, whole, _by_whole(dimension)[whole])
        dimensions.append(replace(dimension, parts_of=left))
        found.append(nesting)
    return replace(grid, dimensions=tuple(dimensions)), found


def _with_parts(nesting: Nesting, whole: int, parts: list[int]) -> Nesting:
    """What adds up to what, with the parts of a line as well; beside other parts of a total they are a second way."""
    if nesting.parts_of(whole):
        roots = tuple(sorted((*nesting.roots, *parts)))
        return replace(nesting, roots=roots, others=(*nesting.others, (whole, tuple(parts))))
    return replace(nesting, parent=nesting.parent | dict.fromkeys(parts, whole))


def _by_whole(dimension: Dimension) -> dict[int, list[int]]:
    """The places of the parts of each line that has some."""
    found: dict[int, list[int]] = {}
    for part, whole in dimension.parts_of.items():
        found.setdefault(dimension.labels.index(whole), []).append(dimension.labels.index(part))
    return found
