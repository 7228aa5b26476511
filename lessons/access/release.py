"""What the service keeps of who looked at whom: looks, cases, employees. It is personal data itself."""

from dataclasses import dataclass
from typing import Final, Protocol

import pandas as pd

from lessons.access import strings

AT_ONE_VIEWER: Final = ("profile", "evenings")
"""The sights that show one viewer: her name and plan, and what she watched when."""


class Log(Protocol):
    """The frames of an access log: ``employees`` (employee_id, name, surname, role, area), ``cases`` (case_id,
    viewer_id, opened_at, owner), ``looks`` (see the lesson's table) and the ``viewers`` of the service."""

    @property
    def employees(self) -> pd.DataFrame: ...  # noqa: D102
    @property
    def cases(self) -> pd.DataFrame: ...  # noqa: D102
    @property
    def looks(self) -> pd.DataFrame: ...  # noqa: D102
    @property
    def viewers(self) -> pd.DataFrame: ...  # noqa: D102


class Truth(Protocol):
    """What nobody at the service knows: who did what. ``truth``: per look, ``act`` (missing: ordinary work), ``kind``,
    ``guilty``. ``acts``: all ways of each misdeed and of its honest twin, as looks with ``act``, ``way`` and these."""

    @property
    def truth(self) -> pd.DataFrame: ...  # noqa: D102
    @property
    def acts(self) -> pd.DataFrame: ...  # noqa: D102


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


def row_of(name: str, given: object, example: str) -> None:
    """Refuse what is no row of rules or audits: a single one without its comma, or one without its brackets.

    Raises:
        ValueError: it is no such row.

    Examples:
        >>> row_of("rules", (print,), "Rules((ByRole(),))")
    """
    if not isinstance(given, list | tuple) or any(isinstance(each, type) or not callable(each) for each in given):
        raise ValueError(strings.NO_ROW.format(name=name, given=given, example=example))


def looks_at(viewer_id: int, log: Log) -> pd.DataFrame:
    """All looks at one viewer, with the name and role of who looked, the earliest first."""
    looks = log.looks[log.looks["viewer_id"].eq(viewer_id).fillna(False)]
    return looks.merge(log.employees[["employee_id", "name", "role"]], on="employee_id", how="left")


@dataclass(frozen=True)
class Story:
    """The one person of this lesson: whose evenings were read, by whom, and when.

    Args:
        viewer_id: she who was looked at.
        employee_id: the former partner, who looked.
        at: the first look.
        twin_viewer, twin_employee: of the honest looks that are like these.
    """

    viewer_id: int
    employee_id: int
    at: pd.Timestamp
    twin_viewer: int
    twin_employee: int


PARTNER: Final = "former partner, no case"
"""The kind of misdeed that the lesson begins with."""


def story_of(truth: Truth) -> Story:
    """The former partner without a case, and the honest twin whose looks are alike."""
    acts = truth.acts[truth.acts["kind"].eq(PARTNER) & truth.acts["way"].eq(0)]
    partner, twin = (acts[acts["guilty"].eq(guilty)].iloc[0] for guilty in (True, False))
    return Story(
        int(partner["viewer_id"]),
        int(partner["employee_id"]),
        partner["at"],
        int(twin["viewer_id"]),
        int(twin["employee_id"]),
    )


def evenings_of(viewer_id: int, views: pd.DataFrame, titles: pd.DataFrame, *, until: pd.Timestamp) -> pd.DataFrame:
    """What the sight “evenings” shows of one viewer: her last showings before a moment, the latest first.

    Returns:
        ``day``, ``title``, ``minutes`` (that she watched), at most six rows.
    """
    before = views[views["viewer_id"].eq(viewer_id) & views["day"].lt(until.normalize())]
    last = before.sort_values("started_at", ascending=False).head(6).merge(titles[["title_id", "title"]], on="title_id")
    last["day"] = last["day"].dt.strftime("%A, %d %B")
    return last[["day", "title", "minutes_watched"]].rename(columns={"minutes_watched": "minutes"})
