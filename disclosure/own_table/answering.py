"""Which questions matter: the table is audited under every open answer, and asked is what changes a verdict.

Answers that cannot be true, for no whole numbers fit the table under them, are left out.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from disclosure.audit.reading.contradiction import ContradictionError
from disclosure.own_table.questions import Question

Answers = dict[str, str]
Verdicts = Mapping[str, tuple[str, int, int]]
"""For each address a verdict, and from where to where its count can be."""

MOST_AUDITS: Final = 200
MOST_CELLS_AUDITED: Final = 60_000
"""Audits of one table under all answers, at most so many cells together; beyond that, all questions are asked."""


@dataclass(frozen=True)
class Leaf:
    """What comes out under one set of answers.

    Args:
        answers: the answers.
        verdicts: the verdicts; None if the answers cannot be true.
        refusal: then, why not.
    """

    answers: Answers
    verdicts: Verdicts | None
    refusal: str = ""


@dataclass(frozen=True)
class Explored:
    """What comes out under all open answers.

    Args:
        leaves: one for each set of answers that can be true.
        refused: the others.
        questions: all questions that came up, by name; with the answers that can be true.
        complete: whether all sets of answers were looked at.
    """

    leaves: list[Leaf]
    refused: list[Leaf]
    questions: dict[str, Question]
    complete: bool

    def mattering(self) -> list[Question]:
        """The questions two answers of which give different verdicts, the most cells first; those always asked before.

        Before all come questions on which the words of others depend.

        Where not all was looked at, all questions are asked.
        """
        found = []
        for name, question in self.questions.items():
            cells = self._cells_that_differ(name)
            always = question.always and all(name in leaf.answers for leaf in self.leaves)
            if always or cells or not self.complete:
                found.append((not question.before, not always, -len(cells), question))
        return [question for *_, question in sorted(found, key=lambda row: row[:3])]

    def _cells_that_differ(self, name: str) -> set[str]:
        """The addresses whose verdict depends on one question, where all others that came up are answered alike."""
        asked = [leaf for leaf in self.leaves if name in leaf.answers]
        return {
            address
            for one, other in combinations(asked, 2)
            if one.answers[name] != other.answers[name] and _else_alike(one, other, name)
            for address in differing([one, other])
        }

    def forced(self) -> dict[str, str]:
        """Questions that only one answer fits, and that answer."""
        return {
            name: next(iter(question.options))
            for name, question in self.questions.items()
            if len(question.options) == 1 and not question.always
        }


def _else_alike(one: Leaf, other: Leaf, name: str) -> bool:
    """Whether two sets of answers agree on all other questions that both had to answer."""
    return all(other.answers.get(key, answer) == answer for key, answer in one.answers.items() if key != name)


def differing(leaves: list[Leaf]) -> set[str]:
    """The addresses whose verdicts are not the same in all leaves."""
    found: set[str] = set()
    first = leaves[0].verdicts or {}
    for leaf in leaves[1:]:
        other = leaf.verdicts or {}
        found |= {address for address in {*first, *other} if _told(first, address) != _told(other, address)}
    return found


def _told(verdicts: Verdicts, address: str) -> tuple[str, int] | None:
    """A verdict, and the count where it is exact: ranges may differ without another verdict."""
    if address not in verdicts:
        return None
    verdict, low, high = verdicts[address]
    return verdict, low if low == high else -1


def range_under_all(leaves: list[Leaf], address: str) -> tuple[int, int]:
    """From where to where a count can be, whatever the answers are."""
    ranges = [leaf.verdicts[address][1:] for leaf in leaves if leaf.verdicts and address in leaf.verdicts]
    return min(low for low, _ in ranges), max(high for _, high in ranges)


def explore(
    answers: Mapping[str, str],
    questions_under: Callable[[Answers], tuple[Question, ...]],
    verdicts_under: Callable[[Answers], Verdicts],
    cells: int,
) -> Explored:
    """Audit a table under every open answer.

    Args:
        answers: what is answered.
        questions_under: what is open under some answers.
        verdicts_under: the verdicts, once all is answered.
        cells: how many cells one audit has.
    """
    limit = max(4, min(MOST_AUDITS, MOST_CELLS_AUDITED // max(cells, 1)))
    questions: dict[str, Question] = {}
    leaves: list[Leaf] = []
    refused: list[Leaf] = []
    complete = True
    for leaf in _leaves(dict(answers), questions_under, verdicts_under, questions):
        (refused if leaf.verdicts is None else leaves).append(leaf)
        if len(leaves) + len(refused) >= limit:
            complete = False
            break
    if not complete:
        leaves += _least(dict(answers), questions_under, verdicts_under)
    else:
        questions = {name: _with_true_options(question, leaves) for name, question in questions.items()}
    return Explored(leaves, refused, questions, complete)


def _least(
    answers: Answers,
    questions_under: Callable[[Answers], tuple[Question, ...]],
    verdicts_under: Callable[[Answers], Verdicts],
) -> list[Leaf]:
    """What comes out if each question is answered with what is right whatever else is, or by its last answer."""
    try:
        while still := questions_under(answers):
            answers = answers | {still[0].name: still[0].unknown or [*still[0].options][-1]}
        return [Leaf(answers, verdicts_under(answers))]
    except ContradictionError:
        return []


def _with_true_options(question: Question, leaves: list[Leaf]) -> Question:
    """A question without the answers that cannot be true."""
    if question.always:
        return question
    possible = {leaf.answers.get(question.name) for leaf in leaves}
    options = {answer: means for answer, means in question.options.items() if answer in possible}
    return replace(question, options=options or question.options)


def _leaves(
    answers: Answers,
    questions_under: Callable[[Answers], tuple[Question, ...]],
    verdicts_under: Callable[[Answers], Verdicts],
    seen: dict[str, Question],
) -> Iterator[Leaf]:
    """Answer one question after another in all ways."""
    try:
        still = questions_under(answers)
        for question in still:
            seen.setdefault(question.name, question)
        if not still:
            yield Leaf(answers, verdicts_under(answers))
            return
    except ContradictionError as error:
        yield Leaf(answers, None, str(error))
        return
    for answer in still[0].options:
        yield from _leaves({**answers, still[0].name: answer}, questions_under, verdicts_under, seen)
