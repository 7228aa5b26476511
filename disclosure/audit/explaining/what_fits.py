"""What whole numbers must fit, by its names: lines, statistics, percentages, and people who stand in several cells."""

from collections.abc import Sequence

from disclosure.audit import wording
from disclosure.audit.reading.system import System
from disclosure.tables.count_table import PEOPLE


def what_fits(
    system: System, lines: Sequence[int], beside_parts: Sequence[int] = (), people: Sequence[int] = ()
) -> str:
    """Lines, statistics, percentages and people that whole numbers must fit, by their names.

    Args:
        system: the release as the attacker reads it.
        lines: the places of the lines.
        beside_parts: the places of the cells with percentages.
        people: the places of the cells whose people stand in several cells, or are behind events.

    Returns:
        Where there is none of these, the print and what the attacker knows: they bound a cell together.
    """
    along = {line: wording.dimension_of(system, line) for line in lines}
    totals = {line: wording.total_of(system, line) for line in lines}
    split = {line: any(system.cells.codes[total][len(system.dimensions) :]) for line, total in totals.items()}
    plain = [line for line in lines if along[line] in system.dimensions and not split[line]]
    beside = [totals[line] for line in lines if along[line] not in system.dimensions]
    of_people = wording.PEOPLE_OF if system.people.all_asked else wording.PEOPLE_ANSWERED
    of_people = of_people if system.unit == PEOPLE else wording.PEOPLE_BEHIND
    named = [wording.LINES_OF.format(lines=wording.listed([wording.line_name(system, line) for line in plain]))]
    for template, cells in (
        (wording.STATISTICS_OF, beside),
        (wording.PERCENTAGES_OF, beside_parts),
        (of_people, people),
    ):
        names = [wording.cell_name(system, cell) for cell in cells]
        named += [template.format(cells=wording.listed(names))] if names else []
    return wording.listed(named if plain else named[1:]) or wording.PRINT
