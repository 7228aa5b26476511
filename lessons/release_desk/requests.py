"""What lands on the desk: a request, who would misuse the answer, what can be decided, what readers want to know."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lessons.release_desk.office import LISTED, MONTH, Office

Sheets = Mapping[str, Any]
"""What readers get, by heading: a table, a frame, editions. Never what was hidden."""

Publish = Callable[[Office], Sheets]
"""A way to publish: from what is held to what readers get."""

Reading = Callable[[Sheets], Any]
"""How an answer is read off the sheets of one release: text, a number, True or False; None where they do not tell."""

DECLINE: Final = "decline"
"""The name of the last choice of each request."""


@dataclass(frozen=True)
class Intruder:
    """Somebody with a motive and no skills beyond these lessons: the *motivated intruder* of the ICO's guidance.

    Args:
        who: would want to know.
        knows: what she knows already.
        learns: what she would learn.
    """

    who: str
    knows: str
    learns: str


@dataclass(frozen=True)
class Question:
    """Something that whoever asked wants to know, and how it is read off what was published.

    Args:
        words: the question.
        read: from the sheets of one release to the answer. The same reading of the sheets of the office gives the true
            answer.
    """

    words: str
    read: Reading = field(repr=False, compare=False)


@dataclass(frozen=True)
class Choice:
    """One thing that can be decided about a request.

    Args:
        name: a word or two, such as ``"as asked"``.
        words: the decision, in a sentence.
        defence: the defence as code, empty where there is none.
        gives: what readers get, in a sentence.
        publish: from the office to the sheets that readers get; None if nothing is published.
        population: who is counted, where it is not the population of the request.
        unit: what is counted, where it is not the unit of the request.
    """

    name: str
    words: str
    defence: str
    gives: str
    publish: Publish | None = field(repr=False, compare=False)
    population: str = ""
    unit: str = ""


@dataclass(frozen=True)
class Request:
    """Something that somebody wants to have published.

    Args:
        name: one word, such as ``"joke"``.
        number: 1 to 6.
        from_whom: who asks.
        words: what they ask for, in plain English.
        intruder: who would misuse it, what she knows and what she would learn.
        questions: three, which whoever asked wants to answer.
        choices: five, the last of them to decline.
        counted: from the office to the sheets of which the questions are truly answered: everything counted, nothing
            hidden. They never leave the office.
        population, date, unit: who is counted, of which time, and in what.

    Raises:
        ValueError: there are not three questions and five choices, or the last choice publishes something.
    """

    name: str
    number: int
    from_whom: str
    words: str
    intruder: Intruder
    questions: tuple[Question, ...]
    choices: tuple[Choice, ...]
    counted: Publish = field(repr=False, compare=False)
    population: str = LISTED
    date: str = MONTH
    unit: str = "people"

    def __post_init__(self) -> None:
        """Refuse a request that the page could not show."""
        if (len(self.questions), len(self.choices)) != (3, 5):
            raise ValueError(f"request {self.name!r} needs three questions and five choices.")
        if (self.choices[-1].name, self.choices[-1].publish) != (DECLINE, None):
            raise ValueError(f"the last choice of request {self.name!r} must be {DECLINE!r}.")

    def choice(self, name: str) -> Choice:
        """Find a choice by its name.

        Raises:
            ValueError: there is none of this name; the sentence lists those there are.
        """
        for choice in self.choices:
            if choice.name == name:
                return choice
        names = ", ".join(repr(choice.name) for choice in self.choices)
        raise ValueError(f"request {self.name!r} cannot be answered with {name!r}: choose one of {names}.")


def declined(words: str = "Decline, and say why.") -> Choice:
    """The last choice of each request: nothing is published, and nobody's question is answered.

    Examples:
        >>> declined().name
        'decline'
    """
    return Choice(DECLINE, words, "", "Nothing.", None)
