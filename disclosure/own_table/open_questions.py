"""Which questions are put: those on which a verdict depends, and those to which the answer that was meant cannot be."""

from typing import Final

from disclosure.own_table.answering import Explored
from disclosure.own_table.meaning import SMALL_ONLY
from disclosure.own_table.questions import Question

COVERING: Final = "covering "
"""With this begin the names of questions whether a mark stands for small counts only."""


def open_questions(explored: Explored) -> tuple[Question, ...]:
    """The questions that are put, in order: none that only one answer fits.

    Whoever says that a mark stands for 1 to 4 is asked what else it covers, if 1 to 4 alone cannot be.
    """
    forced = explored.forced()
    found = [question for question in explored.mattering() if question.name not in forced]
    names = [question.name for question in found]
    refuted = [explored.questions[name] for name in small_only_refuted(explored) if name not in forced]
    return (*found, *(question for question in refuted if question.name not in names))


def small_only_refuted(explored: Explored) -> dict[str, dict[str, str]]:
    """The marks that were said to stand for small counts, and stand for larger ones as well.

    Returns:
        By the name of the question on what a mark covers: the mark, what it was said to stand for, and why not only.
    """
    found = {}
    for name in explored.questions if explored.complete else ():
        mark = name.removeprefix(COVERING)
        refused = [leaf for leaf in explored.refused if leaf.answers.get(name) == SMALL_ONLY]
        possible = any(leaf.answers.get(name) == SMALL_ONLY for leaf in explored.leaves)
        if name != mark and f"mark {mark}" not in explored.questions and refused and not possible:
            told = refused[0].answers[f"mark {mark}"]
            found[name] = {"mark": mark, "what": told, "why": refused[0].refusal}
    return found
