"""What else could be done in place of hiding more: merge two groups, leave out the totals, round."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

import pandas as pd

from disclosure.audit.attackers import Outsider
from disclosure.audit.solving.time_limit import OutOfTimeError, limited_to
from disclosure.audit.verdicts import EXACT, audit
from disclosure.defences.rounding import RoundTo
from disclosure.own_table.check import Check
from disclosure.own_table.repair_marks import zeros_of
from disclosure.own_table.repairing import without_shares
from disclosure.own_table.wishes import Wishes
from disclosure.repair.hiding import must_hide
from disclosure.rules import Rule
from disclosure.tables.count_table import CountTable

NOT_BESIDE: Final = "None of these was looked at beside the earlier edition."
PATIENCE: Final = 3.0
"""Seconds for the audit of a rounded table."""


@dataclass(frozen=True)
class Merger:
    """Two groups taken together.

    Args:
        dimension: along which they stand.
        labels: the two.
        left: how many counts below the threshold are left.
    """

    dimension: str
    labels: tuple[str, str]
    left: int


def other_ways(check: Check, wishes: Wishes) -> list[str]:
    """Say in a sentence each what other ways there are, and what they would leave open.

    Args:
        check: of a table whose true counts are known; several tables at once have none of these.
        wishes: what is asked for.
    """
    if not isinstance(check.counted, CountTable):
        return []
    table = without_shares(check.counted)
    assert isinstance(table, CountTable)  # one table stays one
    rule = Rule(wishes.threshold, zeros_of(check))
    small = int((must_hide(table, rule) & ~table.is_total.to_numpy()).sum())
    if not small:
        return []
    beside = bool(check.counted.percentages)
    sentences = [_merged(best_merger(table, rule), small, rule), _without_totals(table, small, beside=beside)]
    others = [NOT_BESIDE] if check.earlier or check.not_beside else []
    return [*others, *filter(None, sentences), _rounded(table, small, rule, beside=beside)]


def best_merger(table: CountTable, rule: Rule) -> Merger | None:
    """The two neighbouring groups that leave the fewest small counts when they are taken together; None if none helps.

    Args:
        table: with its true counts.
        rule: what is too small.
    """
    inner = table.cells[~table.is_total]
    small = int(_too_small(inner["count"], rule).sum())
    found = list(_mergers(table, inner, rule))
    best = min(found, key=lambda each: each.left, default=None)
    return best if best and best.left < small else None


def _mergers(table: CountTable, inner: pd.DataFrame, rule: Rule) -> Iterator[Merger]:
    """Each pair of neighbours that lie in the same wider group."""
    for name in table.by:
        labels = list(dict.fromkeys(inner[name]))
        nested = table.hierarchies.get(name, {})
        for pair in pairwise(labels):
            if len(labels) > 2 and nested.get(pair[0]) == nested.get(pair[1]):
                together = inner.assign(**{name: inner[name].replace(pair[1], pair[0])})
                counts = together.groupby(list(table.by), sort=False)["count"].sum()
                yield Merger(name, pair, int(_too_small(counts, rule).sum()))


def _too_small(counts: pd.Series, rule: Rule) -> pd.Series:
    """Which counts the rule hides."""
    return counts.between(rule.smallest_hidden, rule.threshold - 1)


def _merged(best: Merger | None, small: int, rule: Rule) -> str:
    """What merging buys."""
    if best is None:
        return ""
    left = f"{best.left} of {small} counts below {rule.threshold} are" if best.left else "no small count is"
    return f"Merge {best.labels[0]} and {best.labels[1]}: {left} left."


def _without_totals(table: CountTable, small: int, *, beside: bool) -> str:
    """What leaving out totals buys; and percentages, where they stand beside: with a count they tell its total."""
    totals = int(table.is_total.sum())
    if not totals:
        return ""
    what = f"all {totals} totals" if totals > 1 else "the total"
    what += " (subtotals too)" * any(table.hierarchies.values()) + " and all percentages" * beside
    counts = f"{small} small counts" if small > 1 else "one small count"
    return (
        f"Leave out {what}, and hide the {counts} alone: nothing can be subtracted then, as long as the totals are "
        "printed nowhere else."
    )


def _rounded(table: CountTable, small: int, rule: Rule, *, beside: bool) -> str:
    """What rounding buys."""
    base, percentages = rule.threshold, " leave out the percentages," if beside else ""
    begin = f"Round every number, totals too, to the nearest {base},{percentages} and hide nothing: "
    begin += "no number moves by more than "
    try:
        with limited_to(PATIENCE):
            found = audit(RoundTo(base)(replace(table, rule=None)), Outsider(), why=False)
    except (OutOfTimeError, ValueError):
        return f"{begin}{base // 2}. Whether small counts could still be worked out was not tried here."
    of_small = found["target"].isin(table.cell_names[must_hide(table, rule)])
    exact = int((of_small & (found["verdict"] == EXACT)).sum())
    worked_out = f"{exact} of the small counts can" if exact else "no small count could"
    return f"{begin}{base // 2}; {worked_out} be worked out from the sums."
