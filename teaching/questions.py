"""Concept questions: a file of data in each lesson's folder, with an explanation for every answer."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, get_args

When = Literal["before", "after"]
"""Two sets of a lesson: what one asks, the other asks of another case, so that a learner sees what has changed."""

LESSONS: Final = Path(__file__).parents[1] / "lessons"


@dataclass(frozen=True)
class Answer:
    """One of the answers to choose from.

    Attributes:
        text: the answer.
        right: whether it is the right one.
        why: why it is right or wrong; shown to whoever chooses it.
    """

    text: str
    right: bool
    why: str


@dataclass(frozen=True)
class Question:
    """A question with one right answer.

    Attributes:
        name: what it is called in the learner's progress; no two the same in a lesson.
        text: the question.
        answers: two or more, one of them right.
        when: whether it is asked ``"before"`` the lesson or ``"after"`` it.
    """

    name: str
    text: str
    answers: tuple[Answer, ...]
    when: When = "after"


def questions(lesson: str, when: When | None = None, *, folder: Path = LESSONS) -> tuple[Question, ...]:
    """Read the questions of a lesson.

    Args:
        lesson: the lesson without its number, such as ``"suppression"``.
        when: only those asked ``"before"`` the lesson, or only those asked ``"after"`` it; None: all.
        folder: where the folders of the lessons are.

    Raises:
        ValueError: there are no questions for this lesson, or the file cannot be used; the sentence says what is wrong.

    Examples:
        >>> [len(question.answers) > 1 for question in questions("suppression")][:3]
        [True, True, True]
    """
    name = f"{lesson}/questions.toml"
    file = folder / name
    if not file.is_file():
        there = ", ".join(sorted(path.parent.name for path in folder.glob("*/questions.toml")))
        raise ValueError(f"there are no questions for {lesson!r}; there are some for: {there}.")
    try:
        asked = tomllib.loads(file.read_text(encoding="utf-8")).get("question", [])
    except tomllib.TOMLDecodeError as failure:
        raise ValueError(f"{name} is not TOML: {failure}.") from failure
    found = tuple(_question(name, entry) for entry in asked)
    asked_names = [question.name for question in found]
    if twice := [one for one in asked_names if asked_names.count(one) > 1]:
        raise ValueError(f"{name} has two questions with the name {twice[0]!r}.")
    return tuple(question for question in found if when in (None, question.when))


def _question(file: str, entry: dict[str, Any]) -> Question:
    """One question as it stands in the file."""
    name = entry.get("name", "")
    if not name or not entry.get("text") or "/" in name:
        raise ValueError(f"{file}: a question needs a name (without '/') and a text; this one has {entry!r}.")
    answers = []
    for answer in entry.get("answer", []):
        if not answer.get("text") or not answer.get("why"):
            raise ValueError(f"{file}, {name}: an answer needs a text and a why; this one has {answer!r}.")
        answers.append(Answer(answer["text"], answer.get("right", False) is True, answer["why"]))
    if len({answer.text for answer in answers}) < max(2, len(answers)):
        raise ValueError(f"{file}, {name}: two answers or more, please, no two the same.")
    if (right := sum(answer.right for answer in answers)) != 1:
        raise ValueError(f"{file}, {name}: {right} answers are right; it must be exactly one.")
    if (when := entry.get("when", "after")) not in get_args(When):
        raise ValueError(f"{file}, {name}: when is {when!r}; it must be 'before' or 'after'.")
    return Question(name, entry["text"], tuple(answers), when)
