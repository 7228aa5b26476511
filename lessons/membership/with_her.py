"""Would Ada have said it without Bea? Each group is printed twice: with her in it, and with another in her place."""

from dataclasses import replace
from math import exp
from typing import Final

import numpy as np
import pandas as pd

from disclosure.measures.counterfactual import Counterfactual, with_and_without
from disclosure.tables.count_table import CountTable
from lessons.membership.attack import IN, accuse, evidence_of, line_from
from lessons.membership.release import Drawn, Watched, cohort_counts, draw, known_titles, reach
from lessons.membership.sweep import SHARE

KNOWN: Final = 20
"""Titles that Ada knows of each."""


def in_and_out(watched: Watched, size: int, *, people: int = 60, seed: int = 53) -> Counterfactual:
    """Ask about some people, each in a group of her own, printed as it was counted: with her, and with somebody else.

    The size of the group is printed too, so nobody can be left out without another in her place.

    Args:
        watched: who has watched what.
        size: members of each group.
        people: how many are asked about.
        seed: draws groups and titles.

    Returns:
        Of how many Ada says that they are in: right in the first print, wrong in the second.
    """
    facts = known_titles(watched, KNOWN, seed=seed)
    footnote = cohort_counts(watched, np.arange(size))
    guesses: dict[bool, list[pd.DataFrame]] = {True: [], False: []}
    for number in range(people):
        drawn = draw(watched, size + 1, seed=seed + number)
        bea, others, instead = drawn.members[0], drawn.members[1:-1], drawn.members[-1]
        for is_in, last in ((True, bea), (False, instead)):
            group = drawn._replace(members=np.append(others, last))
            guesses[is_in].append(_about(watched, footnote, group, facts, bea, number))
    truth = pd.DataFrame({"target": range(people), "answer": IN})
    return replace(with_and_without(pd.concat(guesses[True]), pd.concat(guesses[False]), truth), told=IN)


def _about(
    watched: Watched, footnote: CountTable, group: Drawn, facts: np.ndarray, bea: int, number: int
) -> pd.DataFrame:
    """What Ada says of one person, when a group is printed."""
    says = evidence_of(footnote, watched.counts(group.members), len(group.members), reach(watched, group.public))
    line = line_from(facts[group.calibration] @ says, SHARE)
    return accuse([number], np.asarray(facts[[bea]] @ says), line)


def most_found(epsilon: float, false_alarms: float) -> float:
    """Return which share of members any attack can find, where noise keeps a promise to each of them.

    The size of the group is printed, so one member is replaced by another: two steps of the promise. By its definition
    a person is accused at most e^(2 epsilon) times as often if she is in as if somebody else is in her place.

    Args:
        epsilon: of the print, for one member more or less.
        false_alarms: how often she is accused if she is not in.

    Examples:
        >>> round(most_found(1.0, 0.01), 3), most_found(5.0, 0.01)
        (0.074, 1.0)
    """
    return min(1.0, exp(2 * epsilon) * false_alarms)
