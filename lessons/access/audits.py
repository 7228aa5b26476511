"""Audits afterwards: rules of thumb that flag looks in the log, and what explains a flag.

A flag opens a question. It is no verdict.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from disclosure.rules import as_written
from lessons.access.release import AT_ONE_VIEWER, Log, row_of

Audit = Callable[[Log], pd.Series]
"""``audit(log)``: for each look, whether it is flagged."""


@dataclass(frozen=True)
class SameSurnameOrArea:
    """The employee has the surname of the viewer, or lives in her area: she may be family, or a neighbour."""

    def __call__(self, log: Log) -> pd.Series:
        """Flag looks at one viewer with whom the employee shares a surname or an area."""
        staff = log.employees.set_index("employee_id")
        people = log.viewers.set_index("viewer_id")
        viewer = log.looks["viewer_id"]
        surname = viewer.map(people["name"].str.partition(" ")[2])
        same_name = log.looks["employee_id"].map(staff["surname"]).eq(surname)
        same_area = log.looks["employee_id"].map(staff["area"]).eq(viewer.map(people["postcode"]))
        return (viewer.notna() & (same_name | same_area)).astype(bool)


@dataclass(frozen=True)
class NoCase:
    """Somebody looked at one viewer, and no case about her was opened within a day before or after.

    Args:
        days: how many days before or after.
    """

    days: float = 1

    __repr__ = as_written

    def __call__(self, log: Log) -> pd.Series:
        """Flag looks at one viewer that no case explains."""
        return log.looks["sight"].isin(AT_ONE_VIEWER) & ~explained_by_case(log, self.days)


@dataclass(frozen=True)
class EmergencyDoor:
    """Somebody went through the emergency door."""

    def __call__(self, log: Log) -> pd.Series:
        """Flag every emergency."""
        return log.looks["emergency"].astype(bool)


@dataclass(frozen=True)
class FewApart:
    """Two counts by one employee within minutes that differ by few people.

    Args:
        people: by how many at most.
        minutes: within how many minutes.
    """

    people: int = 1
    minutes: int = 10

    __repr__ = as_written

    def __call__(self, log: Log) -> pd.Series:
        """Flag both counts of such a pair."""
        counts = log.looks[log.looks["sight"].eq("count")].sort_values(["employee_id", "at"], kind="stable")
        same = counts["employee_id"].eq(counts["employee_id"].shift(-1))
        soon = counts["at"].shift(-1).sub(counts["at"]).le(pd.Timedelta(minutes=self.minutes))
        apart = counts["people"].sub(counts["people"].shift(-1)).abs()
        first = same & soon & apart.gt(0) & apart.le(self.people)
        pair = first | first.shift(1, fill_value=False)
        return pair.reindex(log.looks.index, fill_value=False)


@dataclass(frozen=True)
class AnyOf:
    """Several audits at once: whatever one of them flags.

    Args:
        audits: the audits.

    Raises:
        ValueError: ``audits`` is no row of audits, such as a single one without its comma.
    """

    audits: tuple[Audit, ...]

    def __post_init__(self) -> None:
        """Refuse what is no row of audits."""
        row_of("audits", self.audits, "AnyOf((NoCase(), FewApart()))")

    def __call__(self, log: Log) -> pd.Series:
        """Flag what any of them flags."""
        return pd.Series(np.logical_or.reduce([audit(log) for audit in self.audits]), log.looks.index)


@dataclass(frozen=True)
class Unexplained:
    """What an audit flags and no case explains.

    Args:
        audit: the audit.
        days: the case was opened at most so many days before or after the look.
    """

    audit: Audit
    days: float = 1

    def __call__(self, log: Log) -> pd.Series:
        """Flag what the audit flags, but for looks with a case about the viewer near them."""
        return self.audit(log) & ~explained_by_case(log, self.days)


def explained_by_case(log: Log, days: float = 1) -> pd.Series:
    """For each look, whether a case about the viewer was opened at most so many days before or after it, by anybody."""
    about = log.looks.loc[log.looks["viewer_id"].notna(), ["at", "viewer_id"]].reset_index(names="look")
    both = about.merge(log.cases[["viewer_id", "opened_at"]].astype({"viewer_id": "Int64"}), on="viewer_id")
    near = both["opened_at"].sub(both["at"]).abs().le(pd.Timedelta(days=days))
    return pd.Series(log.looks.index.isin(both.loc[near, "look"]), log.looks.index)
