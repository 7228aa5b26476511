"""The release desk: decide about six requests, sign, and be attacked by all that an outsider could do."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from lessons.release_desk.answering import answers, tally
from lessons.release_desk.decisions import published
from lessons.release_desk.letters import REQUESTS, request_named
from lessons.release_desk.office import Office
from lessons.release_desk.record import record_of
from lessons.release_desk.release import Released
from lessons.release_desk.requests import DECLINE, Request
from lessons.release_desk.scores import Result, attacked


@dataclass(frozen=True)
class Decided:
    """A decision: which choice, and why."""

    choice: str
    reason: str


class ReleaseDesk:
    """A desk on which six requests lie. Each stays declined until something else is decided.

    Args:
        world: the world whose service it is, or its `Office`, so that several desks share what was worked out.

    Examples:
        >>> from data_gen import make_world
        >>> desk = ReleaseDesk(make_world(200, n_titles=400, seed="Ada", vigil_viewers=20))
        >>> desk.decide("joke", "the number only", "A number of all singles out nobody.")
        >>> desk.signed("Ada")
        >>> desk.attack().found, desk.right
        (0, 1)
    """

    def __init__(self, world: Any) -> None:
        """Put the requests on the desk, undecided."""
        self.office = world if isinstance(world, Office) else Office(world)
        self.decisions: dict[str, Decided] = {}
        self.nickname = ""

    @property
    def requests(self) -> tuple[Request, ...]:
        """The requests, by number."""
        return REQUESTS

    def decide(self, request: str, choice: str, reason: str) -> None:
        """Decide about one request; whoever decides again has changed her mind.

        Args:
            request: its name, such as ``"joke"``.
            choice: the name of one of its choices.
            reason: why, in a sentence. It stands in the record.

        Raises:
            ValueError: there is no such request or choice, or no reason is given.
        """
        chosen = request_named(request).choice(choice).name
        if not reason.strip():
            raise ValueError(f"the decision about {request!r} has no reason: say in a sentence why.")
        self.decisions[request] = Decided(chosen, reason.strip())

    def signed(self, nickname: str) -> None:
        """Sign the decisions with a nickname.

        Raises:
            ValueError: it is empty, or looks like an e-mail address.
        """
        if not nickname.strip() or "@" in nickname:
            raise ValueError(f"nickname is {nickname!r}: sign with a nickname, not with a real name or an address.")
        self.nickname = nickname.strip()

    def choice_of(self, request: str) -> str:
        """What was decided about a request; declined where nothing was."""
        return self.decisions[request].choice if request in self.decisions else DECLINE

    def published(self) -> tuple[Released, ...]:
        """All that is out, by the decisions so far."""
        return published(self.office, {name: decided.choice for name, decided in self.decisions.items()})

    def attack(self) -> Result:
        """Let everybody attack all that is out, together.

        Raises:
            ValueError: nobody has signed.
        """
        if not self.nickname:
            raise ValueError("nobody has signed: desk.signed('your nickname') comes before the attack.")
        return attacked(self.office, self.published())

    def answers(self) -> pd.DataFrame:
        """What those who asked can find out from what is out (see `lessons.release_desk.answering.answers`)."""
        return answers(self.office, self.published())

    @property
    def right(self) -> int:
        """How many of the questions are answered rightly."""
        return tally(self.answers())["right"]

    def record(self) -> dict[str, Any]:
        """The decisions, the reasons and what came of them, ready for JSON: nothing that was hidden stands in it."""
        reasons = {name: decided.reason for name, decided in self.decisions.items()}
        decided = [(request, self.choice_of(request.name), reasons.get(request.name, "")) for request in REQUESTS]
        return record_of(self.nickname, decided, self.attack(), self.answers())
