"""The audit's words: names of cells and lines, and every template that a reader sees, in one place."""

from collections.abc import Sequence
from typing import Final

from disclosure.audit.reading.cells import NO_LIMIT
from disclosure.audit.reading.system import System
from disclosure.tables.count_table import PEOPLE, TOTAL

Span = tuple[int, int]
"""From .. to, both included."""

SMALL_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MOST_NAMED: Final = 6
"""How many lines a sentence names before it says "and so many more"."""

IN_UNITS: Final = "in {unit}, {told}"
BOTH: Final = "; and "
TOTAL_IS: Final = "{total} is {limit}"
HIDDEN_TOTAL: Final = "hidden, so {limit}"
TOTAL_LESS: Final = "{total} is {limit}, of which {parts}"
PRINTED_TAKE: Final = "the {number}printed {cells} {hold} {limit}"
FOUND_TAKE: Final = "the {number}hidden {cells} already known {hold} {limit}"
HIDDEN_TAKE: Final = "the {number}other hidden {cells} {hold} {limit}"
HIDDEN_HOLD: Final = "the {number}hidden {cells} {hold} {limit}"
ROUNDED_TAKE: Final = "the {number}other {cells} {hold} {limit}"
AND_UP: Final = "{low} and more"
HOLDS, HOLD = "holds", "hold"
LEFT: Final = ": {limit} {are} left for {label}"
SUM: Final = "{parts}: {total} is {limit}"

LINES_OF: Final = "the lines of {lines}"
PRINT: Final = "what is printed and what the attacker knows"
STATISTICS_OF: Final = "the statistics beside {cells}"
LINES: Final = "the lines of {lines}, added up,"
LINES_LESS: Final = "the lines of {lines}, added up, less those of {less},"
TOGETHER_HIDE: Final = "{added} together hide {sum}, of which {taken} {hide} {part}"
HIDE, HIDES = "hide", "hides"
CANCELS_OUT: Final = "{lines} leave {limit} for {cell}: every other hidden cell cancels out"
COMBINED: Final = "{lines} show that {cell}{others} {fixed}: {cell} is {limit}"
WHOLE_NUMBERS: Final = "no whole numbers fit {lines} with {more} than {bound} here"
ONLY_WHOLE: Final = "of all whole numbers only {count} fits {lines}"
MORE, FEWER = "more", "fewer"

KNOWN: Final = "the attacker knows that it is {limit}, from being counted herself"
RULE_HIDES: Final = "a cell that the rule hides is {limit}"
DOMINATED: Final = "a cell with {number} contributors that the rule hides is {limit}"
BEHIND: Final = "each of its {number} contributors has at least 1, so it is {limit}"
ELSEWHERE: Final = "{which} table, by {dimensions}, prints {count}"
ROUNDED_ELSEWHERE: Final = "{which} table, by {dimensions}, prints it {how}: it is {limit}"
THE_OTHER, ANOTHER = "the other", "another"
NOBODY_BEHIND: Final = "nobody contributes to it: it is {limit}"
UNPRINTED: Final = "a part that is not printed is {limit}"
MARK_TELLS: Final = "by its mark it is {limit}"
TOLD_ELSEWHERE: Final = "by what another table tells of it, it is {limit}"
PRINTED_SMALL: Final = "printed although the table's own rule hides it: {count}"
MUST_BE_PRINTED: Final = "the table's own rule hides it, and it must be printed all the same: {count}"
ROUNDS: Final = "what rounds to the printed number is {limit}"
PERTURBS: Final = "what can be printed as this number is {limit}"
ANY_HIDDEN: Final = "a hidden cell is {limit}"
ALONE: Final = "the attacker knows that nobody else is in it: the count is {count}"
ALL_HERS: Final = "the attacker knows all that is in it: {count}"
OWN_CELL: Final = "the cell is {cell}, of which the attacker's own are {own}: for {others}, {rest} remain"
LARGEST: Final = "; the largest of them has {largest}"
OTHERS, ONE_OTHER, NOBODY_ELSE = "all others together", "the only other person", "anybody else"
PEOPLE_OF: Final = "the people of {cells} (each of whom stands in one cell or in several)"
PEOPLE_ANSWERED: Final = (
    "the people of {cells} (each of whom stands in one cell or in several; who stands in none is not counted, so they "
    "may be fewer than were asked)"
)
PEOPLE_BEHIND: Final = "the people behind {cells}"
PERCENTAGES_OF: Final = "the percentages beside {cells}"
BY_RULE_ALONE: Final = "no sum is needed: what is printed, the rule and what the attacker knows leave only {count}"

