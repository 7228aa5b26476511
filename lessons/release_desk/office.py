"""What the office holds: who is counted, where and how. Nothing of this leaves it but through a choice."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, TypeVar

import numpy as np
import pandas as pd

from disclosure.audit import Outsider
from disclosure.defences import Singletons, SuppressComplementary, with_record_keys
from disclosure.labels import cell_names
from disclosure.repair.protection import UnreachableError
from disclosure.tables import CountTable, count_table, favourites

LISTED: Final = "viewers of the ten titles"
"""The population of most requests: viewers in the United States who watched one of the ten titles of the list. Each is
counted once, at the title that she watched longest."""

WITHOUT_STAFF: Final = f"{LISTED}, without the staff"

MONTH: Final = "11 November to 10 December 2017"
DAYS: Final = pd.date_range("2017-11-11", "2017-12-10")

GIVEN_AWAY: Final = 50
"""The staff have accounts at home, and every fiftieth household has one that was given away: all these are accounts of
the staff, which some releases leave out."""

SMALL: Final = 5
"""A count of 1 to 4 people is small: whoever stands in it is to be protected."""

AREAS: Final = {
    "West": ("California", "Washington", "Colorado"),
    "South": ("Texas", "Florida", "Georgia"),
    "North East": ("New York", "Massachusetts", "Pennsylvania"),
    "Midwest": ("Illinois",),
}
"""The four regions of the list, and the states that lie in them."""

COVERED: Final = SuppressComplementary(SMALL, against=(Outsider(), Singletons()))
"""Hides what insiders of a table by age and plan may not know."""

SEED_OF_KEYS: Final = 53
"""Draws the record keys of cell keys: a secret of the office."""

YOUNG: Final = "under 18"
MIDDLE, OLD = "18 to {}", "{} and over"
CUTS: Final = (60, 55, 65, 50)
"""From which age on people count as old; the first that gives the study a region (see `Office.study_region`)."""


@dataclass(frozen=True, eq=False, repr=False)
class Office:
    """A world, as those who hold it count it: everything that the six requests need, worked out once.

    Args:
        world: with frames ``viewers``, ``titles``, ``views``, ``ratings``, ``outside`` and ``truth`` (see
            `data_gen.World`).
    """

    world: Any
    kept: dict[Any, Any] = field(default_factory=dict, init=False)
    """What was worked out before, by its name (see `once`)."""

    @cached_property
    def keyed_viewers(self) -> pd.DataFrame:
        """The viewers in the United States with ``state``, ``region`` (one of `AREAS`) and a secret ``record_key``.

        The keys are drawn once, for everybody and before anybody is left out.
        """
        viewers = with_record_keys(self.world.viewers, seed=SEED_OF_KEYS)
        area = {state: name for name, states in AREAS.items() for state in states}
        inside = viewers[viewers["country"] == "United States"]
        return inside.assign(state=inside["region"], region=inside["region"].map(area))

    @cached_property
    def people(self) -> pd.DataFrame:
        """Who is counted in the list, one row per viewer.

        ``viewer_id``; ``title``, ``region`` (categories, the largest first); ``state``, ``age`` (years), ``plan``;
        ``staff`` (whether she watches on an account of the staff, see `GIVEN_AWAY`); ``minutes`` and ``evenings`` (how
        long, and on how many days, she watched anything in the month).
        """
        viewers = self.keyed_viewers
        home = viewers["household_id"]
        inside = viewers.assign(staff=home.isin(home[viewers["staff"]]) | home.mod(GIVEN_AWAY).eq(0))
        views = self.world.views[self.world.views["day"].isin(DAYS)]
        chosen = favourites(views, inside, self.world.titles, days=DAYS, n_titles=10)
        watched = views.groupby("viewer_id").agg(minutes=("minutes_watched", "sum"), evenings=("day", "nunique"))
        people = chosen.merge(inside[["viewer_id", "state", "age", "plan", "staff"]])
        return people.join(watched, on="viewer_id")

    @cached_property
    def _study(self) -> tuple[str, int]:
        """The region of the study, and from which age on its old people are old (see `study_region`)."""
        regions = list(self.people["region"].cat.categories)[::-1]
        settings = [(region, cut) for cut in CUTS for region in regions]
        wanted = [setting for setting in settings if self._few_are_young(*setting)]
        return next((each for each in (*wanted, *settings) if self._can_be_covered(*each)), settings[0])

    def _few_are_young(self, region: str, cut: int) -> bool:
        """Whether a region has 1 to 4 young people, and 5 to 9 old ones."""
        ages = self.people.loc[self.people["region"] == region, "age"]
        return bool(1 <= (ages < 18).sum() < SMALL <= (ages >= cut).sum() < 2 * SMALL)

    def _can_be_covered(self, region: str, cut: int) -> bool:
        """Whether the study's table can be repaired: in a line of 1 and 4 the one always knows the other."""
        people = self.people.assign(age=_in_groups(self.people["age"], cut))
        try:
            COVERED(plan_and_age(in_region(people, region)))
        except UnreachableError:
            return False
        return True

    @property
    def study_region(self) -> str:
        """The region that the researchers study: the smallest that has few young people, and can be covered.

        Few young people: 1 to 4 of them, and 5 to 9 old ones. Where no region has, any that can be covered.
        """
        return self._study[0]

    @property
    def age_groups(self) -> list[str]:
        """The names of three groups of ages: young, middle, old."""
        return _names_of_groups(self._study[1])

    @cached_property
    def by_age(self) -> pd.DataFrame:
        """Who is counted in the list (see `people`), with ``age`` as one of `age_groups`."""
        return self.people.assign(age=_in_groups(self.people["age"], self._study[1]))


def _names_of_groups(cut: int) -> list[str]:
    """The names of three groups of ages, the last of which begins at a cut."""
    return [YOUNG, MIDDLE.format(cut - 1), OLD.format(cut)]


def _in_groups(ages: pd.Series, cut: int) -> pd.Series:
    """The group of each age, in years."""
    return pd.cut(ages, [0, 18, cut, np.inf], right=False, labels=_names_of_groups(cut))


def in_region(people: pd.DataFrame, region: str) -> pd.DataFrame:
    """The people of one region."""
    return people[people["region"] == region].astype({"region": "str"})


def plan_and_age(people: pd.DataFrame) -> CountTable:
    """Count people by age and plan, everything counted: what the researchers ask for."""
    return count_table(people, by=("age", "plan"))


Made = TypeVar("Made")


def is_small(counts: pd.Series) -> pd.Series:
    """Say of each count whether it is small; one that is missing is not.

    Examples:
        >>> is_small(pd.Series([0, 1, 4, 5, None], dtype="Int64")).tolist()
        [False, True, True, False, False]
    """
    return counts.between(1, SMALL - 1).fillna(value=False).astype(bool)


def people_by_cell(people: pd.DataFrame, by: list[str]) -> dict[str, frozenset[int]]:
    """The numbers of the viewers in each cell; cells are named as in `disclosure.labels.cell_names`."""
    names = cell_names(people[by].astype("str"))
    return {name: frozenset(viewers.tolist()) for name, viewers in people["viewer_id"].groupby(names)}


def once(office: Office, name: Any, make: Callable[[], Made]) -> Made:
    """Work something out for an office, and keep it for whoever asks again.

    Examples:
        >>> office = Office(None)
        >>> once(office, "answer", lambda: 42), once(office, "answer", lambda: 43)
        (42, 42)
    """
    if name not in office.kept:
        office.kept[name] = make()
    found: Made = office.kept[name]
    return found
