"""The most that anybody who looks at a table knows of each of its hidden cells: readers, and who is alone in a cell.

All of them have an earlier edition as well, where one was laid beside the table.
"""

from collections.abc import Iterator
from typing import Any, Final

from disclosure.audit.attackers import Attacker, Outsider, members
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.states import LETTERS
from disclosure.audit.verdicts import PreparedRelease, audit, prepare
from disclosure.own_table.earlier_edition import EarlierEdition
from disclosure.own_table.wishes import Look
from disclosure.repair.protection import Singletons
from disclosure.repair.singletons import attackers_of
from disclosure.tables.count_table import TOTAL
from disclosure.tables.edition_pairs import EDITION, SECOND
from disclosure.tables.linked_tables import Release, tables_in

MOST_LOOKS: Final = 40
"""People alone in a cell who are thought to look, one at a time; of more than these, the first."""

Known = tuple[str, int, int]
"""A letter of `disclosure.audit.states.LETTERS`, and from where to where a count can be."""

Key = tuple[str, ...]
"""The labels of a cell, in the order of a release's dimensions; ``TOTAL`` where its table lacks one."""


def most_known(earlier: EarlierEdition | None, counted: Release, release: Release, look: Look) -> dict[Key, Known]:
    """Let everybody look, one after another.

    Args:
        earlier: the edition in print; None if there is none.
        counted: the table or tables, every count printed.
        release: the same with some cells hidden.
        look: who looks.

    Returns:
        For each hidden cell, by its labels, the most that any one of them knows of it; nobody tells of her own cell.

    Raises:
        ContradictionError: no people fit the table and the edition.
    """
    names = list(dict.fromkeys(name for table in tables_in(release) for name in table.by))
    hidden = set(_hidden_keys(release, names))
    prepared = prepare(_read(earlier, release), nothing_to_subtract=True)
    worst = dict(_known_to(Outsider(), prepared, names))
    alone = attackers_of(_read(earlier, counted), [Singletons()])[:MOST_LOOKS] if look == "alone" else ()
    for attacker in alone:
        try:
            known = dict(_known_to(attacker, prepared, names))
        except ContradictionError:  # beside the edition she cannot be alone there
            continue
        for key, (letter, low, high) in known.items():
            if key not in worst or high - low < worst[key][2] - worst[key][1]:
                worst[key] = (letter, low, high)
    return {key: known for key, known in worst.items() if key in hidden}


def _read(earlier: EarlierEdition | None, release: Release) -> Release:
    """What somebody has who reads a table, beside an earlier edition if the two tell of each other."""
    return (earlier.together(release) if earlier else None) or release


def _hidden_keys(release: Release, names: list[str]) -> Iterator[Key]:
    """The labels of all hidden cells."""
    for table in tables_in(release):
        cells = table.cells.reindex(columns=names, fill_value=TOTAL)[table.is_hidden.to_numpy(dtype=bool)]
        yield from map(tuple, cells.astype(str).to_numpy())


def _known_to(attacker: Attacker, prepared: PreparedRelease, names: list[str]) -> Iterator[tuple[Key, Known]]:
    """What somebody knows of each cell of the table but her own; the narrowest where several tables have the cell."""
    found = audit(prepared, attacker, why=False)
    dimensions = list(found.columns[: list(found.columns).index("target")])
    own = {_in_table(dict(zip(dimensions, cell, strict=True)), names) for cell in _own(attacker)}
    told = found.fillna(dict.fromkeys(dimensions, TOTAL)).sort_values("high", ascending=False, kind="stable")
    for row in told.to_dict("records"):
        key = _in_table(row, names)
        if key and key not in own:
            yield key, (LETTERS[row["verdict"]], int(row["low"]), int(row["high"]))


def _own(attacker: Attacker) -> list[Key]:
    """The cells that somebody knows for her own: that of hers, and those in which she is alone."""
    return [cell for member in members(attacker) for cell in (member.cell, *member.alone_cells)]


def _in_table(labels: dict[Any, Any], names: list[str]) -> Key:
    """The labels of a cell of the table; none for a cell of the earlier edition, or of newcomers."""
    return tuple(str(labels[name]) for name in names) if labels.get(EDITION, SECOND) == SECOND else ()
