"""What nobody was asked of a table, for no verdict of it depends on that: asked where what two editions tell does."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from disclosure.own_table.answering import Explored, Leaf
from disclosure.own_table.earlier_edition import OPEN, BesideEarlier
from disclosure.own_table.office_answers import can_be
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.sheet import Sheet

MOST_READINGS: Final = 12
"""So many sets of answers are tried beside an earlier edition, the first."""

Told = frozenset[tuple[str, str, str, int]]


def once_asked(
    pair: BesideEarlier,
    explored: Explored,
    reader: Reader,
    office: Sheet | None,
    lay: Callable[[Mapping[str, str]], BesideEarlier],
) -> BesideEarlier:
    """What an earlier edition adds, unless that depends on what was not asked of the table: then it is asked first.

    Args:
        pair: what it adds under the answers that are taken.
        explored: the table under all answers that can be true.
        reader: of the table.
        office: the sheet with the counts, which leave not all of them.
        lay: lays the edition beside the table under some answers.
    """
    leaves = [leaf for leaf in explored.leaves if office is None or can_be(leaf, reader, office)][:MOST_READINGS]
    if pair.edition is None or len(leaves) < 2:
        return pair
    laid = [(leaf, each) for leaf in leaves if (each := lay(leaf.answers)).edition]
    names = _on_which_it_depends([(leaf, _told(each)) for leaf, each in laid])
    if not names:
        return pair
    asked = tuple(question for name, question in explored.questions.items() if name in names)
    return replace(
        pair, unchecked=OPEN.format(file=pair.edition.file), against="", edition=None, sentences=(), questions=asked
    )


def _told(pair: BesideEarlier) -> Told:
    """The verdict of each cell, and its count where it is exact."""
    rows = pair.findings.to_dict("records")
    return frozenset(
        (row["address"], row["labels"], row["verdict"], row["low"] if row["low"] == row["high"] else -1)
        for row in rows
        if row["address"] or row["to_whom"]
    )


def _on_which_it_depends(told: Sequence[tuple[Leaf, Told]]) -> set[str]:
    """The names of questions of which two answers make a difference."""
    found: set[str] = set()
    for (one, said), (other, said_there) in combinations(told, 2):
        if said != said_there:
            names = {
                name for name in {*one.answers, *other.answers} if one.answers.get(name) != other.answers.get(name)
            }
            found |= names & {*one.answers} & {*other.answers}
    return found
