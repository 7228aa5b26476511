"""Releases that are fine apart and not together: two, and three of which no pair tells anything."""

from itertools import combinations
from typing import Any, Final

import pandas as pd

from disclosure.tables import CountTable
from disclosure.tables.count_table import TOTAL
from lessons.release_desk import strings
from lessons.release_desk.decisions import Choices, published
from lessons.release_desk.hours import OLD_VIEWERS
from lessons.release_desk.keyed_tables import TOP_TEN
from lessons.release_desk.office import Office
from lessons.release_desk.researchers import AGES
from lessons.release_desk.scores import attacked

PAIR: Final = {"top ten": "repaired for readers", "researchers": "repaired, with means"}
"""Each was repaired by itself, and one prints what the other hides, under another heading."""

TRIPLE: Final = {"top ten": "repaired for insiders", "researchers": "by age, from ten", "hours": "10 % rule"}
"""One prints how many there are in a region, one how many are of middle age, one how many are old: who is young?"""


def found_together(office: Office, choices: Choices) -> pd.DataFrame:
    """Attack some releases with one of them left out in turn, and then all of them.

    Args:
        office: what is held.
        choices: request -> choice, two or more.

    Returns:
        One row for each: what goes out (the names of the requests), people found, wrong claims; all of them last.
    """
    releases = published(office, choices)
    groups = [*combinations(releases, len(releases) - 1), releases]
    results = [attacked(office, group) for group in groups]
    shown = {
        strings.GOES_OUT: [strings.AND.join(each.request for each in group) for group in groups],
        strings.FOUND: [result.found for result in results],
        strings.WRONG_CLAIMS: [result.wrong for result in results],
    }
    return pd.DataFrame(shown)


def joint_in_words(found: pd.DataFrame) -> str:
    """Say how many people are found by some of several releases and by all of them (see `found_together`)."""
    *apart, together = found[strings.FOUND]
    words = strings.TOGETHER.format(apart=max(apart), together=together)
    return words if together > max(apart) else f"{words} {strings.NO_MORE}"


def what_three_leave(office: Office) -> str:
    """Say what the three releases of `TRIPLE` print of one region, and what is left, as a reader reads it off.

    Args:
        office: what is held; only what is published is read, and the names of the region and of its ages.
    """
    newspaper, study, owners = published(office, TRIPLE)
    region, (young, middle, old) = office.study_region, office.age_groups
    everybody = _printed(newspaper.sheets[TOP_TEN], title=TOTAL, region=region)
    of_middle_age = _printed(study.sheets[AGES], region=region, age=middle)
    old_ones = _printed(owners.sheets[OLD_VIEWERS], region=region, age=old)
    if None in (everybody, of_middle_age, old_ones):
        return strings.NOT_PRINTED.format(region=region)
    words = {"region": region, "young": young, "middle": middle, "old": old}
    left = everybody - of_middle_age - old_ones
    return strings.THREE.format(all=everybody, some=of_middle_age, others=old_ones, left=left, **words)


def _printed(table: CountTable, **labels: str) -> Any:
    """The count of one cell; None where it is hidden."""
    cells = table.cells
    for name, label in labels.items():
        cells = cells[cells[name].astype(str) == label]
    return None if cells["count"].isna().any() else int(cells["count"].iloc[0])
