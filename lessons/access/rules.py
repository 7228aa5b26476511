"""Rules of access: each says of a look whether it is allowed at once, after how many minutes, or not at all.

A rule is a value: ``WithCase()(looks, log)`` gives minutes, one number per look: 0 is at once, a missing one is no.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from disclosure.rules import as_written
from lessons.access.release import AT_ONE_VIEWER, Log, roles_of, row_of

NEEDED: Final = {
    "support": ("profile", "evenings"),
    "fraud": ("profile", "evenings"),
    "recommendations": ("count", "rows"),
    "social media": ("count",),
    "engineering": ("profile", "evenings", "rows"),
    "data protection": ("profile", "evenings", "count"),
}
"""What the work of each role needs to see."""

DAY: Final = 24 * 60

AccessRule = Callable[[pd.DataFrame, Log], pd.Series]
"""``rule(looks, log)``: minutes to wait for each look; missing where it is refused."""


def employees_who_see(sight: str, log: Log) -> int:
    """How many employees can see something, if each role sees what its work needs."""
    return int(sum(sight in NEEDED[role] for role in log.employees["role"]))


@dataclass(frozen=True)
class ByRole:
    """Everybody sees what her role needs, and nothing else: role-based access control."""

    def __call__(self, looks: pd.DataFrame, log: Log) -> pd.Series:
        """Refuse what the role of who looks does not need."""
        needed = [sight in NEEDED[role] for sight, role in zip(looks["sight"], roles_of(looks, log), strict=True)]
        return pd.Series(np.where(needed, 0.0, np.nan), looks.index)


@dataclass(frozen=True)
class WithCase:
    """A look at one viewer needs a case that exists and is about her; whoever has none yet waits until it is open.

    Args:
        patience: for how many minutes an employee would wait for a case of her own to be opened.
    """

    patience: int = DAY

    __repr__ = as_written

    def __call__(self, looks: pd.DataFrame, log: Log) -> pd.Series:
        """Refuse looks at one viewer without a case about her."""
        minutes = pd.Series(0.0, looks.index)
        one = looks[looks["sight"].isin(AT_ONE_VIEWER)]
        named = one.merge(log.cases, on="case_id", how="left", suffixes=("", "_of_case"))
        has_case = (named["viewer_id_of_case"].eq(named["viewer_id"]) & named["opened_at"].le(named["at"])).fillna(
            False
        )
        later = minutes_until_own_case(one, log)
        minutes[one.index] = np.where(has_case, 0.0, later.where(later.le(self.patience)))
        return minutes


@dataclass(frozen=True)
class FourEyes:
    """Rows of many people need a second employee, who approves.

    Args:
        people: from how many people on.
        wait: how long an approval takes, in minutes.
    """

    people: int = 500
    wait: int = 60

    __repr__ = as_written

    def __call__(self, looks: pd.DataFrame, log: Log) -> pd.Series:
        """Refuse rows of many people that nobody else approved."""
        many = looks["sight"].eq("rows") & looks["people"].ge(self.people)
        other = looks["approved_by"].ne(looks["employee_id"]).fillna(False)
        return pd.Series(np.select([~many, other], [0.0, float(self.wait)], np.nan), looks.index)


@dataclass(frozen=True)
class OnlyCounts:
    """Some roles see numbers only, and no number of few people.

    Args:
        threshold: the smallest number that is shown.
        roles: to whom the rule applies.
    """

    threshold: int = 10
    roles: tuple[str, ...] = ("recommendations", "social media")

    __repr__ = as_written

    def __call__(self, looks: pd.DataFrame, log: Log) -> pd.Series:
        """Refuse these roles everything but counts of enough people."""
        bound = roles_of(looks, log).isin(self.roles)
        counts = looks["sight"].eq("count") & looks["people"].ge(self.threshold)
        return pd.Series(np.where(bound & ~counts, np.nan, 0.0), looks.index)


@dataclass(frozen=True)
class Fields:
    """What somebody watched, and when, is shown to some roles only; others see the profile.

    Args:
        roles: who still sees the evenings.
    """

    roles: tuple[str, ...] = ("fraud", "data protection")

    __repr__ = as_written

    def __call__(self, looks: pd.DataFrame, log: Log) -> pd.Series:
        """Refuse evenings to all other roles."""
        refused = looks["sight"].eq("evenings") & ~roles_of(looks, log).isin(self.roles)
        return pd.Series(np.where(refused, np.nan, 0.0), looks.index)


@dataclass(frozen=True)
class Rules:
    """Several rules at once: a look must pass them all, and waits for each.

    Args:
        rules: the rules.
        emergency_door: whether a look that is called an emergency passes all of them, at once, and is written down.

    Raises:
        ValueError: ``rules`` is no row of rules, such as a single one without its comma.

    Examples:
        >>> Rules((ByRole(), WithCase()))
        Rules(rules=(ByRole(), WithCase()))
    """

    rules: tuple[AccessRule, ...] = ()
    emergency_door: bool = False

    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse what is no row of rules."""
        row_of("rules", self.rules, "Rules((ByRole(),))")

    def __call__(self, looks: pd.DataFrame, log: Log) -> pd.Series:
        """Minutes for each look; missing where one of the rules refuses it."""
        minutes = pd.Series(0.0, looks.index)
        for rule in self.rules:
            minutes = minutes + rule(looks, log)
        return minutes.mask(looks["emergency"], 0.0) if self.emergency_door else minutes


def minutes_until_own_case(looks: pd.DataFrame, log: Log) -> pd.Series:
    """After how many minutes the one who looks opened a case about the viewer; missing: never."""
    numbered = looks[["at", "employee_id", "viewer_id"]].assign(look=looks.index)
    own = log.cases[["viewer_id", "opened_at", "owner"]].rename(columns={"owner": "employee_id"})
    both = numbered.merge(own.astype({"viewer_id": "Int64"}), on=["viewer_id", "employee_id"])
    both["minutes"] = (both["opened_at"] - both["at"]).dt.total_seconds() / 60
    return both[both["minutes"].ge(0)].groupby("look")["minutes"].min().reindex(looks.index)
