"""The six letters on the desk."""

from typing import Final

from lessons.release_desk import dashboard, extract, hours, joke, researchers, top_ten
from lessons.release_desk.requests import Request

REQUESTS: Final[tuple[Request, ...]] = (
    joke.REQUEST,
    top_ten.REQUEST,
    researchers.REQUEST,
    dashboard.REQUEST,
    extract.REQUEST,
    hours.REQUEST,
)
"""All requests, by number."""


def request_named(name: str) -> Request:
    """Find a request by its name.

    Raises:
        ValueError: there is none of this name; the sentence lists those there are.

    Examples:
        >>> request_named("joke").number
        1
    """
    for request in REQUESTS:
        if request.name == name:
            return request
    names = ", ".join(repr(request.name) for request in REQUESTS)
    raise ValueError(f"there is no request {name!r} on the desk: choose one of {names}.")
