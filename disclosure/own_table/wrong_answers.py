"""Answers that are none: each is named before anything is read under it, also where its question was not asked."""

import re
from collections.abc import Collection, Mapping
from typing import Final, get_args

from disclosure.own_table.meaning import Covering
from disclosure.own_table.questions import NOT_ROUNDED, Question
from disclosure.own_table.shares import SUMS, WAYS
from disclosure.own_table.sheets.unreadable import UnreadableError

NO_ANSWER: Final = "{answer!r} is no answer to {name!r}: choose one of {options}."
COVERING: Final = "covering "
WORDS: Final[Mapping[str, Collection[str]]] = {"rounding of percentages": WAYS, "sums of percentages": SUMS}
ROUNDED_TO: Final = re.compile(r"to [1-9]\d*(, totals added up afterwards)?")


def refuse_wrong_answers(answers: Mapping[str, str], questions: Mapping[str, Question]) -> None:
    """Say which answer is none of those that can be given.

    Args:
        answers: the answers, by the names of their questions.
        questions: the questions that came up so far, by name; others have words of their own, whatever the table.

    Raises:
        UnreadableError: one is none.

    Examples:
        >>> refuse_wrong_answers({"covering c": "small counts only", "rounding": "to 5"}, {})
        >>> refuse_wrong_answers({"covering c": "yes"}, {})
        Traceback (most recent call last):
            ...
        disclosure.own_table.sheets.unreadable.UnreadableError: 'yes' is no answer to 'covering c': choose one of ...
    """
    for name, answer in answers.items():
        asked = questions.get(name)
        options = asked.options if asked else _words_of(name)
        if not (asked.accepts(answer) if asked else _is_word(name, answer)):
            raise UnreadableError(
                NO_ANSWER.format(answer=answer, name=name, options=", ".join(map(repr, options or ())))
            )


def _words_of(name: str) -> Collection[str] | None:
    """What can be answered to a question that has the same words in each table; None for another."""
    if name == "rounding":
        return (NOT_ROUNDED, "to 5", "to 5, totals added up afterwards")
    return get_args(Covering) if name.startswith(COVERING) else WORDS.get(name)


def _is_word(name: str, answer: str) -> bool:
    """Whether something can be the answer to a question that was not asked."""
    words = _words_of(name)
    return words is None or answer in words or (name == "rounding" and bool(ROUNDED_TO.fullmatch(answer)))
