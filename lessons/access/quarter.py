"""A quarter under rules: which looks happen, what honest work pays, and by which way intruders still get there."""

from dataclasses import dataclass

import pandas as pd

from lessons.access.release import Kept, Log, Truth, with_looks
from lessons.access.rules import Rules


@dataclass(frozen=True, eq=False)
class Outcome:
    """What became of a quarter under some rules.

    Args:
        log: the looks that happened, in order of time.
        truth: for each of these, ``act``, ``kind`` and ``guilty``. For scoring only.
        ways: one row per misdeed and per honest twin: ``act``, ``kind``, ``guilty``, ``way`` (the one that was open to
            her, from 0; missing: none), ``employee_id``, ``looks`` (how many she then made), ``minutes``.
        blocked: how many honest looks were refused for good.
        delayed: how many had to wait.
        minutes: how long these waited in all.
        honest: how many honest looks the work needed.
    """

    log: Kept
    truth: pd.DataFrame
    ways: pd.DataFrame
    blocked: int
    delayed: int
    minutes: float
    honest: int


def under(rules: Rules, log: Log, truth: Truth) -> Outcome:
    """Let a quarter happen under rules. Intruders and their honest twins take the first way that is open.

    Args:
        rules: the rules.
        log, truth: a quarter in which nobody was hindered.
    """
    ordinary = log.looks[truth.truth["act"].isna()]
    waits = rules(ordinary, log)
    ways = ways_taken(rules, log, truth)
    done = truth.acts.merge(ways[["act", "way"]].dropna(), on=["act", "way"])
    happened = pd.concat([ordinary[waits.notna()], done], ignore_index=True)
    happened = happened.sort_values(["at", "employee_id", "sight"], ignore_index=True, kind="stable")
    marks = happened[["act", "kind", "guilty"]].astype({"act": "Int64"})
    marks = marks.assign(kind=marks["kind"].fillna(""), guilty=marks["guilty"].eq(True))
    honest = ways[~ways["guilty"]]
    return Outcome(
        log=with_looks(log, happened[[*log.looks]]),
        truth=marks,
        ways=ways,
        blocked=int(waits.isna().sum() + honest.loc[honest["way"].isna(), "looks"].sum()),
        delayed=int(waits.gt(0).sum() + honest["minutes"].gt(0).sum()),
        minutes=float(waits.sum() + honest["minutes"].sum()),
        honest=len(ordinary) + int(honest["looks"].sum()),
    )


def ways_taken(rules: Rules, log: Log, truth: Truth) -> pd.DataFrame:
    """For each misdeed and each twin the first way all of whose looks are allowed; see `Outcome`."""
    waits = truth.acts[["act", "kind", "guilty", "employee_id", "way"]].assign(minutes=rules(truth.acts, log))
    each = waits.groupby(["act", "kind", "guilty", "employee_id", "way"])["minutes"]
    ways = pd.DataFrame({"minutes": each.agg(_longest), "looks": each.size()}).reset_index()
    open_ways = ways.dropna(subset=["minutes"]).drop_duplicates("act")
    firsts = ways.drop_duplicates("act").set_index("act")
    taken = open_ways.set_index("act").reindex(firsts.index)
    return firsts.assign(
        way=taken["way"].astype("Int64"),
        minutes=taken["minutes"].fillna(0.0),
        looks=taken["looks"].fillna(firsts["looks"]),
    ).reset_index()


def _longest(minutes: pd.Series) -> float:
    """How long the slowest look waits; missing where one is refused."""
    return float(minutes.max(skipna=False))
