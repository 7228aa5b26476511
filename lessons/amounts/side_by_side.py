"""Small tables that the notebook shows: rules beside each other, and releases beside each other."""

from collections.abc import Mapping, Sequence

import pandas as pd

from disclosure.audit.attackers import Attacker
from disclosure.rules import DominanceRule
from disclosure.tables.count_table import CountTable
from lessons.amounts.own_cell import others_in_own_cells


def dominated_by(rules: Mapping[str, DominanceRule], cells: Mapping[str, Sequence[int]]) -> pd.DataFrame:
    """Say of each cell whether each rule hides it.

    Args:
        rules: the rules by their names.
        cells: what everybody in a cell contributes, by the name of the cell.

    Examples:
        >>> from disclosure.rules import NKRule, PPercentRule
        >>> dominated_by({"p": PPercentRule(10), "nk": NKRule(n=1, k=80)}, {"two": [480, 480, 40]})
                  p       nk
        two  hidden  printed
    """
    return pd.DataFrame(
        {
            name: {
                cell: "hidden"
                if rule.dominates(sorted(all_, reverse=True)[: rule.contributors], sum(all_))
                else "printed"
                for cell, all_ in cells.items()
            }
            for name, rule in rules.items()
        }
    )


def others_in_words(releases: Mapping[str, CountTable], insider: Attacker) -> pd.DataFrame:
    """Show what one contributor learns of the others in her cell, from one release after another.

    Args:
        releases: what is published, by its name.
        insider: one contributor to one cell.

    Returns:
        One row per release: her own amount, and what all others have together, at least and at most.
    """
    looked = [others_in_own_cells(release, insider).iloc[0] for release in releases.values()]
    named = {"own": "Ada's own", "low": "all others, at least", "high": "all others, at most"}
    return pd.DataFrame(looked, index=list(releases))[list(named)].rename(columns=named)
