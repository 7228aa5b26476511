"""Small tables that the notebook shows: attackers, kinds of evidence and defences, each beside the others."""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from disclosure.measures import score
from lessons.linking import strings
from lessons.linking.attack import declare, link
from lessons.linking.exact_search import LEAST, exact_search
from lessons.linking.sweep import not_there, without

PERCENT: Final = "{:.0%}"


def attackers_compared(
    log: pd.DataFrame, known: pd.DataFrame, truth: pd.DataFrame, phis: Sequence[float]
) -> pd.DataFrame:
    """Count what several attackers find: those who are in the log, and the same people with all their records out.

    Args:
        log: ``viewer_id``, ``title_id``, ``stars``, ``day``.
        known: ``target``, ``title_id``, ``stars``, ``day``.
        truth: ``target`` and ``answer``. Targets without an answer are left out.
        phis: how far ahead the best score must be, one attacker for each.

    Returns:
        One row per attacker: how many people are in the log, found, taken for others; not in the log, accused.
    """
    there = truth.dropna(subset="answer")
    about = known[known["target"].isin(there["target"])]
    in_it, out_of_it = link(log, about, phi=0), link(without(log, there), about, phi=0)
    exact = (exact_search(log, about), exact_search(without(log, there), about))
    pairs = {
        strings.ATTACKERS["scores"].format(phi=phi): (declare(in_it, phi=phi), declare(out_of_it, phi=phi))
        for phi in phis
    } | {strings.ATTACKERS["exact"].format(least=LEAST): exact}
    rows = {name: _both(present, absent, there) for name, (present, absent) in pairs.items()}
    return pd.DataFrame.from_dict(rows, orient="index").rename_axis(strings.ATTACKER)


def _both(present: pd.DataFrame, absent: pd.DataFrame, truth: pd.DataFrame) -> dict[str, int]:
    """What comes of an attack on those who are there, and on the same people when they are not."""
    there, gone = score(present, truth, blind=0), score(absent, not_there(truth), blind=0)
    return {
        strings.IN_LOG: there.n,
        strings.FOUND: there.right,
        strings.TAKEN_FOR_OTHERS: there.wrong,
        strings.NOT_IN_LOG: gone.n,
        strings.ACCUSED: gone.wrong,
    }


def evidence_compared(outcomes: pd.DataFrame, phis: Sequence[float]) -> pd.DataFrame:
    """Show for each kind of evidence which share is found, and which is accused when nobody is there, as text.

    Args:
        outcomes: one row per evidence, presence and phi (see `lessons.linking.sweep.outcomes_by_phi`).
        phis: the values of phi to show, in this order.
    """
    rows = outcomes.assign(found=outcomes["right"] / outcomes["n"], accused=outcomes["wrong"] / outcomes["n"])
    by = rows.set_index(["presence", "phi", "evidence"]).sort_index()
    columns = {strings.FOUND_AT.format(phi=phi): by.loc[("in", phi), "found"] for phi in phis}
    columns |= {strings.ACCUSED_AT.format(phi=phi): by.loc[("out", phi), "accused"] for phi in phis}
    shares = pd.DataFrame(columns, index=list(strings.EVIDENCE)).rename(index=strings.EVIDENCE)
    return shares.map(PERCENT.format).rename_axis(strings.EVIDENCE_SHOWN)


def defences_compared(judged: pd.DataFrame) -> pd.DataFrame:
    """Say of each defence who is in the log after it, who is found and by whom, who is accused, and what is lost.

    Args:
        judged: one row per defence (see `lessons.linking.sweep.sweep_logs`).
    """
    n, absent = judged["n"].clip(lower=1), judged["n_absent"].clip(lower=1)
    shares = {
        strings.FOUND_BY_SCORES: judged["right"] / n,
        strings.FOUND_EXACTLY: judged["right_exact"] / n,
        strings.ACCUSED_ABSENT: judged["accused"] / absent,
        strings.LOST: judged["utility_lost"],
    }
    shown = pd.DataFrame({name: share.map(PERCENT.format) for name, share in shares.items()})
    shown.insert(0, strings.IN_IT, judged["n"])
    return shown.set_axis(pd.Index(judged["label"], name=strings.DEFENCE))
