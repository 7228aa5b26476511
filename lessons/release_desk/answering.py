"""What readers can still find out: three questions of each request, answered from what was published."""

from collections.abc import Iterable
from typing import Any, Final

import pandas as pd

from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.office import Office
from lessons.release_desk.release import Released
from lessons.release_desk.requests import Request

RIGHT: Final = "right"
WRONG: Final = "wrong"
CANNOT: Final = "cannot be answered"


def answers(office: Office, releases: Iterable[Released | None]) -> pd.DataFrame:
    """Answer the questions of all who asked, each from what was published for them.

    Args:
        office: who knows the true answers.
        releases: what is out; None stands for what was declined.

    Returns:
        One row per question: ``request``, ``question``, ``verdict`` (right, wrong, or cannot be answered). No answer is
        shown: where one is wrong or cannot be given, the true one may be what was hidden.
    """
    out = {each.request: each for each in releases if each is not None}
    rows = [
        (request.name, question, verdict)
        for request in REQUESTS
        for question, verdict in _judged(office, request, out.get(request.name))
    ]
    return pd.DataFrame(rows, columns=["request", "question", "verdict"])


def _judged(office: Office, request: Request, published: Released | None) -> list[tuple[str, str]]:
    """The questions of one request, each with what becomes of it. Worked out once for each office and choice."""
    key = ("answers", request.name, published.name if published else None)
    if key not in office.kept:
        sheets = published.sheets if published else {}
        given = [question.read(sheets) if sheets else None for question in request.questions]
        truth = _true_answers(office, request) if sheets else given
        both = zip(request.questions, given, truth, strict=True)
        office.kept[key] = [(question.words, _verdict(answer, true)) for question, answer, true in both]
    found: list[tuple[str, str]] = office.kept[key]
    return found


def _true_answers(office: Office, request: Request) -> list[Any]:
    """The answers that the office's own sheets give."""
    key = ("truth", request.name)
    if key not in office.kept:
        sheets = request.counted(office)
        office.kept[key] = [question.read(sheets) for question in request.questions]
    found: list[Any] = office.kept[key]
    return found


def _verdict(answer: Any, truth: Any) -> str:
    """One word for an answer."""
    if answer is None:
        return CANNOT
    return RIGHT if answer == truth else WRONG
