"""The audit's words: names of cells and lines, and every template that a reader sees, in one place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from lessons.releases.count_table import TOTAL

if TYPE_CHECKING:
    from lessons.audit.system import System

SMALL_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MOST_NAMED: Final = 6
"""How many lines a sentence names before it says "and so many more"."""

OPEN_RANGE: Final = "Nothing printed narrows it: every count from {low} to {high} is possible."
OPEN_ENDED: Final = "Nothing printed narrows it: every count from {low} on is possible."
EXACTLY: Final = "{found}: exactly {count} {are} left for {cell}."
CONTRADICTION: Final = "No whole numbers fit {lines}: the cells cannot add up to the totals that are printed."
NO_NUMBERS: Final = "No whole numbers fit what is printed."


def number(count: int) -> str:
    """A small number of things as a word.

    Examples:
        >>> number(3), number(12)
        ('three', '12')
    """
    return SMALL_NUMBERS[count] if 0 <= count < len(SMALL_NUMBERS) else str(count)


def things(count: int, thing: str) -> str:
    """A number of things.

    Examples:
        >>> things(1, "film"), things(3, "country"), things(2, "series")
        ('one film', 'three countries', 'two series')
    """
    if count == 1 or thing.endswith("s"):
        return f"{number(count)} {thing}"
    many = f"{thing[:-1]}ies" if thing.endswith("y") and thing[-2:-1] not in "aeiou" else f"{thing}s"
    return f"{number(count)} {many}"


def listed(names: Sequence[str]) -> str:
    """Names in a row.

    Examples:
        >>> listed(["A"]), listed(["A", "B", "C"])
        ('A', 'A, B and C')
    """
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} more"]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def cell_name(system: System, cell: int) -> str:
    """What a cell is called in a sentence: "The Lantern, North", "North's total" or "the grand total"."""
    labels = [label for label in system.names(cell) if label != TOTAL]
    name = ", ".join(labels)
    if not labels:
        return "the grand total"
    return f"{name}'s total" if len(labels) < len(system.labels) else name


def total_of(system: System, line: int) -> int:
    """The cell that is the total of a line."""
    return int(system.lines.cell[(system.lines.line == line) & (system.lines.sign < 0)][0])


def dimension_of(system: System, line: int) -> str:
    """The name of the dimension along which a line runs."""
    return list(system.labels)[system.lines.dimension[line]]


def label_in(system: System, line: int, cell: int) -> str:
    """What tells a cell from the other parts of its line: its label along the line."""
    return system.names(cell)[system.lines.dimension[line]]


def line_name(system: System, line: int) -> str:
    """What a line is called in a list of lines: "North", or "the grand total by region"."""
    labels = [label for label in system.names(total_of(system, line)) if label != TOTAL]
    if len(labels) == len(system.labels) - 1:
        return ", ".join(labels)
    return f"{cell_name(system, total_of(system, line))} by {dimension_of(system, line)}"


def contradiction(system: System, lines: Sequence[int]) -> str:
    """The sentence for a release that no whole numbers fit."""
    return CONTRADICTION.format(lines=listed([line_name(system, line) for line in lines])) if lines else NO_NUMBERS


def sentence(text: str) -> str:
    """A text with a capital at its start and one full stop at its end."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
