"""What goes out: the sheets of a decision, and of whom, of when and in what they tell."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lessons.release_desk.office import Office
from lessons.release_desk.requests import Request, Sheets


@dataclass(frozen=True)
class Released:
    """What readers get of one request. It does not carry what was hidden.

    Args:
        request, choice: their names.
        population: who is counted; only releases of the same population and date share one audit.
        date: of which time.
        unit: what is counted, such as ``"people"`` or ``"minutes"``.
        sheets: what is printed, by heading.
    """

    request: str
    choice: str
    population: str
    date: str
    unit: str
    sheets: Sheets = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        """Request and choice in one, such as ``"joke: as asked"``."""
        return f"{self.request}: {self.choice}"


def release(office: Office, request: Request, choice: str) -> Released | None:
    """Publish a request as was decided, or nothing where it was declined. Worked out once for each office.

    Args:
        office: what is held.
        request: what was asked for.
        choice: the name of one of its choices.

    Raises:
        ValueError: the request has no such choice.
    """
    key = ("release", request.name, choice)
    if key not in office.kept:
        office.kept[key] = _published(office, request, choice)
    found: Released | None = office.kept[key]
    return found


def _published(office: Office, request: Request, name: str) -> Released | None:
    """What is printed, with who is counted, when and in what."""
    choice = request.choice(name)
    if choice.publish is None:
        return None
    population, date = choice.population or request.population, choice.date or request.date
    return Released(request.name, name, population, date, choice.unit or request.unit, dict(choice.publish(office)))


def sheets_of(releases: tuple[Released, ...], kind: type) -> dict[tuple[str, str], Any]:
    """All sheets of one kind, by release and heading.

    Examples:
        >>> release = Released("joke", "as asked", "the 53", "2017", "people", {"how many": 53, "note": "text"})
        >>> sheets_of((release,), int)
        {('joke: as asked', 'how many'): 53}
    """
    return {
        (each.name, heading): sheet
        for each in releases
        for heading, sheet in _items(each.sheets)
        if isinstance(sheet, kind)
    }


def _items(sheets: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The headings and sheets of one release, in order."""
    return list(sheets.items())
