"""Rules and audits -> tidy frames: who is stopped, found or missed; what honest work pays; who is asked wrongly."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from lessons.access.audits import Audit
from lessons.access.quarter import Outcome, under
from lessons.access.release import Kept, Log, Truth, with_looks
from lessons.access.rules import Rules
from lessons.access.scores import Count, employees_flagged, looks_flagged

STOPPED, FOUND, MISSED = "stopped", "found later", "missed"
"""What becomes of somebody with a plan: no way was open; she got there, and an audit flagged her for it; or neither."""


def what_rules_do(rules: Mapping[str, Rules], audit: Audit, log: Log, truth: Truth) -> pd.DataFrame:
    """Let the same quarter happen under several rules, and audit each.

    Args:
        rules: rules by a name.
        audit: what is asked of the log afterwards.
        log, truth: a quarter in which nobody was hindered.

    Returns:
        One row per name: ``rules``; of those with a misdeed in mind ``stopped``, ``found later``, ``missed``; of the
        honest looks ``refused`` and ``waited``, ``honest`` (all of them) and ``hours`` (waited in all); of employees
        the audit asks ``right`` (did it), ``wrong`` (did not) and ``baseline`` (hit by as many questions at random).
    """
    return pd.DataFrame([{"rules": name, **_row(each, audit, log, truth)} for name, each in rules.items()])


def _row(rules: Rules, audit: Audit, log: Log, truth: Truth) -> dict[str, Any]:
    outcome = under(rules, log, truth)
    states = fates(audit, outcome)["fate"].value_counts()
    asked = employees_flagged(audit, outcome)
    return {
        **{fate: int(states.get(fate, 0)) for fate in (STOPPED, FOUND, MISSED)},
        "refused": outcome.blocked,
        "waited": outcome.delayed,
        "honest": outcome.honest,
        "hours": outcome.minutes / 60,
        "right": asked.right,
        "wrong": asked.wrong,
        "baseline": asked.baseline,
    }


def fates(audit: Audit, outcome: Outcome) -> pd.DataFrame:
    """What becomes of each misdeed: ``kind``, ``way`` (from 0; missing where none was open) and ``fate``."""
    flagged = audit(outcome.log)
    found = set(outcome.truth.loc[flagged & outcome.truth["guilty"], "act"])
    guilty = outcome.ways[outcome.ways["guilty"]]
    fate = np.select([guilty["way"].isna(), guilty["act"].isin(found)], [STOPPED, FOUND], MISSED)
    return guilty[["kind", "way"]].assign(fate=fate).reset_index(drop=True)


UNITS: Final = {"looks": looks_flagged, "employees": employees_flagged}


def audits_at_sizes(
    audits: Mapping[str, Audit], sizes: Sequence[int], log: Log, truth: Truth, *, seed: int = 53
) -> pd.DataFrame:
    """Audit quarters with less and more honest work, in two units.

    Each smaller quarter is drawn from the large one; the misdeeds and their honest twins are in all of them.

    Args:
        audits: by a name.
        sizes: how many looks of ordinary work, at most as many as the log has.
        log, truth: a quarter in which nobody was hindered.
        seed: draws the smaller quarters.

    Returns:
        One row per audit, size and unit: ``audit``, ``size``, ``unit``, ``right``, ``wrong``, ``missed``,
        ``everybody``, ``precision``, ``low``, ``high`` (its 95 % interval), ``baseline``.

    Raises:
        ValueError: a size is larger than the log.
    """
    rows = []
    for size in sizes:
        outcome = sample_of(size, log, truth, seed=seed)
        for name, audit in audits.items():
            for unit, counted_in in UNITS.items():
                rows.append({"audit": name, "size": size, "unit": unit, **_in_columns(counted_in(audit, outcome))})
    return pd.DataFrame(rows)


def _in_columns(count: Count) -> dict[str, float]:
    low, high = count.interval
    return {**vars(count), "precision": count.precision, "low": low, "high": high, "baseline": count.baseline}


def sample_of(size: int, log: Log, truth: Truth, *, seed: int = 53) -> Outcome:
    """A quarter with so many looks of ordinary work, drawn from a larger one; all else stays."""
    ordinary = np.flatnonzero(truth.truth["act"].isna())
    if size > len(ordinary):
        raise ValueError(f"the log has {len(ordinary):,} looks of ordinary work: choose at most so many, not {size:,}.")
    order = np.random.default_rng(seed).permutation(ordinary)
    drawn = np.sort(np.concatenate([order[:size], np.flatnonzero(truth.truth["act"].notna())]))
    smaller: Kept = with_looks(log, log.looks.iloc[drawn])
    whole = under(Rules(), log, truth)
    marks = truth.truth.iloc[drawn].reset_index(drop=True)
    return Outcome(smaller, marks, whole.ways, 0, 0, 0.0, size + int((marks["act"].notna() & ~marks["guilty"]).sum()))


def cleared(swept: pd.DataFrame, *, unit: str) -> float:
    """The share of those wrongly flagged by the first audit whom the second one does not flag, at the largest size.

    Args:
        swept: of two audits (see `audits_at_sizes`).
        unit: ``"looks"`` or ``"employees"``.
    """
    largest = swept[swept["size"].eq(swept["size"].max()) & swept["unit"].eq(unit)]
    first, second = largest["wrong"]
    return float(1 - second / first) if first else 0.0


def expected_precision(sensitivity: float, false_flags: float, share: float) -> float:
    """The share of flags that are right, by Bayes' theorem.

    Args:
        sensitivity: the share of the guilty that is flagged.
        false_flags: the share of the innocent that is flagged.
        share: the share of the guilty among all.

    Examples:
        >>> round(expected_precision(sensitivity=1.0, false_flags=0.01, share=0.01), 3)
        0.503
    """
    right, wrong = share * sensitivity, (1 - share) * false_flags
    return right / (right + wrong) if right + wrong else 0.0
