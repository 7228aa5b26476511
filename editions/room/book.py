"""All answers of a room, in one file of JSON lines: written line by line, and read again after a crash.

The first line tells where the room is (tokens, address); each other line is an answer or a question that was closed.
What is shown of a closed question stands in its line: it is read again, never counted again.
"""

import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Final

from editions.room.answers import HERE, Answer
from editions.room.pooling import LEAST_PEOPLE, decided, pooled, right_and_wrong
from editions.room.questions import Question

MOST_LINES: Final = 20_000
"""What the book takes, against somebody who sends without end: 100 people with 200 answers each."""


class FullError(RuntimeError):
    """The book is full."""


@dataclass(frozen=True)
class Place:
    """Where a room is, so that it can be opened there again.

    Attributes:
        token: the first part of all addresses for participants.
        trainer: the same for the trainer.
        host, port: what the server listens to.
    """

    token: str
    trainer: str
    host: str
    port: int


class Book:
    """What was answered, and what is shown of it. Requests come at the same time: each change holds the lock.

    Args:
        file: where it is kept; what stands there already is read.
        questions: kind and name -> question.
        place: of the room; None to read it from the file.

    Raises:
        ValueError: the file is none of a room.
    """

    def __init__(self, file: Path, questions: Mapping[tuple[str, str], Question], place: Place | None = None) -> None:
        """Begin a new file, or go on with one."""
        self.questions, self.file, self._lock = questions, file, Lock()
        self._answers: dict[tuple[str, str], dict[str, float | str]] = {}
        self._shown: dict[tuple[str, str], Any] = {}
        self._lines = 0
        if place is not None:
            self._create(place)
        self.place = self._read()

    def _create(self, place: Place) -> None:
        """A new file, for nobody else on this machine to read."""
        os.close(os.open(self.file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        self._write({"room": asdict(place)})

    def _read(self) -> Place:
        """Take up what is in the file. A line that was being written in a crash was never confirmed: it goes."""
        whole, _, _ = self.file.read_bytes().rpartition(b"\n")
        try:
            first, *others = [json.loads(line) for line in whole.splitlines()]
            place = Place(**first["room"])
        except (ValueError, TypeError, KeyError):
            raise ValueError(
                f"{self.file} is no file of a room. Give the one that the room named when it was opened."
            ) from None
        os.truncate(self.file, len(whole) + 1)
        for entry in others:
            self._take_in(entry)
        self._lines = len(others)
        return place

    def _take_in(self, entry: Mapping[str, Any]) -> None:
        """One line of the file."""
        key = (entry["kind"], entry["screen"])
        if "shown" in entry:
            self._shown[key] = entry["shown"]
        else:
            self._answers.setdefault(key, {})[entry["id"]] = entry["value"]

    def _write(self, entry: Mapping[str, Any]) -> None:
        """Append one line; it is with the system when this returns, and outlives this process."""
        with self.file.open("ab") as stream:
            stream.write(json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")

    def take(self, answer: Answer) -> bool:
        """Keep an answer. The same once more changes nothing; another value takes the place of the first.

        Returns:
            Whether it counts: after a question is closed, nothing is kept any more.

        Raises:
            FullError: there are too many.
        """
        key = (answer.kind, answer.screen)
        with self._lock:
            if key in self._shown:
                return False
            if self._answers.get(key, {}).get(answer.id) != answer.value:
                if self._lines >= MOST_LINES:
                    raise FullError("This room has taken all the answers that it can hold.")
                self._write(asdict(answer))
                self._take_in(asdict(answer))
                self._lines += 1
            return True

    def close(self, key: tuple[str, str]) -> None:
        """Close a question, once: what is shown of it is worked out now, and never again.

        Raises:
            KeyError: there is no such question.
        """
        question = self.questions[key]
        with self._lock:
            if key not in self._shown:
                shown = display(question, self._answers.get(key, {}).values())
                entry = {"kind": question.kind, "screen": question.name, "shown": shown}
                self._write(entry)
                self._take_in(entry)

    def shown(self) -> dict[tuple[str, str], Any]:
        """What is shown of each question that is closed: see `display`."""
        with self._lock:
            return dict(self._shown)

    def browsers(self) -> int:
        """How many browsers have opened a page; it says nothing of answers, and who is in a room can be seen."""
        with self._lock:
            return len(self._answers.get(HERE, {}))


def display(question: Question, values: Iterable[float | str]) -> Any:
    """Work out what is shown of a question, as plain lists and numbers.

    Returns:
        For a guess a list of [low, high, people]; for an answer [right, wrong]; for a decision {choice: how many};
        None where nothing may be shown.
    """
    given = list(values)
    if len(given) < LEAST_PEOPLE:
        return None
    if question.kind == "guess":
        numbers, ends = [float(value) for value in given], (question.minimum, question.maximum)
        bins = pooled(numbers, minimum=ends[0], maximum=ends[1], whole=question.whole)
        return [[group.low, group.high, group.people] for group in bins]
    texts = [str(value) for value in given]
    if question.kind == "decision":
        return decided(texts, question.choices)
    counts = right_and_wrong(texts, question.right)
    return counts and list(counts)
