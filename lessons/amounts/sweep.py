"""Rules x repairs -> tidy frames: which cells each rule hides, what is given back, how close an insider comes."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from disclosure.audit.attackers import Attacker, Outsider
from disclosure.audit.states import LETTERS, PRINTED
from disclosure.audit.verdicts import EXACT, audit
from disclosure.defences.complementary_suppression import SuppressComplementary
from disclosure.defences.dominance import SuppressDominated
from disclosure.rules import DominanceRule, NKRule, PPercentRule
from disclosure.tables.count_table import CountTable
from lessons.amounts.own_cell import others_in_own_cells

RULES: Final[dict[str, DominanceRule]] = {
    "p = 5": PPercentRule(5),
    "p = 10": PPercentRule(10),
    "p = 20": PPercentRule(20),
    "p = 40": PPercentRule(40),
    "n = 1, k = 80": NKRule(n=1, k=80),
    "n = 2, k = 90": NKRule(n=2, k=90),
}
"""Rules to choose from, from weak to strict. What offices really use they keep to themselves."""

STEPS: Final = ("rule alone", "repaired")
SIZES: Final = {"1 or 2": 2, "3 or 4": 4, "5 to 9": 9, "10 or more": 10**9}
"""Sizes of cells in people, each with the largest number that belongs to it."""


def heads_and_dominance(minutes: pd.DataFrame, *, by: Sequence[str], rule: DominanceRule) -> pd.DataFrame:
    """Count for each number of people in a cell how many cells one or two of them dominate.

    Args:
        minutes: one row per contribution, with ``viewer_id`` and ``minutes``; cells nobody contributes to are left out.
        by: the columns that make the cells.
        rule: when a cell is dominated.

    Returns:
        One row per size of `SIZES`: ``people in the cell``, ``cells``, ``dominated``, ``per cent``.

    Examples:
        >>> minutes = pd.DataFrame({"film": list("AAAB"), "viewer_id": [1, 2, 3, 1], "minutes": [900, 80, 20, 50]})
        >>> heads_and_dominance(minutes, by=["film"], rule=PPercentRule(10)).head(2)
          people in the cell  cells  dominated  per cent
        0             1 or 2      1          1       100
        1             3 or 4      1          1       100
    """
    persons = minutes.groupby([*by, "viewer_id"])["minutes"].sum().sort_values(ascending=False)
    cells = persons[persons > 0].groupby(list(by))
    dominated = cells.agg(lambda one: rule.dominates(one.iloc[: rule.contributors].tolist(), int(one.sum())))
    judged = pd.DataFrame({"people": cells.size(), "dominated": dominated})
    size = pd.cut(judged["people"], [0, *SIZES.values()], labels=list(SIZES)).rename("people in the cell")
    found = judged.groupby(size, observed=False)["dominated"].agg(cells="size", dominated="sum").reset_index()
    return found.assign(**{"per cent": (100 * found["dominated"] / found["cells"].clip(lower=1)).round().astype(int)})


def published_by(table: CountTable, rules: Mapping[str, DominanceRule] = RULES) -> dict[str, dict[str, CountTable]]:
    """Publish a table under each rule, by the rule alone and repaired.

    The repair gives room above only (``below=0``), as in the core of the lesson.

    Args:
        table: the office's table of amounts, with as many of its largest contributions as the rules look at.
        rules: the rules by their names.

    Returns:
        What is published, by the name of the rule and then by the step of `STEPS`.
    """
    published: dict[str, dict[str, CountTable]] = {}
    for name, rule in rules.items():
        repaired: CountTable = SuppressComplementary(dominance=rule, below=0)(table)  # type: ignore[assignment]
        published[name] = {"rule alone": SuppressDominated(rule)(table), "repaired": repaired}
    return published


def rules_and_prices(
    table: CountTable, published: Mapping[str, Mapping[str, CountTable]], insider: Attacker
) -> pd.DataFrame:
    """Say of each rule, alone and repaired, what is given back, how close an insider comes, and what it costs.

    Args:
        table: the office's table, nothing hidden.
        published: what is published of it (see `published_by`).
        insider: one contributor to one cell, who takes hers away from it.

    Returns:
        One row per rule and step: ``rule``, ``step``; ``hidden`` (cells that are no totals) and ``given back`` (of
        these, known exactly to an outsider); ``too large by`` (per cent by which the insider may overestimate the
        largest of the others, at worst); ``minutes hidden`` (per cent of all).
    """
    rows = [
        {"rule": rule, "step": step, **_judged(table, release, insider)}
        for rule, steps in published.items()
        for step, release in steps.items()
    ]
    return pd.DataFrame(rows)


def _judged(table: CountTable, release: CountTable, insider: Attacker) -> dict[str, Any]:
    """What one release gives back, leaves open and costs."""
    inner = ~table.is_total
    known = audit(release, Outsider(), why=False)["verdict"].eq(EXACT)
    hidden = inner & release.is_hidden
    amounts = table.cells["count"].where(inner, 0)
    return {
        "hidden": int(hidden.sum()),
        "given back": int((known.reindex(hidden.index, fill_value=False) & hidden).sum()),
        "too large by": too_large_by(table, release, insider),
        "minutes hidden": 100 * float(amounts[hidden].sum()) / float(amounts.sum()),
    }


def too_large_by(table: CountTable, release: CountTable, insider: Attacker) -> float:
    """By how many per cent an insider may overestimate the largest contribution to her cell, at worst.

    She takes her own away; the most that is left for all others is her upper limit (the quantity that the p % rule
    looks at: SDC Handbook, 4.2.1).

    Args:
        table: the office's table, with the largest contributions.
        release: what is published of it.
        insider: one contributor to one cell.
    """
    others = others_in_own_cells(release, insider).iloc[0]
    largest = dict(zip(table.cell_names, table.cells["largest_1"].astype(int), strict=True))[others["target"]]
    return 100 * (float(others["high"]) - largest) / largest


def amount_states(table: CountTable, published: Mapping[str, Mapping[str, CountTable]]) -> pd.DataFrame:
    """Say of every cell, totals included, what becomes of it under each rule, for an outsider.

    Returns:
        The cells (dimensions, ``count`` in the table's unit, ``cell``: their names), with one column per rule: one
        letter per step of `STEPS`, as in `disclosure.audit.states`.
    """
    states = table.cells[[*table.by, "count"]].assign(cell=table.cell_names)
    for rule, steps in published.items():
        letters = [_letters(table, steps[step]) for step in STEPS]
        states[rule] = letters[0] + letters[1]
    return states


def _letters(table: CountTable, release: CountTable) -> pd.Series:
    """One letter for each cell."""
    learnt = audit(release, Outsider(), why=False)["verdict"].map(LETTERS)
    return learnt.reindex(table.cells.index).fillna(PRINTED)
