"""Insiders: people who are counted in a table look at it, and take away what they know of themselves.

She has the release, like everybody, and knows that she is the only one in her hidden cell, or believes so. She wants
the counts of the others. She does what the exact audit does, with her own cell closed.
"""

from dataclasses import dataclass

import pandas as pd

from disclosure.audit.attackers import Attacker, Contributor, members
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.verdicts import PreparedRelease, exact_cells, prepare
from disclosure.frames import guesses
from disclosure.labels import cell_name
from disclosure.tables.count_table import TOTAL, CountTable


@dataclass(frozen=True)
class Look:
    """What somebody makes of a release.

    Args:
        guesses: one row per hidden cell that is neither a total nor her own: ``target`` (the name of the cell),
            ``claim`` (people; missing where she claims nothing), ``confidence``, ``declared``.
        contradiction: what she believes does not fit the print, so that she claims nothing: she was not alone.
    """

    guesses: pd.DataFrame
    contradiction: bool = False


def insiders_with(count: int, table: CountTable, release: CountTable) -> list[Contributor]:
    """Somebody in each hidden cell of so many people, who takes herself to be alone there.

    With a count of 1, she is right: these are the singletons. With 2, she is wrong, and does not know of the other one.

    Args:
        count: the true count of her cell, in people.
        table: the table as it was counted.
        release: what is published of it.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBB"), "region": list("NSSNNS")})
        >>> table = count_table(people, by=("film", "region"))
        >>> [insider.cell for insider in insiders_with(1, table, Suppress(threshold=3)(table))]
        [('A', 'N'), ('B', 'S')]
    """
    chosen = release.is_hidden & ~table.is_total & table.cells["count"].eq(count)
    cells = table.cells.loc[chosen, list(table.by)]
    return [Contributor(tuple(map(str, labels)), alone=True) for labels in cells.to_numpy()]


def look(release: CountTable | PreparedRelease, attacker: Attacker) -> Look:
    """Let somebody work out all hidden cells but her own, and declare those that can have one count only.

    Args:
        release: a table of people, or what `disclosure.audit.verdicts.prepare` made of it: faster, where many look.
        attacker: who looks. What she believes of herself may be wrong.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBB"), "region": list("NSSNNS")})
        >>> release = Suppress(threshold=3)(count_table(people, by=("film", "region")))
        >>> look(release, Contributor(("A", "N"), alone=True)).guesses
          target  claim  confidence  declared
        1  A | S      2         1.0      True
        3  B | N      2         1.0      True
        4  B | S      1         1.0      True
    """
    reading = release if isinstance(release, PreparedRelease) else prepare(release)
    own = {cell_name(member.cell) for member in members(attacker)}
    cells = reading.rows
    targets = cells.loc[~(cells == TOTAL).any(axis="columns") & ~cells["target"].isin(own), ["target"]]
    try:
        claim, fits = exact_cells(reading, attacker).loc[targets.index, "count"], True
    except ContradictionError:
        claim, fits = pd.Series(pd.NA, index=targets.index, dtype="Int64"), False
    known = claim.notna()
    return Look(guesses(targets["target"], claim, known, known), contradiction=not fits)
