"""What an attack on the desk is: somebody who sees all that is out, and has no skills beyond these lessons.

An attack takes releases and what the attacker knows, and returns guesses (see `disclosure.frames`). It never sees the
truth: who stands behind its targets is asked afterwards, by `lessons.release_desk.scores`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from lessons.release_desk.office import Office
from lessons.release_desk.release import Released

Together = tuple[Released, ...]
"""Releases that one attack reads at once."""


@dataclass(frozen=True, eq=False)
class Known:
    """What those outside the office know, each of her own part only.

    Args:
        outside: what can be seen of people without the service: reviews, remarks, a register (see `data_gen.outside`).
        own: of everybody who is counted in the list, what she knows of herself: one row per person, with ``viewer_id``,
            ``title``, ``region``, ``age``, ``plan``. An attacker uses her own row and no other.
        newcomers: what a colleague knows of each who began in the year (see `lessons.release_desk.growth`).
        titles: what is known of what people watch (see `lessons.release_desk.membership.TitlesKnown`).
    """

    outside: Any
    own: pd.DataFrame
    newcomers: pd.DataFrame
    titles: Any


@dataclass(frozen=True)
class Behind:
    """Who stands behind the targets of an attack: the truth, for scoring only.

    Args:
        answers: one row per target: ``target``, ``answer`` (missing where there is none).
        people: of a target, the numbers of the viewers who are found if the guess is right.
        blind: the chance of a blind guess to be right about a target that has an answer, 0 to 1.
    """

    answers: pd.DataFrame
    people: Mapping[Any, frozenset[int]]
    blind: float


@dataclass(frozen=True)
class Attack:
    """One way to find people in what is out.

    Args:
        name: such as ``"singling out"``.
        who: the attacker, in a few words.
        words: what she does, in a sentence.
        reads: from all that is out to the groups of releases that she reads at once; no group: nothing to attack.
        guess: the attack: from one group and what she knows to guesses.
        behind: who stands behind the guesses.
    """

    name: str
    who: str
    words: str
    reads: Callable[[Together], list[Together]] = field(repr=False, compare=False)
    guess: Callable[[Together, Known], pd.DataFrame] = field(repr=False, compare=False)
    behind: Callable[[Office, Together, pd.DataFrame], Behind] = field(repr=False, compare=False)


def each_with(*headings: str) -> Callable[[Together], list[Together]]:
    """How to read releases one by one: those that have one of some sheets.

    Examples:
        >>> one = Released("joke", "as asked", "", "", "people", {"where": 1})
        >>> other = Released("hours", "as asked", "", "", "minutes", {"hours": 1})
        >>> each_with("where")((one, other)) == [(one,)]
        True
    """

    def reads(releases: Together) -> list[Together]:
        return [(each,) for each in releases if any(heading in each.sheets for heading in headings)]

    return reads
