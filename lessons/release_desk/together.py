"""Releases that are fine apart and not together: two, and three of which no pair tells anything."""

from itertools import combinations
from typing import Final

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
        One row for each: what goes out (the names of the requests), people found, those of them whom no row above
        finds, wrong claims; all of them last. So the last row tells how many are found only where all go out.
    """
    releases = published(office, choices)
    groups = [*combinations(releases, len(releases) - 1), releases]
    results = [attacked(office, group) for group in groups]
    people = [frozenset(result.first_found_by) for result in results]
    shown = {
        strings.GOES_OUT: [strings.AND.join(each.request for each in group) for group in groups],
        strings.FOUND: [len(each) for each in people],
        strings.NOT_ABOVE: [len(each.difference(*people[:row])) for row, each in enumerate(people)],
        strings.WRONG_CLAIMS: [result.wrong for result in results],
    }
    return pd.DataFrame(shown)


def joint_in_words(found: pd.DataFrame) -> str:
    """Say how many people are found only where all of several releases go out (see `found_together`)."""
    together, new = found[[strings.FOUND, strings.NOT_ABOVE]].iloc[-1]
    words = strings.TOGETHER.format(together=together, new=new)
    return words if new else f"{words} {strings.NO_MORE}"


def printed_by_three(office: Office) -> tuple[int, int, int] | None:
    """Read off the three releases of `TRIPLE` how many are in one region: all, those of middle age, the old ones.

    Args:
        office: what is held; only what is published is read, and the names of the region and of its ages.

    Returns:
        Three counts of people; None where one of them is hidden.
    """
    newspaper, study, owners = published(office, TRIPLE)
    region, (_, middle, old) = office.study_region, office.age_groups
    everybody = _printed(newspaper.sheets[TOP_TEN], title=TOTAL, region=region)
    of_middle_age = _printed(study.sheets[AGES], region=region, age=middle)
    old_ones = _printed(owners.sheets[OLD_VIEWERS], region=region, age=old)
    if everybody is None or of_middle_age is None or old_ones is None:
        return None
    return everybody, of_middle_age, old_ones


def left_by_three(office: Office) -> int:
    """Take two of the three counts off the first: how many are young; 0 where one of them is hidden."""
    everybody, *others = printed_by_three(office) or (0,)
    return everybody - sum(others)


def what_three_leave(office: Office) -> str:
    """Say what the three releases of `TRIPLE` print of one region, and what is left, as a reader reads it off."""
    region, (young, middle, old), printed = office.study_region, office.age_groups, printed_by_three(office)
    if printed is None:
        return strings.NOT_PRINTED.format(region=region)
    counts = dict(zip(("all", "some", "others"), printed, strict=True))
    words = {"region": region, "young": young, "middle": middle, "old": old, "left": left_by_three(office)}
    return strings.THREE.format(**counts, **words)


def _printed(table: CountTable, **labels: str) -> int | None:
    """The count of one cell; None where it is hidden."""
    cells = table.cells
    for name, label in labels.items():
        cells = cells[cells[name].astype(str) == label]
    return None if cells["count"].isna().any() else int(cells["count"].iloc[0])
