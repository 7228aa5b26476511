"""What the service keeps of who looked at whom: looks, cases, employees. It is personal data itself."""

from dataclasses import dataclass
from typing import Final, Protocol

import pandas as pd

AT_ONE_VIEWER: Final = ("profile", "evenings")
"""The sights that show one viewer: her name and plan, and what she watched when."""


class Log(Protocol):
    """The frames of an access log: ``employees`` (employee_id, name, surname, role, area), ``cases`` (case_id,
    viewer_id, opened_at, owner), ``looks`` (see the lesson's table) and the ``viewers`` of the service."""

    employees: pd.DataFrame
    cases: pd.DataFrame
    looks: pd.DataFrame
    viewers: pd.DataFrame


class Truth(Protocol):
    """What nobody at the service knows: who did what. ``truth``: per look, ``act`` (missing: ordinary work), ``kind``,
    ``guilty``. ``acts``: all ways of each misdeed and of its honest twin, as looks with ``act``, ``way`` and these."""

    truth: pd.DataFrame
    acts: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Kept:
    """A log of the looks that rules let through, with the same employees, cases and viewers."""

    employees: pd.DataFrame
    cases: pd.DataFrame
    looks: pd.DataFrame
    viewers: pd.DataFrame


def with_looks(log: Log, looks: pd.DataFrame) -> Kept:
    """The same log with other looks."""
    return Kept(log.employees, log.cases, looks.reset_index(drop=True), log.viewers)


def roles_of(looks: pd.DataFrame, log: Log) -> pd.Series:
    """The role of who looks, for each look."""
    return looks["employee_id"].map(log.employees.set_index("employee_id")["role"])


def looks_at(viewer_id: int, log: Log) -> pd.DataFrame:
    """All looks at one viewer, with the name and role of who looked, the earliest first."""
    looks = log.looks[log.looks["viewer_id"].eq(viewer_id).fillna(False)]
    return looks.merge(log.employees[["employee_id", "name", "role"]], on="employee_id", how="left")
