"""Membership: what is printed of a cohort, and whether somebody whose titles are known is in it."""

from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from lessons.membership import IN, accuse, evidence, known_titles, line_from, reach, scores
from lessons.release_desk.attack import Attack, Behind, Known, Together, each_with
from lessons.release_desk.cohort import CALLERS, COHORT, drawn, watched
from lessons.release_desk.office import Office, once

TITLES_KNOWN: Final = 20
"""How many titles are known of everybody."""

SHARE: Final = 0.01
"""Of people who are surely not in the cohort, how many she is ready to accuse."""


class TitlesKnown(NamedTuple):
    """What somebody knows of what people watch.

    Args:
        titles: the catalogue; shape (titles,).
        reach: which share of everybody has watched each title; shape (titles,).
        people: the numbers of those whom she suspects; shape (people,).
        theirs: 1 where a title of theirs is known; sparse, shape (people, titles).
        of_others: the same of people who are surely not in the cohort; shape (others, titles).
    """

    titles: pd.Index
    reach: np.ndarray
    people: np.ndarray
    theirs: Any
    of_others: Any


def titles_known(office: Office) -> TitlesKnown:
    """What is known: the reach of all titles, and twenty titles of everybody.

    A third of the service stands for the public; half of the others are surely not in the cohort: a line is drawn on
    them.
    """

    def made() -> TitlesKnown:
        service, groups = watched(office), drawn(office)
        facts, suspected = known_titles(service, TITLES_KNOWN), np.sort(np.concatenate([groups.members, groups.others]))
        public = reach(service, groups.public)
        names = pd.Index(service.catalogue["title"])
        return TitlesKnown(names, public, service.profiles[suspected], facts[suspected], facts[groups.calibration])

    return once(office, "titles known", made)


def add_up(releases: Together, known: Known) -> pd.DataFrame:
    """Add up what each known title of somebody says, and accuse whoever lies above a line drawn on others.

    Returns:
        Guesses about everybody who is suspected: "in", or nothing.
    """
    table, (titles, public, people, theirs, of_others) = releases[0].sheets[COHORT], known.titles
    place = titles.get_indexer(pd.Index(table.cells["title"]))
    says = evidence(table, CALLERS, public[place])
    suspected, others = (scores(facts[:, place], says) for facts in (theirs, of_others))
    return accuse(people, suspected, line_from(others, SHARE))


def people_in_cohort(office: Office, releases: Together, guessed: pd.DataFrame) -> Behind:
    """Who is in the cohort; a blind guess says "in" of anybody, and is right about each who is."""
    members = watched(office).profiles[drawn(office).members]
    answers = pd.DataFrame({"target": guessed["target"]})
    answers["answer"] = pd.Series(IN, answers.index).where(answers["target"].isin(members))
    return Behind(answers, {int(person): frozenset({int(person)}) for person in members}, 1.0)


MEMBERSHIP: Final = Attack(
    "membership",
    "a friend who knows twenty titles",
    "She adds up how much more often the cohort has watched the titles that she knows.",
    each_with(COHORT),
    add_up,
    people_in_cohort,
)
