"""A repair beside an earlier edition: first that which hides the same cells again, and what another one would tell.

Cells that are hidden in one edition and printed in the next are what a reader of both subtracts.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypedDict

import numpy as np

from disclosure.audit.reading.shares import beside_printed_sums, leaves_out
from disclosure.audit.solving.network import Flags
from disclosure.audit.suggestions import SUGGESTS
from disclosure.audit.verdicts import EXACT
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.own_table.earlier_edition import CALLED, EarlierEdition
from disclosure.own_table.price_in_words import PeopleIn
from disclosure.repair.already_printed import BesideOthers, beside_others
from disclosure.repair.hiding import hide, must_hide
from disclosure.repair.protection import UnreachableError
from disclosure.repair.wishes import kept_in_print
from disclosure.tables.edition_pairs import Relation
from disclosure.tables.linked_tables import LinkedTables, Release, tables_in

PRICE: Final = "price of hiding a cell"
MOST_NAMED: Final = 3
JOINED_BY: Final = " | "
"""Stands between the labels of a cell."""

HIDDEN_ROLES: Final = ("primary", "complementary", "not told", SUGGESTS)

STEADY: Final = " Hidden first {are} the {cells} beyond small counts that {file} hid as well."
ALL_SMALL: Final = " Beyond small counts {file} hid nothing."
ZEROS: Final = " Not among them: {cells} in which nobody is now, for this table prints zeros."
NOT_USED: Final = " Not used is what percentages of {file} tell of its hidden counts: {columns}."
SAME: Final = " By itself the table would hide the same."
OTHERWISE: Final = " By itself the table could hide {cells} beyond small counts ({people}); beside {file} {told}"
GIVES_AWAY: Final = "that would give away {number}, such as {names}."
SUGGESTS_MORE: Final = "that would suggest, and not prove, {number}, such as {names}."
NOTHING: Final = "nothing was found that this would give away."


class Already(TypedDict, total=False):
    """What a repair is told of an edition in print, where the two tell more than each."""

    already: Release
    relation: Relation


@dataclass(frozen=True)
class SteadyRepair:
    """A repair that hides again what an earlier edition hid.

    Args:
        release: the repaired table or tables; marks are those of the defence.
        proved: whether nothing cheaper hides the same cells and enough others.
        sentence: what the earlier edition has to do with it.
        not_protected: small cells that nothing protects, in words: the earlier edition gives them away, or they are
            printed by wish; empty if there are none.
    """

    release: Release
    proved: bool
    sentence: str
    not_protected: str = ""


def steady_repair(defence: SuppressComplementary, counted: Release, earlier: EarlierEdition) -> SteadyRepair:
    """Hide again what an earlier edition hid, and say what changing its pattern would give away.

    Args:
        defence, counted, earlier: as of `hidden_again`.

    Raises:
        UnreachableError, UnfinishedError: as of a repair.
    """
    found = hidden_again(defence, counted, earlier)
    otherwise = _otherwise(defence, counted, found.release, as_used(earlier)[0])
    return replace(found, sentence=found.sentence + otherwise)


def hidden_again(defence: SuppressComplementary, counted: Release, earlier: EarlierEdition) -> SteadyRepair:
    """Hide again what an earlier edition hid, all that is small, and as little else as is enough.

    Readers have both editions: where the relation of these tells something, the table is protected from that as well.

    Args:
        defence: the wishes.
        counted: the table or tables with all counts.
        earlier: the edition in print.

    Raises:
        UnreachableError, UnfinishedError: as of a repair.
    """
    earlier, unused = as_used(earlier)
    again, empty = _pattern(defence, counted, earlier)
    steady, priced = replace(defence, cost=PRICE), _priced(counted, again)
    already: Already = {}
    if tells_more(counted, earlier):
        already = {"already": earlier.release, "relation": earlier.relation}
    try:
        found = steady.repair(priced, **already)
    except UnreachableError:
        defence.repair(counted, **already)  # as much out of reach, and says in people what can be had
        raise
    hidden = [now | flags for now, flags in zip(_hidden(found.release), again, strict=True)]
    release = hide(counted, defence.rule, hidden, defence.wishes)
    kept = sum(int((flags & ~small).sum()) for flags, small in zip(again, _small(defence, counted), strict=True))
    words = (STEADY if kept else ALL_SMALL).format(
        are="is" if kept == 1 else "are", cells=_cells(kept), file=earlier.file
    )
    words += ZEROS.format(cells=_cells(empty)) if empty else ""
    words += NOT_USED.format(file=earlier.file, columns=" and ".join(unused)) if unused else ""
    return SteadyRepair(release, found.proved, words, found.not_protected)


def as_used(earlier: EarlierEdition) -> tuple[EarlierEdition, list[str]]:
    """An edition in print without percentages that no repair can use, and the columns that hold these.

    The others stay: what they tell of its hidden counts, readers know.
    """
    tables, unused = [], dict[str, None]()
    for table in tables_in(earlier.release):
        left = [each for each in table.percentages if leaves_out(table, each) or beside_printed_sums(table, each)]
        columns = dict.fromkeys(each.column for each in left)
        kept = tuple(each for each in table.percentages if each.column not in columns)
        tables.append(replace(table, cells=table.cells.drop(columns=list(columns)), percentages=kept))
        unused |= columns
    several = isinstance(earlier.release, LinkedTables)
    return replace(earlier, release=LinkedTables(tuple(tables)) if several else tables[0]), list(unused)


def tells_more(counted: Release, earlier: EarlierEdition) -> bool:
    """Whether the relation of two editions tells readers more than each by itself, and a repair can use it."""
    several = isinstance(counted, LinkedTables)
    return earlier.relation == "same_people" or (earlier.relation == "nested" and not several)


def beside_edition(release: Release, earlier: EarlierEdition | None) -> BesideOthers:
    """A table as it is repaired and audited: beside an earlier edition, where the two tell more than each.

    Args:
        release: the table or tables.
        earlier: the edition in print; None if there is none.
    """
    if earlier is None or not tells_more(release, earlier):
        return beside_others(release, None, "same_people")
    return beside_others(release, as_used(earlier)[0].release, earlier.relation)


def _pattern(defence: SuppressComplementary, counted: Release, earlier: EarlierEdition) -> tuple[list[Flags], int]:
    """Which cells are hidden again, by table; and how many are not, for they are zeros that this table prints."""
    again, empty = [], 0
    for table, kept in zip(tables_in(counted), kept_in_print(counted, defence.wishes), strict=True):
        before = next(one for one in tables_in(earlier.release) if one.by == table.by)
        hidden = set(map(tuple, before.cells.loc[before.is_hidden, list(before.by)].to_numpy()))
        labels = map(tuple, table.cells[list(table.by)].to_numpy())
        flags = np.array([cell in hidden for cell in labels], dtype=bool) & ~kept
        zeros = flags & table.cells["count"].eq(0).to_numpy(dtype=bool) & (defence.zeros == "printed")
        empty += int(zeros.sum())
        again.append(flags & ~zeros)
    return again, empty


def _priced(counted: Release, again: Sequence[Flags]) -> Release:
    """The counts with prices: what was hidden before costs next to nothing, so that it is chosen first."""
    size = sum(len(table.cells) for table in tables_in(counted)) + 1
    made = []
    for table, flags in zip(tables_in(counted), again, strict=True):
        people = table.cells["count"].clip(lower=1).to_numpy(dtype=np.int64)
        made.append(replace(table, cells=table.cells.assign(**{PRICE: np.where(flags, 1, people * size)})))
    return LinkedTables(tuple(made)) if isinstance(counted, LinkedTables) else made[0]


def _otherwise(defence: SuppressComplementary, counted: Release, steady: Release, earlier: EarlierEdition) -> str:
    """What the cheapest repair of the table by itself would cost, and what readers of both editions find then."""
    try:
        other = defence.repair(counted)
    except ValueError:
        return ""
    if all((one == another).all() for one, another in zip(_hidden(other.release), _hidden(steady), strict=True)):
        return SAME
    told = sorted(_told_by(earlier, other.release) - _told_by(earlier, steady))
    template = GIVES_AWAY if earlier.beside(steady)[0].are_linked else SUGGESTS_MORE
    number = f"{len(told)} hidden count{'s' * (len(told) != 1)}"
    names = "; ".join(map(_called, told[:MOST_NAMED]))
    words = template.format(number=number, names=names) if told else NOTHING
    beyond = zip(_hidden(other.release), _small(defence, counted), strict=True)
    cells = sum(int((now & ~small).sum()) for now, small in beyond)
    people = PeopleIn(other.price, other.price if cells == 1 else other.once).in_words
    return OTHERWISE.format(cells=_cells(cells), people=people, file=earlier.file, told=words)


def _called(target: str) -> str:
    """A cell of either edition, as somebody reads it who knows of no third dimension.

    Examples:
        >>> _called("Ash | men | second")
        'Ash | men in this table'
    """
    *labels, last = target.split(JOINED_BY)
    return f"{JOINED_BY.join(labels)} {CALLED[last]}" if labels and last in CALLED else target


def _told_by(earlier: EarlierEdition, release: Release) -> set[str]:
    """The hidden cells of either edition that a reader of both works out, or of which differences suggest something."""
    told = earlier.told_beside(release)
    found = told["role"].isin(HIDDEN_ROLES) & (told["verdict"].eq(EXACT) | told["role"].eq(SUGGESTS))
    return set(told.loc[found, "target"])


def _hidden(release: Release) -> list[Flags]:
    """Which cells are hidden, by table."""
    return [table.is_hidden.to_numpy(dtype=bool) for table in tables_in(release)]


def _small(defence: SuppressComplementary, counted: Release) -> list[Flags]:
    """Which cells the rule itself hides, by table."""
    return [must_hide(table, defence.rule) for table in tables_in(counted)]


def _cells(number: int) -> str:
    """A number of cells."""
    return f"{number:,} cell{'s' * (number != 1)}" if number else "no cell"
