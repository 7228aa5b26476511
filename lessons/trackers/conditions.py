"""Conditions: what can be true of a person. They are values, made of facts, and print as sentences.

Facts are joined with ``&`` (and), ``|`` (or) and ``~`` (not). There are four kinds: `Fact`, `Both`, `Either` and `Not`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any

from lessons.trackers import strings

People = int
"""A set of people as a whole number: bit i is set if person i is in it. So a set is joined in one step."""

PeopleWith = Callable[["Fact"], People]
"""Takes a fact, returns who has the label."""


class Condition:
    """Something that is true of a person or not (the field's *characteristic formula*): how it is joined and said."""

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

    def __repr__(self) -> str:
        """Return the sentence."""
        return self.column if self.label is True else strings.IS.format(column=self.column, label=self.label)


@dataclass(frozen=True, repr=False)
class Both(Condition):
    """Two conditions that are both true."""

    one: Condition
    other: Condition

    def __repr__(self) -> str:
        """Return the sentence."""
        return f"{self.one.inside(Both)} {strings.AND} {self.other.inside(Both)}"


@dataclass(frozen=True, repr=False)
class Either(Condition):
    """Two conditions of which at least one is true."""

    one: Condition
    other: Condition

    def __repr__(self) -> str:
        """Return the sentence."""
        return f"{self.one.inside(Either)} {strings.OR} {self.other.inside(Either)}"


@dataclass(frozen=True, repr=False)
class Not(Condition):
    """A condition that is not true."""

    condition: Condition

    def __invert__(self) -> Condition:
        """Not not: the condition itself."""
        return self.condition

    def __repr__(self) -> str:
        """Return the sentence."""
        return f"{strings.NOT} {self.condition.inside(Not)}"


def members_of(condition: Condition, people_with: PeopleWith) -> People:
    """Return who fulfils a condition (the *query set*).

    Args:
        condition: a fact, or facts that were joined.
        people_with: who has a label.

    Raises:
        ValueError: it is no condition.

    Examples:
        >>> women, basic = Fact("sex", "female"), Fact("plan", "basic")
        >>> labels = {women: 0b0011, basic: 0b0110}
        >>> bin(members_of(women & ~basic, labels.get)), bin(members_of(women | basic, labels.get))
        ('0b1', '0b111')
    """
    match condition:
        case Fact():
            return people_with(condition)
        case Both(one, other):
            return members_of(one, people_with) & members_of(other, people_with)
        case Either(one, other):
            return members_of(one, people_with) | members_of(other, people_with)
        case Not(opposite):
            return ~members_of(opposite, people_with)
    raise ValueError(strings.NO_CONDITION.format(asked=condition))


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
