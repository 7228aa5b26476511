"""Insiders: whoever is alone in a hidden cell, and knows it, closes her own cell and subtracts."""

from dataclasses import replace
from typing import Final

import pandas as pd

from disclosure.audit import Contributor, prepare
from disclosure.labels import cell_name
from disclosure.tables import CountTable
from lessons.insiders import look
from lessons.release_desk.attack import Attack, Behind, Known, Together
from lessons.release_desk.office import Office, is_small
from lessons.release_desk.shared_tables import countable, counts_only
from lessons.release_desk.single_cells import people_in, usual_small_count

SEEN_FROM: Final = " seen from "
"""Stands between a cell and the cell of the person who looks, in the name of a target."""


def look_from_inside(releases: Together, known: Known) -> pd.DataFrame:
    """Let everybody who is alone in a hidden cell work out the others; each uses her own row, and that she is alone.

    Returns:
        Guesses about each other hidden cell, for each of those who look: declared where one count is left, and it is
        small.
    """
    tables = [replace(counts_only(table), not_covered={}) for table in countable(releases[0])]
    seen = [_seen_in(table, known.own) for table in tables if _has_lines(table)]
    return pd.concat(seen, ignore_index=True)


def with_lines(releases: Together) -> list[Together]:
    """Each release with a table that hides counts and prints totals, by itself."""
    return [(one,) for one in releases if any(map(_has_lines, countable(one)))]


def _has_lines(table: CountTable) -> bool:
    """Whether a table hides counts and prints a total to take them off."""
    return bool(table.is_hidden.any() and table.is_total.any())


def _seen_in(table: CountTable, own: pd.DataFrame) -> pd.DataFrame:
    """What everybody sees who is alone in a hidden cell of one table."""
    reading = prepare(table, nothing_to_subtract=True)
    guessed = []
    for cell in alone_in(table, own):
        claims = look(reading, Contributor(cell, alone=True)).guesses
        claims["declared"] &= is_small(claims["claim"])
        claims["claim"] = claims["claim"].where(claims["declared"])
        guessed.append(claims.assign(target=claims["target"] + SEEN_FROM + cell_name(cell)))
    return pd.concat(guessed) if guessed else look(reading, Contributor(_first_hidden(table))).guesses.iloc[:0]


def _first_hidden(table: CountTable) -> tuple[str, ...]:
    """The labels of the first hidden cell."""
    return tuple(table.cells.loc[table.is_hidden, list(table.by)].iloc[0])


def alone_in(table: CountTable, own: pd.DataFrame) -> list[tuple[str, ...]]:
    """The hidden cells of a table in which somebody is alone.

    Args:
        table: what is published.
        own: of everybody, what she knows of herself: the table's dimensions.

    Examples:
        >>> from disclosure.defences import Suppress
        >>> from disclosure.tables import count_table
        >>> people = pd.DataFrame({"film": list("AAABBB"), "region": list("NSSNNN")})
        >>> alone_in(Suppress(3)(count_table(people, by=("film", "region"))), people)
        [('A', 'N')]
    """
    by = list(table.by)
    sizes = own.astype(dict.fromkeys(by, "str")).groupby(by).size()
    alone = sizes.index[sizes.eq(1)]
    hidden = set(table.cells.loc[table.is_hidden & ~table.is_total, by].itertuples(index=False, name=None))
    return [cell for cell in alone if cell in hidden]


def people_seen(office: Office, releases: Together, guessed: pd.DataFrame) -> Behind:
    """Who stands in each cell that somebody looks at; a blind guess says the count that most small cells have."""
    by = {len(table.by): table.by for table in countable(releases[0])}
    cells = guessed["target"].str.split(SEEN_FROM, regex=False).str[0]
    there = {cell: people_in(office, _labels(cell, by)) for cell in cells.unique()}
    people = dict(zip(guessed["target"], cells.map(there), strict=True))
    answers = guessed[["target"]].assign(answer=cells.map({cell: len(found) for cell, found in there.items()}))
    return Behind(answers.astype({"answer": "Int64"}), people, usual_small_count(office))


def _labels(cell: str, by: dict[int, tuple[str, ...]]) -> dict[str, str]:
    """The labels of a cell by dimension, of tables that differ in how many dimensions they have."""
    labels = cell.split(" | ")
    return dict(zip(by[len(labels)], labels, strict=True))


INSIDERS: Final = Attack(
    "insiders",
    "somebody who is alone in her cell",
    "She closes her own hidden cell of one release, and subtracts.",
    with_lines,
    look_from_inside,
    people_seen,
)
