"""Cell keys in four tables: the ten titles by region, and by region and one thing more; all counts are changed."""

from typing import Final

import pandas as pd

from disclosure.defences import CellKey
from disclosure.defences.cell_key import RECORD_KEY
from lessons.release_desk.office import Office, once
from lessons.release_desk.requests import Sheets

TOP_TEN: Final = "the ten titles by region"
SPLIT: Final = {
    "the ten titles by region and sex": "sex",
    "the ten titles by region and plan": "plan",
    "the ten titles by region and device": "device",
}
"""Heading -> by what each count of the first table is split in two."""

HALF: Final = {"sex": "female", "plan": "standard", "device": "tv"}
"""One half of each split; the other half is all others."""

CHANGED: Final = CellKey(largest_change=3, variance=1.5, smallest_printed=1)


def keyed_people(office: Office) -> pd.DataFrame:
    """Who is counted in the list: ``viewer_id``, ``title``, ``region``, the columns of `HALF` and a secret key."""

    def made() -> pd.DataFrame:
        viewers = office.keyed_viewers[["viewer_id", *HALF, RECORD_KEY]]
        people = office.people[["viewer_id", "title", "region"]].merge(viewers)
        halves = {name: people[name].eq(half).map({True: half, False: "other"}) for name, half in HALF.items()}
        return people.assign(**halves)

    return once(office, "keyed people", made)


def four_tables(office: Office) -> Sheets:
    """The first table with its totals, and three that split each of its counts in two; all changed by cell keys."""
    people = keyed_people(office)
    split = {heading: CHANGED(people, by=("title", "region", name), totals=False) for heading, name in SPLIT.items()}
    return {TOP_TEN: CHANGED(people, by=("title", "region")), **split}
