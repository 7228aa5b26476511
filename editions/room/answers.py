"""One answer, as a page sends it: read from a few bytes, or refused in one sentence."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from editions.room.questions import Question

MOST_BYTES: Final = 4096
HERE: Final = ("here", "room")
"""Kind and screen by which a browser says that it has opened a page."""

RANDOM_ID: Final = re.compile(r"[0-9a-f]{16,64}")
FIELDS: Final = {"id", "kind", "screen", "value"}


@dataclass(frozen=True)
class Answer:
    """What one browser says to one question.

    Attributes:
        id: random, drawn by the browser for this room.
        kind, screen: the question.
        value: a number for a guess, else one of the choices.
    """

    id: str
    kind: str
    screen: str
    value: float | str


def read_answer(sent: bytes, questions: Mapping[tuple[str, str], Question]) -> Answer:
    """Read an answer; whatever is not asked for in this room is refused, so nothing else can be kept.

    Args:
        sent: JSON of at most 4 kB.
        questions: kind and name -> question.

    Raises:
        ValueError: it is no answer to any of the questions.

    Examples:
        >>> asked = {("guess", "a/b"): Question("guess", "a/b", "How many?", "A", maximum=9)}
        >>> read_answer(b'{"id": "0123456789abcdef", "kind": "guess", "screen": "a/b", "value": 5}', asked).value
        5
    """
    if len(sent) > MOST_BYTES:
        raise ValueError(f"an answer has at most {MOST_BYTES} bytes.")
    try:
        entry = json.loads(sent)
    except (ValueError, RecursionError):
        raise ValueError("this is no JSON.") from None
    if not isinstance(entry, dict) or set(entry) != FIELDS:
        raise ValueError(f"an answer has the fields {', '.join(sorted(FIELDS))}, and no others.")
    if not isinstance(entry["id"], str) or not RANDOM_ID.fullmatch(entry["id"]):
        raise ValueError("the id is 16 to 64 of the signs 0 to 9 and a to f, drawn at random.")
    key = (entry["kind"], entry["screen"])
    if key != HERE and (not all(isinstance(name, str) for name in key) or key not in questions):
        raise ValueError("this is not asked in this room.")
    if not (entry["value"] == 1 if key == HERE else _fits(entry["value"], questions[key])):
        raise ValueError("this value is none that can be chosen.")
    return Answer(**entry)


def _fits(value: Any, question: Question) -> bool:
    """Whether a value is on the scale, or one of the choices."""
    if question.kind != "guess":
        return isinstance(value, str) and value in question.choices
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return question.minimum <= value <= question.maximum and (not question.whole or value == int(value))
