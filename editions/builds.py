"""Three builds of one source: what leaves the page, and to whom."""

from dataclasses import dataclass
from typing import Final

POLICY: Final = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "connect-src 'none'; form-action 'none'; base-uri 'none'"
)
"""What a browser lets a page do: draw itself, and nothing else. No request leaves, and no text becomes code."""


@dataclass(frozen=True)
class Build:
    """One build of a page.

    Attributes:
        name: "alone", "room" or "platform".
        score, interactions: whether a learning platform is told the score, and each answer; both are off unless
            switched on, and the first screen says so.

    Raises:
        ValueError: a switch of the platform is on elsewhere.
    """

    name: str
    score: bool = False
    interactions: bool = False

    def __post_init__(self) -> None:
        """Refuse a switch that would do nothing."""
        if (self.score or self.interactions) and self.name != "platform":
            raise ValueError(f"the build {self.name!r} tells nobody a score: leave the switches off.")

    @property
    def policy(self) -> str:
        """What the browser lets the page do (a Content-Security-Policy): a room's page may answer where it comes from.

        Examples:
            >>> "connect-src 'none'" in ALONE.policy, "connect-src 'self'" in ROOM.policy
            (True, True)
        """
        return POLICY.replace("connect-src 'none'", "connect-src 'self'") if self.name == "room" else POLICY

    @property
    def leaves(self) -> tuple[str, ...]:
        """The names of the sentences that the first screen says about it."""
        switches = {"score": self.score, "interactions": self.interactions}
        return (self.name, *(name for name, on in switches.items() if on))


ALONE: Final = Build("alone")
ROOM: Final = Build("room")
PLATFORM: Final = Build("platform")
