"""Whose people a table counts where one person may stand in several of its cells, or is behind several events."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from disclosure.labels import TOTAL
from disclosure.rules import as_written

NoAnswer = Mapping[str, str | Literal[False]] | Literal[False] | None
"""Where those stand who stand at no other label: see `DistinctPersons`."""

HELP: Final = "write it as DistinctPersons(several='paper', no_answer={'paper': 'none of these'})"
ASK: Final = (
    "are there people in the totals who stand at no label of {name!r}? Name the label of their own cell, as "
    "no_answer={{{name!r}: 'none of these'}}; or answer no_answer=False: then totals count fewer than were asked."
)


@dataclass(frozen=True, repr=False)
class DistinctPersons:
    """Says that cells count distinct people, and in which dimensions one of them may stand at several labels.

    In a table of people, each cell counts the people who stand there: of those who may give several answers, the cells
    do not add up to the total. It lies between the largest of them and their sum (a set cover). In a table of events or
    amounts, such as visits, it is the people behind each cell to whom a threshold applies: a hidden cell has 1 to
    ``threshold - 1`` of them, and as many visits or more.

    Args:
        several: the dimensions in which one person may stand at several labels; one or several names, or none.
        no_answer: of a table of people, for each of these dimensions the label of people who stand at none of the
            others; nobody stands there and elsewhere. False, for one or for all: the totals count nobody of that kind,
            and so perhaps fewer people than were asked. It must be answered where a dimension is named.

    Raises:
        ValueError: a name is none, or the question is not answered.

    Examples:
        >>> DistinctPersons("paper", no_answer=False)
        DistinctPersons(several=('paper',), no_answer=False)
    """

    several: tuple[str, ...] = ()
    no_answer: NoAnswer = None
    __repr__ = as_written

    def __post_init__(self) -> None:
        """Read one name as a tuple, and refuse what is none."""
        names = (self.several,) if isinstance(self.several, str) else self.several
        if not isinstance(names, Iterable) or not all(isinstance(name, str) for name in names):
            raise ValueError(f"several is {self.several!r}, which names no dimension: {HELP}.")
        object.__setattr__(self, "several", tuple(dict.fromkeys(names)))
        if self.no_answer is not None and self.no_answer is not False and not isinstance(self.no_answer, Mapping):
            raise ValueError(f"no_answer is {self.no_answer!r}: {HELP}, or as False.")
        if other := sorted(set(self.no_answer or ()) - set(self.several)):
            raise ValueError(f"no_answer names {other[0]!r}, where a person stands once: name it in several, too.")

    def without_answer(self, dimension: str) -> str | None:
        """The label of people who stand at no other label of a dimension; None if there is none."""
        return (self.no_answer or {}).get(dimension) or None


def refuse_unusable_persons(persons: Any, labels: Mapping[str, Collection[str]], nested: Any, *, people: bool) -> None:
    """Say in a sentence why a table cannot count people like this.

    Args:
        persons: what the table says of its people, if anything.
        labels: for every dimension of the table, its labels, those that it does not print included.
        nested: for a dimension, the wider label in which each label lies.
        people: whether the table counts people, and not events or amounts.

    Raises:
        ValueError: the table lacks a dimension or a label, or a question is not answered.

    Examples:
        >>> refuse_unusable_persons(DistinctPersons("paper"), {"paper": ["A", "B"]}, {}, people=True)
        Traceback (most recent call last):
        ValueError: are there people in the totals who stand at no label of 'paper'? Name the label of their own ...
    """
    if persons is None:
        return
    if not isinstance(persons, DistinctPersons):
        raise ValueError(f"persons is {persons!r}: {HELP}.")
    if not people and persons.no_answer:
        raise ValueError("no_answer is for tables of people: behind an event there is always somebody. Leave it out.")
    for name in persons.several:
        if name not in labels:
            raise ValueError(f"several names {name!r}; the table's dimensions are: {', '.join(labels)}.")
        if people and persons.no_answer is not False and name not in (persons.no_answer or ()):
            raise ValueError(ASK.format(name=name))
        label = persons.without_answer(name)
        if label is not None and (label == TOTAL or label not in labels[name] or label in nested.get(name, {})):
            raise ValueError(
                f"no_answer of {name!r} is {label!r}: name one of its labels that lies in no wider one, printed or not."
            )
