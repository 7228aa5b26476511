"""What goes out: the sheets of a decision, and of whom, of when and in what they tell."""

from dataclasses import dataclass, field

from lessons.release_desk.office import Office, once
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
    return once(office, ("release", request.name, choice), lambda: _released(office, request, choice))


def _released(office: Office, request: Request, name: str) -> Released | None:
    """What is printed, with who is counted, when and in what."""
    choice = request.choice(name)
    if choice.publish is None:
        return None
    population, unit = choice.population or request.population, choice.unit or request.unit
    return Released(request.name, name, population, request.date, unit, dict(choice.publish(office)))
