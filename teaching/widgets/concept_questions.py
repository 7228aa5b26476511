"""The concept questions of a lesson: choose, check, read why, and try again."""

from dataclasses import asdict
from typing import Any

import anywidget
import ipywidgets as widgets
import traitlets

from teaching import progress
from teaching.questions import Question, When, questions
from teaching.strings import asking as strings
from teaching.widgets.scripts import HERE, script


class QuestionControl(anywidget.AnyWidget):
    """One question. It explains itself in the browser, also where no kernel runs.

    Args:
        lesson: the lesson, for the learner's progress.
        question: the question.

    Attributes:
        name: the lesson and the question: what happens is recorded under it.
        tried: the places of the answers that were checked, one after the other.
    """

    _esm = script("question_control.js")
    _css = HERE / "asking.css"

    asked = traitlets.Dict().tag(sync=True)
    tried = traitlets.List(traitlets.Int()).tag(sync=True)

    def __init__(self, lesson: str, question: Question) -> None:
        """Hand the question and all explanations to the browser; before a lesson an answer is kept, not explained."""
        words = {
            "check": strings.CHECK, "first": strings.CHOOSE_FIRST, "right": strings.RIGHT, "wrong": strings.WRONG
        }  # fmt: skip
        if question.when == "before":
            words |= {"check": strings.KEEP, "kept": strings.KEPT}
        super().__init__(asked={**asdict(question), "words": words})
        self.name, self._answers = f"{lesson}/{question.name}", question.answers

    @traitlets.observe("tried")
    def _remember(self, change: Any) -> None:
        """Record which answer was just checked, and whether it is right."""
        if self.tried:
            answer = self._answers[self.tried[-1]]
            progress.record("choice", self.name, answer.text)
            progress.record("question", self.name, "RIGHT" if answer.right else "NOT_YET")


def concept_questions(lesson: str, when: When = "after") -> widgets.VBox:
    """Show the concept questions of a lesson.

    Args:
        lesson: the lesson without its number, such as ``"suppression"``.
        when: ``"before"`` the lesson (answers are kept without a word) or ``"after"`` it (each is explained).

    Raises:
        ValueError: there are none, or their file cannot be used.
    """
    return widgets.VBox([QuestionControl(lesson, question) for question in questions(lesson, when)])
