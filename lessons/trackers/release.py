"""A desk that counts: readers ask how many people fulfil a condition, and small counts are refused.

A condition is a value. It is made of facts with ``&`` (and), ``|`` (or), ``~`` (not), and prints as a sentence.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, reduce
from typing import Any, Final

import numpy as np
import pandas as pd

from disclosure.whole_numbers import whole_number
from lessons.trackers import strings

KNOWN: Final = ("sex", "age", "region", "plan", "device", "joined")
"""What a neighbour knows of somebody: her years of age, and the year in which she joined, among it."""

FILM: Final = "Mistletoe at Thimble Hall"
SECRET: Final = "watched"
"""The column of what a neighbour wants to know: whether somebody has watched the film."""

People = int
"""A set of people as a whole number: bit i is set if person i is in it. So a set is joined in one step."""

PeopleWith = Callable[["Fact"], People]
"""Takes a fact, returns who has the label."""


class Condition:
    """Something that is true of a person or not (the field's *characteristic formula*)."""

    def members(self, people_with: PeopleWith) -> People:
        """Return who fulfils it (the *query set*)."""
        raise NotImplementedError

    def __and__(self, other: "Condition") -> "Both":
        """Both are true."""
        return Both(self, other)

    def __or__(self, other: "Condition") -> "Either":
        """One of them is true, or both are."""
        return Either(self, other)

    def __invert__(self) -> "Condition":
        """It is not true."""
        return Not(self)

    def inside(self, joining: type["Condition"]) -> str:
        """Return the sentence as it stands inside a longer one: in brackets where it could be misread."""
        return str(self) if isinstance(self, Fact | Not | joining) else f"({self})"


@dataclass(frozen=True, repr=False)
class Fact(Condition):
    """A label in a column.

    Args:
        column: the name of the column.
        label: the label. Where it is True, the sentence is the name of the column alone.

    Examples:
        >>> Fact("region", "Texas") & ~Fact("plan", "basic")
        region is Texas and not plan is basic
        >>> Fact("age", 44) | Fact("age", 45) & Fact("watched", True)
        age is 44 or (age is 45 and watched)
    """

    column: str
    label: Any

    def members(self, people_with: PeopleWith) -> People:
        """Return who has the label."""
        return people_with(self)

    def __repr__(self) -> str:
        """Return the sentence."""
        return self.column if self.label is True else strings.IS.format(column=self.column, label=self.label)


@dataclass(frozen=True, repr=False)
class Both(Condition):
    """Two conditions that are both true."""

    one: Condition
    other: Condition

    def members(self, people_with: PeopleWith) -> People:
        """Return who fulfils both."""
        return self.one.members(people_with) & self.other.members(people_with)

    def __repr__(self) -> str:
        """Return the sentence."""
        return f"{self.one.inside(Both)} {strings.AND} {self.other.inside(Both)}"


@dataclass(frozen=True, repr=False)
class Either(Condition):
    """Two conditions of which at least one is true."""

    one: Condition
    other: Condition

    def members(self, people_with: PeopleWith) -> People:
        """Return who fulfils at least one."""
        return self.one.members(people_with) | self.other.members(people_with)

    def __repr__(self) -> str:
        """Return the sentence."""
        return f"{self.one.inside(Either)} {strings.OR} {self.other.inside(Either)}"


@dataclass(frozen=True, repr=False)
class Not(Condition):
    """A condition that is not true."""

    condition: Condition

    def members(self, people_with: PeopleWith) -> People:
        """Return who does not fulfil it."""
        return ~self.condition.members(people_with)

    def __invert__(self) -> Condition:
        """Not not: the condition itself."""
        return self.condition

    def __repr__(self) -> str:
        """Return the sentence."""
        return f"{strings.NOT} {self.condition.inside(Not)}"


def all_of(conditions: Iterable[Condition]) -> Condition:
    """Join conditions with "and"; one at least.

    Examples:
        >>> all_of([Fact("sex", "female"), Fact("age", 44), Fact("plan", "basic")])
        sex is female and age is 44 and plan is basic
    """
    return reduce(lambda one, other: one & other, conditions)


def any_of(conditions: Iterable[Condition]) -> Condition:
    """Join conditions with "or"; one at least."""
    return reduce(lambda one, other: one | other, conditions)


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
            ValueError: a fact names a column or a label that nobody has.
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
        return condition.members(self._people_with) & self._everybody

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
