"""What a table can mean, by the office's counts, of what nobody answered: a repair takes one of these readings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from disclosure.own_table.answering import Explored, Leaf
from disclosure.own_table.office_answers import can_be
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.sheet import Sheet
from disclosure.tables.linked_tables import Release

TOLD: Final = "{sentence} \N{LEFT DOUBLE QUOTATION MARK}{meaning}\N{RIGHT DOUBLE QUOTATION MARK}"
OF_MARKS: Final = ("mark ", "covering ")
"""With these begin the names of questions whose answers change what a mark means, and nothing else."""


@dataclass(frozen=True)
class Reading:
    """A table under answers that can be true.

    Args:
        words: the answers that nobody gave, and that other readings have otherwise.
        release: the table.
        is_like: whether it is the first of these readings, but for what marks mean.
    """

    words: str
    release: Release
    is_like: bool = True


def readings_of(taken: Leaf, explored: Explored, reader: Reader, office: Sheet | None) -> tuple[Reading, ...]:
    """All readings of a table that the office's counts leave; first that which is taken. None without these counts.

    Args:
        taken: the answers that are taken.
        explored: all that can be true.
        reader: of the sheet.
        office: the sheet with the counts.
    """
    if office is None:
        return ()
    leaves = [taken, *(leaf for leaf in explored.leaves if leaf is not taken and can_be(leaf, reader, office))]
    names = [name for name in explored.questions if len({leaf.answers.get(name) for leaf in leaves}) > 1]
    other = [name for name in names if not name.startswith(OF_MARKS)]
    return tuple(
        Reading(
            _in_words(leaf.answers, names, explored),
            reader.tables(leaf.answers).release,
            all(leaf.answers.get(name) == taken.answers.get(name) for name in other),
        )
        for leaf in leaves
    )


def _in_words(answers: Mapping[str, str], names: list[str], explored: Explored) -> str:
    """Some answers with their questions."""
    asked = [explored.questions[name] for name in names if name in answers]
    return "; ".join(
        TOLD.format(sentence=each.sentence, meaning=each.options.get(answers[each.name], answers[each.name]))
        for each in asked
    )
