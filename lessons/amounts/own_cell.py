"""What contributors to an amount learn of the others in their own cell: what is left when they take theirs away."""

import numpy as np
import pandas as pd

from disclosure.audit import wording
from disclosure.audit.attackers import Attacker, Labels, members
from disclosure.audit.reading.as_printed import system_of
from disclosure.audit.reading.cells import AGAINST_RULE, COMPLEMENTARY, NO_LIMIT, PRIMARY, PRINTED, ROLES
from disclosure.audit.reading.dominance import largest_of_others
from disclosure.audit.reading.insider_knowledge import amounts_in, others_in, place_of
from disclosure.audit.solving.findings import Findings, find_ranges
from disclosure.labels import cell_name
from disclosure.rules import DominanceRule
from disclosure.tables.count_table import PEOPLE, CountTable


def others_in_own_cells(release: CountTable, attacker: Attacker) -> pd.DataFrame:
    """Find what each attacker learns of the others in her own cell, hidden or printed.

    The second largest contributor takes her own from the cell, and what is left is close to the largest: this is what
    a dominance rule is about. The rule's own numbers, where they are known, narrow the largest further if the cell
    itself is known exactly; otherwise they are not used.

    Args:
        release: a table of amounts.
        attacker: contributors who know their amounts.

    Returns:
        One row per cell of theirs. Columns: the dimensions; ``target``; ``own`` (what the attackers contribute);
        ``low`` and ``high`` (what all others contribute together); ``largest_low`` and ``largest_high`` (what the
        largest of the others contributes), all in the table's unit, missing where there is no limit; ``why``.

    Raises:
        ValueError: the release counts people: each counts 1 there, and nothing is left to learn.

    Examples:
        >>> from disclosure.audit.attackers import Contributor
        >>> from disclosure.tables.magnitude_table import magnitude_table
        >>> minutes = pd.DataFrame({"film": ["A"] * 3, "viewer_id": [1, 2, 3], "minutes": [900, 80, 20]})
        >>> release = magnitude_table(minutes, by=("film",), contributors=True)
        >>> others_in_own_cells(release, Contributor(("A",), amount=80))[["own", "low", "largest_low", "largest_high"]]
           own  low  largest_low  largest_high
        0   80  920          460           919
    """
    if release.unit == PEOPLE:
        raise ValueError("the release counts people, 1 each: only amounts tell more of the others in a cell.")
    findings = find_ranges(system_of(release, attacker))
    cells = dict.fromkeys(member.cell for member in members(attacker))
    rows = [_others(findings, release, attacker, cell) for cell in cells]
    numbers = ["own", "low", "high", "largest_low", "largest_high"]
    frame = pd.DataFrame(rows, columns=[*release.by, "target", *numbers, "why"])
    return frame.astype(dict.fromkeys(numbers, "Int64"))


def _others(findings: Findings, release: CountTable, attacker: Attacker, cell: Labels) -> dict[str, object]:
    """What is left of one cell for the others."""
    index = place_of(findings.system, cell)
    low, high = int(findings.low[index]), int(findings.high[index])
    known, others = amounts_in(attacker, cell), others_in(findings.system, attacker, cell)
    rule, dominated = _status(findings, release, index)
    least, most = (largest_of_others(end - sum(known), known, others, rule, dominated=dominated) for end in (low, high))
    own, endless = sum(known), high >= NO_LIMIT
    return {
        **dict(zip(release.by, cell, strict=True)),
        "target": cell_name(cell),
        "own": own,
        "low": low - own,
        "high": pd.NA if endless else high - own,
        "largest_low": least[0],
        "largest_high": pd.NA if endless else most[1],
        "why": wording.own_cell(own, (low, high), (least[0], most[1]), others, findings.system.unit),
    }


def _status(findings: Findings, release: CountTable, index: int) -> tuple[DominanceRule | None, bool]:
    """The rule, if its numbers and the cell are known and it is clear what it says of the cell; and what it says."""
    rule, role = release.dominance, ROLES[findings.system.cells.role[index]]
    if role != PRIMARY and np.isin(findings.system.cells.role, AGAINST_RULE).any():
        return None, False
    exact = findings.low[index] == findings.high[index]
    known = rule is not None and not rule.secret and exact and role in (PRINTED, PRIMARY, COMPLEMENTARY)
    return (rule if known else None), role == PRIMARY
