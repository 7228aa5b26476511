"""Four questions before and four matched ones after; each follows from the numbers that stand in it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

QUESTIONS: Final = Path(__file__).parent / "questions.toml"
LETTERS: Final = "abcd"


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        name: of its set and its place, such as ``"A1"``; A1 and B1 ask the same of other numbers.
        goes_with: the screen without which nobody could answer it.
        text: what is asked.
        options: four.
        right: the letter of the right one.
        why: one sentence or two.
        numbers: what a test enumerates the answer from.
    """

    name: str
    goes_with: str
    text: str
    options: tuple[str, ...]
    right: str
    why: str
    numbers: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a question without a right answer."""
        object.__setattr__(self, "options", tuple(self.options))
        if len(self.options) != len(LETTERS) or self.right not in LETTERS:
            raise ValueError(f"{self.name}: give four options, and the right one of {', '.join(LETTERS)}.")

    @property
    def answer(self) -> str:
        """The right option."""
        return self.options[LETTERS.index(self.right)]


def read_questions(path: Path = QUESTIONS) -> tuple[Question, ...]:
    """Read all questions, A1 to B4.

    Examples:
        >>> {question.name: question.right for question in read_questions() if question.name[0] == "A"}
        {'A1': 'b', 'A2': 'a', 'A3': 'd', 'A4': 'c'}
    """
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["questions"]
    words = ("name", "goes_with", "text", "options", "right", "why")
    questions = [Question(**{key: entry.pop(key) for key in words}, numbers=entry) for entry in entries]
    return tuple(sorted(questions, key=lambda question: question.name))
