"""What readers can still find out: three questions of each request, answered from what was published."""

from collections.abc import Iterable
from typing import Any, Final

import pandas as pd

from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.office import Office, once
from lessons.release_desk.release import Released
from lessons.release_desk.requests import Request

RIGHT: Final = "right"
WRONG: Final = "wrong"
CANNOT: Final = "cannot be answered"

VERDICTS: Final = {"right": RIGHT, "false": WRONG, "open": CANNOT}
"""What sentences and charts call each verdict."""


def answers(office: Office, releases: Iterable[Released]) -> pd.DataFrame:
    """Answer the questions of all who asked, each from what was published for them.

    Args:
        office: who knows the true answers.
        releases: what is out.

    Returns:
        One row per question: ``request``, ``question``, ``verdict`` (right, wrong, or cannot be answered). No answer is
        shown: where one is wrong or cannot be given, the true one may be what was hidden.
    """
    out = {each.request: each for each in releases}
    rows = [
        (request.name, question, verdict)
        for request in REQUESTS
        for question, verdict in _judged(office, request, out.get(request.name))
    ]
    return pd.DataFrame(rows, columns=["request", "question", "verdict"])


def tally(answered: pd.DataFrame) -> dict[str, int]:
    """Count the questions by what became of them, under the names of `VERDICTS`.

    Examples:
        >>> tally(pd.DataFrame({"verdict": [RIGHT, CANNOT, RIGHT]}))
        {'right': 2, 'false': 0, 'open': 1}
    """
    return {name: int(answered["verdict"].eq(verdict).sum()) for name, verdict in VERDICTS.items()}


def _judged(office: Office, request: Request, published: Released | None) -> list[tuple[str, str]]:
    """The questions of one request, each with what becomes of it. Worked out once for each office and choice."""

    def judged() -> list[tuple[str, str]]:
        if published is None:
            return [(question.words, CANNOT) for question in request.questions]
        given = [question.read(published.sheets) for question in request.questions]
        both = zip(request.questions, given, _true_answers(office, request), strict=True)
        return [(question.words, _verdict(answer, true)) for question, answer, true in both]

    return once(office, ("answers", request.name, published.name if published else None), judged)


def _true_answers(office: Office, request: Request) -> list[Any]:
    """The answers that the office's own sheets give."""

    def read() -> list[Any]:
        sheets = request.counted(office)
        return [question.read(sheets) for question in request.questions]

    return once(office, ("truth", request.name), read)


def _verdict(answer: Any, truth: Any) -> str:
    """One word for an answer."""
    if answer is None:
        return CANNOT
    return RIGHT if answer == truth else WRONG
