"""What rules and audits are worth, in two units: looks and employees. The truth is used here and nowhere else."""

from dataclasses import dataclass

import pandas as pd

from disclosure.measures import wilson_interval
from lessons.access.audits import Audit
from lessons.access.quarter import Outcome


@dataclass(frozen=True)
class Count:
    """Of one unit, looks or employees: how many were asked about, rightly and wrongly.

    Args:
        right: flagged, and one of a misdeed.
        wrong: flagged, and honest: wrongly asked about.
        missed: of a misdeed, and not flagged.
        everybody: how many there are.

    Examples:
        >>> Count(right=5, wrong=20, missed=3, everybody=60).precision
        0.2
    """

    right: int
    wrong: int
    missed: int
    everybody: int

    @property
    def flagged(self) -> int:
        """How many were asked about."""
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        """The share of those asked about who did it; 0 where nobody was asked."""
        return self.right / self.flagged if self.flagged else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the precision."""
        return wilson_interval(self.right, self.flagged)

    @property
    def baseline(self) -> float:
        """How many of a misdeed the same number of flags would hit, given out at random."""
        return self.flagged * (self.right + self.missed) / self.everybody if self.everybody else 0.0


def looks_flagged(audit: Audit, outcome: Outcome) -> Count:
    """Count looks."""
    return counted(audit(outcome.log), outcome.truth["guilty"])


def employees_flagged(audit: Audit, outcome: Outcome) -> Count:
    """Count employees: one is flagged if one of her looks is, and guilty if one of her looks is."""
    who = outcome.log.looks["employee_id"]
    everybody = outcome.log.employees["employee_id"]
    flagged = audit(outcome.log).groupby(who).any().reindex(everybody, fill_value=False)
    guilty = outcome.truth["guilty"].groupby(who).any().reindex(everybody, fill_value=False)
    return counted(flagged, guilty)


def counted(flagged: pd.Series, guilty: pd.Series) -> Count:
    """Compare flags with the truth."""
    right = int((flagged & guilty).sum())
    return Count(right, int(flagged.sum()) - right, int(guilty.sum()) - right, len(guilty))
