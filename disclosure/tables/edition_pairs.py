"""Two editions of one table, and how the people of the second are related to those of the first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from disclosure.labels import cell_name
from disclosure.tables.count_table import PEOPLE, CountTable
from disclosure.tables.linked_tables import LinkedTables

Relation = Literal["same_people", "nested", "stocks", "revised", "unknown"]
"""How two editions are related; see `Editions`."""

EDITION: Final = "edition"
FIRST, SECOND = "first", "second"
NEWCOMERS: Final = "newcomers"
STAYED, LEFT, JOINED = "stayed", "left", "joined"
NOT_OFFERED: Final = (
    "{why}, and the editions are {relation!r}: that is not offered. Choose relation='unknown', and audit both by "
    "themselves."
)


@dataclass(frozen=True)
class Editions:
    """Two editions of a table, and their relation, which is never guessed.

    Args:
        first, second: the tables, the earlier one first.
        relation: ``"same_people"`` (of one date, hidden in another way: cells are equal). ``"nested"`` (running totals
            of facts that are fixed when a person enters, nothing deleted or corrected: no cell ever shrinks).
            ``"stocks"`` (people join and leave; by themselves two stocks tell nothing of each other). ``"revised"`` and
            ``"unknown"``: differences are not used, and the audit says so.
        joined: people who are in the second edition only, where that is printed as well, in a table of the same cells.
        left: people who are in the first edition only, likewise; of nested editions nobody is.

    Raises:
        ValueError: the relation is none of these, the tables do not have the same cells, or joiners or leavers are
            given where they mean nothing.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> first, second = (count_table(pd.DataFrame({"film": list(films)}), by=("film",)) for films in ("AB", "AAB"))
        >>> Editions(first, second, "nested").as_linked().tables[1].cells[["film", "edition", "count"]]
            film edition  count
        0      A  second      2
        1      B  second      1
        2  total  second      3
    """

    first: CountTable
    second: CountTable
    relation: Relation
    joined: CountTable | None = None
    left: CountTable | None = None

    def __post_init__(self) -> None:
        """Say in a sentence why these tables cannot be laid side by side."""
        if self.relation not in get_args(Relation):
            ways = ", ".join(map(repr, get_args(Relation)))
            raise ValueError(f"relation is {self.relation!r}: choose one of {ways}. It cannot be seen from the tables.")
        meant = {"nested": {"joined"}, "stocks": {"joined", "left"}}.get(self.relation, set())
        for name in ("joined", "left"):
            if getattr(self, name) is not None and name not in meant:
                raise ValueError(
                    f"{name} is given, and editions that are {self.relation!r} do not use it: leave it out."
                )
        for name, table in {FIRST: self.first, SECOND: self.second, **dict(self.named())}.items():
            _refuse_unusable(name, table, self.first)
        if (why := self._distinct_persons) and self.are_linked and not self.may_have_persons:
            raise ValueError(NOT_OFFERED.format(why=why, relation=self.relation))

    @property
    def may_have_persons(self) -> bool:
        """Whether people who stand in several cells of one edition enter the other at once, in all of their cells."""
        return self.relation == "same_people" or (self.relation == "nested" and self.first.unit == PEOPLE)

    @property
    def _distinct_persons(self) -> str:
        """Where one person may be counted more than once, in words; empty if nobody is."""
        if self.first.persons and self.first.persons.several:
            return "one person may stand in several cells"
        if self.first.persons and self.first.unit != PEOPLE:
            return f"one person may be behind several {self.first.unit}"
        return ""

    @property
    def are_linked(self) -> bool:
        """Whether one edition tells anything of the other."""
        if self.relation == "stocks":
            return self.joined is not None or self.left is not None
        return self.relation in ("same_people", "nested")

    def named(self) -> Iterator[tuple[str, CountTable]]:
        """All tables with their names."""
        for name in (FIRST, SECOND, JOINED, LEFT):
            if (table := getattr(self, name)) is not None:
                yield name, table

    def as_linked(self) -> LinkedTables:
        """The editions as linked tables: with a dimension that says when people were there, or as the same people.

        Of nested editions the second one holds the first and the newcomers. Of stocks, both hold those who stayed.
        """
        if self.relation == "same_people":
            return LinkedTables((self.first, self.second))
        if self.relation == "nested":
            parts = dict.fromkeys((FIRST, NEWCOMERS), SECOND)
            names = {FIRST: FIRST, SECOND: SECOND, JOINED: NEWCOMERS}
            return LinkedTables(tuple(_of_edition(table, names[name], parts, parts) for name, table in self.named()))
        groups = dict.fromkeys((STAYED, LEFT, JOINED), "")
        holds: dict[str, Mapping[str, str]] = {
            FIRST: dict.fromkeys((STAYED, LEFT), FIRST),
            SECOND: dict.fromkeys((STAYED, JOINED), SECOND),
        }
        return LinkedTables(
            tuple(_of_edition(table, name, groups, holds.get(name, {})) for name, table in self.named())
        )


def linked_editions(pairs: Sequence[Editions]) -> LinkedTables:
    """Several breakdowns of the same people, each in two editions, as linked tables.

    Args:
        pairs: the editions of each breakdown, all related in one way.

    Examples:
        >>> import pandas as pd
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AB"), "region": list("NS")})
        >>> tables = [count_table(people, by=(name,)) for name in people]
        >>> [table.by for table in linked_editions([Editions(table, table, "nested") for table in tables]).tables]
        [('film', 'edition'), ('film', 'edition'), ('region', 'edition'), ('region', 'edition')]
    """
    return LinkedTables(tuple(table for pair in pairs for table in pair.as_linked().tables))


def _of_edition(table: CountTable, name: str, parts: Mapping[str, str], within: Mapping[str, str]) -> CountTable:
    """One table with the dimension that says when its people were there, and the groups that it does not print."""
    uncovered = {**table.not_covered, EDITION: tuple(part for part in parts if part != name)}
    return replace(
        table,
        cells=table.cells.assign(**{EDITION: name}),
        by=(*table.by, EDITION),
        hierarchies={**table.hierarchies, EDITION: dict(within)},
        not_covered=uncovered,
        must_be_printed=tuple((*labels, name) for labels in table.must_be_printed),
    )


def _refuse_unusable(name: str, table: CountTable, first: CountTable) -> None:
    """Say in a sentence why one table cannot stand beside the first."""
    if not isinstance(table, CountTable):
        raise ValueError(f"{name} is a {type(table).__name__}: make it with count_table(...).")
    if EDITION in table.by:
        raise ValueError(f"{name} has a dimension {EDITION!r}, which editions add themselves: rename it.")
    if table.companions:
        raise ValueError(f"statistics stand beside the counts of {name}: of editions they are not offered.")
    if any(each.sums_to_100 is None for each in table.percentages):
        raise ValueError(f"the percentages of {name} must answer sums_to_100 before editions are laid side by side.")
    for what in ("by", "hierarchies", "not_covered", "unit", "persons"):
        if getattr(table, what) != getattr(first, what):
            raise ValueError(f"{name} and first differ in {what!r}: print both editions in one way.")
    narrowest = [set(map(tuple, each.cells.loc[~each.is_total, list(each.by)].to_numpy())) for each in (table, first)]
    if other := sorted(narrowest[0] ^ narrowest[1]):
        raise ValueError(
            f"{cell_name(other[0])} stands in {name} or in first and not in both: print it in both, 0 too."
        )
