"""What a learner is asked to do, whichever way it is judged: a text, hints one by one, and one way to do it."""

import inspect
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from teaching import progress
from teaching.strings import checks as strings


@dataclass(frozen=True)
class Text:
    """A few lines of Markdown, shown as such in a notebook."""

    markdown: str

    def __repr__(self) -> str:
        """Return the text as it is written."""
        return self.markdown

    def _repr_markdown_(self) -> str:
        return self.markdown


class Task(ABC):
    """What exercises and decisions share; each of them has these fields and says what they are.

    Attributes:
        last_answer: what was checked last; three dots where nothing was.
    """

    task: str
    minutes: int
    hints: Sequence[str]
    name: str
    hints_given: int
    last_answer: Any

    def __repr__(self) -> str:
        """Return the task, and how to go on."""
        return f"{self.task}\n\n{strings.EXERCISE_FOOTER.format(minutes=self.minutes)}"

    def _repr_markdown_(self) -> str:
        return repr(self)

    def hint(self) -> Text:
        """Give the next hint: first a nudge, then a method, at last almost the answer."""
        if self.hints_given == len(self.hints):
            return Text(strings.NO_MORE_HINTS)
        self.hints_given += 1
        progress.record("hint", self.name, self.hints_given)
        head = strings.HINT.format(number=self.hints_given, count=len(self.hints))
        return Text(f"**{head}** {self.hints[self.hints_given - 1]}")

    def solution(self) -> Text:
        """Show one way to do it."""
        progress.record("solution", self.name, "shown")
        return Text(f"{strings.SOLUTION}\n\n```python\n{inspect.getsource(self.one_way_to_do_it).rstrip()}\n```")

    @property
    @abstractmethod
    def one_way_to_do_it(self) -> Callable[..., Any]:
        """The function whose source is the solution."""
