"""A first edition is out: what may the second one print? A case to decide, judged by what one takes off the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from disclosure.attacks.growth import sole_growth
from lessons.differencing import strings

TOWNS: Final = ("Harbour", "Hill", "Mill")
SUBJECTS: Final = ("Debt", "Rent", "Family", "Work")
FIRST: Final = "1 May"
COUNTED: Final = {
    "1 May": [[31, 18, 12], [44, 22, 15], [27, 12, 11], [38, 16, 10]],
    "1 June": [[37, 19, 12], [53, 24, 16], [30, 12, 13], [45, 21, 10]],
    "1 July": [[42, 21, 13], [59, 28, 17], [34, 13, 16], [50, 24, 10]],
    "1 September": [[50, 25, 14], [70, 33, 21], [39, 17, 20], [59, 29, 10]],
}
"""How many people have asked for advice so far: subjects by towns. Nobody is ever taken out."""

SMALL: Final = 5
"""A group of fewer people must not be told apart."""

LEAST_NUMBERS, LEAST_SHARE, LARGEST_BASE = 4, 0.8, 10
"""What readers ask for: numbers in print, the share of people who are counted in them, and no coarser rounding."""


@dataclass(frozen=True)
class Edition:
    """What Cleo prints after the first edition.

    Args:
        day: on which day it counts, such as ``"1 July"``.
        merge: labels that become one, such as ``[("Debt", "Rent")]``; of subjects or of towns.
        drop: labels that are left out, such as ``["Mill"]``.
        round_to: every number is rounded to the nearest multiple of it; 1 leaves the numbers as they are.

    Raises:
        ValueError: there is no such day or label, a label is used twice, or a number is no base; in a sentence.

    Examples:
        >>> Edition("1 July", merge=[("Debt", "Rent")], drop=["Mill"]).of("1 May")
                     Harbour  Hill
        Debt + Rent       75    40
        Family            27    12
        Work              38    16
    """

    day: str
    merge: Sequence[Sequence[str]] = ()
    drop: Sequence[str] = ()
    round_to: int = 1

    def __post_init__(self) -> None:
        """Refuse what Cleo cannot print."""
        if self.day == FIRST or self.day not in COUNTED:
            raise ValueError(strings.NO_SUCH_DAY.format(day=self.day, days=", ".join([*COUNTED][1:])))
        if isinstance(self.drop, str) or any(isinstance(group, str) for group in self.merge):
            raise ValueError(strings.NO_LISTS)
        used = [label for group in self.merge for label in group] + list(self.drop)
        for label in used:
            if label not in SUBJECTS + TOWNS or used.count(label) > 1:
                raise ValueError(strings.LABEL_ONCE.format(label=label))
        if any(len(group) < 2 or len({label in TOWNS for label in group}) > 1 for group in self.merge):
            raise ValueError(strings.NO_GROUP)
        if self.round_to not in range(1, LARGEST_BASE + 1):
            raise ValueError(strings.NO_BASE.format(base=self.round_to, most=LARGEST_BASE))

    def of(self, day: str) -> pd.DataFrame:
        """Return the counts of a day, merged and dropped as in this edition, not rounded."""
        names = {label: " + ".join(group) for group in self.merge for label in group}
        counts = pd.DataFrame(COUNTED[day], SUBJECTS, TOWNS)
        rows, columns = ([label for label in labels if label not in self.drop] for labels in (SUBJECTS, TOWNS))
        kept = counts.loc[rows, columns]
        down = kept.rename(index=names, columns=names).groupby(level=0, sort=False).sum()
        return down.T.groupby(level=0, sort=False).sum().T

    @property
    def printed(self) -> pd.DataFrame:
        """The numbers of this edition."""
        return (self.of(self.day) + self.round_to // 2) // self.round_to * self.round_to


def judge_of_editions(answer: object) -> str:
    """Say what is wrong with an edition; nothing, if nobody is told apart and readers get what they ask for."""
    if not isinstance(answer, Edition):
        raise ValueError(strings.NO_EDITION)
    return _too_little(answer) or _small_step(answer) or _sole_step(answer)


def _too_little(edition: Edition) -> str:
    """What readers miss."""
    shown, everybody = edition.of(edition.day), np.sum(COUNTED[edition.day])
    share = float(shown.to_numpy().sum() / everybody)
    if shown.size >= LEAST_NUMBERS and share >= LEAST_SHARE:
        return ""
    return strings.TOO_LITTLE.format(numbers=shown.size, share=share, least=LEAST_NUMBERS, enough=LEAST_SHARE)


def _small_step(edition: Edition) -> str:
    """A cell whose step is a group of 1 to 4 people beyond doubt."""
    near, half = (edition.round_to - 1) // 2, edition.round_to % 2 == 0
    step = pd.Series((edition.printed - edition.of(FIRST)).stack())
    least, most = step - near - half, step + near
    small = step[(least > 0) & (most < SMALL)]
    if small.empty:
        return ""
    subject, town = cell = small.index[0]
    numbers = {"before": edition.of(FIRST).loc[cell], "now": edition.printed.loc[cell]}
    people = strings.FROM_TO[least[cell] == most[cell]].format(least=least[cell], most=most[cell])
    return strings.SMALL_STEP.format(subject=subject, town=town, people=people, **numbers)


def _sole_step(edition: Edition) -> str:
    """A town in which Ada points at one subject, whether rightly or not."""
    step = edition.printed - edition.of(FIRST)
    new = edition.of(edition.day) - edition.of(FIRST)
    place, _, proven = sole_growth(step.T.to_numpy(dtype=float), np.full(step.shape[1], np.nan))
    for town, subject, points in zip(step.columns, step.index[place], proven, strict=True):
        if points and len(step) > 1 and new[town].sum() > 0:
            others = int(new[town].drop(subject).sum())
            return strings.SOLE_STEP.format(town=town, subject=subject) + (strings.AND_WRONGLY if others else "")
    return ""
