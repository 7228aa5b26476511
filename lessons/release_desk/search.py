"""A good decision, searched: no attack finds anybody, and it answers what it can."""

from collections.abc import Mapping

from lessons.release_desk.answering import RIGHT, answers
from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.office import Office
from lessons.release_desk.release import Released, release
from lessons.release_desk.requests import DECLINE
from lessons.release_desk.scores import attacked

Choices = Mapping[str, str]
"""Request -> choice; what is left out is declined."""


def published(office: Office, choices: Choices) -> tuple[Released, ...]:
    """All that is out where one has decided so.

    Args:
        office: what is held.
        choices: request -> choice.
    """
    out = (release(office, request, choices.get(request.name, DECLINE)) for request in REQUESTS)
    return tuple(each for each in out if each is not None)


def everybody_gets(choice: str) -> dict[str, str]:
    """Give all requests the choice of one name, such as ``"as asked"`` or ``"decline"``.

    Examples:
        >>> everybody_gets("decline")["joke"]
        'decline'
    """
    return {request.name: request.choice(choice).name for request in REQUESTS}


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
    return int(answers(office, published(office, choices))["verdict"].eq(RIGHT).sum())


def finds_somebody(office: Office, choices: Choices) -> bool:
    """Whether some attack on all that is out finds anybody, if only by luck."""
    return attacked(office, published(office, choices)).found > 0
