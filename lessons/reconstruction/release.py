"""What is printed of a block of seven: how many people, their mean age and their median, for all and for groups."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final

import numpy as np
import pandas as pd

from disclosure.frames import require
from lessons.reconstruction import strings

SIZE: Final = 7
"""People of one block."""

ADULT: Final = 18
LEAST: Final = 3
"""Of groups of fewer people, nothing is printed (Garfinkel, Abowd & Martindale, ACM Queue 16(5), 2018)."""

TABLES: Final = {"all": (), "sex": ("sex",), "plan": ("plan",), "sex and plan": ("sex", "plan")}
"""What each printed table is by."""

COLUMNS: Final = ["sex", "plan", "age"]
"""What is known of one person once a block is rebuilt."""

Cell = tuple[str, ...]
"""A group of a table: its labels."""


@dataclass(frozen=True)
class Group:
    """What is printed of one group.

    Args:
        people: how many.
        mean: of their ages, in years, to one decimal.
        median: of their ages, as it is.
    """

    people: int
    mean: float
    median: float

    @property
    def total(self) -> int:
        """The sum of their ages: the whole number next to people times mean, for a block has no more than nine.

        Examples:
            >>> Group(7, 38.6, 33.0).total
            270
        """
        return round(self.people * self.mean)


@dataclass(frozen=True)
class PrintedBlock:
    """The tables of one block, as they are printed; nothing else of it is known.

    Args:
        tables: table -> group -> what is printed of it; None where the group has fewer than ``least`` people.
        labels: ``sex`` and ``plan`` -> all labels that there are, in order.
        least: the smallest group of which anything is printed.
    """

    tables: dict[str, dict[Cell, Group | None]]
    labels: dict[str, tuple[str, ...]]
    least: int = field(default=LEAST, kw_only=True)

    @property
    def all(self) -> Group:
        """What is printed of the whole block."""
        group = self.tables["all"][()]
        assert group is not None, "a block has enough people for its own line."
        return group

    def of_sex(self, sex: str) -> Group:
        """What is printed of one sex.

        Raises:
            ValueError: of one sex there are fewer than three people, or more than four.
        """
        group = self.tables["sex"][(sex,)]
        if group is None or not 3 <= group.people <= 4:
            raise ValueError(strings.NOT_BOTH.format(sex=sex))
        return group

    def lines(self, table: str, *begin: str) -> Iterator[tuple[int, Group | None]]:
        """The lines of a table by plan: place of the plan, and what is printed; nothing, if there is no such table."""
        for cell, group in self.tables.get(table, {}).items():
            if cell[:-1] == begin:
                yield self.labels["plan"].index(cell[-1]), group

    @property
    def lines_printed(self) -> int:
        """How many groups have a line with numbers."""
        return sum(group is not None for groups in self.tables.values() for group in groups.values())

    def without(self, *tables: str) -> "PrintedBlock":
        """The same block with some of its tables left out."""
        return replace(self, tables={name: groups for name, groups in self.tables.items() if name not in tables})


def blocks_of(viewers: pd.DataFrame, *, size: int = SIZE) -> dict[str, pd.DataFrame]:
    """Cut the adults of each region into blocks of seven, neighbours by postcode; who is left over is in no block.

    Args:
        viewers: with ``viewer_id``, ``region``, ``postcode``, ``sex``, ``plan`` and ``age``.
        size: people of a block.

    Returns:
        Name of the block -> its people: ``viewer_id``, ``sex``, ``plan``, ``age``.

    Examples:
        >>> people = pd.DataFrame({"viewer_id": [1, 2, 3], "region": "Ohio", "postcode": ["b", "a", "c"],
        ...                        "sex": "female", "plan": "basic", "age": [40, 50, 60]})
        >>> {name: block["age"].tolist() for name, block in blocks_of(people, size=2).items()}
        {'Ohio 1': [50, 40]}
    """
    require(viewers, ["viewer_id", "region", "postcode", *COLUMNS], "viewers")
    adults = viewers[viewers["age"] >= ADULT].sort_values(["region", "postcode", "viewer_id"])
    found = {}
    for region, people in adults.groupby("region"):
        for number in range(len(people) // size):
            block = people.iloc[number * size : (number + 1) * size]
            found[f"{region} {number + 1}"] = block[["viewer_id", *COLUMNS]].reset_index(drop=True)
    return found


def blocks_to_rebuild(viewers: pd.DataFrame, *, number: int = 20, seed: int = 53) -> dict[str, pd.DataFrame]:
    """Draw some blocks by lot, of those in which each sex has three or four people, so that both are printed.

    Args:
        viewers: see `blocks_of`.
        number: how many blocks, or all if there are fewer.
        seed: of the lot.

    Returns:
        Name of the block -> its people, in order of names.
    """
    both = {name: people for name, people in blocks_of(viewers).items() if _both_printed(people)}
    drawn = np.random.default_rng(seed).permutation(list(both))[:number]
    return {name: both[name] for name in sorted(drawn.tolist())}


def _both_printed(people: pd.DataFrame) -> bool:
    """Whether there are two sexes, and neither has fewer than three people."""
    sizes = people["sex"].value_counts()
    return len(sizes) == 2 and bool(sizes.min() >= LEAST)


def secrets_of(
    viewers: pd.DataFrame, views: pd.DataFrame, film: int, *, number: int = 200, seed: int = 53
) -> pd.DataFrame:
    """Draw some viewers by lot, with what a desk knows of them: have they watched the film?

    Args:
        viewers: with ``viewer_id``.
        views: the viewing log, with ``viewer_id`` and ``title_id``.
        film: its ``title_id``.
        number: how many viewers.
        seed: of the lot.

    Returns:
        One row per viewer: ``viewer_id``, ``watched``.
    """
    drawn = np.random.default_rng(seed).permutation(viewers["viewer_id"].to_numpy())[:number]
    fans = views.loc[views["title_id"] == film, "viewer_id"]
    return pd.DataFrame({"viewer_id": drawn, "watched": np.isin(drawn, fans)})


def print_block(people: pd.DataFrame, labels: dict[str, tuple[str, ...]]) -> PrintedBlock:
    """Print the tables of one block: count, mean and median of ages, nothing of fewer than ``LEAST`` people.

    Args:
        people: one row per person, with ``sex``, ``plan`` and ``age``.
        labels: ``sex`` and ``plan`` -> all labels that there are (see `labels_of`).

    Examples:
        >>> people = pd.DataFrame({"sex": list("fffm"), "plan": list("aaab"), "age": [20, 30, 70, 40]})
        >>> printed = print_block(people, labels_of(people))
        >>> printed.tables["sex"]
        {('f',): Group(people=3, mean=40.0, median=30.0), ('m',): None}
    """
    require(people, COLUMNS, "people")
    tables: dict[str, dict[Cell, Group | None]] = {}
    for name, by in TABLES.items():
        cells = product(*(labels[column] for column in by))
        tables[name] = {cell: _group(people, dict(zip(by, cell, strict=True)), LEAST) for cell in cells}
    return PrintedBlock(tables, labels, least=LEAST)


def labels_of(people: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """List the sexes and the plans that there are, in order."""
    return {name: tuple(sorted(people[name].astype(str).unique())) for name in ("sex", "plan")}


def _group(people: pd.DataFrame, wanted: dict[str, str], least: int) -> Group | None:
    """What is printed of the people with these labels."""
    chosen = people
    for column, label in wanted.items():
        chosen = chosen[chosen[column] == label]
    if len(chosen) < least:
        return None
    return Group(len(chosen), round(float(chosen["age"].mean()), 1), float(chosen["age"].median()))
