"""Tell less in a log that keeps one row for each rating: fewer titles, vaguer days, fewer people, fewer rows."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from disclosure.whole_numbers import whole_number


@dataclass(frozen=True)
class DropRareTitles:
    """Publish no row about a title that few have in their records: rare titles give people away.

    Args:
        fewest: the smallest number of viewers of a title that may stand in the log.

    Raises:
        ValueError: ``fewest`` is below 2.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [1, 2, 2], "title_id": ["A", "A", "B"]})
        >>> DropRareTitles(fewest=2)(log)["title_id"].tolist()
        ['A', 'A']
    """

    fewest: int

    def __post_init__(self) -> None:
        """Refuse a number that drops nothing."""
        cure = "with 2 or more, something is dropped"
        object.__setattr__(self, "fewest", whole_number("fewest", self.fewest, cure, least=2))

    def __call__(self, log: pd.DataFrame) -> pd.DataFrame:
        """Return the log without its rare titles."""
        viewers = log.groupby("title_id")["viewer_id"].transform("nunique")
        return log[viewers >= self.fewest]


@dataclass(frozen=True)
class BlurDays:
    """Replace each day by the middle of the period that it lies in; the periods begin with the first day of the log.

    Args:
        days: how long a period is, in days.

    Raises:
        ValueError: ``days`` is below 2.

    Examples:
        >>> log = pd.DataFrame({"day": pd.to_datetime(["2017-12-01", "2017-12-07", "2017-12-08"])})
        >>> BlurDays(days=7)(log)["day"].dt.day.tolist()
        [4, 4, 11]
    """

    days: int

    def __post_init__(self) -> None:
        """Refuse a period that blurs nothing."""
        cure = "with 2 or more, something is blurred"
        object.__setattr__(self, "days", whole_number("days", self.days, cure, least=2))

    def __call__(self, log: pd.DataFrame) -> pd.DataFrame:
        """Return the log with vaguer days."""
        first = log["day"].min()
        periods = (log["day"] - first).dt.days // self.days
        return log.assign(day=first + pd.to_timedelta(periods * self.days + (self.days - 1) // 2, unit="D"))


@dataclass(frozen=True)
class SampleViewers:
    """Publish the whole records of some viewers, drawn at random, and nothing of the others.

    Args:
        share: how many of them, above 0 and below 1.
        seed: of the draw.

    Raises:
        ValueError: the share is not between 0 and 1.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3, 4], "title_id": list("ABABAA")})
        >>> SampleViewers(share=0.5)(log)["viewer_id"].nunique()
        2
    """

    share: float
    seed: int = 53

    def __post_init__(self) -> None:
        """Refuse a share that is none."""
        _refuse_no_share(self.share)

    def __call__(self, log: pd.DataFrame) -> pd.DataFrame:
        """Return the records of those who are drawn."""
        viewers = np.sort(log["viewer_id"].unique())
        drawn = np.random.default_rng(self.seed).choice(viewers, round(self.share * len(viewers)), replace=False)
        return log[log["viewer_id"].isin(drawn)]


@dataclass(frozen=True)
class SampleRows:
    """Publish some rows of everybody, drawn at random.

    Args:
        share: how many of them, above 0 and below 1.
        seed: of the draw.

    Raises:
        ValueError: the share is not between 0 and 1.

    Examples:
        >>> log = pd.DataFrame({"viewer_id": [1, 1, 2, 2, 3, 4], "title_id": list("ABABAA")})
        >>> len(SampleRows(share=0.5)(log))
        3
    """

    share: float
    seed: int = 53

    def __post_init__(self) -> None:
        """Refuse a share that is none."""
        _refuse_no_share(self.share)

    def __call__(self, log: pd.DataFrame) -> pd.DataFrame:
        """Return the rows that are drawn, in their order."""
        drawn = np.random.default_rng(self.seed).choice(len(log), round(self.share * len(log)), replace=False)
        return log.iloc[np.sort(drawn)]


def _refuse_no_share(share: float) -> None:
    """Say in a sentence that this is no share."""
    if not 0 < share < 1:
        raise ValueError(f"share is {share}: it lies between 0 and 1.")
