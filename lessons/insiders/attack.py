"""Insiders: people who are counted in a table look at it, and take away what they know of themselves.

She has the release, like everybody, and knows that she is the only one in her hidden cell, or believes so. She wants
the counts of the others. She does what the exact audit does, with her own cell closed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from disclosure.audit.attackers import Attacker, Contributor, members
from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.audit.verdicts import PreparedRelease, exact_cells, prepare
from disclosure.frames import guesses
from disclosure.labels import cell_name
from disclosure.tables.count_table import TOTAL, CountTable
from disclosure.tables.magnitude_table import CONTRIBUTORS, largest_columns


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


def second_largest_estimates(table: CountTable) -> pd.DataFrame:
    """What the second largest contributor to each cell takes to be the largest contribution: the cell without hers.

    It is at least the largest one; what the others have is her error.

    Args:
        table: the office's table of amounts, with at least the two largest contributions to each cell beside it
            (``magnitude_table(..., largest=2, contributors=True)``).

    Returns:
        One row per cell that is no total and has two contributors or more, the smallest error first. Columns: the
        dimensions; ``contributors``; ``amount`` (the cell), ``largest``, ``hers``, ``estimate`` (all in the table's
        unit); ``off_by`` (the share by which the estimate exceeds the largest).

    Raises:
        ValueError: the table does not carry the largest contributions and the number of contributors.

    Examples:
        >>> from disclosure.tables.magnitude_table import magnitude_table
        >>> minutes = pd.DataFrame({"film": list("AAAB"), "viewer_id": [1, 2, 3, 1], "minutes": [900, 80, 20, 50]})
        >>> table = magnitude_table(minutes, by=("film",), largest=2, contributors=True)
        >>> second_largest_estimates(table).round(3)
          film  contributors  amount  largest  hers  estimate  off_by
        0    A             3    1000      900    80       920   0.022
    """
    columns: Sequence[str] = largest_columns(table)
    if len(columns) < 2 or CONTRIBUTORS not in table.cells:
        raise ValueError(
            "the table carries no two largest contributions with their number: make it with "
            "magnitude_table(..., largest=2, contributors=True)."
        )
    cells = table.cells[~table.is_total & table.cells[CONTRIBUTORS].ge(2)]
    amount, largest, second = cells["count"], cells[columns[0]], cells[columns[1]]
    amounts = {"amount": amount, "largest": largest, "hers": second, "estimate": amount - second}
    frame = cells[[*table.by, CONTRIBUTORS]].assign(**amounts)
    off_by = ((amount - second - largest) / largest).astype("float64")
    return frame.assign(off_by=off_by).sort_values("off_by", kind="stable")
