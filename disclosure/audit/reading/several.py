"""In which dimensions of a release one person may stand at several labels, and what of that the audit cannot use."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from disclosure.tables.cell_layout import dimensions_together
from disclosure.tables.count_table import PEOPLE, TOTAL, CountTable
from disclosure.tables.distinct_persons import DistinctPersons
from disclosure.tables.magnitude_table import CONTRIBUTORS

BEHIND: Final = " people behind"
"""The name of a dimension that no release has: it tells the people behind an event or an amount from the events."""

DIFFER: Final = (
    "the tables differ in whether one person may stand at several labels of {name!r}: say the same of it in all of "
    "them, with persons=DistinctPersons(...)."
)
CROSSED: Final = "how many people stand at several labels of {names} at once"
BEHIND_SEVERAL: Final = "that the same people are behind the {unit} by different dimensions"
JOINED: Final = "that the same people stand at several labels of {name!r} in more than one breakdown"


def several_in(table: CountTable) -> tuple[str, ...]:
    """The dimensions along which the cells of a table of people cover their total and do not add up to it.

    A dimension of which the table has the total alone is none of them.
    """
    if not table.persons or table.unit != PEOPLE:
        return ()
    return tuple(name for name in table.persons.several if name in table.labelled_by)


def several_of(tables: tuple[CountTable, ...]) -> dict[str, str | None]:
    """Those of all tables, each with the label of people who stand at no other; None where there is none.

    Raises:
        ValueError: two tables of people that have a dimension say different things of it.

    Examples:
        >>> import pandas as pd
        >>> cells = pd.DataFrame({"paper": ["A", "none", "total"], "count": [5, 7, 12]})
        >>> persons = DistinctPersons("paper", no_answer={"paper": "none"})
        >>> several_of((CountTable(cells, ("paper",), persons=persons),))
        {'paper': 'none'}
    """
    found: dict[str, str | None] = {}
    for table in tables:
        for name in several_in(table):
            label = table.persons.without_answer(name) if table.persons else None
            if found.setdefault(name, label) != label:
                raise ValueError(DIFFER.format(name=name))
    for table in tables:
        labelled = {*table.labelled_by} if table.unit == PEOPLE else set()
        if other := next((name for name in found if name in labelled - {*several_in(table)}), None):
            raise ValueError(DIFFER.format(name=other))
    return found


def with_people_behind(tables: tuple[CountTable, ...]) -> dict[int, CountTable]:
    """For each table of events or amounts that tells of the people behind, by place, the table of these people.

    Nobody printed it: it has the cells' labels and no counts. Its people may stand in several cells of a dimension.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.rules import Rule
        >>> cells = pd.DataFrame({"ward": ["A", "total"], "count": [5, 12]})
        >>> visits = CountTable(cells, ("ward",), Rule(3), unit="visits", persons=DistinctPersons("ward"))
        >>> with_people_behind((visits,))[0].by
        ('ward', ' people behind')
    """
    return {
        index: replace(
            table,
            cells=table.cells[list(table.by)].assign(**{BEHIND: "people"}),
            by=(*table.by, BEHIND),
            persons=DistinctPersons(table.persons.several, no_answer=False),
            unit=PEOPLE,
            must_be_printed=(),
            percentages=(),
        )
        for index, table in enumerate(tables)
        if table.persons and table.unit != PEOPLE and (table.rule or CONTRIBUTORS in table.cells)
    }


def unused_of_people(tables: tuple[CountTable, ...]) -> tuple[str, ...]:
    """What follows from people who stand in several cells and is not used, in words.

    Along one dimension all is used, for each group of people who stand at one label of all others. Where they stand at
    several labels of two dimensions, or two breakdowns ask for more than one group, people would have to be told apart.
    """
    found: list[str] = []
    behind = with_people_behind(tables)
    for table in (*tables, *behind.values()):
        if len(several := several_in(table)) > 1:
            found.append(CROSSED.format(names=" and ".join(map(repr, several))))
    together = list(_told_together(tables))
    for name in several_of(tables):
        if not _one_holds_all([each for each in together if name in each.dimensions]):
            found.append(JOINED.format(name=name))
    of_events = [table for table in tables if table.persons and table.unit != PEOPLE]
    behind_these = list(_told_together([tables[place] for place in behind]))
    if behind and not _one_holds_all(behind_these, list(_told_together(of_events))):
        found.append(BEHIND_SEVERAL.format(unit=tables[0].unit))
    return tuple(dict.fromkeys(found))


class Together(NamedTuple):
    """Dimensions of which cells of a table have labels at once: a table of sums tells what several tables would.

    Args:
        table: the table.
        dimensions: their names.
    """

    table: CountTable
    dimensions: frozenset[str]


def _told_together(tables: Sequence[CountTable]) -> Iterator[Together]:
    """What some tables tell at once."""
    for table in tables:
        yield from (Together(table, dimensions) for dimensions in dimensions_together(table.cells, table.by))


def _one_holds_all(told: Sequence[Together], further: Sequence[Together] = ()) -> bool:
    """Whether one of those tells as much as all: it has their dimensions, and no other has narrower labels.

    Args:
        told: what tables tell at once.
        further: of what it must tell as much as well.
    """
    every = (*told, *further)
    return not told or any(all(_tells_as_much(one, other) for other in every) for one in told)


def _tells_as_much(one: Together, other: Together) -> bool:
    """Whether each label of another table is one of this table, or a wider one in which labels of this one lie."""
    cells, nests = one.table.cells, one.table.hierarchies
    return other.dimensions <= one.dimensions and all(
        {*other.table.cells[name]} <= {*cells[name], *nests.get(name, {}).values(), TOTAL} for name in other.dimensions
    )
