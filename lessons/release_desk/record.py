"""The record of a desk: who decided what and why, and what the attacks did. Nothing that was hidden stands in it."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from lessons.release_desk import strings
from lessons.release_desk.answering import tally
from lessons.release_desk.requests import Request
from lessons.release_desk.scores import Outcome, Result


def record_of(
    nickname: str, decided: Sequence[tuple[Request, str, str]], result: Result, answered: pd.DataFrame
) -> dict[str, Any]:
    """Write down decisions, reasons, attacks and answers as text and numbers.

    Args:
        nickname: who signed.
        decided: each request, the name of the choice and the reason.
        result: what the attacks did.
        answered: what became of the questions (see `lessons.release_desk.answering.answers`).

    Returns:
        ``signed``, ``decisions``, ``found`` (in words), ``people_found``, ``wrongly_accused``, ``read_together`` (the
        names of releases that somebody read beside each other), ``attacks``, ``questions`` and ``questions_right``,
        ``_wrong``, ``_unanswered``. People are counted, and not named; no guess stands in it, and no answer.
    """
    counts = tally(answered)
    return {
        "signed": nickname,
        "decisions": [_decision(request, choice, reason) for request, choice, reason in decided],
        "found": in_words(result),
        "people_found": result.found,
        "wrongly_accused": result.wrong,
        "read_together": [list(names) for names in result.read_together],
        "attacks": [_attack(outcome) for outcome in result.outcomes],
        "questions": answered.to_dict("records"),
        "questions_right": counts["right"],
        "questions_wrong": counts["false"],
        "questions_unanswered": counts["open"],
    }


def in_words(result: Result) -> str:
    """Say how many people were found.

    Examples:
        >>> in_words(Result(()))
        'Nobody was found by these attacks.'
    """
    words = {0: strings.NOBODY, 1: strings.ONE_WAS}.get(result.found, strings.SOME_WERE)
    return words.format(found=result.found)


def _decision(request: Request, name: str, reason: str) -> dict[str, Any]:
    """One request, what was decided and why."""
    choice = request.choice(name)
    return {
        "number": request.number,
        "request": request.name,
        "from": request.from_whom,
        "choice": name,
        "decision": choice.words,
        "defence": choice.defence,
        "readers_get": choice.gives,
        "reason": reason,
    }


def _attack(outcome: Outcome) -> dict[str, Any]:
    """What one attack did, in numbers."""
    risk = outcome.risk
    return {
        "attack": outcome.attack,
        "releases": list(outcome.releases),
        "targets": risk.n,
        "right": risk.right,
        "wrongly_accused": risk.wrong,
        "abstained": risk.abstained,
        "blind": round(outcome.right_if_blind, 2),
        "interval": [round(risk.low, 3), round(risk.high, 3)],
        "people": len(outcome.found),
    }
