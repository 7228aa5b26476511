"""The answers, for a teacher: the truth of each prediction, a solution of each exercise, the right answers.

    python -m editions.answers --out dist/answers.md

Each lesson is run once, from the top: the numbers are those that learners see who changed nothing.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from tqdm import tqdm

from disclosure.starting import start
from editions.home import HOME, MADE
from editions.running import LessonError, nothing_recorded, run_lesson, title_in
from teaching.decision import Decision
from teaching.exercise import Exercise
from teaching.questions import Question, questions
from teaching.widgets.prediction import Prediction

HEAD: Final = """# Answers

For teachers. The numbers are those of the lessons as they are; a nickname in the first cell changes them.
"""


@dataclass
class Answers:
    """The answers of one lesson.

    Attributes:
        title: the heading of the lesson.
        predictions: what is asked, and what is true, in the order of the lesson.
        exercises: what is asked, and one solution.
        questions: the concept questions.
    """

    title: str
    predictions: list[tuple[str, Any]] = field(default_factory=list)
    exercises: list[tuple[str, str]] = field(default_factory=list)
    questions: tuple[Question, ...] = ()

    def markdown(self) -> str:
        """All answers of the lesson as one text."""
        parts = [f"## {self.title}"]
        if self.predictions:
            parts.append("\n".join(f"- {asked} **{truth}**" for asked, truth in self.predictions))
        parts += [f"{task}\n\n{solution}" for task, solution in self.exercises]
        for question in self.questions:
            right = next(answer for answer in question.answers if answer.right)
            parts.append(f"*{question.text}*\n\n**{right.text}** {right.why}")
        return "\n\n".join(parts) + "\n"


def answers_of(notebook: Path) -> Answers:
    """Run a lesson, and collect its answers. Nothing is recorded as a learner's progress.

    Args:
        notebook: a lesson; its concept questions are those of its name without the number.

    Raises:
        FileNotFoundError: there is no such notebook.
        LessonError: a cell fails.
    """
    predictions: list[tuple[str, Any]] = []
    with _reveals_noted_in(predictions):
        cells, names = run_lesson(notebook)
    exercises = [each for each in names.values() if isinstance(each, Exercise | Decision)]
    return Answers(
        title=title_in("\n\n".join(cell.source for cell in cells if cell.kind == "markdown")).lstrip("# "),
        predictions=predictions,
        exercises=[(each.task.strip(), solution_of(each)) for each in exercises],
        questions=questions(notebook.stem.split("_", 1)[1])
        if any("concept_questions(" in cell.source for cell in cells)
        else (),
    )


def solution_of(exercise: Exercise | Decision) -> str:
    """One way to do an exercise, in Markdown; that a teacher has seen it is not recorded."""
    with nothing_recorded():
        return exercise.solution().markdown


@contextmanager
def _reveals_noted_in(words: list[tuple[str, Any]]) -> Iterator[None]:
    """While a lesson runs, write down what its predictions are compared with."""
    reveal = Prediction.reveal

    def noted(prediction: Prediction, truth: Any) -> Any:
        revealed = reveal(prediction, truth)
        words.append((prediction.question, revealed.truth))
        return revealed

    with patch.object(Prediction, "reveal", noted):
        yield


def main(arguments: list[str]) -> str:
    """Write the answers of all lessons into one file; return where it is."""
    parser = argparse.ArgumentParser(description="Write the answers of all lessons into one file.")
    parser.add_argument("--out", type=Path, default=MADE / "answers.md", help="the file (dist/answers.md)")
    out: Path = parser.parse_args(arguments).out
    if reason := _hindrance(out):
        parser.error(f"{out} {reason}.")
    lessons = sorted((HOME / "notebooks").glob("[0-9][0-9]_*.ipynb"))
    try:
        texts = [HEAD, *(answers_of(lesson).markdown() for lesson in tqdm(lessons, desc="Lessons", unit="lesson"))]
    except LessonError as failure:
        parser.exit(1, f"{failure}. Nothing was written.\n")
    out.write_text("\n".join(texts), encoding="utf-8")
    return f"The answers are in {out}."


def _hindrance(out: Path) -> str:
    """Why a file cannot be written, found out before the lessons take their minutes; nothing where it can."""
    try:
        if out.is_dir():
            return f"is a folder: name a file, such as {out / 'answers.md'}"
        out.parent.mkdir(parents=True, exist_ok=True)
        out.open("a").close()
        if out.stat().st_size == 0:
            out.unlink()
    except OSError as failure:
        return f"cannot be written ({failure.strerror}): name another file"
    return ""


if __name__ == "__main__":
    start(main)
