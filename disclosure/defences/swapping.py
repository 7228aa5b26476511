"""Swap households between regions before anything is counted (the field's *record swapping*)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from disclosure.frames import require
from disclosure.rules import as_written


@dataclass(frozen=True, repr=False)
class SwapHouseholds:
    """Let some households change places with others that are alike, so that nobody can trust a rare find.

    Both have as many members and agree in ``alike``; they stand in different regions of the same country. All that is
    counted afterwards rests on the swapped people. What a country has in all stays, and so do
    the sizes of regions.

    Args:
        rate: the share of households that are moved, above 0 and up to 1.
        targeted: whether households with a member who is unique in ``rare_by`` go first; else all are equally likely.
        rare_by: the columns by which neighbours know people.
        moved: the column that changes hands.
        within: the column in which partners agree; None where there is only one country.
        alike: further columns in which partners agree.
        household: the column of households; all of a household live in one region.
        seed: draws the households; as secret as which were swapped, so it is not printed.

    Raises:
        ValueError: the rate is no number above 0 and up to 1.

    Examples:
        >>> people = pd.DataFrame({"household_id": [1, 1, 2, 2, 3], "region": list("NNSSS"), "age": [3, 4, 4, 4, 9]})
        >>> swap = SwapHouseholds(rate=1, rare_by=("region", "age"), within=None, alike=())
        >>> swap(people)["region"].tolist()
        ['S', 'S', 'N', 'N', 'S']
    """

    rate: float
    targeted: bool = True
    rare_by: Sequence[str] = ("region", "sex", "age_band", "plan", "device")
    moved: str = "region"
    within: str | None = "country"
    alike: Sequence[str] = ("plan",)
    household: str = "household_id"
    seed: int = field(default=53, repr=False)
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Refuse a rate that moves nobody, or more than all."""
        if isinstance(self.rate, bool) or not isinstance(self.rate, int | float) or not 0 < self.rate <= 1:
            raise ValueError(f"rate is {self.rate!r}: choose a share of households above 0 and up to 1.")

    def __call__(self, people: pd.DataFrame) -> pd.DataFrame:
        """Return the people with the regions of swapped households exchanged; nothing else changes.

        Fewer are moved than asked for where partners run out.

        Raises:
            ValueError: a column is missing, or a household lives in two regions.
        """
        columns = dict.fromkeys((self.household, self.moved, *self.rare_by, *self.alike))
        require(people, tuple(columns) + ((self.within,) if self.within else ()), "people")
        if (people.groupby(self.household)[self.moved].nunique() > 1).any():
            raise ValueError(f"a household stands in two places of {self.moved!r}: it cannot change its place.")
        rng = np.random.default_rng(self.seed)
        households = self._households(people).sample(frac=1, random_state=rng)
        if self.targeted:
            households = households.sort_values("rare", ascending=False, kind="stable")
        new = _swapped(households, round(self.rate * len(households)))
        return people.assign(**{self.moved: people[self.household].map(new).astype(people[self.moved].dtype)})

    def _households(self, people: pd.DataFrame) -> pd.DataFrame:
        """One row per household: its ``place``, whom it is ``alike``, and whether it has a ``rare`` member."""
        rare = ~people.duplicated(list(self.rare_by), keep=False)
        kind = (
            people[[*([self.within] if self.within else []), *self.alike]].astype("str").agg("|".join, axis="columns")
        )
        found = pd.DataFrame({"household": people[self.household], "place": people[self.moved].astype("str")})
        found["rare"], found["kind"] = rare, kind
        rows = found.groupby("household", sort=True)
        every_kind = rows["kind"].agg(lambda kinds: " ".join(sorted(kinds)))
        alike = every_kind + " " + rows.size().astype("str")
        return pd.DataFrame({"place": rows["place"].first(), "alike": alike, "rare": rows["rare"].any()})


def _swapped(households: pd.DataFrame, wanted: int) -> dict[object, str]:
    """The place of each household after so many were moved, those first in the frame first."""
    places = {str(place): number for number, place in enumerate(households["place"].unique())}
    names = list(places)
    place = households["place"].map(places).to_numpy()
    by_kind = {kind: list(rows) for kind, rows in households.reset_index().groupby("alike").groups.items()}
    kinds, free, moved = households["alike"].to_numpy(), np.ones(len(households), dtype=bool), 0
    new = place.copy()
    for one in range(len(households)):
        if moved + 2 > wanted:
            break
        if not free[one]:
            continue
        others = (other for other in reversed(by_kind[kinds[one]]) if free[other] and place[other] != place[one])
        if (partner := next(others, None)) is not None:
            new[one], new[partner] = place[partner], place[one]
            free[one] = free[partner] = False
            moved += 2
    return {household: names[number] for household, number in zip(households.index, new.tolist(), strict=True)}
