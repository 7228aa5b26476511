"""Decisions about all six requests at once, and what is out after them."""

from collections.abc import Mapping

from lessons.release_desk.letters import REQUESTS
from lessons.release_desk.office import Office
from lessons.release_desk.release import Released, release
from lessons.release_desk.requests import DECLINE

Choices = Mapping[str, str]
"""Request -> choice; what is left out is declined."""


def published(office: Office, choices: Choices) -> tuple[Released, ...]:
    """All that is out after some decisions, by the numbers of the requests.

    Args:
        office: what is held.
        choices: request -> choice.

    Raises:
        ValueError: a request has no such choice.
    """
    out = (release(office, request, choices.get(request.name, DECLINE)) for request in REQUESTS)
    return tuple(each for each in out if each is not None)


def everybody_gets(choice: str) -> dict[str, str]:
    """Give all requests the choice of one name, such as ``"as asked"`` or ``"decline"``.

    Raises:
        ValueError: a request has no choice of this name.

    Examples:
        >>> everybody_gets("decline")["joke"]
        'decline'
    """
    return {request.name: request.choice(choice).name for request in REQUESTS}
