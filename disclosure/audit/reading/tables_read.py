"""All tables behind a release: those that are printed, and those that nobody printed and that tie others together."""

from dataclasses import dataclass

from disclosure.audit.reading.cells import labels_of, tables_of
from disclosure.audit.reading.companion_statistics import split_by_value
from disclosure.audit.reading.label_sets import LabelSets, label_sets
from disclosure.audit.reading.pieces import Ways, each_dimension, nested_alike, piece_tables, ways_of
from disclosure.audit.reading.printed_sums import without_printed_sums
from disclosure.audit.reading.several import with_people_behind
from disclosure.tables.companion_statistics import statistics_of
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import LinkedTables, pieces_in, tables_in


@dataclass(frozen=True)
class TablesRead:
    """The tables behind a release, and a place for each of their labels.

    Args:
        printed: the tables of the release, with the parts that their labels do not cover.
        split: for each table with statistics, by place, the same cells split by the values behind these.
        behind: for each table of events or amounts that tells of people, by place, the table of these.
        cut: tables of the common pieces, where tables cut a dimension in different ways.
        also: further ones that are to have cells of their own.
        sets: for each dimension, whom its labels hold.
        ways: for each dimension, how these nest.
        apart: the dimensions of which nobody knows how the cuts of the tables overlap.
        labels: for every dimension of any of them, the place of each label.
    """

    printed: tuple[CountTable, ...]
    split: dict[int, CountTable]
    behind: dict[int, CountTable]
    cut: tuple[CountTable, ...]
    also: tuple[CountTable, ...]
    sets: dict[str, LabelSets]
    ways: Ways
    apart: tuple[str, ...]
    labels: dict[str, dict[str, int]]

    @property
    def tying(self) -> tuple[CountTable, ...]:
        """Tables that nobody printed and that may close a circle: pieces of cuts that nobody can join do not."""
        joined = [table for table in self.cut if not {*self.apart}.intersection(table.by)]
        return (*self.split.values(), *self.also, *joined)


def tables_read(release: CountTable | LinkedTables, also: tuple[CountTable, ...] = ()) -> TablesRead:
    """Draw up all tables behind a release.

    Args:
        release: one table, or several over the same people.
        also: tables that nobody printed and that are to have cells of their own.

    Raises:
        ValueError: the tables cut a dimension in different ways, and nobody says how these overlap.

    Examples:
        >>> import pandas as pd
        >>> fives, tens = (CountTable(pd.DataFrame({"age": ages}), ("age",)) for ages in (["0-4", "5-9"], ["0-9"]))
        >>> read = tables_read(LinkedTables((fives, tens), pieces={"age": {"0-9": ("0-4", "5-9")}}))
        >>> len(read.printed), len(read.cut), list(read.labels["age"])
        (2, 1, ['total', '0-4', '5-9', '0-9'])
    """
    tables, pieces = nested_alike(tables_of(release, added_up=bool(also))), pieces_in(release)
    split = {place: split_by_value(table) for place, table in enumerate(tables) if statistics_of(table)}
    behind, every = with_people_behind(tables), (*tables, *split.values())
    sets = label_sets((*without_printed_sums(tables_in(release), pieces), *split.values()), pieces)
    ways = ways_of(every, sets, pieces)
    cut = piece_tables(every, ways)
    labels = labels_of((*every, *behind.values(), *cut, *each_dimension(ways), *also))
    for name, of_it in sets.items():
        for wide in of_it.inside:  # a label that no table has room for, and that attackers may name
            labels[name].setdefault(wide, len(labels[name]))
    apart = tuple(name for name, made in pieces.items() if not made)
    return TablesRead(tables, split, behind, cut, also, sets, ways, apart, labels)
