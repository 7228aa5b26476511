"""A desk that counts: readers ask how many people fulfil a condition, and small counts are refused."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.whole_numbers import whole_number
from lessons.trackers import strings
from lessons.trackers.conditions import Condition, Fact, People, members_of

KNOWN: Final = ("sex", "age", "region", "plan", "device", "joined")
"""What a neighbour knows of somebody: her years of age, and the year in which she joined, among it."""

FILM: Final = "Mistletoe at Thimble Hall"
SECRET: Final = "watched"
"""The column of what a neighbour wants to know: whether somebody has watched the film."""

Change = Callable[[int, Condition, People], int]
"""Takes a count, what was asked, and who was counted; returns what is told."""


@dataclass(frozen=True)
class Desk:
    """Answers how many people fulfil a condition, if these are k or more, and all others are k or more as well.

    The field's *query-set-size control*: |C| is told if k <= |C| <= n - k. Without the upper end, "all but her" would
    be answered.

    Args:
        people: one row per person; they stay behind the desk.
        k: the smallest count that is told.
        zeros: a count of nobody is told, too.
        change: what is told in place of the count; the count itself where none is given. A desk decides by the true
            count whether to answer.

    Raises:
        ValueError: k is no whole number from 1 on.

    Examples:
        >>> people = pd.DataFrame({"sex": ["female"] * 3 + ["male"] * 4, "age": [44, 45, 45, 44, 44, 44, 45]})
        >>> desk = Desk(people, k=3)
        >>> desk.answer(Fact("sex", "female")), desk.answer(Fact("sex", "female") & Fact("age", 44))
        (3, None)
    """

    people: pd.DataFrame = field(repr=False)
    k: int
    zeros: bool = False
    change: Change | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Refuse what is no smallest count."""
        whole_number("k", self.k, "choose 1 or more", least=1)

    @property
    def n(self) -> int:
        """How many people there are behind the desk; no secret."""
        return len(self.people)

    def answer(self, condition: Condition) -> int | None:
        """Answer one question, or refuse (None).

        Raises:
            ValueError: it is no condition, or a fact names a column or a label that nobody has.
        """
        members = self._members(condition)
        count = members.bit_count()
        if not (self.k <= count <= self.n - self.k or (self.zeros and count == 0)):
            return None
        return count if self.change is None else self.change(count, condition, members)

    def true_count(self, condition: Condition) -> int:
        """Count without refusing anything: what those behind the desk see."""
        return self._members(condition).bit_count()

    def _members(self, condition: Condition) -> People:
        """Who fulfils a condition; nobody beyond the last row."""
        return members_of(condition, self._people_with) & self._everybody

    def _people_with(self, fact: Fact) -> People:
        """Who has a label; each column is read once."""
        try:
            return self._sets[fact.column][fact.label]
        except KeyError:
            return self._read(fact)

    def _read(self, fact: Fact) -> People:
        """Who has a label of a column that nobody has asked for before, or of no column, or a label that nobody has."""
        if fact.column not in self.people:
            raise ValueError(strings.NO_COLUMN.format(column=fact.column, columns=", ".join(map(str, self.people))))
        self._sets[fact.column] = sets_of(self.people[fact.column])
        if fact.label not in self._sets[fact.column]:
            raise ValueError(strings.NO_LABEL.format(label=fact.label, column=fact.column))
        return self._sets[fact.column][fact.label]

    @cached_property
    def _sets(self) -> dict[str, dict[Any, People]]:
        """The columns that were asked for: label -> who has it."""
        return {}

    @cached_property
    def _everybody(self) -> People:
        """The set of all."""
        return (1 << self.n) - 1


def sets_of(column: pd.Series) -> dict[Any, People]:
    """Return who has which label of a column.

    Examples:
        >>> {label: bin(people) for label, people in sets_of(pd.Series(["a", "b", "a"])).items()}
        {'a': '0b101', 'b': '0b10'}
    """
    codes, labels = pd.factorize(column)
    bits = (np.packbits(codes == code, bitorder="little") for code in range(len(labels)))
    return {label: int.from_bytes(each.tobytes(), "little") for label, each in zip(labels, bits, strict=True)}


def people_at_desk(
    views: pd.DataFrame, viewers: pd.DataFrame, titles: pd.DataFrame, *, film: str = FILM
) -> pd.DataFrame:
    """Make the rows that stay behind the desk.

    Args:
        views, viewers, titles: the frames of the world.
        film: the title that is nobody's business.

    Returns:
        One row per viewer: ``viewer_id``, the columns of ``KNOWN``, and ``watched`` (whether she has watched the film).

    Raises:
        ValueError: there is no such film.
    """
    numbers = titles.loc[titles["title"] == film, "title_id"]
    if numbers.empty:
        raise ValueError(strings.NO_FILM.format(film=film))
    watched = viewers["viewer_id"].isin(views.loc[views["title_id"].isin(numbers), "viewer_id"])
    rows = viewers.assign(joined=viewers["joined_on"].dt.year, **{SECRET: watched})
    return rows[["viewer_id", *KNOWN, SECRET]].reset_index(drop=True)


def facts_of(person: pd.Series) -> list[Fact]:
    """Return what a neighbour knows of one person: one fact per column of ``KNOWN``."""
    return [Fact(column, person[column]) for column in KNOWN]


def facts_offered(people: pd.DataFrame) -> list[Fact]:
    """Return every fact that can be asked for, those of columns with few labels first."""
    labels = {column: people[column].unique() for column in KNOWN}
    few_first = sorted(KNOWN, key=lambda column: len(labels[column]))
    return [Fact(column, label) for column in few_first for label in labels[column]]


def targets(people: pd.DataFrame, n: int, *, seed: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Draw some people, each of whom has a neighbour who asks.

    Args:
        people: the rows behind the desk.
        n: how many; all, if there are no more.
        seed: draws them.

    Returns:
        What the neighbours know (``target`` and the columns of ``KNOWN``), and the truth (``target``, ``answer```).
    """
    drawn = people.sample(min(n, len(people)), random_state=seed).rename(columns={"viewer_id": "target"})
    drawn = drawn.reset_index(drop=True)
    return drawn[["target", *KNOWN]], drawn[["target", SECRET]].rename(columns={SECRET: "answer"})
