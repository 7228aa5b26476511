"""What an outsider and the people inside a release learn of it: one row per cell, with the name of who learns it."""

from typing import Literal

import pandas as pd

from disclosure.audit.attackers import Attacker, Contributor, Outsider
from disclosure.audit.verdicts import PreparedRelease, audit
from disclosure.labels import cell_name
from disclosure.tables.count_table import CountTable
from disclosure.tables.linked_tables import tables_in

Who = Literal["outsider", "insider"]
"""An outsider; or the worst case over all people who are alone in a hidden cell and know it, one at a time."""


def outsider_learns(release: CountTable | PreparedRelease, *, nothing_to_subtract: bool = False) -> pd.DataFrame:
    """Audit a release for an outsider.

    Args:
        release: what is published, or what `disclosure.audit.prepare` made of it.
        nothing_to_subtract: must be said of a release without totals (see `disclosure.audit.verdicts.audit`).

    Returns:
        One row per hidden or rounded cell, labelled as in ``release.cells``: the dimensions, ``target``, ``role``,
        ``low``, ``high``, ``verdict`` (see `disclosure.audit.verdicts.audit`), and ``attacker``: who learns this.
    """
    return _learnt_by(Outsider(), release, nothing_to_subtract=nothing_to_subtract)


def _learnt_by(
    attacker: Attacker, release: CountTable | PreparedRelease, *, nothing_to_subtract: bool = False
) -> pd.DataFrame:
    """The audit without its sentences, with the attacker herself in place of her name."""
    learnt = audit(release, attacker, why=False, nothing_to_subtract=nothing_to_subtract)
    return learnt.assign(attacker=pd.Series([attacker] * len(learnt), index=learnt.index, dtype=object))


def insiders_learn(release: CountTable | PreparedRelease, truth: CountTable, known: pd.DataFrame) -> pd.DataFrame:
    """Find the most that any one insider learns of each hidden cell other than her own, or else an outsider.

    An insider is alone in a hidden cell and knows it. Each is tried by herself.

    Args:
        release: what is published, or what `disclosure.audit.prepare` made of it.
        truth: the same cells with all counts.
        known: what an outsider learns (see `outsider_learns`).

    Returns:
        The rows of ``known``; where an insider learns more, her row. ``attacker`` says who.

    Examples:
        >>> from disclosure.defences.suppression import Suppress
        >>> from disclosure.tables.count_table import count_table
        >>> people = pd.DataFrame({"film": list("AAABBB"), "region": ["north"] * 2 + ["south"] * 3 + ["north"]})
        >>> table = count_table(people, by=("film", "region"))
        >>> release = Suppress(threshold=3)(table)
        >>> known = outsider_learns(release)
        >>> known["verdict"].tolist(), insiders_learn(release, table, known)["verdict"].tolist()
        (['open', 'open', 'open', 'open'], ['exact', 'exact', 'exact', 'exact'])
    """
    worst = known.copy()
    for insider in _insiders(release, truth, known):
        learnt = _learnt_by(insider, release)
        more = (_width(learnt) < _width(worst)) & (learnt["target"] != cell_name(insider.cell))
        worst.loc[more] = learnt.loc[more]
    return worst


def _insiders(release: CountTable | PreparedRelease, truth: CountTable, known: pd.DataFrame) -> list[Contributor]:
    """Everybody who is alone in a cell whose count outsiders do not know; without totals, nobody can gain from it."""
    published = release.release if isinstance(release, PreparedRelease) else release
    if not any(table.is_total.any() for table in tables_in(published)):
        return []
    hidden, sums = known.index[_width(known) > 0], truth.is_total
    cells = truth.cells.loc[hidden][~sums[hidden] & truth.cells["count"][hidden].eq(1)]
    return [Contributor(tuple(labels), alone=True) for labels in cells[list(truth.by)].to_numpy()]


def _width(learnt: pd.DataFrame) -> pd.Series:
    """How many counts beside one are possible."""
    return (learnt["high"] - learnt["low"]).astype("float64").fillna(float("inf"))