MERGED: Final = "{line}: the {number} hidden cells hold {sum} together{how_far}."
AS_FAR_AS_PROVED: Final = ", as far as it is proved"
ALL_IN: Final = "{group}: all {people} are in {label}."
NONE_IN: Final = "{group}: none of {people} is in {label}."
ONE_IN: Final = "{group}: the only person is in {label}."
ONE_NOT_IN: Final = "{group}: the only person is not in {label}."

CONTRADICTION: Final = "No whole numbers fit {lines}: the cells cannot add up to the totals that are printed."
NO_NUMBERS: Final = "No whole numbers fit what is printed."
NOT_TRUE: Final = "What is printed of {cells} cannot be true: its numbers do not fit its percentages, marks or people."


def number(count: int) -> str:
    """A small number of things as a word.

    Examples:
        >>> number(3), number(12)
        ('three', '12')
    """
    return SMALL_NUMBERS[count] if 0 <= count < len(SMALL_NUMBERS) else str(count)


def cells(count: int) -> str:
    """The word for one cell or several: a heading of a table has no plural that a program could know.

    Examples:
        >>> cells(1), cells(3)
        ('cell', 'cells')
    """
    return "cell" if count == 1 else "cells"


def limit(bound: int, *, upwards: bool | None) -> str:
    """A bound in words; ``upwards`` is None for a count that is known.

    Examples:
        >>> limit(3, upwards=True), limit(3, upwards=False), limit(3, upwards=None)
        ('at most 3', 'at least 3', '3')
    """
    return {True: f"at most {bound}", False: f"at least {bound}", None: str(bound)}[upwards]


def left_for(words: str, bound: int, label: str) -> str:
    """What is left for a cell in the end.

    Examples:
        >>> left_for("at most 1", 1, "The Lantern")
        ': at most 1 is left for The Lantern'
    """
    return LEFT.format(limit=words, are="is" if bound == 1 else "are", label=label)


def together(count: int, words: str) -> str:
    """Some other cells, and how many people they hold.

    Examples:
        >>> together(2, "at least 2"), together(1, "at most 4")
        ('two other hidden cells (together at least 2)', 'one other hidden cell (at most 4)')
    """
    others = f"{number(count)} other hidden {cells(count)}"
    return f"{others} (together {words})" if count > 1 else f"{others} ({words})"


def with_others(times: int, others: str) -> str:
    """What stands after a cell's name where lines count it several times, or together with other cells.

    Examples:
        >>> with_others(1, ""), with_others(2, "one other hidden cell")
        ('', ' (counted twice) and one other hidden cell')
    """
    often = {1: "", 2: " (counted twice)"}.get(times, f" (counted {times} times)")
    return f"{often} and {others}" if others else often


def compared(fixed: int, against: str, *, several: bool) -> str:
    """So many people, or so many more or fewer than some other cells hold.

    Examples:
        >>> compared(3, "", several=False), compared(0, "two other hidden cells", several=True)
        ('holds 3', 'hold as many as two other hidden cells')
        >>> compared(2, "one other hidden cell", several=False)
        'holds 2 more than one other hidden cell'
    """
    hold = "hold" if several else "holds"
    if not against:
        return f"{hold} {fixed}"
    if fixed == 0:
        return f"{hold} as many as {against}"
    return f"{hold} {abs(fixed)} {MORE if fixed > 0 else FEWER} than {against}"


def listed(names: Sequence[str]) -> str:
    """Names in a row.

    Examples:
        >>> listed([]), listed(["A"]), listed(["A", "B", "C"])
        ('', 'A', 'A, B and C')
    """
    if len(names) > MOST_NAMED:
        names = [*names[: MOST_NAMED - 1], f"{len(names) - MOST_NAMED + 1} more"]
    if len(names) < 2:
        return "".join(names)
    comma = "; " if any("," in name for name in names) else ", "
    return f"{comma.join(names[:-1])} and {names[-1]}"


def cell_name(system: System, cell: int) -> str:
    """What a cell is called in a sentence: "The Lantern, North", "North's total" or "the grand total"."""
    labels = [label for label in system.words(cell) if label != TOTAL]
    name = ", ".join(labels)
    if not labels:
        return "the grand total"
    return f"{name}'s total" if len(labels) < len(system.dimensions) else name


