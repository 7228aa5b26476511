"""A good decision, searched: no attack finds anybody, and it answers what it can."""

from lessons.release_desk.answering import answers, tally
from lessons.release_desk.decisions import Choices, everybody_gets, published
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.office import Office
from lessons.release_desk.requests import DECLINE
from lessons.release_desk.scores import attacked


def good_decision(office: Office) -> dict[str, str]:
    """Search for a decision by which these attacks find nobody, and that answers many questions.

    All is declined at first. Then the one choice is made that answers most questions more and finds nobody, and so on,
    until no single change is better (a greedy search: it need not be the best there is).

    Args:
        office: what is held.

    Returns:
        Request -> choice.
    """
    chosen = everybody_gets(DECLINE)
    while True:
        better = [change for change in _single_changes(chosen) if answered(office, change) > answered(office, chosen)]
        harmless = [change for change in better if not finds_somebody(office, change)]
        if not harmless:
            return chosen
        chosen = max(harmless, key=lambda change: answered(office, change))


def _single_changes(chosen: Choices) -> list[dict[str, str]]:
    """All decisions that differ from one by one request."""
    return [
        {**chosen, request.name: choice.name}
        for request in REQUESTS
        for choice in request.choices
        if choice.name != chosen[request.name]
    ]


def answered(office: Office, choices: Choices) -> int:
    """How many of all questions are answered rightly."""
    return tally(answers(office, published(office, choices)))["right"]


def finds_somebody(office: Office, choices: Choices) -> bool:
    """Whether some attack on all that is out finds anybody, if only by luck."""
    return attacked(office, published(office, choices)).found > 0
