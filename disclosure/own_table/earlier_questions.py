"""What an earlier edition leaves open of itself: asked like the table's own, unless the table's answers hold for it.

Its marks mean what they mean in the table. What the table was not asked, or answers in other words, is asked anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from disclosure.own_table.answering import Explored, explore
from disclosure.own_table.questions import MEANS, OF_EARLIER, Question
from disclosure.own_table.reading_once import Reader
from disclosure.own_table.sheets.unreadable import UnreadableError
from disclosure.own_table.what_was_checked import ONLY
from disclosure.own_table.wrong_answers import refuse_wrong_answers

IN_EARLIER: Final = "In the earlier edition {file}: {sentence}"
THERE: Final = " (There: {cells}.)"
MOST_CELLS: Final = 8
NOTHING_FITS: Final = "no whole numbers fit it under the answers given. {why}"
TAKEN: Final = "For the earlier edition {file} holds what this table's answers say: {told}."
TOLD: Final = "{sentence} \N{LEFT DOUBLE QUOTATION MARK}{meaning}\N{RIGHT DOUBLE QUOTATION MARK}"


@dataclass(frozen=True)
class OfEarlier:
    """What is known of the signs of an earlier edition.

    Args:
        answers: the answers under which it is read, once nothing is open.
        questions: what is open.
        sentences: which answers were taken from the table, and which are the only ones that fit.
    """

    answers: Mapping[str, str]
    questions: tuple[Question, ...]
    sentences: tuple[str, ...] = ()


def asked_of_earlier(earlier: Reader, answers: Mapping[str, str]) -> OfEarlier:
    """Find what must be asked of an earlier edition.

    Args:
        earlier: the edition.
        answers: all of the table, and those on the edition, whose names begin with ``OF_EARLIER``.

    Raises:
        UnreadableError: an answer on the edition is none, or no whole numbers fit it.
    """
    own = {name.removeprefix(OF_EARLIER): told for name, told in answers.items() if name.startswith(OF_EARLIER)}
    shared = _shared(earlier, {name: told for name, told in answers.items() if not name.startswith(OF_EARLIER)}, own)
    explored = explore(shared | own, lambda told: earlier.under(told).questions, earlier.verdicts, earlier.cells)
    refuse_wrong_answers(own, earlier.questions_seen)
    if not explored.leaves:
        raise UnreadableError(NOTHING_FITS.format(why=explored.refused[0].refusal if explored.refused else ""))
    file, forced = earlier.sheet.file or earlier.sheet.name, explored.forced()
    asked = [each for name, each in explored.questions.items() if name not in forced and _comes_up(explored, name)]
    still = tuple(_renamed(each, file) for each in asked)
    leaf = explored.leaves[0].answers
    return OfEarlier(leaf, still, () if still else _sentences(earlier, explored, leaf, shared.keys() - own.keys()))


def _shared(earlier: Reader, answers: Mapping[str, str], own: Mapping[str, str]) -> dict[str, str]:
    """The table's answers that are answers to what the edition leaves open, too."""
    shared, told = dict(answers), dict(own)
    while wrong := [
        question.name
        for question in earlier.under(shared | told).all_questions
        if question.name in shared and question.name not in own and not _answers(question, shared[question.name])
    ]:
        shared = {name: answer for name, answer in shared.items() if name not in wrong}
    return shared


def _answers(question: Question, told: str) -> bool:
    """Whether what was answered for the table is an answer here; a mark that covered others there may be alone here."""
    return question.accepts(told) or (question.name.startswith("mark ") and told in MEANS)


def _comes_up(explored: Explored, name: str) -> bool:
    """Whether a question is there whatever else is answered: those that follow from an answer come after it."""
    return all(name in leaf.answers for leaf in explored.leaves)


def _renamed(question: Question, file: str) -> Question:
    """A question on the edition: its name tells it from the table's own, and so does its sentence."""
    cells = ", ".join(question.addresses[:MOST_CELLS]) + ", \N{HORIZONTAL ELLIPSIS}" * (
        len(question.addresses) > MOST_CELLS
    )
    sentence = IN_EARLIER.format(file=file, sentence=question.sentence) + (THERE.format(cells=cells) if cells else "")
    return replace(question, name=OF_EARLIER + question.name, sentence=sentence, addresses=())


def _sentences(earlier: Reader, explored: Explored, leaf: Mapping[str, str], shared: set[str]) -> tuple[str, ...]:
    """Which answers were taken from the table, and which are the only ones that fit."""
    file, found = earlier.sheet.file or earlier.sheet.name, []
    asked = [question for question in earlier.under(leaf).all_questions if question.name in leaf]
    meant = {question.name: question.options.get(leaf[question.name], leaf[question.name]) for question in asked}
    taken = [question for question in asked if question.name in shared]
    if taken:
        told = "; ".join(TOLD.format(sentence=each.sentence, meaning=meant[each.name]) for each in taken)
        found.append(TAKEN.format(file=file, told=told))
    for name, answer in explored.forced().items():
        question = _renamed(explored.questions[name], file)
        found.append(ONLY.format(question=question.sentence, answer=answer, meaning=question.options[answer]))
    return tuple(found)