def total_of(system: System, line: int) -> int:
    """The cell that is the total of a line."""
    entries = system.lines.entries_of(line)
    return int(system.lines.cell[entries[system.lines.sign[entries] < 0][0]])


def dimension_of(system: System, line: int) -> str:
    """The name of the dimension along which a line runs."""
    return list(system.labels)[system.lines.dimension[line]]


def label_in(system: System, line: int, cell: int) -> str:
    """What tells a cell from the other parts of its line: its label along the line."""
    return system.words(cell)[system.lines.dimension[line]]


def line_name(system: System, line: int) -> str:
    """What a line is called in a list of lines: "North", or "the grand total by region"."""
    labels = [label for label in system.words(total_of(system, line)) if label != TOTAL]
    if labels and len(labels) == len(system.dimensions) - 1:
        return ", ".join(labels)
    return f"{cell_name(system, total_of(system, line))} by {dimension_of(system, line)}"


def span(low: int | str, high: int | str) -> str:
    """A number, or from where to where it can be.

    Examples:
        >>> span(3, 3), span(2, 5)
        ('3', '2 to 5')
    """
    return str(low) if low == high else f"{low} to {high}"


def counted(low: int, high: int, unit: str) -> str:
    """A number or a range with its unit, which goes without saying for people.

    Examples:
        >>> counted(3, 3, "people"), counted(2, 5, "minutes")
        ('3', '2 to 5 minutes')
    """
    return span(low, high) if unit == PEOPLE else f"{span(low, high)} {unit}"


def own_cell(own: int, cell: Span, largest: Span, others: int | None, unit: str) -> str:
    """What a contributor works out of the others in her own cell.

    Examples:
        >>> own_cell(80, (1000, 1000), (821, 917), 4, "minutes")[:55]
        "In minutes, the cell is 1000, of which the attacker's o"
        >>> own_cell(80, (1000, 1000), (821, 917), 4, "minutes")[55:]
        'wn are 80: for all others together, 920 remain; the largest of them has 821 to 917.'
    """
    low, high = cell
    endless = high >= NO_LIMIT
    words = OWN_CELL.format(
        cell=f"at least {low}" if endless else span(low, high),
        own=own,
        rest=f"at least {low - own}" if endless else span(low - own, high - own),
        others={0: NOBODY_ELSE, 1: ONE_OTHER}.get(-1 if others is None else others, OTHERS),
    )
    if others in (0, 1):
        return sentence(words, unit)
    return sentence(words + LARGEST.format(largest=f"at least {largest[0]}" if endless else span(*largest)), unit)


def merged(line: str, hidden: int, words: str, *, sharp: bool = True) -> str:
    """What a line gives away of its hidden cells together; where not all is used, their sum may be known better.

    Examples:
        >>> merged("North", 2, "3")
        'North: the two hidden cells hold 3 together.'
    """
    return MERGED.format(line=line, number=number(hidden), sum=words, how_far="" if sharp else AS_FAR_AS_PROVED)


def fact(group: str, label: str, low: int, high: int, unit: str, *, all_in: bool) -> str:
    """What is certain of everybody in a group.

    Examples:
        >>> fact("North", "Snow Day", 20, 20, "people", all_in=False)
        'North: none of 20 people is in Snow Day.'
    """
    if high == 1 and unit == PEOPLE:
        return (ONE_IN if all_in else ONE_NOT_IN).format(group=group, label=label)
    how_many = f"{low} or more" if high >= NO_LIMIT else span(low, high)
    return (ALL_IN if all_in else NONE_IN).format(group=group, label=label, people=f"{how_many} {unit}")


def contradiction(system: System, lines: Sequence[int]) -> str:
    """The sentence for a release that no whole numbers fit."""
    return CONTRADICTION.format(lines=listed([line_name(system, line) for line in lines])) if lines else NO_NUMBERS


def broken_condition(system: System, cells: Sequence[int]) -> str:
    """The sentence for known cells that do not fit what else is said of them."""
    return NOT_TRUE.format(cells=listed([cell_name(system, cell) for cell in cells]))


def sentence(text: str, unit: str = PEOPLE) -> str:
    """A text with a capital at its start and one full stop at its end; it names its unit, if that is not people.

    Examples:
        >>> sentence("it is 3", "people"), sentence("it is 3", "minutes")
        ('It is 3.', 'In minutes, it is 3.')
    """
    text = text if unit == PEOPLE else IN_UNITS.format(unit=unit, told=text)
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."
